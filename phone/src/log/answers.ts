/** Takes down the server's answers, offers everything again, and lets go of what is old and answered. */
import type { OutboxRow, VaultStore } from "../vault/vault.ts";

export type Answer = {
  readonly id: string;
  readonly answer: string;
  readonly why: readonly string[];
  readonly say: string;
};

/** An answered event is kept this long: a server restored from a backup will ask for it again. */
export const KEEP_MS = 14 * 24 * 3600 * 1000;

const rewrite = (store: VaultStore, change: (row: OutboxRow) => OutboxRow | null): Promise<void> =>
  store.run(async (db) => {
    const tx = db.transaction("outbox", "readwrite", { durability: "strict" });
    const rows = await tx.store.getAll();
    const changed = rows
      .map((row) => [row, change(row)] as const)
      .filter(([row, next]) => next && next !== row);
    await Promise.all([...changed.map(([, next]) => tx.store.put(next!)), tx.done]);
  });

/** Answers are matched by event id; an id we do not know is left alone. */
export function recordAnswers(store: VaultStore, answers: readonly Answer[], at: number): Promise<void> {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return rewrite(store, (row) => {
    const found = byId.get(row.id);
    return found ? { ...row, answer: found.answer, why: found.why, say: found.say, answeredAt: at } : row;
  });
}

/** The server lost its history (a new epoch): all that we keep counts as unsent again, except what was refused. */
export const offerAgain = (store: VaultStore): Promise<void> =>
  rewrite(store, (row) =>
    row.answer === null || row.answer === "refused" ? row : { ...row, answer: null, answeredAt: null },
  );

/** The user asks for a refused event to be tried once more. */
export const retryRefused = (store: VaultStore, id: string): Promise<void> =>
  rewrite(store, (row) => (row.id === id ? { ...row, answer: null, answeredAt: null } : row));

const HOUR = 3_600_000;
/** Refusals that are about the server, not the event: it failed, or is older than this app. */
const PASSING: readonly string[] = ["fault", "version"];

/** Such refusals are offered again when an hour has gone, without anyone having to ask. */
export const retryPassing = (store: VaultStore, at: number): Promise<void> =>
  rewrite(store, (row) =>
    row.answer === "refused" &&
    row.why.some((code) => PASSING.includes(code)) &&
    at - (row.answeredAt ?? at) > HOUR
      ? { ...row, answer: null, answeredAt: null }
      : row,
  );

const isDone = (row: OutboxRow, at: number): boolean =>
  row.answer !== null && row.answer !== "refused" && row.answeredAt !== null && at - row.answeredAt > KEEP_MS;

/** The chain's head stays: numbering goes on where it was. */
export async function forgetOld(store: VaultStore, at: number): Promise<void> {
  await store.run(async (db) => {
    const tx = db.transaction(["events", "outbox"], "readwrite");
    const old = (await tx.objectStore("outbox").getAll()).filter((row) => isDone(row, at));
    await Promise.all([
      ...old.flatMap((row) => [
        tx.objectStore("outbox").delete(row.seq),
        tx.objectStore("events").delete(row.seq),
      ]),
      tx.done,
    ]);
  });
}
