/** Carries the sealed boxes of enrolments whose PIN is gone: any enrolled phone may hand them to the server. */
import { SealedReply } from "../contract/wire.ts";
import { KEEP_MS, recordAnswers } from "../log/answers.ts";
import { readOutbox, unanswered } from "../log/read.ts";
import { ok, type Result } from "../result.ts";
import { removeAccount, saveAccount, type Account } from "../vault/accounts.ts";
import { dropMarks, putMark } from "../vault/marker.ts";
import { openVaultStore, type VaultStore } from "../vault/vault.ts";
import type { ApiProblem, Post } from "./api.ts";
import { leftAccounts } from "./left.ts";
import { named } from "./up.ts";

const BATCH = 50;

/** Sends what those who left had unsent, then lets go of what needs no keeping. */
export async function carryLeft(post: Post, now: number): Promise<Result<void, ApiProblem>> {
  for (const account of await leftAccounts()) {
    const store = openVaultStore(account.vault);
    const sent = await carry(store, post, now);
    if (sent.ok) await tidy(account, store, now);
    store.release();
    if (!sent.ok) return sent;
  }
  return ok(undefined);
}

async function carry(store: VaultStore, post: Post, now: number): Promise<Result<void, ApiProblem>> {
  const rows = unanswered(await readOutbox(store));
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const reply = await post("sealed", SealedReply, { boxes: batch.map((row) => row.box) });
    if (!reply.ok) return reply;
    await recordAnswers(store, named(reply.value.answers, batch), now);
  }
  return ok(undefined);
}

/** Answered: keys and readable data go at once, sealed boxes after 14 days. Unanswered or refused: nothing goes. */
async function tidy(account: Account, store: VaultStore, now: number): Promise<void> {
  const rows = await readOutbox(store);
  if (rows.some((row) => row.answer === null || row.answer === "refused")) return;
  await eraseReadable(account, store);
  await putMark({ device: account.device, name: account.user.name, unsent: 0, lastSentAt: now });
  if (rows.some((row) => now - (row.answeredAt ?? now) <= KEEP_MS)) return;
  store.release();
  await removeAccount(account);
  await dropMarks([account.device]);
}

/** Takes away everything but the sealed boxes; without its keys nothing on this phone can be read again. */
export async function eraseReadable(account: Account, store: VaultStore): Promise<void> {
  await saveAccount({ ...account, state: "left", keys: null });
  await store.run(async (db) => {
    const tx = db.transaction(["events", "docs", "notes"], "readwrite");
    await Promise.all([
      tx.objectStore("events").clear(),
      tx.objectStore("docs").clear(),
      tx.objectStore("notes").clear(),
      tx.done,
    ]);
  });
}
