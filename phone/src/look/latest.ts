/** The last round that this phone made, at hand for a report. */
import type { Found } from "./judge.ts";

export type Round = { readonly at: number; readonly found: Found };

const FRESH_MS = 15 * 60_000;
let latest: Round | null = null;

export const keepRound = (round: Round): void => void (latest = round);

/** null when nothing was tried of late. */
export const freshRound = (now: number): Round | null =>
  latest !== null && Math.abs(now - latest.at) < FRESH_MS ? latest : null;
