/** The dose as short words. Nothing is computed: what was prescribed is said. Pure. */
import type { Item } from "../../contract/docs.ts";
import { sideWord } from "../../i18n/labels.ts";
import { t, tn } from "../../i18n/t.ts";

export function doseWords(item: Item): readonly string[] {
  const words: string[] = [];
  if (item.sets) words.push(tn("{n} set", "{n} sets", item.sets));
  if (item.repetitions) words.push(tn("{n} repetition", "{n} repetitions", item.repetitions));
  if (item.seconds) words.push(tn("{n} second", "{n} seconds", item.seconds));
  if (item.load) words.push(t("Load: {load}", { load: item.load }));
  if (item.side) words.push(sideWord(item.side));
  return words;
}
