/** Exercises with their pictures are read when a programme is opened, not at start. */
import * as v from "valibot";
import { Exercise } from "../contract/docs.ts";
import { readDoc } from "../sync/docs.ts";
import type { Vault } from "../vault/vault.ts";

/** null when the exercise is not on the phone, or of a form we cannot read. */
export async function readExercise(vault: Vault, id: string): Promise<Exercise | null> {
  const read = v.safeParse(Exercise, await readDoc(vault, "exercise", id));
  return read.success ? read.output : null;
}
