/** Writes one event: chained, signed, sealed and stored in a single transaction, or not at all. */
import { iso } from "../clock.ts";
import { lockJson } from "../vault/box.ts";
import type { OutboxRow, Vault, VaultDb } from "../vault/vault.ts";
import { link, type Draft, type Wire } from "./event.ts";
import { entryOf, type Entry } from "./read.ts";
import { seal } from "./seal.ts";

export type Writing<Body> = {
  readonly kind: string;
  readonly body: Body;
  readonly id: string;
  readonly by: string;
  readonly at: number;
};

type Prepared = {
  readonly before: string;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly event: { readonly seq: number; readonly box: Awaited<ReturnType<typeof lockJson>> };
  readonly row: OutboxRow;
  readonly wire: Wire;
};

let queue: Promise<unknown> = Promise.resolve();

/** Resolves only when the event is on disk; throws StoreBroken (or the database's own error) when it is not. */
export function writeEvent<Body>(vault: Vault, writing: Writing<Body>): Promise<Entry<Body>> {
  const turn = queue.then(() => attempt(vault, writing));
  queue = turn.catch(() => undefined);
  return turn;
}

/** Crypto cannot be awaited inside an IndexedDB transaction: prepare first, then compare the head and store. */
async function attempt<Body>(vault: Vault, writing: Writing<Body>): Promise<Entry<Body>> {
  for (let tries = 0; tries < 5; tries += 1) {
    const prepared = await prepare(vault, writing);
    if (await vault.store.run((db) => store(db, prepared))) return entryOf(prepared.wire, prepared.row);
  }
  throw new Error("The chain moved under us five times"); // another tab is writing without pause
}

async function prepare(vault: Vault, writing: Writing<unknown>): Promise<Prepared> {
  const before = (await vault.store.run((db) => db.get("head", "head")))!;
  const { kind, id, by, at, body } = writing;
  const draft: Draft = { kind, id, device: vault.account.device, by, recorded_at: iso(at), body };
  const { wire, head } = await link(draft, before, vault.signKey);
  const [box, sealed] = await Promise.all([
    lockJson(vault.key, `events|${head.seq}`, wire),
    seal(wire, vault.account.sealKey),
  ]);
  const row = {
    seq: head.seq,
    id,
    at,
    box: sealed,
    answer: null,
    why: [],
    say: "",
    answeredAt: null,
  };
  return { before: before.hash, head, event: { seq: head.seq, box }, row, wire };
}

/** False when another write came between; true also when a retried transaction had in fact been stored. */
async function store(db: VaultDb, prepared: Prepared): Promise<boolean> {
  const tx = db.transaction(["events", "outbox", "head"], "readwrite", { durability: "strict" });
  const current = await tx.objectStore("head").get("head");
  if (current?.hash !== prepared.before) {
    await tx.done;
    return current?.hash === prepared.head.hash;
  }
  await Promise.all([
    tx.objectStore("events").add(prepared.event),
    tx.objectStore("outbox").add(prepared.row),
    tx.objectStore("head").put(prepared.head, "head"),
    tx.done,
  ]);
  return true;
}
