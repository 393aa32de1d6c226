/**
 * What to do right now, whom to reach right now, and what to ask next. Twin: routine/rules/advice.py;
 * cases: contract/cases/advice.json.
 */
import { reach, type Reached } from "./contacts.ts";
import {
  named,
  type Clause,
  type Days,
  type Guard,
  type Item,
  type Question,
  type Routine,
  type Situation,
  type Step,
} from "./routine.ts";
import { HOUR } from "./zone.ts";

/** Question → option: who the reader is, and what has been observed. */
export type Facts = Readonly<Record<string, string>>;

/** `startsAt`: when a step with a time limit begins, if it is known since when it has lasted. */
export type AdvisedStep = {
  readonly step: Step;
  readonly reach: readonly Reached[];
  readonly startsAt: number | null;
};

/** `applies` is false when the routine is not meant for this; the steps then say what is. */
export type Advice = {
  readonly applies: boolean;
  readonly question: Question | null;
  readonly steps: readonly AdvisedStep[];
};

export type Moment = { readonly now: number; readonly days: Days; readonly beganAt?: number | null };

/** `facts` are those about the reader and the answers given; what is not known is not there. */
export function advise(routine: Routine, situation: string, facts: Facts, moment: Moment): Advice {
  const { instead, unless } = routine.scope;
  const applies = situation !== instead && !holdsAny(unless, facts);
  const items = held(routine, named(routine.situations, applies ? situation : instead), facts);
  const steps = new Set(items.flatMap(({ kind, target }) => (kind === "step" ? [target] : [])));
  const asked = items.find(({ kind, target }) => kind === "ask" && !(target in facts));
  return {
    applies,
    question: asked ? named(routine.questions, asked.target) : null,
    steps: Array.from(steps, (id) => advised(routine, named(routine.steps, id), facts, moment)),
  };
}

/** Every item whose guard lets through, in order, references followed in their place. */
const held = (routine: Routine, situation: Situation, facts: Facts): readonly Item[] =>
  situation.items.flatMap((item) => {
    if (!letsThrough(item.guard, facts)) return [];
    return item.kind === "see" ? held(routine, named(routine.situations, item.target), facts) : [item];
  });

function advised(routine: Routine, step: Step, facts: Facts, { now, days, beganAt }: Moment): AdvisedStep {
  const contacts = step.reach
    .map((id) => named(routine.contacts, id))
    .filter(({ guard }) => letsThrough(guard, facts));
  return {
    step,
    reach: contacts.map((contact) => reach(routine, contact, now, days)),
    startsAt: beganAt != null && step.after ? beganAt + lengthOf(step.after) : null,
  };
}

export const letsThrough = ({ when, unless }: Guard, facts: Facts): boolean =>
  when.every((clause) => holds(clause, facts)) && !holdsAny(unless, facts);

const holdsAny = (clauses: readonly Clause[], facts: Facts): boolean =>
  clauses.some((clause) => holds(clause, facts));

/** What is not known does not hold. */
const holds = ({ question, options }: Clause, facts: Facts): boolean => {
  const fact = facts[question];
  return fact !== undefined && options.includes(fact);
};

const LENGTH = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of a length of time as msgspec writes it: PT4H, P1DT30M, PT14400S. */
function lengthOf(text: string): number {
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = LENGTH.exec(text) ?? [];
  return (Number(days) * 24 + Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600) * HOUR;
}
