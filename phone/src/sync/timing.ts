/** When to try again: with jitter, so that all phones do not come back in the same second. Pure. */

const CALM_MS = 60_000;
const FIRST_MS = 5_000;
/** Short, since a browser does not always tell when the network is back, and a signature should not wait for that. */
const LONGEST_MS = 20_000;

/** Milliseconds to the next try after `failures` failed ones in a row. `dice` is a random number in [0, 1). */
export function nextTry(failures: number, dice: number): number {
  if (failures === 0) return CALM_MS * (0.8 + 0.4 * dice);
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return ceiling * (0.5 + 0.5 * dice);
}

/** How many things to ask for or send at a time: a thin network that cannot carry many may carry one. */
export const smaller = (size: number): number => (size > 10 ? Math.ceil(size / 5) : 1);

/** The network came back for everybody at once: up to two seconds apart is enough for a unit, and feels at once. */
export const afterOnline = (dice: number): number => 200 + 1800 * dice;
