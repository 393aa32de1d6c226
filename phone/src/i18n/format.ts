/** Times and days as people read them, always Swedish local time. Milliseconds in. */
import { addDays, instant, localDay, ZONE } from "../rules/zone.ts";
import { currentLanguage, t } from "./t.ts";

const made = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a millisecond; a list has hundreds of times. */
function format(
  options: Intl.DateTimeFormatOptions,
  locale = currentLanguage() === "sv" ? "sv-SE" : "en-GB",
) {
  const key = locale + JSON.stringify(options);
  const found = made.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
  made.set(key, found);
  return found;
}

/** 09:12 */
export const clockTime = (at: number): string =>
  format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);

/** tisdag 24 november */
export const longDay = (at: number): string =>
  format({ weekday: "long", day: "numeric", month: "long" }).format(at);

/** tis 24 nov */
export const shortDay = (at: number): string =>
  format({ weekday: "short", day: "numeric", month: "short" }).format(at);

/** 09:12 today, otherwise "tis 24 nov 09:12". */
export const moment = (at: number, now: number): string =>
  localDay(at) === localDay(now) ? clockTime(at) : `${shortDay(at)} ${clockTime(at)}`;

/** “i dag 22:00–24:00”, “i morgon 22:00 – ons 25 nov. 02:00”. Midnight belongs to the day that it ends. */
export function span(from: number, until: number, now: number): string {
  const last = until - 60_000;
  const ends = localDay(last) === localDay(until) ? clockTime(until) : "24:00";
  const begins = `${nearDay(from, now)} ${clockTime(from)}`;
  return localDay(from) === localDay(last)
    ? `${begins}–${ends}`
    : `${begins} – ${nearDay(last, now)} ${ends}`;
}

function nearDay(at: number, now: number): string {
  const [day, today] = [localDay(at), localDay(now)];
  if (day === today) return t("today");
  return day === addDays(today, 1) ? t("tomorrow") : shortDay(at);
}

/** First instant of the local day that holds `at`. */
export const dayStart = (at: number): number => instant(localDay(at));

/** First instant of the following local day. */
export const dayEnd = (at: number): number => instant(addDays(localDay(at), 1));
