/** From a patient's document to the facts that the rules judge. Pure. */
import type { Patient, Prescription, Version as VersionDoc } from "../contract/docs.ts";
import { occurrences, versionAt, type Occurrence, type Pause, type Version } from "../rules/occurrences.ts";
import type { Schedule } from "../rules/schedule.ts";

const FORMS: readonly string[] = ["clock", "part_of_day", "times_per_week", "as_needed"];
const DEFAULTS = {
  weekdays: [],
  times: [],
  parts: [],
  every_weeks: 1,
  anchor: null,
  before_minutes: 60,
  after_minutes: 60,
};

/** A form that we do not know yet plans nothing here; the prescription is still shown and can be signed. */
const scheduleOf = (version: VersionDoc): Schedule =>
  FORMS.includes(version.schedule.form)
    ? ({ ...DEFAULTS, ...version.schedule } as unknown as Schedule)
    : { form: "as_needed" };

const factsOf = (version: VersionDoc): Version & { readonly doc: VersionDoc } => ({
  number: version.number,
  effectiveAt: Date.parse(version.effective_at),
  startsOn: version.starts_on,
  endsOn: version.ends_on,
  schedule: scheduleOf(version),
  doc: version,
});

const pauseOf = (pause: Patient["pauses"][number]): Pause => ({
  startsAt: Date.parse(pause.starts_at),
  endsAt: pause.ends_at === null ? null : Date.parse(pause.ends_at),
  reason: pause.reason ?? "",
});

export const occurrencesOf = (
  { id, versions }: Prescription,
  pauses: Patient["pauses"],
  since: number,
  until: number,
): readonly Occurrence[] => occurrences(id, versions.map(factsOf), pauses.map(pauseOf), since, until);

export const versionNow = ({ versions }: Prescription, now: number): VersionDoc | undefined =>
  versionAt(versions.map(factsOf), now)?.doc;
