/**
 * A routine as the phone carries it. Twin: routine/rules/routine.py; made by routine/plain.py; examples: contract/routines.
 *
 * For a screen that guides: choose a situation (those whose `audiences` have the reader first), call `advise`, show its
 * steps and whom they reach, ask its question, add the answer to the facts and call again. `question` is null when there
 * is nothing more to ask. The steps hold all the while, so that nobody waits for a question. The facts are also the record
 * of what was observed. Ids are the same in every language.
 */

/** A text in both languages; Swedish where there is no English. */
export type Words = { readonly sv: string; readonly en: string };
export type Clause = { readonly question: string; readonly options: readonly string[] };
/** Lets through when every `when` is known to hold, unless any `unless` is known to hold. */
export type Guard = { readonly when: readonly Clause[]; readonly unless: readonly Clause[] };
export type Option = { readonly id: string; readonly text: Words };
export type Question = { readonly id: string; readonly text: Words; readonly options: readonly Option[] };

/** On these weekdays (1 Monday … 7 Sunday), by the clock on the wall. Closing at or before opening: the next day. */
export type Hours = {
  readonly weekdays: readonly number[];
  readonly opens: string;
  readonly closes: string;
  /** What closed days do to it. */
  readonly holidays: "closed" | "open" | "only";
};

/** Whom to turn to, and how. Without hours: at any time. `otherwise`: the contact to turn to when it is closed. */
export type Contact = {
  readonly id: string;
  readonly name: Words;
  readonly phone: string;
  readonly mail: string;
  readonly portal: string;
  readonly hours: readonly Hours[];
  readonly otherwise: string;
  readonly guard: Guard;
};

/** What to do. `after`: when it has lasted that long, as PT4H. */
export type Step = {
  readonly id: string;
  readonly text: Words;
  readonly source: string;
  readonly reach: readonly string[];
  readonly after: string | null;
  readonly decides: Words | null;
};

export type Item = {
  readonly kind: "step" | "ask" | "see";
  readonly target: string;
  readonly guard: Guard;
};

export type Situation = {
  readonly id: string;
  readonly title: Words;
  readonly audiences: readonly string[];
  readonly items: readonly Item[];
};

export type Routine = {
  readonly id: string;
  readonly title: Words;
  readonly version: number;
  readonly decided_on: string;
  readonly scope: { readonly unless: readonly Clause[]; readonly instead: string };
  readonly questions: readonly Question[];
  readonly contacts: readonly Contact[];
  readonly steps: readonly Step[];
  readonly situations: readonly Situation[];
};

/** What is special from `first` to `last`, both included: closed days and why, shortened days and until when. */
export type Days = {
  readonly first: string;
  readonly last: string;
  readonly closed: Readonly<Record<string, Words>>;
  readonly shortened: Readonly<Record<string, string>>;
};

/** All that is needed to answer with no server and no calendar. */
export type Pocket = { readonly routine: Routine; readonly days: Days };

/** Questions about the reader; all others are about what is observed. */
export const ABOUT_READER = { role: "role", employer: "employer", unit: "unit" } as const;

/** The question that the helpdesk's answer answers, with yes or no. */
export const ABOUT_AUTHORISATION = "authorised";

/** The reader of a routine that names something it does not have: it was checked when it was written, so never. */
export function named<Named extends { readonly id: string }>(all: readonly Named[], id: string): Named {
  const found = all.find((one) => one.id === id);
  if (!found) throw new Error(`The routine has no “${id}”`);
  return found;
}
