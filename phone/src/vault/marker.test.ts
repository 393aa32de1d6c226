/** An emptied store is noticed. */
import { beforeEach, expect, test, vi } from "vitest";
import { dropMarks, missing, putMark, readMarks } from "./marker.ts";

const mark = (device: string, unsent = 0) => ({ device, name: "Alva Ek", unsent, lastSentAt: null });

beforeEach(() => {
  const held = new Map<string, Response>();
  vi.stubGlobal("caches", {
    match: async (url: string) => held.get(url)?.clone(),
    open: async () => ({ put: async (url: string, response: Response) => void held.set(url, response) }),
  });
});

test("what was enrolled and is gone from the store is named, with what was unsent", async () => {
  await putMark(mark("a", 3));
  await putMark(mark("b"));
  expect(missing(await readMarks(), ["b"])).toEqual([mark("a", 3)]);
});

test("a mark survives when only one of its two places is emptied", async () => {
  await putMark(mark("a", 2));
  localStorage.clear();
  expect(await readMarks()).toEqual([mark("a", 2)]);
});

test("a mark that is dropped is dropped in both places", async () => {
  await putMark(mark("a"));
  await dropMarks(["a"]);
  localStorage.clear();
  expect(await readMarks()).toEqual([]);
});
