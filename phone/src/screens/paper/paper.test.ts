/** What the phone makes of paper at home: the server's word, with its own since then. */
import { expect, test } from "vitest";
import type { HomePaper, Patient } from "../../contract/docs.ts";
import type { Entry } from "../../log/read.ts";
import {
  anothers,
  choices,
  inspectedAt,
  INSPECTION,
  jobCount,
  known,
  SHEET,
  type SheetState,
} from "./told.ts";

const NINE = "2026-11-23T09:00:00+00:00";
const sheet = (id: string, state: string, original = false) => ({
  id,
  title: "Ordination",
  original,
  state,
  since: NINE,
  kind: null,
  stale: null,
});
const exchange = { task: "replace", why: "changed", since: NINE, put: "NEW", take: "OLD" };
const paper: HomePaper = {
  place: "hallen",
  tab: "flik 4",
  wanted: true,
  sheets: [sheet("OLD", "placed"), sheet("NEW", "printed")],
  jobs: [exchange],
};
const greta = { id: "greta", paper } as unknown as Patient;

let seq = 0;
const told = (
  id: string,
  state: SheetState,
  more: Partial<Entry> & { at?: string; patient?: string } = {},
): Entry => {
  const { at = "2026-11-23T10:00:00.000Z", patient = "greta", ...rest } = more;
  const payload = { kind: SHEET, body: { sheet: id, state, patient, at } };
  return { seq: ++seq, payload, state: "unsent", ...rest } as unknown as Entry;
};

test("an exchange is done when both halves are", () => {
  const half = known(paper, [told("NEW", "placed")], "greta");
  expect(half.jobs).toEqual([{ ...exchange, put: null }]);
  expect(half.sheets.map(({ state }) => state)).toEqual(["placed", "placed"]);
  const whole = known(paper, [told("NEW", "placed"), told("OLD", "destroyed")], "greta");
  expect(whole.jobs).toEqual([]);
  expect(jobCount(greta, [])).toBe(1);
  expect(jobCount(greta, [told("NEW", "placed"), told("OLD", "destroyed")])).toBe(0);
});

test("what was refused, older than the server's word or said of another home changes nothing", () => {
  const others = [
    told("NEW", "placed", { state: "refused" }),
    told("NEW", "placed", { at: "2026-11-23T08:00:00.000Z" }),
    told("NEW", "placed", { patient: "harald" }),
  ];
  expect(known(paper, others, "greta").jobs).toEqual([exchange]);
});

test("a later word stands over an earlier", () => {
  const entries = [told("OLD", "missing"), told("OLD", "destroyed", { at: "2026-11-23T10:05:00.000Z" })];
  expect(known(paper, entries, "greta").sheets[0]?.state).toBe("destroyed");
});

test("what may be said of a sheet follows from where it was", () => {
  expect(choices(undefined)).toEqual(["placed"]);
  expect(choices(sheet("A", "printed"))).toEqual(["placed", "missing"]);
  expect(choices(sheet("A", "placed"))[0]).toBe("destroyed");
  expect(choices(sheet("A", "placed", true))).toEqual(["returned", "missing"]);
  expect(choices(sheet("A", "destroyed"))).toEqual([]);
});

test("another patient's sheet is known by its owner", () => {
  const harald = { ...greta, id: "harald", paper: { ...paper, sheets: [] } };
  expect(anothers([greta, harald], "harald", "NEW")?.id).toBe("greta");
  expect(anothers([greta, harald], "greta", "NEW")).toBeUndefined();
});

test("a box is looked through when this phone has said so, too", () => {
  const box = { id: "box", name: "", place: "", holds: {}, inspected_at: NINE, due: false, sheets: [] };
  const at = "2026-11-23T11:00:00.000Z";
  const entry = {
    payload: { kind: INSPECTION, body: { box: "box", at } },
    state: "unsent",
  } as unknown as Entry;
  expect(inspectedAt(box, [])).toBe(NINE);
  expect(inspectedAt(box, [entry])).toBe(at);
  expect(inspectedAt({ ...box, inspected_at: null }, [])).toBeNull();
});
