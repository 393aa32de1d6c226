import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../test/cases.ts";
import { occurrenceId } from "./occurrenceId.ts";

type Case = {
  readonly name: string;
  readonly prescription: string;
  readonly slot: string;
  readonly expect: string;
};

describe("contract/cases/occurrence_ids.json", () => {
  it.each(cases<Case>("occurrence_ids"))("$name", ({ prescription, slot, expect: id }) => {
    expect(occurrenceId(prescription, slot)).toBe(id);
  });
});

it("however long the slot, the hash in it is the browser's own SHA-1", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uuid(),
      fc.string({ unit: "grapheme", maxLength: 150 }),
      async (prescription, slot) => {
        const namespace = prescription.replaceAll("-", "").match(/../g) ?? [];
        const bytes = [
          ...namespace.map((pair) => Number.parseInt(pair, 16)),
          ...new TextEncoder().encode(slot),
        ];
        const hash = new Uint8Array(await crypto.subtle.digest("SHA-1", new Uint8Array(bytes))).slice(0, 16);
        const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
        const id = occurrenceId(prescription, slot).replaceAll("-", "");
        const unmarked = (text: string): string => text.slice(0, 12) + text.slice(13, 16) + text.slice(17);
        expect(unmarked(id)).toBe(unmarked(hex));
        expect(id).toMatch(/^.{12}5.{3}[89ab]/);
      },
    ),
  );
});
