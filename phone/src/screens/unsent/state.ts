/** The log, sorted into what waits, what was refused and what is with the server. Pure. */
import { isWork, type Entry } from "../../log/read.ts";

export type Sorted = {
  readonly unsent: readonly Entry[];
  readonly refused: readonly Entry[];
  readonly answered: readonly Entry[];
};

/** Newest first; what is with the server only as far back as a screen needs. */
export function sorted(entries: readonly Entry[]): Sorted {
  const newest = entries.filter(isWork).reverse();
  const isAnswered = (entry: Entry): boolean => entry.state !== "unsent" && entry.state !== "refused";
  return {
    unsent: newest.filter((entry) => entry.state === "unsent"),
    refused: newest.filter((entry) => entry.state === "refused"),
    answered: newest.filter(isAnswered).slice(0, 30),
  };
}

/** The number in the bar at the bottom: always visible, and true. */
export const unsentCount = (entries: readonly Entry[], carried: number): number =>
  entries.filter((entry) => entry.state === "unsent" && isWork(entry)).length + carried;
