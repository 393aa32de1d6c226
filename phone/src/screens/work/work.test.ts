/** Working through a programme: what is counted is what was tapped, and what is signed is what was counted. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { enrol, serverWith, START } from "../../../test/device.ts";
import type { Item } from "../../contract/docs.ts";
import { askedOf, doneIn, isWhole, oneLess, oneMore, total, UNTOUCHED, withDone } from "./asked.ts";
import { begun, drop, isHalfDone, keep, KEPT_MS, tidy } from "./book.ts";
import { gone, paused, started, timerOf } from "./timer.ts";
import { canSign, init, outcomeOf, update, type Event, type Model } from "./update.ts";
import { begin, goTo, settle, suggested, workedOf, type Subject } from "./work.ts";

const item = (over: Partial<Item>): Item => ({
  exercise: "e",
  sets: null,
  repetitions: null,
  seconds: null,
  load: null,
  side: null,
  note: null,
  ...over,
});
const RISE = item({ exercise: "rise", sets: 2, repetitions: 8 });
const STAND = item({ exercise: "stand", seconds: 20 });
const WALK = item({ exercise: "walk" });
const ITEMS = [RISE, STAND, WALK];
const SUBJECT: Subject = { patient: "p", prescription: "r", version: 1, occurrence: "o", slot: "s" };

type Untimed<E> = E extends Event ? Omit<E, "at"> : never;
const after = (model: Model, ...events: readonly (Untimed<Event> & { readonly at?: number })[]): Model =>
  events.reduce((one, event) => update(one, { at: START, ...event } as Event)[0], model);
const fresh = (items: readonly Item[] = ITEMS): Model => init(begin(SUBJECT, items, START), items, START)[0];
const times = <T>(n: number, one: T): readonly T[] => Array.from({ length: n }, () => one);

test("each tap is one; a full set is followed by the next; a whole exercise counts no further", () => {
  const model = after(fresh(), ...times(13, { type: "count" } as const));
  expect(model.work.parts[0]!.done).toEqual([8, 5]);
  expect(after(model, ...times(9, { type: "count" } as const)).work.parts[0]!.done).toEqual([8, 8]);
});

test("what was counted too much is taken back, and what was done can be said afterwards", () => {
  const model = after(fresh(), { type: "count" }, { type: "count" }, { type: "uncount" });
  expect(model.work.parts[0]!.done).toEqual([1]);
  expect(after(model, { type: "adjust", set: 1, amount: 5 }).work.parts[0]!.done).toEqual([1, 5]);
});

test("five of eight in the second of two sets is signed as both sets and thirteen times", () => {
  const model = after(fresh(), ...times(13, { type: "count" } as const));
  expect(workedOf(model.work, ITEMS)).toEqual([{ item: 1, exercise: "rise", sets: 2, repetitions: 13 }]);
});

test("a timer that ran while the phone was locked is over when it is opened again", () => {
  const running = after(fresh(), { type: "go", place: 1 }, { type: "start" }).work;
  const [opened] = init(running, ITEMS, START + 60_000);
  expect([opened.work.timer, opened.work.parts[1]!.done]).toEqual([null, [20]]);
});

test("a paused timer stands still, and goes on where it was", () => {
  const model = after(
    fresh(),
    { type: "go", place: 1 },
    { type: "start" },
    { type: "pause", at: START + 12_000 },
  );
  expect(model.work.parts[1]!.done).toEqual([12]);
  const later = after(model, { type: "start", at: START + 100_000 }, { type: "tick", at: START + 108_000 });
  expect([later.work.timer, later.work.parts[1]!.done]).toEqual([null, [20]]);
});

test("the end of the timer is told once", () => {
  const running = after(fresh(), { type: "go", place: 1 }, { type: "start" });
  const [over, effects] = update(running, { type: "tick", at: START + 20_000 });
  expect(effects.map((effect) => effect.do)).toEqual(["keep", "ring"]);
  expect(update(over, { type: "tick", at: START + 20_250 })[1]).toEqual([]);
});

test("who leaves an exercise while the time runs keeps what had gone", () => {
  const running = after(fresh(), { type: "go", place: 1 }, { type: "start" });
  expect(goTo(running.work, ITEMS, 2, START + 7_900).parts[1]!.done).toEqual([7]);
});

test("a repetition that is held counts when its time is over", () => {
  const held = [item({ repetitions: 3, seconds: 5 })];
  const model = after(fresh(held), { type: "start" }, { type: "tick", at: START + 5_000 });
  expect([model.work.timer, model.work.parts[0]!.done]).toEqual([null, [1]]);
});

test("what is skipped says why, and one goes on", () => {
  const model = after(fresh(), { type: "count" }, { type: "skip", reason: "pain" });
  expect(model.work.place).toBe(1);
  expect(workedOf(model.work, ITEMS)).toEqual([{ item: 1, exercise: "rise", skipped: "pain" }]);
});

test("all done suggests performed, some of it partly, nothing suggests nothing", () => {
  const all = after(
    fresh(),
    { type: "all_done" },
    { type: "go", place: 1 },
    { type: "all_done" },
    { type: "go", place: 2 },
    { type: "count" },
  );
  expect([all, after(fresh(), { type: "count" }), fresh()].map(({ work }) => suggested(work, ITEMS))).toEqual(
    ["performed", "partly", null],
  );
});

test("what the performer says stands above what was counted", () => {
  const model = after(fresh(), { type: "count" }, { type: "outcome", outcome: "performed" });
  expect(outcomeOf(model)).toBe("performed");
});

test("not performed is not signed before it says why", () => {
  const model = after(fresh(), { type: "outcome", outcome: "not_performed" });
  expect([canSign(model), canSign(after(model, { type: "reason", reason: "declined" }))]).toEqual([
    false,
    true,
  ]);
});

test("it goes with the signature, once", () => {
  const model = after(
    fresh(),
    { type: "count" },
    { type: "variant", variant: "easier" },
    { type: "scale", scale: "pain", value: 0 },
    { type: "scale", scale: "effort", value: 7 },
    { type: "note", text: " Trött i dag. " },
  );
  const [saving, effects] = update(model, { type: "sign", at: START });
  expect(effects).toMatchObject([
    {
      do: "sign",
      body: {
        occurrence: "o",
        outcome: "partly",
        note: "Trött i dag.",
        worked: [{ item: 1, exercise: "rise", sets: 1, repetitions: 1, variant: "easier" }],
        pain: 0,
        effort: 7,
      },
    },
  ]);
  expect(update(saving, { type: "sign", at: START })[1]).toEqual([]);
});

const doses = fc.record({
  sets: fc.option(fc.integer({ min: 1, max: 4 })),
  repetitions: fc.option(fc.integer({ min: 1, max: 12 })),
  seconds: fc.option(fc.integer({ min: 1, max: 90 })),
});

test("however it is counted, back and forth, the sum is what the sets say and never less than nothing", () => {
  fc.assert(
    fc.property(doses, fc.array(fc.constantFrom("more", "less"), { maxLength: 60 }), (dose, taps) => {
      const asked = askedOf(item(dose));
      const part = taps.reduce(
        (one, tap) => (tap === "more" ? oneMore(one, asked) : oneLess(one)),
        UNTOUCHED,
      );
      const sets = Array.from({ length: asked.sets }, (_, set) => doneIn(part, set));
      expect(sets.reduce((sum, done) => sum + done, 0)).toBe(total(part));
      expect(sets.every((done) => done >= 0 && done <= asked.each)).toBe(true);
      expect(isWhole(part, asked)).toBe(total(part) === asked.sets * asked.each);
    }),
  );
});

test("however a timer is paused and gone on with, only the time it ran has gone, whatever the clock does", () => {
  const spells = fc.array(
    fc.tuple(fc.integer({ min: -5_000, max: 40_000 }), fc.integer({ min: 0, max: 9_000 })),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), spells, (seconds, ran) => {
      let [timer, now, sum] = [timerOf(seconds), START, 0];
      for (const [runs, rests] of ran) {
        timer = paused(started(timer, now), now + runs);
        sum += Math.max(0, runs);
        now += runs + rests;
      }
      expect(gone(timer, now)).toBe(Math.min(seconds * 1000, sum));
    }),
  );
});

test("an adjusted amount is kept as said, within reason", () => {
  expect(withDone(UNTOUCHED, 2, 4.4).done).toEqual([0, 0, 4]);
  expect(withDone(UNTOUCHED, 0, -1).done).toEqual([0]);
});

test("what is begun survives a restart, encrypted, and is gone when it is signed or old", async () => {
  const device = await enrol(await serverWith());
  const work = settle(after(fresh(), { type: "count" }).work, ITEMS, START);
  await keep(device.line.vault, work);
  const again = await device.restart();
  expect(await begun(again.line.vault, SUBJECT, START)).toEqual(work);
  const box = (await again.line.vault.store.run((db) => db.get("notes", "work")))!;
  expect(new TextDecoder("latin1").decode(box.text)).not.toContain("prescription");
  expect(await begun(again.line.vault, SUBJECT, START + KEPT_MS)).toBeNull();
  expect(await begun(again.line.vault, { ...SUBJECT, version: 2 }, START)).toBeNull();
  await drop(again.line.vault, SUBJECT, START);
  expect(await begun(again.line.vault, SUBJECT, START)).toBeNull();
});

test("two works begun at once do not write over one another", async () => {
  const { vault } = (await enrol(await serverWith())).line;
  const others = ["o1", "o2", "o3"].map((occurrence) => ({ ...SUBJECT, occurrence }));
  await Promise.all(others.map((subject) => keep(vault, begin(subject, ITEMS, START))));
  const found = await Promise.all(others.map((subject) => begun(vault, subject, START)));
  expect(found.map((work) => work?.subject.occurrence)).toEqual(["o1", "o2", "o3"]);
});

test("what is half done says so; what is only opened does not", async () => {
  const { vault } = (await enrol(await serverWith())).line;
  await keep(vault, begin(SUBJECT, ITEMS, START));
  expect(await isHalfDone(vault, "r", START)).toBe(false);
  await keep(vault, after(fresh(), { type: "count" }).work);
  expect([await isHalfDone(vault, "r", START), await isHalfDone(vault, "other", START)]).toEqual([
    true,
    false,
  ]);
});

test("what is half done of a patient who has left the phone goes", async () => {
  const { vault } = (await enrol(await serverWith())).line;
  await keep(vault, begin(SUBJECT, ITEMS, START));
  await keep(vault, begin({ ...SUBJECT, patient: "gone", occurrence: "g" }, ITEMS, START));
  await tidy(vault, new Set(["p"]), START);
  expect(await begun(vault, SUBJECT, START)).not.toBeNull();
  expect(await begun(vault, { ...SUBJECT, patient: "gone", occurrence: "g" }, START)).toBeNull();
});

test("whoever counts a held repetition by hand does not get it twice", () => {
  const held = [item({ repetitions: 3, seconds: 5 })];
  const model = after(fresh(held), { type: "start" }, { type: "count" }, { type: "tick", at: START + 5_000 });
  expect(model.work.parts[0]!.done).toEqual([1]);
});
