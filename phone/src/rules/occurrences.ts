/** Which occurrences does a prescription plan? Twin: care/rules/occurrences.py; cases: contract/cases/schedule.json. */
import { occurrenceId } from "./occurrenceId.ts";
import { PART_HOURS, type Clock, type PartOfDay, type Schedule, type TimesPerWeek } from "./schedule.ts";
import { addDays, daysBetween, HOUR, instant, isoWeek, localDay, monday, weekday } from "./zone.ts";

/** What became late may be signed this long, even past midnight. */
export const LEAST_TIME_TO_SIGN = 4 * HOUR;
const MINUTE = 60_000;

/** A prescription as decided. Instants in milliseconds, days as 2026-11-23. Twin: `Version`. */
export type Version = {
  readonly number: number;
  readonly effectiveAt: number;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly schedule: Schedule;
};

export type Pause = { readonly startsAt: number; readonly endsAt: number | null; readonly reason: string };

/** opens ≤ dueAt ≤ dueBy < closes: may be signed from, is due at, is late after, is missing after. Twin: `Occurrence`. */
export type Occurrence = {
  readonly id: string;
  readonly slot: string;
  readonly version: number;
  readonly opens: number;
  readonly dueAt: number;
  readonly dueBy: number;
  readonly closes: number;
  readonly paused: string | null;
};

type Planned = Omit<Occurrence, "id" | "paused" | "closes" | "version">;

/** The newest version in force at that instant. Twin: `version_at`. */
export function versionAt<V extends Pick<Version, "number" | "effectiveAt">>(
  versions: readonly V[],
  at: number,
): V | undefined {
  return versions
    .filter(({ effectiveAt }) => effectiveAt <= at)
    .reduce<V | undefined>((last, one) => (last && last.number > one.number ? last : one), undefined);
}

/** Every occurrence whose window [opens, dueBy) meets [since, until), by due time. Twin: `occurrences`. */
export function occurrences(
  prescription: string,
  versions: readonly Version[],
  pauses: readonly Pause[],
  since: number,
  until: number,
): readonly Occurrence[] {
  return versions
    .flatMap((version) =>
      planned(version, versions, since, until)
        .filter((one) => one.opens < until && (one.dueBy > since || one.opens >= since))
        .map((one) => ({
          ...one,
          id: occurrenceId(prescription, one.slot),
          version: version.number,
          closes: closes(one.dueBy),
          paused: pauses.find((pause) => isPaused(pause, one))?.reason ?? null,
        })),
    )
    .sort((a, b) => a.dueAt - b.dueAt || (a.slot < b.slot ? -1 : 1));
}

const ofWeek = ({ slot }: Pick<Occurrence, "slot">): boolean => slot.includes("W");

/** What this version owns, in a span that is a little too wide. Twin: `_planned`. */
function planned(
  version: Version,
  versions: readonly Version[],
  since: number,
  until: number,
): readonly Planned[] {
  const { schedule } = version;
  const [first, last] = [addDays(localDay(since), -2), addDays(localDay(until), 1)];
  switch (schedule.form) {
    case "clock":
    case "part_of_day":
      return daysOf(version, first, last)
        .filter((day) => isADayFor(schedule, day))
        .flatMap((day) => ofDay(schedule, day))
        .filter(({ dueAt }) => versionAt(versions, dueAt) === version);
    case "times_per_week":
      return mondays(first, last)
        .filter((day) => ownerOfWeek(versions, day) === version)
        .flatMap((day) => ofAWeek(schedule, version, day));
    case "as_needed":
      return [];
  }
}

/** The version in force at the week's close, though it began in mid-week. Twin: `_owner_of_week`. */
function ownerOfWeek(versions: readonly Version[], first: string): Version | undefined {
  let superseded = instant(addDays(first, 7));
  for (const version of [...versions].sort((a, b) => b.number - a.number)) {
    if (version.effectiveAt >= superseded) continue;
    const [day] = daysOf(version, first, addDays(first, 6));
    if (day !== undefined && instant(day) < superseded) return version;
    if (version.startsOn < first) return undefined;
    superseded = version.effectiveAt; // its period begins later: the one before may have the week
  }
  return undefined;
}

function daysOf({ startsOn, endsOn }: Version, first: string, last: string): readonly string[] {
  const from = first > startsOn ? first : startsOn;
  const to = endsOn !== null && endsOn < last ? endsOn : last;
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
}

function mondays(first: string, last: string): readonly string[] {
  const from = monday(first);
  return Array.from({ length: Math.floor(daysBetween(from, last) / 7) + 1 }, (_, week) =>
    addDays(from, week * 7),
  );
}

function isADayFor({ weekdays, anchor, every_weeks }: Clock | PartOfDay, day: string): boolean {
  if (!weekdays.includes(weekday(day))) return false;
  return anchor === null || (daysBetween(monday(anchor), monday(day)) / 7) % every_weeks === 0;
}

function ofDay(schedule: Clock | PartOfDay, day: string): readonly Planned[] {
  if (schedule.form === "clock") {
    return schedule.times.map((time) => {
      const dueAt = instant(day, time);
      const [opens, dueBy] = [
        dueAt - schedule.before_minutes * MINUTE,
        dueAt + schedule.after_minutes * MINUTE,
      ];
      return { slot: `${day}T${time}`, opens, dueAt, dueBy };
    });
  }
  return schedule.parts.map((part) => {
    const [start, end] = PART_HOURS[part];
    const opens = instant(day, start);
    const dueBy = instant(end <= start ? addDays(day, 1) : day, end);
    return { slot: `${day}/${part}`, opens, dueAt: opens, dueBy };
  });
}

function ofAWeek({ times }: TimesPerWeek, version: Version, first: string): readonly Planned[] {
  const days = daysOf(version, first, addDays(first, 6));
  const [opens, dueBy] = [instant(first), instant(addDays(days.at(-1) ?? first, 1))];
  return Array.from({ length: Math.min(times, days.length) }, (_, index) => ({
    slot: `${isoWeek(first)}/${index + 1}`,
    opens,
    dueAt: dueBy,
    dueBy,
  }));
}

/** The end of the local day, but never less than four hours after it became late. */
function closes(dueBy: number): number {
  return Math.max(instant(addDays(localDay(dueBy - 1), 1)), dueBy + LEAST_TIME_TO_SIGN);
}

function isPaused({ startsAt, endsAt }: Pause, one: Planned): boolean {
  if (ofWeek(one)) return startsAt <= one.opens && (endsAt === null || endsAt >= one.dueBy);
  return startsAt <= one.dueAt && (endsAt === null || one.dueAt < endsAt);
}
