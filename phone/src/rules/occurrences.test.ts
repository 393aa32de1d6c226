import { describe, expect, it } from "vitest";
import { cases } from "../../test/cases.ts";
import { occurrences, type Occurrence, type Version } from "./occurrences.ts";
import type { Schedule } from "./schedule.ts";

type Case = {
  readonly name: string;
  readonly prescription: string;
  readonly versions: readonly {
    number: number;
    effective_at: string;
    starts_on: string;
    ends_on: string | null;
    schedule: Schedule;
  }[];
  readonly pauses: readonly { starts_at: string; ends_at: string | null; reason: string }[];
  readonly since: string;
  readonly until: string;
  readonly expect: readonly Readonly<Record<string, unknown>>[];
};

const at = Date.parse;
const iso = (instant: number): string => new Date(instant).toISOString().replace(".000Z", "Z");

function planned(one: Case): readonly Occurrence[] {
  const versions: Version[] = one.versions.map((version) => ({
    number: version.number,
    effectiveAt: at(version.effective_at),
    startsOn: version.starts_on,
    endsOn: version.ends_on,
    schedule: version.schedule,
  }));
  const pauses = one.pauses.map(({ starts_at, ends_at, reason }) => ({
    startsAt: at(starts_at),
    endsAt: ends_at === null ? null : at(ends_at),
    reason,
  }));
  return occurrences(one.prescription, versions, pauses, at(one.since), at(one.until));
}

const told = (one: Occurrence): Record<string, unknown> => ({
  id: one.id,
  slot: one.slot,
  version: one.version,
  opens: iso(one.opens),
  due_at: iso(one.dueAt),
  due_by: iso(one.dueBy),
  closes: iso(one.closes),
  paused: one.paused,
});

describe.each(["schedule", "schedule_twins"])("contract/cases/%s.json", (name) => {
  it.each(cases<Case>(name))("$name", (one) => {
    const found = planned(one).map(told);
    expect(found).toEqual(one.expect.map((wanted) => expect.objectContaining(wanted)));
  });
});
