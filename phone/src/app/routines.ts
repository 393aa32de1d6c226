/** The routines in force, at hand without network and without PIN: what to do when the systems fail is no secret. */
import * as v from "valibot";
import type { Pocket } from "../rules/routine.ts";

const SHELF = "beredd-routines";
const ADDRESS = "/api/v1/routines";
/** As much as the guide leans on; the server has read the rest word by word before it was decided. */
const Reply = v.object({
  routines: v.array(
    v.looseObject({
      routine: v.looseObject({
        id: v.string(),
        version: v.number(),
        questions: v.array(v.looseObject({ id: v.string() })),
        contacts: v.array(v.looseObject({ id: v.string() })),
        steps: v.array(v.looseObject({ id: v.string() })),
        situations: v.array(v.looseObject({ id: v.string(), items: v.array(v.unknown()) })),
      }),
      days: v.looseObject({ first: v.string(), last: v.string() }),
    }),
  ),
});

/** What this phone has, never from the network; empty when it has never reached the server. */
export async function routinesAtHand(): Promise<readonly Pocket[]> {
  try {
    const kept = await (await caches.open(SHELF)).match(ADDRESS);
    return kept ? ((await kept.json()) as { routines: readonly Pocket[] }).routines : [];
  } catch {
    return []; // storage switched off
  }
}

/** Asks the server for newer ones; what cannot be used is left alone. Never rejects. */
export async function renewRoutines(): Promise<void> {
  try {
    const response = await fetch(ADDRESS, { credentials: "omit", cache: "no-store" });
    const copy = response.clone();
    if (!response.ok || !v.is(Reply, await response.json())) return;
    await (await caches.open(SHELF)).put(ADDRESS, copy);
  } catch {
    // no network: what is at hand still holds
  }
}
