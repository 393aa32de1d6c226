/** What concerns this phone, what a report carries, which step was ticked. */
import { expect, test } from "vitest";
import type { Entry } from "../../log/read.ts";
import { judge } from "../../look/judge.ts";
import type { Pocket } from "../../rules/routine.ts";
import {
  concerning,
  othersToo,
  papersNow,
  plannedNow,
  workedOn,
  type Status,
  type Trouble,
} from "../../rules/trouble.ts";
import { span } from "../../i18n/format.ts";
import type { Run } from "../guide/runs.ts";
import { fresh, reportOf, type ReportBody } from "./saw.ts";
import { askedLately, isAsked, TICKET, wordsOf, type TicketBody } from "./ticket.ts";
import { latest, STEP_DONE } from "./ticks.tsx";

const NINE = Date.parse("2026-11-23T08:00:00Z");
const MINUTE = 60_000;
const files = import.meta.glob<Pocket>("../../../../contract/routines/*.json", {
  eager: true,
  import: "default",
});
const { routine } = files["../../../../contract/routines/exorlive.json"]!;

const trouble = (id: string, state: string, units: readonly string[]): Trouble => ({
  id,
  layer: "system",
  state,
  since: "2026-11-23T08:00:00Z",
  units: Object.fromEntries(units.map((unit) => [unit, unit])),
  text: "",
  told_at: null,
  next_at: null,
  papers: [],
});
const system = (name: string, ...troubles: readonly Trouble[]) => ({
  system: name,
  title: name,
  instead: {},
  troubles,
  planned: [],
});
const status: Status = {
  at: "2026-11-23T08:00:00Z",
  sayable: [],
  supports: [],
  look: null,
  systems: [
    system("appva", trouble("a", "suspected", [])),
    system("exorlive", trouble("b", "long", ["north"]), trouble("c", "confirmed", ["south"])),
    system("combine"),
  ],
};
const ids = (units: readonly string[] | null) => concerning(status, units).map(({ trouble: { id } }) => id);

test("one sees what concerns one's units or everybody, the worst first", () => {
  expect(ids(["north"])).toEqual(["b", "a"]);
  expect(ids(["south"])).toEqual(["c", "a"]);
  expect(ids(["west"])).toEqual(["a"]);
  expect(concerning(null, ["north"])).toEqual([]);
});

test("on a locked phone, where nobody knows whose it is, one sees all", () => {
  expect(ids(null)).toEqual(["b", "c", "a"]);
});

test("steps are done in the worst that goes on in the unit; a suspicion is nothing to work on", () => {
  expect(workedOn(status, ["west", "north"])).toEqual({ incident: "b", unit: "north" });
  expect(workedOn(status, ["west"])).toBeNull();
});

test("paper is master from one clock time to another, in one's own units", () => {
  const since = new Date(NINE).toISOString();
  const until = new Date(NINE + 60 * MINUTE).toISOString();
  const ill = { ...trouble("b", "long", []), papers: [{ unit: "north", system: "exorlive", since, until }] };
  const seen = [-1, 0, 59, 60].map((minutes) => papersNow(ill, ["north"], NINE + minutes * MINUTE).length);
  expect(seen).toEqual([0, 1, 1, 0]);
  expect(papersNow(ill, ["south"], NINE)).toEqual([]);
  expect(papersNow(ill, null, NINE)).toHaveLength(1);
});

const run = (at: number, answers = {}): Run => ({
  id: "r",
  at,
  routine: "exorlive",
  version: 1,
  situation: "launch-fails",
  reader: { role: "performer" },
  answers,
});
const snapshot = {
  now: NINE,
  note: { lastContact: NINE - 5 * MINUTE, asOf: null, offset: 1000 },
  sync: { phase: "idle", problem: null },
} as unknown as Parameters<typeof reportOf>[0]["snapshot"];
const given = {
  what: { kind: "system", system: "exorlive", title: "ExorLive" },
  unit: "north",
  snapshot,
  online: false,
  version: "1.2",
  others: true,
  seen: null,
};

test("a report carries what, where, when, what the phone saw and what the guide was told; no patient", () => {
  expect(reportOf({ ...given, runs: [run(NINE - MINUTE, { alone: "no" })] })).toEqual({
    kind: "system",
    system: "exorlive",
    unit: "north",
    made_at: "2026-11-23T08:00:00.000Z",
    other_device_works: false,
    saw: { online: "no", last_contact: "2026-11-23T07:55:01.000Z", app: "1.2" },
    guide: {
      routine: "exorlive",
      version: 1,
      situation: "launch-fails",
      answers: { role: "performer", alone: "no" },
    },
  });
});

test("a report carries what the phone has tried of late, but not what it could not tell", () => {
  const found = judge(true, { beredd: [{ seconds: 0.1 }], "exorlive.app": ["silent"], appva: ["barred"] }, 4);
  expect(reportOf({ ...given, runs: [], seen: { at: NINE - MINUTE, found } }).saw).toMatchObject({
    looked_at: "2026-11-23T07:59:00.000Z",
    "look.beredd": "works",
    "look.exorlive.app": "fails",
  });
  const cut = judge(true, { beredd: ["silent"] }, 4);
  expect(reportOf({ ...given, runs: [], seen: { at: NINE, found: cut } }).saw).not.toHaveProperty(
    "looked_at",
  );
});

test("a run of the guide from this morning is not about this", () => {
  expect(fresh([run(NINE - 31 * MINUTE)], NINE)).toBeNull();
  expect(reportOf({ ...given, runs: [run(NINE - 31 * MINUTE)] }).guide).toBeNull();
});

test.each([
  [{ alone: "yes" }, false],
  [{ alone: "no" }, true],
  [{ alone: "unknown" }, true],
  [{ web: "yes" }, null],
])("whether others have it too is what the guide was told: %j", (answers, expected) => {
  expect(othersToo(routine, answers)).toBe(expected);
});

test("a tick that was taken back is the last word", () => {
  const said = (done: boolean, more = {}) =>
    ({
      payload: {
        kind: STEP_DONE,
        body: { incident: "b", unit: "north", step: "s", role: "performer", done, ...more },
      },
    }) as unknown as Entry;
  const worked = { incident: "b", unit: "north" };
  expect(latest([said(true)], worked, "s", "performer")?.done).toBe(true);
  expect(latest([said(true), said(false)], worked, "s", "performer")?.done).toBe(false);
  expect(latest([said(true, { role: "manager" })], worked, "s", "performer")).toBeNull();
  expect(latest([said(true, { incident: "c" })], worked, "s", "performer")).toBeNull();
});

type Case = {
  readonly name: string;
  readonly starts: string;
  readonly ends: string;
  readonly now: string;
  readonly told: boolean;
};
const cases = import.meta.glob<readonly Case[]>("../../../../contract/cases/planned.json", {
  eager: true,
  import: "default",
});
test.each(cases["../../../../contract/cases/planned.json"]!)(
  "planned work: $name",
  ({ starts, ends, now, told }) => {
    const work = { id: "w", starts_at: starts, ends_at: ends, what: "" };
    const planned = { ...status, systems: [{ ...system("exorlive"), planned: [work] }] };
    expect(plannedNow(planned, Date.parse(now)).map((one) => one.work.id)).toEqual(told ? ["w"] : []);
  },
);

test("planned work is said with its day and times", () => {
  const at = (time: string) => Date.parse(`2026-11-${time}:00Z`);
  expect(span(at("23T21:00"), at("23T22:00"), NINE)).toBe("i dag 22:00–23:00");
  expect(span(at("24T21:00"), at("24T23:00"), NINE)).toBe("i morgon 22:00–24:00");
  expect(span(at("24T21:00"), at("25T01:00"), NINE)).toBe("i morgon 22:00 – ons 25 nov. 02:00");
});

const BO = {
  id: "0192d3a0-0000-7000-8000-00000abcde12",
  what: "ExorLive",
  unit: "Hemtjänst Norr",
  who: "Bo Lind",
};
const reported: ReportBody = {
  kind: "system",
  system: "exorlive",
  unit: "north",
  made_at: "2026-11-23T08:00:00Z",
  other_device_works: false,
  saw: { online: "no", last_contact: "2026-11-23T07:30:00Z", app: "1.0" },
  guide: {
    routine: "exorlive",
    version: 1,
    situation: "launch-fails",
    answers: { role: "performer", alone: "no" },
  },
};

test("a ticket says what, since when, where, what was tried and whom to reach, and nothing of who was asked", () => {
  const { subject, text } = wordsOf({ ...BO, report: reported, routine });
  expect(subject).toBe("ExorLive fungerar inte, Hemtjänst Norr (BCDE12)");
  expect(text.split("\n")).toEqual([
    "ExorLive: fungerar inte.",
    "Märktes: måndag 23 november 09:00.",
    "Gäller: Hemtjänst Norr.",
    "Provat: en annan enhet, med samma resultat.",
    expect.stringMatching(/\? Nej.*\.$/),
    "Telefonen hade inget nät.",
    "Senaste kontakt med Beredd: 08:30.",
    "Vår beteckning: BCDE12. Ge oss gärna ert ärendenummer.",
    "Nås: Bo Lind.",
  ]);
});

test("what is not known is left out", () => {
  const bare = { ...reported, other_device_works: null, saw: { online: "yes" }, guide: null };
  expect(wordsOf({ ...BO, report: bare, routine: null }).text.split("\n")).toHaveLength(6);
});

const ticket = (id: string, more: Partial<TicketBody> = {}): Entry =>
  ({
    payload: {
      kind: TICKET,
      id,
      body: {
        unit: "north",
        made_at: "2026-11-23T08:00:00Z",
        ticket: null,
        number: "",
        portal: "it",
        ...more,
      },
    },
  }) as unknown as Entry;

test("tickets asked lately stand with the number that was last noted, the newest first", () => {
  const entries = [
    ticket("old", { made_at: "2026-11-01T08:00:00Z" }),
    ticket("a"),
    ticket("b"),
    ticket("x", { ticket: "a", number: "1" }),
    ticket("y", { ticket: "a", number: "2" }),
  ];
  const shown = askedLately(entries, NINE).map(({ entry, number }) => [entry.payload.id, number]);
  expect(shown).toEqual([
    ["b", ""],
    ["a", "2"],
  ]);
});

test("a support that has been asked about a report is not asked again by a second tap", () => {
  const words = wordsOf({ ...BO, report: reported, routine });
  const entries = [ticket("a", { subject: words.subject })];
  expect(isAsked(entries, "it", words)).toBe(true);
  expect(isAsked(entries, "exorlive", words)).toBe(false);
  expect(
    isAsked(entries, "it", wordsOf({ ...BO, id: `${BO.id.slice(0, -1)}3`, report: reported, routine })),
  ).toBe(false);
});
