/** Down: fetches what changed, nearest due first, and checks by a sum that we hold what the server thinks we hold. */
import { DocumentsReply, FeedReply, type DocRef } from "../contract/wire.ts";
import { ok, type Result } from "../result.ts";
import { PROTOCOL, type ApiProblem } from "./api.ts";
import { keepOnly, putDocs, scopeHash } from "./docs.ts";
import { contact } from "./lease.ts";
import { smaller } from "./timing.ts";
import { offerAllAgain, type Line } from "./up.ts";

const CHUNK = 25;
const PAGES = 1000;

export type Down = { readonly changed: boolean; readonly newEpoch: boolean };

/** `onDocs` is called after each piece, so that the nearest hours show before the rest has come. */
export async function fetchDown(line: Line, onDocs: () => void): Promise<Result<Down, ApiProblem>> {
  const before = line.notes.get();
  const first = await follow(line, onDocs);
  if (!first.ok) return first;
  let changed = first.value.changed;
  if (first.value.scopeHash !== (await scopeHash(line.vault))) {
    await line.notes.set({ cursor: null, wanted: [] }); // we disagree about what we hold: ask for the manifest, once
    const again = await follow(line, onDocs);
    if (!again.ok) return again;
    changed ||= again.value.changed;
  }
  await line.notes.set({ asOf: line.now() });
  return ok({ changed, newEpoch: line.notes.get().epoch !== before.epoch });
}

type Followed = { readonly changed: boolean; readonly scopeHash: string };

async function follow(line: Line, onDocs: () => void): Promise<Result<Followed, ApiProblem>> {
  let changed = await fetchWanted(line, onDocs);
  for (let page = 0; page < PAGES; page += 1) {
    if (!changed.ok) return changed;
    const reply = await askFeed(line);
    if (!reply.ok) return reply;
    const touched = await takePage(line, reply.value);
    if (touched) onDocs();
    const rest = await fetchWanted(line, onDocs);
    if (!rest.ok) return rest;
    changed = ok(changed.value || touched || rest.value);
    if (!reply.value.more) return ok({ changed: changed.value, scopeHash: reply.value.scope_hash });
  }
  return ok({ changed: true, scopeHash: "" });
}

async function askFeed({ vault, post, notes }: Line): Promise<Result<FeedReply, ApiProblem>> {
  const { epoch, cursor } = notes.get();
  return post("feed", FeedReply, {
    protocol: PROTOCOL,
    epoch,
    cursor,
    scope_hash: cursor === null ? null : await scopeHash(vault),
  });
}

/** True when something on the phone changed. The cursor is saved together with what is still to be fetched. */
async function takePage({ vault, notes, now }: Line, reply: FeedReply): Promise<boolean> {
  if (reply.epoch !== notes.get().epoch) await offerAllAgain(vault);
  await putDocs(vault, reply.docs);
  const wanted = reply.manifest ? await keepOnly(vault, reply.manifest) : notes.get().wanted;
  await notes.set({
    ...contact(reply, now()),
    epoch: reply.epoch,
    cursor: reply.cursor,
    wanted,
    revoked: false,
  });
  return reply.docs.length > 0 || reply.manifest !== null;
}

/** Goes on where an interrupted start left off. A document that does not come has left our scope meanwhile. */
async function fetchWanted(line: Line, onDocs: () => void): Promise<Result<boolean, ApiProblem>> {
  let size = CHUNK;
  let changed = false;
  for (;;) {
    const wanted = line.notes.get().wanted;
    if (wanted.length === 0) return ok(changed);
    const chunk = wanted.slice(0, size);
    const reply = await line.post("documents", DocumentsReply, { ids: chunk.map(name) });
    if (!reply.ok && (reply.problem.code !== "timeout" || size === 1)) return reply;
    if (!reply.ok) {
      size = smaller(size);
      continue;
    }
    await putDocs(line.vault, reply.value.docs);
    await line.notes.set({ wanted: wanted.slice(size) });
    changed = true;
    onDocs();
  }
}

const name = ({ k, id }: DocRef) => ({ k, id });
