/** What may be said of a round, and what of it is told. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { judge, nextRound, owedAfter, type Got, type Result } from "./judge.ts";

const quick: Got = { seconds: 0.2 };
const late: Got = { seconds: 9 };
const results = (online: boolean, got: Record<string, readonly Got[]>): Record<string, Result> =>
  Object.fromEntries(Object.entries(judge(online, got, 4)).map(([target, { result }]) => [target, result]));

test.each<[string, boolean, Record<string, readonly Got[]>, Record<string, Result>]>([
  [
    "all answer",
    true,
    { beredd: [quick], exorlive: [quick] },
    { link: "works", beredd: "works", exorlive: "works" },
  ],
  [
    "one is silent, and the way out is known to work",
    true,
    { beredd: [quick], exorlive: ["silent"] },
    { link: "works", beredd: "works", exorlive: "fails" },
  ],
  [
    "our own server is silent, another answers",
    true,
    { beredd: ["silent"], exorlive: [quick] },
    { link: "works", beredd: "fails", exorlive: "works" },
  ],
  [
    "nobody answers: it may be the phone itself",
    true,
    { beredd: ["silent"], exorlive: ["silent"] },
    { link: "unknown", beredd: "unknown", exorlive: "unknown" },
  ],
  [
    "no network at all",
    false,
    { beredd: ["silent"], exorlive: ["silent"] },
    { link: "fails", beredd: "unknown", exorlive: "unknown" },
  ],
  [
    "the browser says no network, and yet there is an answer",
    false,
    { beredd: [quick] },
    { link: "works", beredd: "works" },
  ],
  [
    "slow is a state of its own",
    true,
    { beredd: [quick], exorlive: [late] },
    { link: "works", beredd: "works", exorlive: "slow" },
  ],
  [
    "one address of two is enough",
    true,
    { beredd: [quick], internet: ["silent", late, quick] },
    { link: "works", beredd: "works", internet: "works" },
  ],
  [
    "what the browser would not try cannot be told",
    true,
    { beredd: [quick], exorlive: ["barred"] },
    { link: "works", beredd: "works", exorlive: "unknown" },
  ],
  [
    "our server answers that it does not work",
    true,
    { beredd: [{ seconds: 0.1, error: true }], exorlive: ["silent"] },
    { link: "works", beredd: "fails", exorlive: "fails" },
  ],
])("%s", (_name, online, got, expected) => {
  expect(results(online, got)).toEqual(expected);
});

const anything: fc.Arbitrary<Got> = fc.oneof(
  fc.constantFrom<Got>("silent", "barred"),
  fc.record({ seconds: fc.double({ min: 0, max: 60, noNaN: true }), error: fc.boolean() }),
);

test("without any answer nothing beyond the link is ever said to fail or to work", () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.dictionary(fc.constantFrom("beredd", "exorlive", "appva"), fc.array(anything, { minLength: 1 })),
      (online, got) => {
        const silent = Object.values(got).every((those) => those.every((one) => typeof one === "string"));
        const { link, ...beyond } = results(online, got);
        if (silent) expect(Object.values(beyond).every((one) => one === "unknown")).toBe(true);
        expect(link === "works").toBe(!silent);
      },
    ),
  );
});

test("the server hears what is ill, and twice that it is well again", () => {
  const well = judge(true, { beredd: [quick], exorlive: [quick] }, 4);
  const ill = judge(true, { beredd: [quick], exorlive: ["silent"] }, 4);
  const slow = judge(true, { beredd: [quick], exorlive: [late] }, 4);
  const cut = judge(true, { beredd: ["silent"], exorlive: ["silent"] }, 4);
  expect([ill, slow].map((found) => owedAfter(found, 0))).toEqual([2, 2]);
  expect([2, 1, 0].map((owed) => owedAfter(well, owed))).toEqual([1, 0, null]);
  expect([2, 0].map((owed) => owedAfter(cut, owed))).toEqual([null, null]);
});

test("rounds are never closer than the server allows, and not all at once", () => {
  expect(nextRound(1000, 300, 0)).toBe(301_000);
  expect(nextRound(1000, 300, 1)).toBe(451_000);
});
