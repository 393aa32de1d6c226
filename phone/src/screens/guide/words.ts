/** The routine's own texts, in the language of the phone. */
import { currentLanguage } from "../../i18n/t.ts";
import type { Words } from "../../rules/routine.ts";

/** Swedish where there is no English. */
export const said = (words: Words): string => (currentLanguage() === "en" && words.en) || words.sv;
