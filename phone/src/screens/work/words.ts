/** The words of working through: amounts, reasons to skip, what the counter says. */
import { t, tn } from "../../i18n/t.ts";
import { askedOf, doneIn, isTouched, isWhole, setNow, type Asked, type Part } from "./asked.ts";
import type { Item } from "../../contract/docs.ts";

const SKIPS: Readonly<Record<string, () => string>> = {
  declined: () => t("The patient does not want to"),
  unwell: () => t("The patient is not up to it today"),
  pain: () => t("It hurts"),
  too_hard: () => t("It is too hard"),
  equipment: () => t("Something that is needed is missing"),
  no_time: () => t("There is no time"),
  other: () => t("Something else"),
};

export const SKIP_CODES: readonly string[] = Object.keys(SKIPS);
export const skipWord = (code: string): string => SKIPS[code]?.() ?? code;

/** "5 of 8", in the unit of the dose. */
export function amountWords(
  done: number | string,
  { each, unit }: { readonly each: number | string; readonly unit: Asked["unit"] },
): string {
  if (unit === "once") return done ? t("Done") : t("Not done");
  if (unit === "seconds") return t("{done} of {all} seconds", { done, all: each });
  if (unit === "sets") return t("{done} of {all} sets", { done, all: each });
  return t("{done} of {all} times", { done, all: each });
}

export const setWords = (set: number, { sets }: Asked): string =>
  t("Set {set} of {sets}", { set: set + 1, sets });

/** What is said aloud when the counter changes. */
export function spoken(part: Part, asked: Asked): string {
  if (part.skipped !== null) return t("Skipped: {why}", { why: skipWord(part.skipped) });
  if (isWhole(part, asked)) return t("The exercise is done");
  if (!isTouched(part)) return "";
  const set = setNow(part, asked);
  const amount = amountWords(doneIn(part, set), asked);
  return asked.sets > 1 ? `${setWords(set, asked)}: ${amount}` : amount;
}

/** One line for the summary: what was done of what was prescribed, set by set where they differ. */
export function doneWords(part: Part, item: Item): string {
  const asked = askedOf(item);
  if (part.skipped !== null) return t("Skipped: {why}", { why: skipWord(part.skipped) });
  if (!isTouched(part)) return t("Not done");
  const variant = part.variant ? [variantWord(part.variant)] : [];
  const sets = Array.from({ length: asked.sets }, (_, set) => doneIn(part, set));
  if (asked.sets === 1) return [amountWords(sets[0]!, asked), ...variant].join(" · ");
  const same = sets.every((done) => done === sets[0]);
  const counted = same
    ? `${tn("{n} set", "{n} sets", asked.sets)} · ${amountWords(sets[0]!, asked)}`
    : amountWords(sets.join(" + "), { ...asked, each: `${asked.sets} × ${asked.each}` });
  return [counted, ...variant].join(" · ");
}

export const variantWord = (variant: "easier" | "harder"): string =>
  variant === "easier" ? t("the easier way") : t("the harder way");
