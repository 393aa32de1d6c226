/** Reads a gettext catalogue (.po) into a plain table: msgid → text, or → [one, many] for plurals. */

export type Catalogue = Record<string, string | readonly [string, string]>;

type Entry = { msgid: string; plural: string; texts: string[]; fuzzy: boolean };

/** `text` is the file's contents; entries without a translation and fuzzy ones are left out. */
export function readPo(text: string): Catalogue {
  const table: Catalogue = {};
  for (const block of text.split(/\r?\n\s*\r?\n/)) {
    const entry = readEntry(block);
    if (entry.msgid === "" || entry.fuzzy || !entry.texts[0]) continue;
    table[entry.msgid] = entry.plural ? [entry.texts[0], entry.texts[1] ?? entry.texts[0]] : entry.texts[0];
  }
  return table;
}

function readEntry(block: string): Entry {
  const entry: Entry = { msgid: "", plural: "", texts: [], fuzzy: false };
  let add: (piece: string) => void = () => undefined;
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith("#,") && line.includes("fuzzy")) entry.fuzzy = true;
    if (line.startsWith("#")) continue;
    const match = /^(?:(msgid_plural|msgid|msgstr)(?:\[(\d)\])?\s+)?"(.*)"\s*$/.exec(line.trim());
    if (!match) continue;
    const [, keyword, index, quoted] = match;
    if (keyword === "msgid") add = (piece) => (entry.msgid += piece);
    else if (keyword === "msgid_plural") add = (piece) => (entry.plural += piece);
    else if (keyword === "msgstr") {
      const at = Number(index ?? 0);
      add = (piece) => (entry.texts[at] = (entry.texts[at] ?? "") + piece);
    }
    add(unquote(quoted ?? ""));
  }
  return entry;
}

function unquote(quoted: string): string {
  return quoted.replace(/\\(.)/g, (_, char: string) => (char === "n" ? "\n" : char));
}
