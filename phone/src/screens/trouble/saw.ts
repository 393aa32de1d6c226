/** What the phone can tell of itself when something does not work, and what the guide was told. No patient. Pure. */
import type { Snapshot } from "../../app/session.ts";
import { LINK } from "../../look/judge.ts";
import type { Round } from "../../look/latest.ts";
import type { Sayable } from "../../rules/trouble.ts";
import type { Run } from "../guide/runs.ts";

/** A run of the guide belongs to the report when it was done within this time. */
const FRESH_MS = 30 * 60_000;
const MOST_SEEN = 12;

export const REPORT_MADE = "report.made";

export type ReportBody = {
  readonly kind: string;
  readonly system: string;
  readonly unit: string;
  readonly made_at: string;
  readonly other_device_works: boolean | null;
  readonly saw: Readonly<Record<string, string>>;
  readonly guide: {
    readonly routine: string;
    readonly version: number;
    readonly situation: string;
    readonly answers: Readonly<Record<string, string>>;
  } | null;
  /** Whose home it is, when it is about the coverage there. */
  readonly home?: string;
};

type Given = {
  readonly what: Sayable;
  readonly unit: string;
  readonly snapshot: Pick<Snapshot, "now" | "note" | "sync">;
  readonly online: boolean;
  readonly version: string;
  readonly runs: readonly Run[];
  /** Whether others have it too, as the guide was told. */
  readonly others: boolean | null;
  /** What it tried of late, by itself. */
  readonly seen: Round | null;
};

export function reportOf({ what, unit, snapshot, online, version, runs, others, seen }: Given): ReportBody {
  const { now, note, sync } = snapshot;
  const run = fresh(runs, now);
  return {
    kind: what.kind,
    system: what.system,
    unit,
    made_at: new Date(now).toISOString(),
    other_device_works: others === null ? null : !others,
    saw: {
      online: online ? "yes" : "no",
      ...(note.lastContact === null ? {} : { last_contact: instant(note.lastContact + note.offset) }),
      ...(note.asOf === null ? {} : { last_sync: instant(note.asOf + note.offset) }),
      ...(sync.problem ? { problem: sync.problem.code.slice(0, 60) } : {}),
      app: version,
      ...seenOf(seen),
    },
    guide: run
      ? {
          routine: run.routine,
          version: run.version,
          situation: run.situation,
          answers: { ...run.reader, ...run.answers },
        }
      : null,
  };
}

/** By target, as “look.exorlive.app”; what could not be told is left out, and the link: that is `online`. */
function seenOf(seen: Round | null): Readonly<Record<string, string>> {
  const told = Object.entries(seen?.found ?? {}).filter(
    ([target, { result }]) => target !== LINK && result !== "unknown",
  );
  if (seen === null || told.length === 0) return {};
  const found = told
    .slice(0, MOST_SEEN)
    .map(([target, { result }]) => [`look.${target}`.slice(0, 60), result]);
  return { looked_at: instant(seen.at), ...Object.fromEntries(found) };
}

/** The latest one, if it was done just now. */
export const fresh = (runs: readonly Run[], now: number): Run | null =>
  runs.find(({ at }) => Math.abs(now - at) < FRESH_MS) ?? null;

const instant = (at: number): string => new Date(at).toISOString();
