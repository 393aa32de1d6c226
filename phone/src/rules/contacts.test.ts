import { describe, expect, it } from "vitest";
import { cases } from "../../test/cases.ts";
import { reach } from "./contacts.ts";
import type { Contact, Days, Hours, Routine } from "./routine.ts";

type Case = {
  readonly name: string;
  readonly hours: readonly Hours[];
  readonly closed: readonly string[];
  readonly shortened: Days["shortened"];
  readonly at: string;
  readonly expect: Readonly<Record<string, unknown>>;
};

const NOBODY_ELSE = { contacts: [] } as unknown as Routine;
const words = { sv: "any", en: "" };
const iso = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().replace(".000Z", "Z");

describe("contract/cases/contacts_twins.json", () => {
  it.each(cases<Case>("contacts_twins"))("$name", ({ hours, closed, shortened, at, expect: wanted }) => {
    const guard = { when: [], unless: [] };
    const contact: Contact = {
      id: "any",
      name: words,
      phone: "",
      mail: "",
      portal: "",
      hours,
      otherwise: "",
      guard,
    };
    const days: Days = {
      first: "2026-01-01",
      last: "2028-12-31",
      closed: Object.fromEntries(closed.map((day) => [day, words])),
      shortened,
    };
    const found = reach(NOBODY_ELSE, contact, Date.parse(at), days);
    expect({
      open: found.open,
      open_until: iso(found.openUntil),
      opens_at: iso(found.opensAt),
    }).toEqual(wanted);
  });
});
