/** Finds every text the code shows: the literals given to t("…") and tn("…", "…"). Pure. */

const CALL = /\b(tn|t)\(\s*"((?:[^"\\]|\\.)*)"(?:,\s*"((?:[^"\\]|\\.)*)")?/g;

export type Found = { readonly msgid: string; readonly plural: string };

export function textsIn(source: string): readonly Found[] {
  return Array.from(source.matchAll(CALL), ([, kind, one, many]) => ({
    msgid: one!,
    plural: kind === "tn" ? (many ?? "") : "",
  }));
}
