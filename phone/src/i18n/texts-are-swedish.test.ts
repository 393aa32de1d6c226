/** Every text in the code has a Swedish one, and the catalogue holds nothing else. */
import { expect, test } from "vitest";
import { textsIn } from "../../build/extract.ts";
import { readPo } from "../../build/po.ts";
import first from "../../locale/sv.po?raw";
import paper from "../../locale/sv.paper.po?raw";
import work from "../../locale/sv.work.po?raw";

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const used = new Map(
  Object.values(sources)
    .flatMap((source) => textsIn(source))
    .map((text) => [text.msgid, text.plural]),
);
/** By the folder of the screen that brings them. */
const later = { work: readPo(work), paper: readPo(paper) };
const atOnce = readPo(first);
const swedish = { ...atOnce, ...later.work, ...later.paper };

test("every text has a Swedish one", () => {
  const missing = [...used.keys()].filter((msgid) => swedish[msgid.replace(/\\(.)/g, "$1")] === undefined);
  expect(missing).toEqual([]);
});

test("no Swedish text is unused", () => {
  expect(Object.keys(swedish).filter((msgid) => !used.has(msgid))).toEqual([]);
});

test("what counts has two forms", () => {
  const wrong = [...used].filter(([msgid, plural]) => (plural !== "") !== Array.isArray(swedish[msgid]));
  expect(wrong).toEqual([]);
});

test("names in braces are the same in both languages", () => {
  const braces = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  const wrong = [...used].filter(([msgid, plural]) => {
    const forms = [swedish[msgid] ?? ""].flat();
    return forms.some((form, i) => braces(form).join() !== braces(i === 1 ? plural : msgid).join());
  });
  expect(wrong).toEqual([]);
});

test.each(Object.entries(later))(
  "what comes with %s is used nowhere else, and is not there twice",
  (screen, texts) => {
    const elsewhere = Object.entries(sources).flatMap(([path, source]) =>
      path.includes(`/screens/${screen}/`) ? [] : textsIn(source).map(({ msgid }) => msgid),
    );
    const both = Object.keys(texts).filter((msgid) => msgid in atOnce);
    expect([...both, ...elsewhere.filter((msgid) => msgid in texts)]).toEqual([]);
  },
);
