/** Reads what this device has signed: each event with the server's answer, if there is one. */
import { openJson } from "../vault/box.ts";
import { keepIfSame } from "../keep-if-same.ts";
import type { Boxes } from "../vault/boxes.ts";
import type { OutboxRow, Vault, VaultStore } from "../vault/vault.ts";
import { OBSERVED, SIGNATURE, STAY, type Payload, type SignatureBody, type Wire } from "./event.ts";

/** unsent: no answer yet · taken, had: in the ledger · held: in, and up for review · refused: in quarantine here. */
export type EntryState = "unsent" | "taken" | "had" | "held" | "refused";

export type Entry<Body = unknown> = {
  readonly seq: number;
  readonly payload: Payload<Body>;
  readonly wire: Wire;
  readonly state: EntryState;
  readonly why: readonly string[];
  readonly say: string;
  readonly answeredAt: number | null;
};

export type SignatureEntry = Entry<SignatureBody>;

export const isSignature = (entry: Entry): entry is SignatureEntry => entry.payload.kind === SIGNATURE;

/** What the phone notes by itself travels in the log too, but is nobody's work: it is not counted among the unsent. */
export const isWork = ({ payload: { kind } }: Entry): boolean => kind !== STAY && kind !== OBSERVED;

const STATES: readonly string[] = ["taken", "had", "held", "refused"];

/** An answer of a kind we do not know yet is an answer all the same: the server has it. */
export const stateOf = (answer: string | null): EntryState =>
  answer === null ? "unsent" : STATES.includes(answer) ? (answer as EntryState) : "held";

export const entryOf = <Body>(wire: Wire, row: OutboxRow): Entry<Body> => ({
  seq: row.seq,
  payload: JSON.parse(wire.payload) as Payload<Body>,
  wire,
  state: stateOf(row.answer),
  why: row.why,
  say: row.say,
  answeredAt: row.answeredAt,
});

/** Oldest first. `known` spares what was opened before: an event never changes, only its answer does. */
export async function readEntries(vault: Vault, known: readonly Entry[] = []): Promise<readonly Entry[]> {
  const [events, outbox] = await vault.store.run(async (db) => {
    const tx = db.transaction(["events", "outbox"]);
    return Promise.all([tx.objectStore("events").getAll(), tx.objectStore("outbox").getAll()]);
  });
  return openEntries(vault, { events, outbox }, known);
}

/** As `readEntries`, from rows that have been read already. */
export async function openEntries(
  vault: Vault,
  { events, outbox }: Pick<Boxes, "events" | "outbox">,
  known: readonly Entry[] = [],
): Promise<readonly Entry[]> {
  const rowOf = new Map(outbox.map((row) => [row.seq, row]));
  const before = new Map(known.map((entry) => [entry.seq, entry]));
  const entries = await Promise.all(
    events.map(async ({ seq, box }) => {
      const row = rowOf.get(seq)!;
      const old = before.get(seq);
      if (old && old.state === stateOf(row.answer) && old.answeredAt === row.answeredAt) return old;
      return entryOf(old?.wire ?? (await openJson<Wire>(vault.key, `events|${seq}`, box)), row);
    }),
  );
  return keepIfSame(known, entries);
}

/** Works without any PIN: the boxes only the server can open. */
export const readOutbox = (store: VaultStore): Promise<OutboxRow[]> => store.run((db) => db.getAll("outbox"));

export const unanswered = (rows: readonly OutboxRow[]): readonly OutboxRow[] =>
  rows.filter((row) => row.answer === null);
