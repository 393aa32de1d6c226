/** Swedish wall time and instants, with nothing but Intl. Instants are milliseconds since 1970. */

export const ZONE = "Europe/Stockholm";
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const wallOf = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});
const offsets = new Map<number, number>();

/** How far Swedish time is ahead of UTC. Clocks are changed on the hour, so an hour has one answer. */
function offsetAt(instant: number): number {
  const hour = Math.floor(instant / HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const parts = new Map(wallOf.formatToParts(hour * HOUR).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  offsets.set(hour, wall - hour * HOUR);
  return wall - hour * HOUR;
}

/** The first instant with that wall time; a time the clocks skip is moved on by as much as they are (Python's fold 0). */
export function instant(day: string, time = "00:00"): number {
  const wall = Date.parse(`${day}T${time}Z`);
  const [before, after] = [offsetAt(wall - DAY), offsetAt(wall + DAY)];
  if (offsetAt(wall - before) === before) return wall - before;
  return offsetAt(wall - after) === after ? wall - after : wall - before;
}

/** The Swedish calendar day of an instant, as 2026-11-23. */
export function localDay(at: number): string {
  return new Date(at + offsetAt(at)).toISOString().slice(0, 10);
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay() || 7;
}

export function monday(day: string): string {
  return addDays(day, 1 - weekday(day));
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY);
}

/** ISO 8601 week as 2026-W48: the week that holds the year's first Thursday is its first. */
export function isoWeek(day: string): string {
  const thursday = addDays(monday(day), 3);
  const year = thursday.slice(0, 4);
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7);
  return `${year}-W${String(week).padStart(2, "0")}`;
}
