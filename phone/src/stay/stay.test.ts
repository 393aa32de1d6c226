/** What a phone tells of its time in a home: only where something was done, lost and regained as it was, nothing else. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../log/read.ts";
import { REPORT_MADE } from "../screens/trouble/saw.ts";
import { saidToday } from "./say.tsx";
import { NOTHING, step, type Seen, type StayBody, type Watched } from "./stay.ts";

const NINE = Date.parse("2026-11-23T08:00:00Z");
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const clock = (minutes: number): string => new Date(NINE + minutes * MINUTE).toISOString();

/** A phone in somebody's hand: what happens to it, minute by minute. */
class Hand {
  watched: Watched = NOTHING;
  told: StayBody[] = [];
  seen: Seen = {
    now: NINE,
    home: null,
    dark: false,
    online: true,
    trying: false,
    failed: false,
    entries: [],
  };

  at(minutes: number, change: Partial<Seen> = {}): this {
    this.seen = { ...this.seen, ...change, now: NINE + minutes * MINUTE };
    const [watched, over] = step(this.watched, this.seen);
    this.watched = watched;
    if (over) this.told.push(over);
    return this;
  }

  /** A round to the server, and how it ended. */
  tries(minutes: number, failed: boolean): this {
    return this.at(minutes, { trying: true }).at(minutes + 0.01, { trying: false, failed });
  }

  signs(minutes: number, more: Readonly<Record<string, unknown>> = {}): this {
    const body = { patient: "greta", performed_at: clock(minutes), corrects: null, ...more };
    const entry = { payload: { recorded_at: clock(minutes), body } } as unknown as Entry;
    return this.at(minutes, { entries: [...this.seen.entries, entry] });
  }
}

test("with contact throughout it is told too: else nobody knew what is always", () => {
  const hand = new Hand().at(0, { home: "greta" }).signs(4).tries(4.1, false).at(5, { home: null });
  expect(hand.told).toEqual([]);
  hand.at(9);
  expect(hand.told).toEqual([{ home: "greta", began_at: clock(0), ended_at: clock(5), lost: [] }]);
});

test("no network at the door, all the visit, and none on the way out", () => {
  const hand = new Hand()
    .at(0, { online: false })
    .at(1, { home: "greta" })
    .signs(4)
    .at(6, { home: null, dark: true });
  expect(hand.told).toEqual([
    {
      home: "greta",
      began_at: clock(1),
      ended_at: clock(6),
      lost: [{ lost_at: clock(1), regained_at: null }],
    },
  ]);
});

test("a network that answers nobody is lost since it last answered, and regained when it does", () => {
  const hand = new Hand().at(0, { home: "greta" }).tries(1, false).tries(3, true).signs(4);
  hand.tries(4.1, true).tries(7, false).at(9, { home: null, dark: true });
  const [{ lost }] = hand.told as [StayBody];
  expect(lost).toEqual([{ lost_at: clock(1.01), regained_at: clock(7.01) }]);
});

test("what is only read, and what was done long before or by a correction, is no visit", () => {
  const read = new Hand()
    .tries(0, false)
    .at(1, { home: "greta" })
    .tries(2, false)
    .at(20, { dark: true, home: null });
  expect(read.told).toEqual([]);
  const late = new Hand().at(0, { home: "greta" }).signs(1, { performed_at: clock(-30) });
  expect(late.tries(1.1, false).at(3, { dark: true, home: null }).told).toEqual([]);
  const mended = new Hand().at(0, { home: "greta" }).signs(1, { corrects: "x" });
  expect(mended.tries(1.1, false).at(3, { dark: true, home: null }).told).toEqual([]);
});

test("what is done for somebody else is that home's", () => {
  const hand = new Hand().at(0, { home: "greta" }).signs(1).tries(1.1, false).at(2, { home: "sture" });
  hand.signs(3, { patient: "sture" }).tries(3.1, true).at(4, { home: null, dark: true });
  expect(hand.told.map(({ home, lost }) => [home, lost.length])).toEqual([
    ["greta", 0],
    ["sture", 1],
  ]);
});

test("back to the list and to the patient again is one stay", () => {
  const hand = new Hand().at(0, { home: "greta" }).signs(1).tries(1.1, false).at(2, { home: null });
  hand.at(3, { home: "greta" }).signs(4).at(5, { home: null, dark: true });
  expect(hand.told.map(({ began_at, ended_at }) => [began_at, ended_at])).toEqual([[clock(0), clock(5)]]);
});

test("put away while what was signed still waits is lost; put away at once is not known", () => {
  const signed = (): Hand => new Hand().at(0, { home: "greta" }).signs(1).at(1, { trying: true });
  const [slow] = signed().at(1.1, { dark: true, home: null }).told;
  expect(slow?.lost).toEqual([{ lost_at: clock(1), regained_at: null }]);
  expect(signed().at(1.01, { dark: true, home: null }).told).toEqual([]);
});

test("a line that comes and goes all the time is told of as one long loss", () => {
  const hand = new Hand().at(0, { home: "greta" }).signs(0.5);
  for (let minute = 1; minute < 121; minute += 1) hand.tries(minute, minute % 2 === 1);
  hand.at(125, { home: null, dark: true });
  const [{ lost }] = hand.told as [StayBody];
  expect(lost).toEqual([{ lost_at: clock(0), regained_at: clock(120.01) }]);
});

test("that the coverage is poor is said once a day of each home, and again when it was refused", () => {
  const said = (home: string, minutes: number, state = "unsent"): Entry => {
    const body = { kind: "coverage", home, made_at: clock(minutes) };
    return { state, payload: { kind: REPORT_MADE, body } } as unknown as Entry;
  };
  const today = [said("greta", -24 * 60), said("greta", 10), said("sture", 20), said("greta", 30, "refused")];
  expect(saidToday(today, "greta", NINE + 60 * MINUTE)).toBe(NINE + 10 * MINUTE);
  expect(saidToday(today, "greta", NINE + 24 * 60 * MINUTE)).toBe(null);
  expect(saidToday(today, "elsa", NINE)).toBe(null);
});

const happening = fc.record({
  wait: fc.integer({ min: 0, max: 400 }),
  home: fc.constantFrom(null, "greta", "sture"),
  dark: fc.boolean(),
  online: fc.boolean(),
  trying: fc.boolean(),
  failed: fc.boolean(),
  signs: fc.constantFrom(null, "greta", "sture"),
});

test("whatever happens to a phone, what it tells can have happened so", () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      const hand = new Hand();
      let minutes = 0;
      for (const { wait, signs, ...seen } of happenings) {
        minutes += wait / 60;
        if (signs) hand.signs(minutes, { patient: signs });
        hand.at(minutes, { ...seen, home: seen.dark ? null : seen.home });
      }
      for (const { began_at, ended_at, lost } of hand.told) {
        const times = [
          began_at,
          ...lost.flatMap((one) => [one.lost_at, one.regained_at ?? ended_at]),
          ended_at,
        ];
        expect(times).toEqual([...times].sort());
        expect(lost.slice(0, -1).every(({ regained_at }) => regained_at !== null)).toBe(true);
        expect(lost.length).toBeLessThanOrEqual(50);
      }
    }),
    { numRuns: 300 },
  );
});
