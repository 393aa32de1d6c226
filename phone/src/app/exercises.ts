/** Exercises with their pictures, and pages, are read when a programme is opened, not at start. */
import * as v from "valibot";
import { Exercise, Page } from "../contract/docs.ts";
import { readDoc } from "../sync/docs.ts";
import type { Vault } from "../vault/vault.ts";

/** null when the exercise is not on the phone, or of a form we cannot read. */
export async function readExercise(vault: Vault, id: string): Promise<Exercise | null> {
  const read = v.safeParse(Exercise, await readDoc(vault, "exercise", id));
  return read.success ? read.output : null;
}

/** As readExercise, for a page of a programme that was printed elsewhere. */
export async function readPage(vault: Vault, id: string): Promise<Page | null> {
  const read = v.safeParse(Page, await readDoc(vault, "page", id));
  return read.success ? read.output : null;
}
