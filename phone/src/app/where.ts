/** Where the user begins, by what this phone holds: the lock, a choice of people, signing in, or that something is lost. */
import { allAccounts, type Account } from "../vault/accounts.ts";
import { marksAtHand, missing, readMarks, type Mark } from "../vault/marker.ts";

/** Whose lock it is: as much as the mark outside the database knows. */
export type Person = { readonly device: string; readonly name: string };

export type Place =
  | { readonly place: "starting" | "accounts" | "broken" }
  | { readonly place: "gone"; readonly marks: readonly Mark[] }
  | { readonly place: "enrol"; readonly forgotten: boolean }
  | { readonly place: "unlock"; readonly person: Person };

export type Start = { readonly at: Place; readonly accounts: readonly Account[] };

export const personOf = ({ device, user }: Account): Person => ({ device, name: user.name });

/** Known without waiting for the database, which needs the longest to open: one mark, one lock. */
export function likelyStart(): Place {
  const [only, another] = marksAtHand();
  return only && !another ? { place: "unlock", person: only } : { place: "starting" };
}

/** Never rejects: a storage that does not answer is a place too. */
export async function whereToStart(): Promise<Start> {
  try {
    const [all, marks] = await Promise.all([allAccounts(), readMarks()]);
    return { at: placeOf(all, marks), accounts: all.filter(({ state }) => state === "open") };
  } catch {
    return { at: { place: "broken" }, accounts: [] };
  }
}

function placeOf(all: readonly Account[], marks: readonly Mark[]): Place {
  const lost = missing(
    marks,
    all.map(({ device }) => device),
  );
  if (lost.length > 0) return { place: "gone", marks: lost };
  const [only, another] = all.filter(({ state }) => state === "open");
  if (!only) return { place: "enrol", forgotten: false };
  return another ? { place: "accounts" } : { place: "unlock", person: personOf(only) };
}
