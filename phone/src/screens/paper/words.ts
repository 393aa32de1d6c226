/** The words of paper at home and of the safety box. */
import { t } from "../../i18n/t.ts";

type Table = Readonly<Record<string, () => string>>;

const TASKS: Table = {
  replace: () => t("Exchange"),
  place: () => t("Put in the folder"),
  collect: () => t("Take out"),
  print: () => t("A new one will be printed"),
};
const WHYS: Table = {
  waits: () => t("It is printed and does not lie here yet."),
  newer: () => t("A newer sheet takes its place."),
  changed: () => t("The prescription or the programme has been changed."),
  ended: () => t("What it says holds no more."),
  over: () => t("Its last day has passed."),
  refused: () => t("The patient does not want paper at home."),
};
const STATES: Table = {
  printed: () => t("Printed"),
  handed_out: () => t("Handed out"),
  placed: () => t("Lies in the folder"),
  returned: () => t("Taken back to the unit"),
  destroyed: () => t("Destroyed"),
  missing: () => t("Missing"),
};
const CHOICES: Table = {
  placed: () => t("It lies in the folder now"),
  returned: () => t("I take it to the unit"),
  destroyed: () => t("I have destroyed it"),
  missing: () => t("It is not here"),
};
const KINDS: Table = {
  routine: () => t("The routine"),
  card: () => t("Contact cards"),
  programme: () => t("Programmes, the most common ones"),
  blank_list: () => t("Signing lists, blank"),
  blank_programme: () => t("Programmes, blank"),
  report: () => t("Incident reports"),
};
const STALE: Table = {
  changed: () => t("has been changed since it was printed"),
  not_asked: () => t("does not belong in the box any more"),
  old: () => t("was printed too long ago"),
};

const word = (table: Table, code: string | null | undefined): string =>
  code ? (table[code]?.() ?? code) : "";

export const taskWord = (code: string): string => word(TASKS, code);
export const whyWord = (code: string): string => word(WHYS, code);
export const stateWord = (code: string): string => word(STATES, code);
export const choiceWord = (code: string): string => word(CHOICES, code);
export const kindWord = (code: string): string => word(KINDS, code);
export const staleWord = (code: string): string => word(STALE, code);
