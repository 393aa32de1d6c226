/** Times and days as people read them, always Swedish local time. Milliseconds in. */
import { currentLanguage } from "./t.ts";

const ZONE = "Europe/Stockholm";
const made = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a millisecond; a list has hundreds of times. */
function format(options: Intl.DateTimeFormatOptions, locale = currentLanguage() === "sv" ? "sv-SE" : "en-GB") {
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

/** 2026-11-24: the local day. */
export const localDay = (at: number): string =>
  format({ year: "numeric", month: "2-digit", day: "2-digit" }, "sv-SE").format(at);

/** 09:12 today, otherwise "tis 24 nov 09:12". */
export const moment = (at: number, now: number): string =>
  localDay(at) === localDay(now) ? clockTime(at) : `${shortDay(at)} ${clockTime(at)}`;

/** Milliseconds to add to UTC to get Swedish wall time at that instant. */
function zoneOffset(at: number): number {
  const parts = format(
    {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    },
    "sv-SE",
  ).formatToParts(at);
  const [year, month, day, hour, minute, second] = parts
    .filter((part) => part.type !== "literal")
    .map((part) => Number(part.value));
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) - Math.floor(at / 1000) * 1000;
}

/** The instant of a Swedish wall time, "2026-11-24" and "09:12". */
export function instantOf(day: string, time: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const first = asUtc - zoneOffset(asUtc);
  return asUtc - zoneOffset(first);
}

/** First instant of the local day that holds `at`. */
export const dayStart = (at: number): number => instantOf(localDay(at), "00:00");

/** First instant of the following local day. */
export const dayEnd = (at: number): number => dayStart(dayStart(at) + 26 * 3600 * 1000);
