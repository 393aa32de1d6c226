/** The guide's own decisions: how far one has come, who reads, what is remembered. */
import { expect, test } from "vitest";
import type { Pocket } from "../../rules/routine.ts";
import { addressOf, answered, before, factsOf, isGuide, placeOf } from "./address.ts";
import { holds, reasonOf } from "./helpdesk.tsx";
import { readerFor } from "./reader.ts";
import { withRun, type Run } from "./runs.ts";

const files = import.meta.glob<Pocket>("../../../../contract/routines/*.json", {
  eager: true,
  import: "default",
});
const { routine } = files["../../../../contract/routines/exorlive.json"]!;

const start = { routine: "exorlive", situation: "launch-fails", given: [] };
const far = answered(answered(start, "alone", "no"), "web", "yes");

test("the address says how far one has come, and brings one back there", () => {
  expect(addressOf(far)).toBe("#/guide/exorlive/launch-fails/alone%3Dno/web%3Dyes");
  expect(placeOf(addressOf(far))).toEqual(far);
  expect(factsOf(far)).toEqual({ alone: "no", web: "yes" });
});

test("back is to where the last question was asked; to change an answer takes back those after it", () => {
  expect(before(far, "web")).toEqual(answered(start, "alone", "no"));
  expect(before(far, "alone")).toEqual(start);
});

test("answering again replaces the answer", () => {
  expect(factsOf(answered(far, "web", "no"))).toEqual({ alone: "no", web: "no" });
});

test.each(["#/guide", "#/guide/", "#/guide/%E0%A4%A", "#/guide/x", "#/guide/x/y/====/z"])(
  "whatever stands in the address, the guide opens: %s",
  (hash) => {
    expect(isGuide(hash)).toBe(true);
    expect(Object.keys(factsOf(placeOf(hash)))).toEqual([]);
  },
);

test("other addresses are not the guide's", () => {
  expect(["#/today", "", "#/guided"].map(isGuide)).toEqual([false, false, false]);
});

test("what is remembered of the reader holds only where the routine knows it", () => {
  const told = { role: "performer", employer: "private", unit: "north" };
  expect(readerFor(routine, told)).toEqual({ role: "performer" });
});

test("the last ten runs are kept, a run that goes on as one", () => {
  const run = (id: number, answers = {}): Run => ({
    id: String(id),
    at: id,
    routine: "exorlive",
    version: 1,
    situation: "launch-fails",
    reader: {},
    answers,
  });
  const all = Array.from({ length: 12 }, (_, id) => run(id)).reduce<readonly Run[]>(withRun, []);
  expect(all.map(({ id }) => id)).toEqual(["11", "10", "9", "8", "7", "6", "5", "4", "3", "2"]);
  expect(withRun(all, run(5, { web: "no" }))[0]).toEqual(run(5, { web: "no" }));
  expect(withRun(all, run(5))).toHaveLength(10);
});

test("the helpdesk's answer holds for a day, and says why in one sentence", () => {
  const answer = {
    right: false,
    why: ["ditt konto är stängt"],
    note: "Ring Eva",
    by_name: "",
    at: "2026-11-23T09:00:00Z",
  };
  const at = Date.parse(answer.at);
  expect([at, at + 23 * 3_600_000, at + 24 * 3_600_000].map((now) => holds(answer, now))).toEqual([
    true,
    true,
    false,
  ]);
  expect(reasonOf(answer)).toBe("Ditt konto är stängt, Ring Eva");
  expect(reasonOf({ ...answer, why: [], note: "" })).toBe("");
});
