/** A timer that needs nobody to be awake: only when it began is kept, so it is right after a lock or a restart. Pure. */

/** `startedAt` is null while paused; `before`: milliseconds that had gone at the last pause. */
export type Timer = {
  readonly length: number;
  readonly before: number;
  readonly startedAt: number | null;
};

export const timerOf = (seconds: number, gone = 0): Timer => ({
  length: seconds * 1000,
  before: gone * 1000,
  startedAt: null,
});

/** A clock that was set back takes nothing away. */
export const gone = ({ length, before, startedAt }: Timer, now: number): number =>
  Math.min(length, before + (startedAt === null ? 0 : Math.max(0, now - startedAt)));

export const isOver = (timer: Timer, now: number): boolean => gone(timer, now) >= timer.length;

export const isRunning = (timer: Timer | null): boolean => timer !== null && timer.startedAt !== null;

export const started = (timer: Timer, now: number): Timer =>
  timer.startedAt === null ? { ...timer, startedAt: now } : timer;

export const paused = (timer: Timer, now: number): Timer => ({
  ...timer,
  before: gone(timer, now),
  startedAt: null,
});

/** 0:07, 1:30 */
export function minutes(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
