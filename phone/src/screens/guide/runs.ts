/** What the guide was told, kept on the phone so that it can become a report of the disruption. Nobody is named. */
import type { Facts } from "../../rules/advice.ts";

export type Run = {
  readonly id: string;
  readonly at: number;
  readonly routine: string;
  readonly version: number;
  readonly situation: string;
  readonly reader: Facts;
  readonly answers: Facts;
};

const KEY = "beredd-guide-runs";
const KEPT = 10;

export function runs(): readonly Run[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(read) ? (read as Run[]) : [];
  } catch {
    return [];
  }
}

/** The latest first; the same run again takes its own place. */
export const withRun = (kept: readonly Run[], run: Run): readonly Run[] =>
  [run, ...kept.filter(({ id }) => id !== run.id)].slice(0, KEPT);

export function keepRun(run: Run): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(withRun(runs(), run)));
  } catch {
    // storage switched off: the guide works all the same
  }
}
