import { describe, expect, it } from "vitest";
import { cases } from "../../test/cases.ts";
import { clock, contactWords, moment, ROLES, EMPLOYERS, type AdviceCase } from "../../test/routine-words.ts";
import { advise } from "./advice.ts";
import { reach } from "./contacts.ts";
import { named, type Pocket } from "./routine.ts";

const files = import.meta.glob<Pocket>("../../../contract/routines/*.json", {
  eager: true,
  import: "default",
});
const pocket = (name: string): Pocket => files[`../../../contract/routines/${name}.json`]!;

describe("contract/cases/advice.json", () => {
  it.each(cases<AdviceCase>("advice"))("$rutin $läge $vem $anställd $svar $när", (row) => {
    const { routine, days } = pocket(row.rutin);
    const reader = { role: ROLES[row.vem] ?? "", employer: EMPLOYERS[row.anställd] ?? "" };
    const known = Object.fromEntries(Object.entries(reader).filter(([, value]) => value));
    const given = advise(
      routine,
      row.läge,
      { ...known, ...row.svar },
      { now: moment(row.när), days, beganAt: row.sedan ? moment(row.sedan) : null },
    );
    const steps = given.steps.map(
      ({ step, reach: whom, startsAt }) =>
        `${step.source} · ${step.id}${startsAt === null ? "" : ` från ${clock(startsAt)}`}` +
        whom.map((one) => ` → ${contactWords(one)}`).join(""),
    );
    expect({ gäller: given.applies, fråga: given.question?.id ?? null, steg: steps }).toEqual({
      gäller: row.gäller,
      fråga: row.fråga,
      steg: row.steg,
    });
  });
});

type ContactCase = Readonly<Record<"namn" | "rutin" | "kontakt" | "när" | "svar", string>>;

describe("contract/cases/contacts.json", () => {
  it.each(cases<ContactCase>("contacts"))("$namn", ({ rutin, kontakt, när, svar }) => {
    const { routine, days } = pocket(rutin);
    expect(contactWords(reach(routine, named(routine.contacts, kontakt), moment(när), days))).toBe(svar);
  });
});
