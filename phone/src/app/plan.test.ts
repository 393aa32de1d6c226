/** What the screens show follows from the documents and one's own log, offline. */
import { expect, test } from "vitest";
import { demoDocs } from "../../test/demo-docs.js";
import * as v from "valibot";
import { Me, Patient } from "../contract/docs.ts";
import { isSignature, type SignatureEntry } from "../log/read.ts";
import { today, upTo } from "../screens/today/state.ts";
import { hasDelegation, planDay, planPatient } from "./plan.ts";
import type { Snapshot } from "./session.ts";

const NOW = Date.parse("2026-11-24T11:00:00Z");
const docs = demoDocs(NOW);
const patients = docs.filter(({ k }) => k === "patient").map(({ body }) => v.parse(Patient, body));
const me = v.parse(Me, docs[0]!.body);
const base = { me, patients, entries: [], now: NOW } as unknown as Snapshot;
const ANY = { name: "", unit: null };

const signed = (snapshot: Snapshot, at: number, body: object, state = "unsent"): Snapshot => {
  const line = planDay(snapshot)[0]!.lines[0]!;
  const entry = {
    seq: 1,
    state,
    payload: {
      kind: "signature",
      id: "mine",
      body: {
        patient: patients[0]!.id,
        prescription: line.prescription,
        version: 1,
        slot: line.slot,
        occurrence: line.occurrence,
        outcome: "performed",
        reason: null,
        note: "",
        corrects: null,
        performed_at: new Date(at).toISOString(),
        ...body,
      },
    },
  } as unknown as SignatureEntry;
  return { ...snapshot, entries: [...snapshot.entries, entry] };
};

const stateOfFirst = (snapshot: Snapshot) => planDay(snapshot)[0]!.lines[0]!.state;

test("late patients come first, the longest waiting at the top", () => {
  const groups = today(planDay(base), ANY);
  expect(groups[0]!.urgency).toBe("late");
  expect(groups[0]!.cards.map(({ patient }) => patient.name)).toEqual([
    "Tage Lund",
    "Britta Lindqvist",
    "Sven-Olof Åkesson",
  ]);
});

test("what is signed here counts at once, long before it is sent", () => {
  expect(stateOfFirst(base)).toBe("late");
  expect(stateOfFirst(signed(base, NOW, {}))).toBe("performed");
});

test("what the server refused does not count", () => {
  expect(stateOfFirst(signed(base, NOW, {}, "refused"))).toBe("late");
});

test("an undone signature leaves the occurrence as it was, and both can be read", () => {
  const first = signed(base, NOW, {});
  const void_ = signed(first, NOW + 1000, {})
    .entries.filter(isSignature)
    .at(-1)!;
  const undone = { ...void_, seq: 2, payload: { ...void_.payload, id: "undo" } } as SignatureEntry;
  const body = { ...undone.payload.body, outcome: "void", corrects: "mine" };
  const snapshot = {
    ...first,
    entries: [...first.entries, { ...undone, payload: { ...undone.payload, body } } as SignatureEntry],
  };
  expect(stateOfFirst(snapshot)).toBe("late");
  const history = planPatient(snapshot, patients[0]!).history;
  expect(history.filter(({ mine }) => mine).map(({ outcome, replaced }) => [outcome, replaced])).toEqual([
    ["void", false],
    ["performed", true],
  ]);
});

test("the same signature from the server and from here is one", () => {
  const snapshot = signed(base, NOW, {}, "taken");
  const { body } = snapshot.entries.find(isSignature)!.payload;
  const fromServer = {
    ...body,
    id: "mine",
    received_at: null,
    by_name: "Alva Ek",
    initials: "AE",
    counts: true,
  };
  const patient = { ...patients[0]!, signatures: [fromServer] } as unknown as Patient;
  const both = { ...snapshot, patients: [patient] };
  expect(stateOfFirst(both)).toBe("performed");
  expect(planPatient(both, patient).history).toHaveLength(1);
});

test("a missing delegation warns the performer, never the licensed", () => {
  const other = patients[3]!;
  const version = other.prescriptions[0]!.versions[0]!;
  expect(hasDelegation(base, other, version)).toBe(false);
  expect(hasDelegation(base, patients[0]!, patients[0]!.prescriptions[0]!.versions[0]!)).toBe(true);
  const licensed = { ...me, roles: [{ unit: null, role: "physiotherapist" }] };
  expect(hasDelegation({ me: licensed, now: NOW }, other, version)).toBe(true);
});

test("three times a week is one row that counts", () => {
  const line = planDay(base)[1]!.lines.find(({ form }) => form === "times_per_week")!;
  expect(line.week).toEqual({ done: 0, all: 3 });
});

test("a schedule of a form we do not know plans nothing and breaks nothing", () => {
  const [patient] = patients;
  const version = { ...patient!.prescriptions[0]!.versions[0]!, schedule: { form: "lunar" } };
  const strange = { ...patient!, prescriptions: [{ id: patient!.id, versions: [version] }] };
  expect(planDay({ ...base, patients: [strange] })[0]!.lines).toEqual([]);
});

test("the first screenful is the head of the whole list, and its headings count everybody", () => {
  const groups = today(planDay(base), ANY);
  const first = upTo(6, groups);
  const names = (list: typeof groups) =>
    list.flatMap(({ cards }) => cards.map(({ patient }) => patient.name));
  expect(names(first).length).toBeLessThan(names(groups).length);
  expect(names(groups).slice(0, names(first).length)).toEqual(names(first));
  expect(first.map(({ size }) => size)).toEqual(groups.slice(0, first.length).map(({ size }) => size));
  expect(upTo(1000, groups)).toEqual(groups);
});

test("last night's visit is late for four hours past midnight, and then no longer on the list", () => {
  const [patient] = patients;
  const [prescription] = patient!.prescriptions;
  const [version] = prescription!.versions;
  const schedule = {
    form: "clock",
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    times: ["23:00"],
    before_minutes: 30,
    after_minutes: 30,
  };
  const late = {
    ...version!,
    effective_at: "2026-11-01T00:00:00Z",
    starts_on: "2026-11-01",
    ends_on: null,
    schedule,
  };
  const one = {
    ...patient!,
    pauses: [],
    signatures: [],
    prescriptions: [{ ...prescription!, versions: [late] }],
  };
  const linesAt = (now: string) =>
    planDay({ ...base, patients: [one], now: Date.parse(now) })[0]!.lines.map(
      ({ slot, state }) => `${slot} ${state}`,
    );
  const tonight = "2026-11-24T23:00 coming";
  expect(linesAt("2026-11-24T02:29:00Z")).toEqual(["2026-11-23T23:00 late", tonight]);
  expect(linesAt("2026-11-24T02:31:00Z")).toEqual([tonight]);
});
