/** What an item of the programme asks for, and how much of it has been done. Counts what was prescribed, no more. Pure. */
import type { Item } from "../../contract/docs.ts";

/** `each`: how many of the unit in a set; `hold`: seconds that each repetition is held, where the dose says so. */
export type Asked = {
  readonly sets: number;
  readonly each: number;
  readonly unit: "repetitions" | "seconds" | "sets" | "once";
  readonly hold: number | null;
};

/** `done`: of the unit in each set begun; `skipped`: why nothing was done of it. */
export type Part = {
  readonly done: readonly number[];
  readonly skipped: string | null;
  readonly variant: "easier" | "harder" | null;
};

export const UNTOUCHED: Part = { done: [], skipped: null, variant: null };
const MOST = 10_000;

export function askedOf({ sets, repetitions, seconds }: Item): Asked {
  if (repetitions) return { sets: sets || 1, each: repetitions, unit: "repetitions", hold: seconds || null };
  if (seconds) return { sets: sets || 1, each: seconds, unit: "seconds", hold: null };
  if (sets) return { sets: 1, each: sets, unit: "sets", hold: null };
  return { sets: 1, each: 1, unit: "once", hold: null };
}

export const doneIn = (part: Part, set: number): number => part.done[set] ?? 0;

/** The first set that is not full; the last one when all are. */
export function setNow(part: Part, asked: Asked): number {
  for (let set = 0; set < asked.sets; set += 1) if (doneIn(part, set) < asked.each) return set;
  return asked.sets - 1;
}

export const isWhole = (part: Part, asked: Asked): boolean =>
  Array.from({ length: asked.sets }, (_, set) => doneIn(part, set)).every((done) => done >= asked.each);

export const total = (part: Part): number => part.done.reduce((sum, done) => sum + done, 0);

export const isTouched = (part: Part): boolean => total(part) > 0;

/** Whoever counts does not skip. */
export function withDone(part: Part, set: number, amount: number): Part {
  const kept = Math.min(MOST, Math.max(0, Math.round(amount)));
  const length = Math.max(part.done.length, set + 1);
  const done = Array.from({ length }, (_, i) => (i === set ? kept : doneIn(part, i)));
  return { ...part, done, skipped: null };
}

/** One more; a set that is full is followed by the next, and a whole item stays as it is. */
export function oneMore(part: Part, asked: Asked): Part {
  const set = setNow(part, asked);
  return isWhole(part, asked) ? part : withDone(part, set, doneIn(part, set) + 1);
}

/** The last one counted is taken back. */
export function oneLess(part: Part): Part {
  const set = part.done.findLastIndex((done) => done > 0);
  return set < 0 ? part : withDone(part, set, doneIn(part, set) - 1);
}

export const allDone = (part: Part, asked: Asked): Part => ({
  ...part,
  skipped: null,
  done: Array.from({ length: asked.sets }, (_, set) => Math.max(asked.each, doneIn(part, set))),
});

export const skip = (part: Part, reason: string): Part => ({ ...part, done: [], skipped: reason });
