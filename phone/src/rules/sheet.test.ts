import { expect, it } from "vitest";
import { cases } from "../../test/cases.ts";
import { findSheetId, showSheetId } from "./sheet.ts";

type Case = { readonly name: string; readonly given: string; readonly expect: string | null };

it.each(cases<Case>("sheet_id"))("$name", ({ given, expect: wanted }) => {
  expect(findSheetId(given)).toBe(wanted);
});

it("is shown in groups of four", () => {
  expect(showSheetId("K7M39QXW2PRT")).toBe("K7M3-9QXW-2PRT");
});
