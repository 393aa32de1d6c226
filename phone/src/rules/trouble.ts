/** What of the disruptions concerns whoever holds this phone. Pure. */
import type { Facts } from "./advice.ts";
import type { Routine } from "./routine.ts";
import { addDays, instant, localDay } from "./zone.ts";

export type PaperNow = {
  readonly unit: string;
  readonly system: string;
  readonly since: string;
  readonly until: string | null;
};

/** `units`: id → name; empty when it concerns everybody. */
export type Trouble = {
  readonly id: string;
  readonly layer: string;
  readonly state: string;
  readonly since: string;
  readonly units: Readonly<Record<string, string>>;
  readonly text: string;
  readonly told_at: string | null;
  readonly next_at: string | null;
  readonly papers: readonly PaperNow[];
};

/** Planned work, from and until (not included). */
export type WorkNow = {
  readonly id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly what: string;
};

/** `instead`: the other way to do it, by language. */
export type SystemNow = {
  readonly system: string;
  readonly title: string;
  readonly instead: Readonly<Record<string, string>>;
  readonly troubles: readonly Trouble[];
  readonly planned: readonly WorkNow[];
};

export type Sayable = { readonly kind: string; readonly system: string; readonly title: string };

/** What this phone may try, and how often at most. */
export type Look = {
  readonly every_seconds: number;
  readonly slow_seconds: number;
  readonly timeout_seconds: number;
  readonly targets: Readonly<Record<string, readonly string[]>>;
};

/** Who takes tickets; `written`: also sent, not only read aloud. */
export type Support = {
  readonly key: string;
  readonly title: string;
  readonly phone: string;
  readonly written: boolean;
};

export type Status = {
  readonly at: string;
  readonly systems: readonly SystemNow[];
  readonly sayable: readonly Sayable[];
  readonly supports: readonly Support[];
  readonly look: Look | null;
};

export type Ill = { readonly system: SystemNow; readonly trouble: Trouble };

const WORST_FIRST: readonly string[] = ["long", "confirmed", "degraded", "suspected", "recovering"];
const GOING_ON: readonly string[] = ["long", "confirmed", "degraded"];

/** `units`: the user's; null on a locked phone, where nobody knows whose it is. The worst first. */
export function concerning(status: Status | null, units: readonly string[] | null): readonly Ill[] {
  const all = (status?.systems ?? []).flatMap((system) =>
    system.troubles.map((trouble) => ({ system, trouble })),
  );
  return all.filter(({ trouble }) => concerns(trouble, units)).sort((a, b) => rank(a) - rank(b));
}

export type Planned = {
  readonly system: SystemNow;
  readonly work: WorkNow;
  readonly starts: number;
  readonly ends: number;
};

/** Work that people are told of now: from midnight of the day before until it is over. Twin: disruption/rules/maintenance.py. */
export function plannedNow(status: Status | null, now: number): readonly Planned[] {
  const all = (status?.systems ?? []).flatMap((system) =>
    system.planned.map((work) => ({
      system,
      work,
      starts: Date.parse(work.starts_at),
      ends: Date.parse(work.ends_at),
    })),
  );
  return all
    .filter(({ starts, ends }) => instant(addDays(localDay(starts), -1)) <= now && now < ends)
    .sort((a, b) => a.starts - b.starts);
}

/** Paper that is master now, in the user's units. */
export const papersNow = ({ papers }: Trouble, units: readonly string[] | null, now: number) =>
  papers.filter(
    ({ unit, since, until }) =>
      (units === null || units.includes(unit)) &&
      Date.parse(since) <= now &&
      (until === null || now < Date.parse(until)),
  );

export type Worked = { readonly incident: string; readonly unit: string };

/** In which disruption the steps of the guide are done: the worst that goes on in one of the units; null without one. */
export function workedOn(status: Status | null, units: readonly string[]): Worked | null {
  const [worst] = concerning(status, units).filter(({ trouble }) => GOING_ON.includes(trouble.state));
  const unit = units.find((id) => worst && concerns(worst.trouble, [id]));
  return worst && unit ? { incident: worst.trouble.id, unit } : null;
}

/** What the guide was told about whether it is only this one; null when it was not asked. */
export function othersToo(routine: Routine, answers: Facts): boolean | null {
  const asked = routine.scope.unless.filter(({ question }) => question in answers);
  if (asked.length === 0) return null;
  return !asked.some(({ question, options }) => options.includes(answers[question] ?? ""));
}

const concerns = ({ units }: Trouble, mine: readonly string[] | null): boolean =>
  mine === null || Object.keys(units).length === 0 || mine.some((id) => id in units);

const rank = ({ trouble }: Ill): number => {
  const at = WORST_FIRST.indexOf(trouble.state);
  return at < 0 ? WORST_FIRST.length : at;
};
