/** Today by patient: who is late, who is now, who comes later, who is done. Pure. */
import type { Line, PatientPlan } from "../../app/plan.ts";
import type { Patient } from "../../contract/docs.ts";

export type Card = { readonly patient: Patient; readonly lines: readonly Line[]; readonly urgency: Urgency };
/** "none": nothing planned today, but on this phone. */
export type Urgency = "late" | "due" | "coming" | "done" | "none";

const ORDER: readonly Urgency[] = ["late", "due", "coming", "done", "none"];

/** "N times a week" is never now: it waits among what comes. */
const urgencyOf = (line: Line): Urgency =>
  line.week && line.state === "due"
    ? "coming"
    : line.state === "late" || line.state === "due" || line.state === "coming"
      ? line.state
      : "done";

const mostUrgent = (lines: readonly Line[]): Urgency =>
  ORDER.find((urgency) => lines.some((line) => urgencyOf(line) === urgency)) ?? "none";

/** When the card's most urgent thing is due: sorts late ones by how long they have waited. */
const dueOf = ({ lines, urgency }: Card): number =>
  Math.min(...lines.filter((line) => urgencyOf(line) === urgency).map((line) => line.dueAt));

/** `size`: how many belong to it, whether or not all are drawn yet. */
export type Group = { readonly urgency: Urgency; readonly cards: readonly Card[]; readonly size: number };

export function today(
  plans: readonly PatientPlan[],
  filter: { name: string; unit: string | null },
): readonly Group[] {
  const wanted = filter.name.trim().toLocaleLowerCase("sv");
  const cards = plans
    .filter(({ patient }) => filter.unit === null || patient.unit === filter.unit)
    .filter(({ patient }) => patient.name.toLocaleLowerCase("sv").includes(wanted))
    .map(({ patient, lines }): Card => ({ patient, lines, urgency: mostUrgent(lines) }));
  return ORDER.map((urgency) => groupOf(urgency, inOrder(cards, urgency))).filter(({ size }) => size > 0);
}

const groupOf = (urgency: Urgency, cards: readonly Card[]): Group => ({ urgency, cards, size: cards.length });

/** The first cards only, in the groups they stand in: as many as fill so many rows, each name being one too. */
export function upTo(rows: number, groups: readonly Group[]): readonly Group[] {
  let room = rows;
  const first: Group[] = [];
  for (const group of groups) {
    const cards: Card[] = [];
    for (const card of group.cards) {
      if (room <= 0) break;
      cards.push(card);
      room -= 1 + card.lines.length;
    }
    if (cards.length > 0) first.push({ ...group, cards });
  }
  return first;
}

const inOrder = (cards: readonly Card[], urgency: Urgency): readonly Card[] =>
  cards
    .filter((card) => card.urgency === urgency)
    .sort((a, b) => dueOf(a) - dueOf(b) || a.patient.name.localeCompare(b.patient.name, "sv"));
