/** A phone for tests: enrolled at the server in memory, signing, restarting, syncing. */
import { vi } from "vitest";
import { newId } from "../src/ids.ts";
import { NOT_WORKED_THROUGH, SIGNATURE, type SignatureBody } from "../src/log/event.ts";
import { readEntries, type Entry, type SignatureEntry } from "../src/log/read.ts";
import { writeEvent } from "../src/log/write.ts";
import { api } from "../src/sync/api.ts";
import { carryLeft } from "../src/sync/carry.ts";
import { fetchDown } from "../src/sync/down.ts";
import { askToEnrol, settleIn } from "../src/sync/enrol.ts";
import { openNoteBook } from "../src/sync/note.ts";
import { sendUp, type Line } from "../src/sync/up.ts";
import { allAccounts } from "../src/vault/accounts.ts";
import { unlock, type Vault } from "../src/vault/vault.ts";
import { FakeServer, type Doc } from "./fake-server.js";

export const PIN = "739152";
export const START = Date.parse("2026-11-24T09:00:00Z");

export type Device = {
  readonly server: FakeServer;
  readonly line: Line;
  readonly clock: { now: number };
  readonly sign: (note?: string) => Promise<SignatureEntry>;
  readonly up: () => ReturnType<typeof sendUp>;
  readonly down: () => ReturnType<typeof fetchDown>;
  readonly entries: () => Promise<readonly Entry[]>;
  readonly restart: () => Promise<Device>;
  readonly carry: () => ReturnType<typeof carryLeft>;
};

export async function serverWith(docs: Doc[] = []): Promise<FakeServer> {
  const server = await FakeServer.make({ docs, now: () => START });
  vi.stubGlobal("fetch", server.fetch);
  return server;
}

export async function enrol(server: FakeServer, username = "alva", pin = PIN): Promise<Device> {
  const admitted = await askToEnrol({ username, password: "rätt lösenord", deviceName: "Test" }, START);
  if (!admitted.ok) throw new Error(admitted.problem.code);
  return deviceOf(server, await settleIn(admitted.value, pin, START), { now: START });
}

async function deviceOf(server: FakeServer, vault: Vault, clock: { now: number }): Promise<Device> {
  const notes = (await openNoteBook(vault))!;
  const post = api(() => notes.get().token);
  const line: Line = { vault, post, notes, now: () => clock.now };
  return {
    server,
    line,
    clock,
    sign: (note = "") =>
      writeEvent(vault, {
        kind: SIGNATURE,
        body: bodyOf(note),
        id: newId(clock.now),
        by: vault.account.user.id,
        at: clock.now,
      }),
    up: () => sendUp(line),
    down: () => fetchDown(line, () => undefined),
    entries: () => readEntries(vault),
    carry: () => carryLeft(post, clock.now),
    restart: async () => {
      vault.store.release();
      const account = (await allAccounts()).find(({ device }) => device === vault.account.device)!;
      const opened = await unlock(account, PIN, clock.now);
      if (!opened.ok) throw new Error(opened.problem.code);
      return deviceOf(server, opened.value.vault, clock);
    },
  };
}

export const bodyOf = (note = ""): SignatureBody => ({
  patient: "20000000-0000-4000-8000-000000000001",
  prescription: "30000000-0000-4000-8000-000000000001",
  version: 1,
  slot: "2026-11-24T10:00",
  occurrence: "40000000-0000-5000-8000-000000000001",
  outcome: "performed",
  reason: null,
  note,
  performed_at: "2026-11-24T09:00:00.000Z",
  corrects: null,
  done: null,
  ...NOT_WORKED_THROUGH,
});
