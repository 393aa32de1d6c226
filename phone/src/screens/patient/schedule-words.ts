/** A schedule as a nurse would say it: "Måndag, onsdag kl. 08:00 och 14:30". Pure. */
import type { Version } from "../../contract/docs.ts";
import { shortDay } from "../../i18n/format.ts";
import { partWord } from "../../i18n/labels.ts";
import { t, tn } from "../../i18n/t.ts";

/** The fields are the rules' own; here only read for words. */
type Loose = {
  readonly form: string;
  readonly weekdays?: readonly number[];
  readonly times?: readonly string[] | number;
  readonly parts?: readonly string[];
  readonly every_weeks?: number;
};

/** 2026-11-23 is a Monday: weekday 1 is that day. */
const dayName = (weekday: number): string =>
  shortDay(Date.UTC(2026, 10, 22 + weekday, 12))
    .split(" ")[0]!
    .replace(",", "");

function days({ weekdays = [], every_weeks }: Loose): string {
  const named = weekdays.length === 7 ? t("every day") : weekdays.map(dayName).join(", ");
  return every_weeks === 2 ? t("{days}, every other week", { days: named }) : named;
}

export function scheduleWords(version: Version): string {
  const schedule = version.schedule as Loose;
  switch (schedule.form) {
    case "clock": {
      const times = (Array.isArray(schedule.times) ? schedule.times : []).join(", ");
      return t("At {times}, {days}", { times, days: days(schedule) });
    }
    case "part_of_day":
      return `${(schedule.parts ?? []).map(partWord).join(", ")}, ${days(schedule)}`;
    case "times_per_week":
      return tn("{n} time a week, any day", "{n} times a week, any day", Number(schedule.times ?? 1));
    case "as_needed":
      return t("As needed");
    default:
      return schedule.form;
  }
}
