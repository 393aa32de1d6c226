/** What has become of each occurrence? Twin: signing/rules/balance.py; cases: contract/cases/balance.json. */
import type { Occurrence } from "./occurrences.ts";

export type State =
  "coming" | "due" | "late" | "performed" | "partly" | "not_performed" | "unaccounted" | "double" | "paused";

/** A signature as far as the balance is concerned. Twin: `Signed`. */
export type Signed = {
  readonly id: string;
  readonly occurrence: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly performedAt: number;
  readonly corrects: string | null;
  readonly counts: boolean;
  /** Somebody has decided that it rightly stands beside another. */
  readonly beside: boolean;
};

export type Line = {
  readonly occurrence: Occurrence;
  readonly state: State;
  readonly reason: string | null;
  readonly signatures: readonly string[];
};

/** Those that stand: counting, not void, not corrected by another that counts. Order and repetition do not matter. */
export function effective<S extends Signed>(signatures: readonly S[]): readonly S[] {
  const counting = new Map(signatures.filter(({ counts }) => counts).map((one) => [one.id, one]));
  const corrected = new Set(
    Array.from(counting.values(), (one) => (one.corrects === one.id ? null : one.corrects)),
  );
  return Array.from(counting.values())
    .filter(({ id, outcome }) => !corrected.has(id) && outcome !== "void")
    .sort((a, b) => a.performedAt - b.performedAt || (a.id < b.id ? -1 : 1));
}

/** A line for each occurrence, in the order given. */
export function balance(
  occurrences: readonly Occurrence[],
  signatures: readonly Signed[],
  now: number,
): readonly Line[] {
  const byOccurrence = new Map<string | null, Signed[]>();
  for (const one of effective(signatures)) {
    byOccurrence.set(one.occurrence, [...(byOccurrence.get(one.occurrence) ?? []), one]);
  }
  return occurrences.map((occurrence) => lineOf(occurrence, byOccurrence.get(occurrence.id) ?? [], now));
}

function lineOf(occurrence: Occurrence, standing: readonly Signed[], now: number): Line {
  const signatures = standing.map(({ id }) => id);
  const alone = standing.filter(({ beside }) => !beside);
  const [first, second] = alone.length > 0 ? alone : standing.slice(0, 1);
  if (!first)
    return { occurrence, state: unsignedState(occurrence, now), reason: occurrence.paused, signatures };
  if (second) return { occurrence, state: "double", reason: null, signatures };
  return { occurrence, state: stateOf(first.outcome), reason: first.reason, signatures };
}

/** An outcome that a newer server knows and we do not still says that somebody signed. */
function stateOf(outcome: string): State {
  return outcome === "partly" || outcome === "not_performed" ? outcome : "performed";
}

/** What an occurrence is while nobody has signed it. The moment it is due by is still on time. */
export function unsignedState(occurrence: Occurrence, now: number): State {
  if (occurrence.paused !== null) return "paused";
  if (now < occurrence.opens) return "coming";
  if (now <= occurrence.dueBy) return "due";
  return now < occurrence.closes ? "late" : "unaccounted";
}
