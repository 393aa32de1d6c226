/** The screens' decisions, without a phone: given a model, when an event comes, then this. */
import { expect, test } from "vitest";
import { bodyOf, START } from "../../test/device.ts";
import { NOT_WORKED_THROUGH } from "../log/event.ts";
import { parseRoute } from "../app/route.ts";
import { doseWords } from "./programme/dose.ts";
import { asImage, asPhoto } from "./programme/picture.ts";
import { larger, mayGrow, mayShrink, pinched, smaller } from "./programme/zoom.ts";
import * as sign from "./sign/update.ts";
import * as start from "./start/update.ts";
import * as unlock from "./unlock/update.ts";

const target: sign.Target = {
  patient: "p",
  patientName: "Britta Lindqvist",
  prescription: "r",
  intervention: "Balansträning",
  version: 2,
  slot: "2026-11-24T10:00",
  occurrence: "o",
  when: "10:00",
  corrects: null,
  taken: null,
  delegationMissing: false,
  exercises: false,
  worked: NOT_WORKED_THROUGH,
  past: null,
};

const after = <M, E, F>(update: (m: M, e: E) => readonly [M, readonly F[]], model: M, ...events: E[]) =>
  events.reduce<readonly [M, readonly F[]]>(([m], event) => update(m, event), [model, []]);

test("performed is one tap on the sheet, and signs now", () => {
  const [model, effects] = after(sign.update, sign.init(target)[0], {
    type: "chosen",
    outcome: "performed",
    at: START,
  });
  expect(model.step).toBe("saving");
  expect(effects).toEqual([
    {
      do: "write",
      body: {
        patient: "p",
        prescription: "r",
        version: 2,
        slot: "2026-11-24T10:00",
        occurrence: "o",
        outcome: "performed",
        reason: null,
        note: "",
        performed_at: "2026-11-24T09:00:00.000Z",
        corrects: null,
        done: null,
        worked: null,
        pain: null,
        effort: null,
      },
    },
  ]);
});

test("a correction says what the first signature said of the exercises, unless it was a mistake", () => {
  const worked = { worked: [{ item: 1, exercise: "e", repetitions: 5 }], pain: 2, effort: 6 };
  const [model] = sign.init({ ...target, corrects: "first", worked });
  const signed = (outcome: "partly" | "void") =>
    after(sign.update, model, { type: "chosen", outcome, at: START })[1][0]!.body;
  expect(signed("partly")).toMatchObject(worked);
  expect(signed("void")).toMatchObject(NOT_WORKED_THROUGH);
});

test("a second tap is not a second signature", () => {
  const tap = { type: "chosen", outcome: "performed", at: START } as const;
  const [, effects] = after(sign.update, sign.init(target)[0], tap, tap);
  expect(effects).toEqual([]);
});

test("not performed needs a reason, and says it", () => {
  const [, effects] = after(
    sign.update,
    sign.init(target)[0],
    { type: "not_performed" },
    { type: "reason", reason: "declined", at: START },
  );
  expect(effects[0]!.body).toMatchObject({ outcome: "not_performed", reason: "declined" });
});

test("what a colleague has signed is not signed again without a yes", () => {
  const taken = { who: "AB", at: START, mine: false };
  const tap = { type: "chosen", outcome: "performed", at: START } as const;
  const [model] = sign.init({ ...target, taken });
  expect(after(sign.update, model, tap)[1]).toEqual([]);
  expect(after(sign.update, model, { type: "agreed" }, tap)[1]).toHaveLength(1);
});

test("a colleague's signature that arrives meanwhile asks too", () => {
  const taken = { who: "AB", at: START, mine: false };
  const [model] = after(sign.update, sign.init(target)[0], { type: "taken", taken });
  expect(model.agreed).toBe(false);
});

test("a failed write leaves the sheet open and says so", () => {
  const [model] = after(
    sign.update,
    sign.init(target)[0],
    { type: "chosen", outcome: "partly", at: START },
    { type: "write_failed" },
  );
  expect(model).toMatchObject({ step: "choose", failed: true });
});

test("a chosen time is Swedish time today; one that has not come yet was yesterday's", () => {
  const now = Date.parse("2026-11-24T23:30:00Z"); // 00:30 on the 25th here
  expect(sign.performedAt({ time: "00:10", target }, now)).toBe(Date.parse("2026-11-24T23:10:00Z"));
  expect(sign.performedAt({ time: "22:00", target }, now)).toBe(Date.parse("2026-11-24T21:00:00Z"));
  expect(sign.performedAt({ time: "", target }, now)).toBe(now);
});

test("what is signed afterwards was done on its own day", () => {
  const past = { day: "2026-11-22", time: "10:00" };
  const [model] = sign.init({ ...target, past });
  expect(new Date(sign.performedAt(model, START)).toISOString()).toBe("2026-11-22T09:00:00.000Z");
});

test("undo is a correction that names the first and says mistake", () => {
  expect(sign.undoBody(bodyOf("hej"), "first", START)).toMatchObject({
    outcome: "void",
    corrects: "first",
    note: "",
  });
});

const type = (pin: string) => [...pin].map((digit) => ({ type: "digit", digit }) as const);
const admitted = { reply: { user: { name: "Alva" } }, signKey: null } as unknown as Parameters<
  typeof start.update
>[0]["admitted"];

test("the PIN is chosen twice the same before anything is stored", () => {
  const [model] = after(start.update, start.init("")[0], { type: "admitted", admitted: admitted! });
  const [again, none] = after(start.update, model, ...type("739152"));
  expect([again.step, none]).toEqual(["pin_again", []]);
  expect(after(start.update, again, ...type("739152"))[1]).toEqual([
    { do: "settle", admitted, pin: "739152" },
  ]);
  expect(after(start.update, again, ...type("739153"))[0].complaint).toEqual({ kind: "pins_differ" });
});

test("an easy PIN is refused at once", () => {
  const [model] = after(start.update, start.init("")[0], { type: "admitted", admitted: admitted! });
  expect(after(start.update, model, ...type("123456"))[0].complaint).toEqual({ kind: "weak_pin" });
});

test("the password is forgotten as soon as it has been used", () => {
  const [model] = after(
    start.update,
    start.init("alva")[0],
    { type: "password", text: "hemligt" },
    { type: "submitted" },
    { type: "admitted", admitted: admitted! },
  );
  expect(model.password).toBe("");
});

test("six digits try the lock; during a wait they do nothing", () => {
  const digits = [...type("739152")].map((event) => ({ ...event, at: START }));
  expect(after(unlock.update, unlock.init(START)[0], ...digits)[1]).toEqual([
    { do: "unlock", pin: "739152" },
  ]);
  const known = { type: "attempts_known", until: START + 30_000, at: START } as const;
  const [waiting] = after(unlock.update, unlock.init(START)[0], known);
  expect(after(unlock.update, waiting, ...digits)[0].pin).toBe("");
  expect(unlock.secondsLeft(waiting)).toBe(30);
});

test("a drawing is shown only as a picture, and only when it is one", () => {
  expect(asImage("<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>")).toContain("data:image/svg+xml");
  expect(asImage("<svg><script>alert(1)</script></svg>")).toBeNull();
  expect(
    asImage("<svg><path d='M0 0'><animate attributeName='d' values='M0 0;M1 1'/></path></svg>"),
  ).not.toBeNull();
  expect(asImage("<svg onload='x()'></svg>")).toBeNull();
  expect(asImage("<html></html>")).toBeNull();
});

test("a dose says what was prescribed and nothing more", () => {
  const item = {
    exercise: "e",
    sets: 2,
    repetitions: 10,
    seconds: null,
    load: "1 kg",
    side: null,
    note: null,
  };
  expect(doseWords(item)).toEqual(["2 omgångar", "10 gånger", "Belastning: 1 kg"]);
});

test("an address that is not ours leads to today", () => {
  expect(parseRoute("#/nonsense")).toEqual({ screen: "today" });
  expect(parseRoute("#/patient/p1/programme/r1")).toEqual({
    screen: "programme",
    patient: "p1",
    prescription: "r1",
  });
  expect(parseRoute("#/patient/p1/work/r1")).toMatchObject({ screen: "work", occurrence: null });
  expect(parseRoute("#/patient/p1/work/r1/o1")).toMatchObject({ screen: "work", occurrence: "o1" });
});

test("a photo is shown only when it holds its picture itself", () => {
  const photo = "data:image/jpeg;base64,/9j/4AAQ==";
  expect(asPhoto(photo)).toBe(photo);
  for (const other of [
    null,
    undefined,
    "",
    "https://example.com/a.jpg",
    "data:image/svg+xml;base64,PHN2Zy8+",
    "data:text/html;base64,PGI+",
    'data:image/png;base64,AAAA" onerror="x',
  ])
    expect(asPhoto(other)).toBeNull();
});

test("a page grows to four times the width of the phone and never below it", () => {
  expect([smaller(1), larger(1), larger(4), larger(3.5)]).toEqual([1, 1.5, 4, 4]);
  expect([mayShrink(1), mayGrow(1), mayShrink(4), mayGrow(4)]).toEqual([false, true, true, false]);
  const point = (clientX: number) => ({ clientX, clientY: 0 });
  expect(pinched(1, [point(0), point(100)], [point(0), point(200)])).toBe(2);
  expect(pinched(2, [point(0), point(100)], [point(0), point(10)])).toBe(1);
  expect(pinched(2, [point(5), point(5)], [point(0), point(10)])).toBe(2);
});
