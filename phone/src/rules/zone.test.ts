import * as fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, daysBetween, instant, isoWeek, localDay, monday, weekday } from "./zone.ts";

const days = fc.integer({ min: 0, max: 20_000 }).map((number) => addDays("1990-01-01", number));
const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const two = (number: number): string => String(number).padStart(2, "0");
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

it("the clocks skip half past two in March and show it twice in October", () => {
  expect(new Date(instant("2026-03-29", "02:30")).toISOString()).toBe("2026-03-29T01:30:00.000Z");
  expect(new Date(instant("2026-10-25", "02:30")).toISOString()).toBe("2026-10-25T00:30:00.000Z");
});

it("a wall time's instant lies on its own day", () => {
  fc.assert(fc.property(days, minutes, (day, minute) => localDay(instant(day, clock(minute))) === day));
});

it("two wall times are as far apart as they look, save for the hour that is skipped or comes twice", () => {
  fc.assert(
    fc.property(days, minutes, minutes, (day, a, b) => {
      const apart = (instant(day, clock(b)) - instant(day, clock(a))) / 60_000;
      expect(Math.abs(apart - (b - a))).toBeLessThanOrEqual(60);
    }),
  );
});

it("a week has one name from its Monday to its Sunday and another after", () => {
  fc.assert(
    fc.property(days, (day) => {
      const first = monday(day);
      expect(weekday(first)).toBe(1);
      expect(isoWeek(addDays(first, 6))).toBe(isoWeek(day));
      expect(isoWeek(addDays(first, 7))).not.toBe(isoWeek(day));
      expect(daysBetween(first, addDays(first, 7))).toBe(7);
    }),
  );
});
