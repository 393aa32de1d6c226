/** A programme being worked through: where one is, what is done so far, and what is signed of it. Pure. */
import type { Item } from "../../contract/docs.ts";
import type { SignatureBody, Worked } from "../../log/event.ts";
import { askedOf, doneIn, isTouched, isWhole, oneMore, setNow, total, UNTOUCHED, withDone } from "./asked.ts";
import type { Part } from "./asked.ts";
import { gone, isOver, paused, type Timer } from "./timer.ts";

/** Whose, and which occurrence; `occurrence` and `slot` are null when as needed. */
export type Subject = {
  readonly patient: string;
  readonly prescription: string;
  readonly version: number;
  readonly occurrence: string | null;
  readonly slot: string | null;
};

/** `place`: the exercise, from 0; after the last comes how it felt, and then the summary. */
export type Work = {
  readonly subject: Subject;
  readonly begunAt: number;
  readonly touchedAt: number;
  readonly place: number;
  readonly parts: readonly Part[];
  readonly timer: Timer | null;
  readonly pain: number | null;
  readonly effort: number | null;
  readonly note: string;
  /** What the performer says it amounts to; null: nobody has changed what is suggested. */
  readonly outcome: string | null;
};

type Items = readonly Item[];

export const begin = (subject: Subject, items: Items, at: number): Work => ({
  subject,
  begunAt: at,
  touchedAt: at,
  place: 0,
  parts: items.map(() => UNTOUCHED),
  timer: null,
  pain: null,
  effort: null,
  note: "",
  outcome: null,
});

export const isBegun = ({ place, parts }: Work): boolean =>
  place > 0 || parts.some((part) => isTouched(part) || part.skipped !== null);

export const partAt = (work: Work, place: number): Part => work.parts[place] ?? UNTOUCHED;

export const withPart = (work: Work, place: number, part: Part): Work => ({
  ...work,
  parts: work.parts.map((known, i) => (i === place ? part : known)),
});

/** What the timer has come to is written down: whole when it is over, else the seconds that have gone. */
export function settle(work: Work, items: Items, now: number): Work {
  const { timer, place } = work;
  const item = items[place];
  if (!timer || !item) return work;
  const asked = askedOf(item);
  const part = partAt(work, place);
  const over = isOver(timer, now);
  if (asked.unit !== "seconds")
    return over ? withPart({ ...work, timer: null }, place, oneMore(part, asked)) : work;
  const seconds = Math.floor(gone(timer, now) / 1000);
  return withPart(
    { ...work, timer: over ? null : timer },
    place,
    withDone(part, setNow(part, asked), seconds),
  );
}

/** Pausing keeps what has gone; a pause that comes too late finds it whole. */
export function pause(work: Work, items: Items, now: number): Work {
  const settled = settle(work, items, now);
  return settled.timer ? { ...settled, timer: paused(settled.timer, now) } : settled;
}

/** To another place: a running timer stops, what it had come to stays. */
export const goTo = (work: Work, items: Items, place: number, now: number): Work => ({
  ...settle(work, items, now),
  place: Math.max(0, Math.min(items.length + 1, place)),
  timer: null,
});

/** What is not listed was not done. */
export const workedOf = (work: Work, items: Items): readonly Worked[] =>
  items.flatMap((item, place) => {
    const part = partAt(work, place);
    const said = { item: place + 1, exercise: item.exercise };
    if (part.skipped !== null) return [{ ...said, skipped: part.skipped }];
    if (!isTouched(part)) return [];
    const variant = part.variant ? { variant: part.variant } : {};
    return [{ ...said, ...amounts(part, item), ...variant }];
  });

function amounts(part: Part, item: Item): Partial<Worked> {
  const { unit, sets } = askedOf(item);
  if (unit === "once") return {};
  if (unit === "sets") return { sets: total(part) };
  const begun = Array.from({ length: sets }, (_, set) => doneIn(part, set)).filter((done) => done > 0).length;
  return { sets: begun, [unit]: total(part) };
}

/** What it looks like; the performer says what it was. Nothing done suggests nothing. */
export function suggested(work: Work, items: Items): "performed" | "partly" | null {
  if (items.every((item, place) => isWhole(partAt(work, place), askedOf(item)))) return "performed";
  return work.parts.some(isTouched) ? "partly" : null;
}

export function bodyOf(
  work: Work,
  items: Items,
  outcome: string,
  reason: string | null,
  at: number,
): SignatureBody {
  const { subject, pain, effort, note } = work;
  return {
    ...subject,
    outcome,
    reason,
    note: note.trim(),
    performed_at: new Date(at).toISOString(),
    corrects: null,
    done: null,
    worked: workedOf(work, items),
    pain,
    effort,
  };
}
