/** Who reads on this phone, told once and remembered: role, employer, unit. No names. */
import type { Facts } from "../../rules/advice.ts";
import { ABOUT_READER, type Routine } from "../../rules/routine.ts";

const KEY = "beredd-reader";
const ABOUT: readonly string[] = Object.values(ABOUT_READER);

export const isAboutReader = (question: string): boolean => ABOUT.includes(question);

/** As far as this routine has such answers: another may know other employers. */
export function readerFor(routine: Routine, told: Facts = remembered()): Facts {
  const possible = (question: string, option: string): boolean =>
    routine.questions.some(({ id, options }) => id === question && options.some((one) => one.id === option));
  return Object.fromEntries(Object.entries(told).filter(([question, option]) => possible(question, option)));
}

export function remembered(): Facts {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return Object.fromEntries(
      Object.entries(read as object).filter(
        ([name, value]) => isAboutReader(name) && typeof value === "string",
      ),
    ) as Facts;
  } catch {
    return {};
  }
}

export function remember(question: string, option: string): void {
  write({ ...remembered(), [question]: option });
}

export const forget = (): void => write({});

function write(facts: Facts): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(facts));
  } catch {
    // storage switched off: it is asked again
  }
}
