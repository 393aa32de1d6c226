/** The forms of a schedule as they travel. Twin: `Schedule` in care/rules/schedule.py. */

export type Part = "morning" | "forenoon" | "noon" | "afternoon" | "evening" | "night";

export type Clock = {
  readonly form: "clock";
  readonly weekdays: readonly number[];
  readonly times: readonly string[];
  readonly every_weeks: number;
  readonly anchor: string | null;
  readonly before_minutes: number;
  readonly after_minutes: number;
};

export type PartOfDay = {
  readonly form: "part_of_day";
  readonly weekdays: readonly number[];
  readonly parts: readonly Part[];
  readonly every_weeks: number;
  readonly anchor: string | null;
};

export type TimesPerWeek = { readonly form: "times_per_week"; readonly times: number };
export type AsNeeded = { readonly form: "as_needed" };
export type Schedule = Clock | PartOfDay | TimesPerWeek | AsNeeded;

/** Hours on the Swedish wall clock; an end at or before the start lies on the next day. Twin: `PART_HOURS`. */
export const PART_HOURS: Readonly<Record<Part, readonly [string, string]>> = {
  morning: ["07:00", "10:00"],
  forenoon: ["10:00", "12:00"],
  noon: ["11:00", "13:00"],
  afternoon: ["13:00", "17:00"],
  evening: ["17:00", "22:00"],
  night: ["22:00", "07:00"],
};
