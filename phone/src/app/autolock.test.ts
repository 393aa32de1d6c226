/** The app locks by itself, also when it was asleep meanwhile. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchIdle } from "./autolock.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("untouched for five minutes locks", () => {
  const lock = vi.fn();
  const stop = watchIdle(5, lock);
  vi.advanceTimersByTime(4 * 60_000);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(61_000);
  expect(lock).toHaveBeenCalled();
  stop();
});

test("a touch starts the minutes anew", () => {
  const lock = vi.fn();
  const stop = watchIdle(5, lock);
  vi.advanceTimersByTime(4 * 60_000);
  document.dispatchEvent(new Event("pointerdown"));
  vi.advanceTimersByTime(4 * 60_000);
  expect(lock).not.toHaveBeenCalled();
  stop();
});

test("timers sleep in the background, so coming back asks the clock", () => {
  const lock = vi.fn();
  const stop = watchIdle(5, lock);
  vi.setSystemTime(Date.now() + 6 * 60_000); // no timer ran meanwhile
  document.dispatchEvent(new Event("visibilitychange"));
  expect(lock).toHaveBeenCalledTimes(1);
  stop();
});
