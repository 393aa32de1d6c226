/**
 * How the phone fares in a home: when contact with the server was lost and regained while a patient was at hand. Pure.
 * A stay is told of only when something was done for the patient in it, with good contact as with none: reading a
 * patient's page at the office is no visit. No position is in it. Judged in src/beredd/disruption/rules/coverage.py.
 */
import type { Entry } from "../log/read.ts";

type Loss = { readonly lostAt: number; readonly regainedAt: number | null };

type Stay = {
  readonly home: string;
  readonly beganAt: number;
  /** The patient has not been at hand since. */
  readonly leftAt: number | null;
  /** When something was last done for the patient. */
  readonly workedAt: number | null;
  /** How it stood is known: a try has been answered, or contact was already lost. */
  readonly known: boolean;
  readonly losses: readonly Loss[];
};

/** `trying`: a try is on its way. `reachedAt`, `triedAt`: the last that got through, and the last that ended anyhow. */
type Line = {
  readonly trying: boolean;
  readonly down: boolean;
  readonly reachedAt: number;
  readonly triedAt: number;
};

export type Watched = { readonly line: Line; readonly stay: Stay | null };

/** What can be seen at a moment. `home`: the patient at hand, null when none is, or the screen is dark. */
export type Seen = {
  readonly now: number;
  readonly home: string | null;
  readonly dark: boolean;
  readonly online: boolean;
  readonly trying: boolean;
  readonly failed: boolean;
  readonly entries: readonly Entry[];
};

export type StayBody = {
  readonly home: string;
  readonly began_at: string;
  readonly ended_at: string;
  readonly lost: readonly { readonly lost_at: string; readonly regained_at: string | null }[];
};

export const NOTHING: Watched = {
  line: { trying: false, down: false, reachedAt: 0, triedAt: 0 },
  stay: null,
};

/** The list between two interventions for the same patient is still the same stay. */
const LINGER_MS = 3 * 60_000;
/** With contact, what is done is answered sooner than this. */
const SLOW_MS = 3_000;
/** What is said to have been done longer ago was not done here. */
const HERE_MS = 5 * 60_000;
const MOST_LOSSES = 50;

/** What is watched from now on, and the stay to tell of when one is over. */
export function step(before: Watched, seen: Seen): readonly [Watched, StayBody | null] {
  const line = heard(before.line, seen);
  const stay = before.stay && worked(withLine(before.stay, line, seen), seen);
  if (!stay) return [{ line, stay: begun(line, seen) }, null];
  if (seen.home === stay.home) return [{ line, stay: { ...stay, leftAt: null } }, null];
  const left = { ...stay, leftAt: stay.leftAt ?? seen.now };
  const over = seen.home !== null || seen.dark || seen.now - left.leftAt >= LINGER_MS;
  if (left.workedAt !== null && !over) return [{ line, stay: left }, null];
  return [{ line, stay: begun(line, seen) }, told(left, line, seen.now)];
}

/** A round that has ended says how it stands; that the browser knows of no network says it at once. */
function heard(line: Line, { now, online, trying, failed }: Seen): Line {
  const ended = line.trying && !trying;
  if (!online) return { ...line, trying, down: true, triedAt: ended ? now : line.triedAt };
  if (!ended) return { ...line, trying };
  return { trying, down: failed, reachedAt: failed ? line.reachedAt : now, triedAt: now };
}

function begun({ down }: Line, { home, now }: Seen): Stay | null {
  if (home === null) return null;
  const losses = down ? [{ lostAt: now, regainedAt: null }] : [];
  return { home, beganAt: now, leftAt: null, workedAt: null, known: down, losses };
}

/** Contact went some time after it was last had: the earliest that it can have been is what is noted. */
function withLine(stay: Stay, line: Line, { now }: Seen): Stay {
  const known = stay.known || line.down || line.triedAt >= stay.beganAt;
  const last = stay.losses.at(-1);
  const isLost = last !== undefined && last.regainedAt === null;
  if (isLost === line.down) return { ...stay, known };
  if (isLost) return { ...stay, known, losses: [...stay.losses.slice(0, -1), { ...last, regainedAt: now }] };
  const lost = { lostAt: Math.max(stay.beganAt, line.reachedAt, last?.regainedAt ?? 0), regainedAt: null };
  return { ...stay, known, losses: [...stay.losses, lost] };
}

function worked(stay: Stay, { entries }: Seen): Stay {
  const times = entries.flatMap(({ payload: { body, recorded_at } }) => {
    const done = body as { patient?: string; performed_at?: string; at?: string; corrects?: string | null };
    const madeAt = Date.parse(recorded_at);
    const doneAt = Date.parse(done.performed_at ?? done.at ?? recorded_at);
    const isHere = done.patient === stay.home && !done.corrects && madeAt >= stay.beganAt;
    return isHere && doneAt >= stay.beganAt - HERE_MS ? [madeAt] : [];
  });
  return times.length > 0 ? { ...stay, workedAt: Math.max(...times) } : stay;
}

/** null when nothing was done in it, or nothing is known of how it stood. */
function told(stay: Stay, line: Line, now: number): StayBody | null {
  if (stay.workedAt === null || stay.leftAt === null) return null;
  const endedAt = Math.max(stay.leftAt, stay.workedAt);
  const waits = line.trying && line.triedAt < stay.workedAt && now - stay.workedAt >= SLOW_MS;
  if (!stay.known && !waits) return null;
  const late = waits && !line.down ? [{ lostAt: stay.workedAt, regainedAt: null }] : [];
  const losses = [...stay.losses, ...late].filter(({ lostAt }) => lostAt <= endedAt).map(within(endedAt));
  return {
    home: stay.home,
    began_at: iso(stay.beganAt),
    ended_at: iso(endedAt),
    lost: few(losses).map(({ lostAt, regainedAt }) => ({
      lost_at: iso(lostAt),
      regained_at: regainedAt === null ? null : iso(regainedAt),
    })),
  };
}

const iso = (at: number): string => new Date(at).toISOString();

/** What was regained after the patient was left was not regained there. */
const within =
  (endedAt: number) =>
  ({ lostAt, regainedAt }: Loss): Loss => ({
    lostAt,
    regainedAt: regainedAt !== null && regainedAt <= endedAt ? regainedAt : null,
  });

/** A line that comes and goes all the time is one long loss. */
function few(losses: readonly Loss[]): readonly Loss[] {
  const [first] = losses;
  if (!first || losses.length <= MOST_LOSSES) return losses;
  return [{ lostAt: first.lostAt, regainedAt: losses.at(-1)?.regainedAt ?? null }];
}
