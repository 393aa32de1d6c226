/** What the first screen is made of, still locked: read while the key is derived, so that only opening it is left. */
import type { Box } from "./box.ts";
import type { DocRow, EventRow, OutboxRow, VaultStore } from "./vault.ts";

export type Boxes = {
  /** What is remembered about the contact with the server. */
  readonly sync: Box | undefined;
  readonly docs: readonly DocRow[];
  readonly events: readonly EventRow[];
  readonly outbox: readonly OutboxRow[];
};

/** Exercises with their pictures are read when a programme is opened. */
const KINDS = ["me", "unit", "patient"] as const;

export const rangeOf = (kind: string): IDBKeyRange => IDBKeyRange.bound(`${kind}:`, `${kind}:\uffff`);

/** null when there is nothing that began here: the store was emptied. */
export const readBoxes = (store: VaultStore): Promise<Boxes | null> =>
  store.run(async (db) => {
    const tx = db.transaction(["head", "notes", "docs", "events", "outbox"]);
    const docs = tx.objectStore("docs");
    const [head, sync, events, outbox, ...kinds] = await Promise.all([
      tx.objectStore("head").get("head"),
      tx.objectStore("notes").get("sync"),
      tx.objectStore("events").getAll(),
      tx.objectStore("outbox").getAll(),
      ...KINDS.map((kind) => docs.getAll(rangeOf(kind))),
    ]);
    return head ? { sync, docs: kinds.flat(), events, outbox } : null;
  });
