/** Up: sends what is unsent, in order, and takes down an answer for each. */
import { IntakeReply } from "../contract/wire.ts";
import { offerAgain, recordAnswers, type Answer } from "../log/answers.ts";
import type { Wire } from "../log/event.ts";
import { ok, type Result } from "../result.ts";
import { openJson } from "../vault/box.ts";
import type { OutboxRow, Vault } from "../vault/vault.ts";
import type { ApiProblem, Post } from "./api.ts";
import { PROTOCOL } from "./api.ts";
import { offerLeftAgain } from "./left.ts";
import { contact } from "./lease.ts";
import { furthest } from "./mark.ts";
import type { NoteBook } from "./note.ts";
import { smaller } from "./timing.ts";

export type Line = {
  readonly vault: Vault;
  readonly post: Post;
  readonly notes: NoteBook;
  readonly now: () => number;
};

const BATCH = 50;
/** A server that never answers an event must not keep us here for ever. */
const ROUNDS = 200;

/** One call even when nothing is unsent: it announces our head and shows our mark, so a restored server is found out. */
export async function sendUp(line: Line): Promise<Result<void, ApiProblem>> {
  let size = BATCH;
  for (let round = 0; round < ROUNDS; round += 1) {
    const batch = (await unsentRows(line)).slice(0, size);
    const sent = await sendBatch(line, batch);
    if (!sent.ok && (sent.problem.code !== "timeout" || batch.length <= 1)) return sent;
    if (!sent.ok) {
      size = smaller(batch.length);
      continue;
    }
    const left = await unsentRows(line);
    if (left.length === 0 || (sent.value === 0 && batch.length > 0)) break;
  }
  return ok(undefined);
}

export async function offerAllAgain(vault: Vault): Promise<void> {
  await offerAgain(vault.store);
  await offerLeftAgain();
}

const unsentRows = async ({ vault }: Line): Promise<OutboxRow[]> =>
  (await vault.store.run((db) => db.getAll("outbox"))).filter((row) => row.answer === null);

/** How many of the batch were answered. */
async function sendBatch(line: Line, batch: readonly OutboxRow[]): Promise<Result<number, ApiProblem>> {
  const { vault, post, notes, now } = line;
  const note = notes.get();
  const head = await vault.store.run((db) => db.get("head", "head"));
  const reply = await post("intake", IntakeReply, {
    protocol: PROTOCOL,
    epoch: note.epoch,
    mark: note.mark,
    announced: { seq: head?.seq ?? 0, hash: head?.hash ?? "" },
    events: await Promise.all(batch.map((row) => wireOf(vault, row))),
  });
  if (!reply.ok) return reply;
  // Offer again first: the answers in this very reply were given in the new history and stand.
  if (reply.value.offer_again) await offerAllAgain(vault);
  const answers = named(reply.value.answers, batch);
  await recordAnswers(vault.store, answers, now());
  await notes.set({
    ...contact(reply.value, now()),
    epoch: reply.value.epoch,
    mark: furthest(reply.value.offer_again ? null : note.mark, reply.value.mark),
    ...(reply.value.epoch === note.epoch ? {} : { cursor: null, wanted: [] }),
  });
  return ok(answers.length);
}

const wireOf = async (vault: Vault, row: OutboxRow): Promise<Wire> => {
  const event = await vault.store.run((db) => db.get("events", row.seq));
  return openJson<Wire>(vault.key, `events|${row.seq}`, event!.box);
};

/** An event that could not be parsed has no id in its answer: then its place in the batch names it. */
export const named = (
  answers: IntakeReply["answers"],
  batch: readonly { readonly id: string }[],
): readonly Answer[] =>
  answers.flatMap((answer) => {
    const id = answer.id ?? batch[answer.index]?.id;
    return id ? [{ id, answer: answer.answer, why: answer.why, say: answer.say }] : [];
  });
