/** Nothing signed is lost: chained, signed, sealed, and on disk before anyone is told so. */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { enrol, serverWith, START, type Device } from "../../test/device.ts";
import { sha256Hex } from "../vault/bytes.ts";
import { KEEP_MS, forgetOld, recordAnswers, retryPassing } from "./answers.ts";
import { outboxFile } from "./export.ts";
import { readOutbox } from "./read.ts";

type Runs = { run: (work: (db: never) => Promise<unknown>) => Promise<unknown> };

async function chainOf(device: Device) {
  const entries = await device.entries();
  const hashes = await Promise.all(entries.map(({ wire }) => sha256Hex(wire.payload)));
  return entries.map(({ payload }, i) => ({
    seq: payload.seq,
    prev: payload.prev,
    expected: hashes[i - 1] ?? "",
  }));
}

const unbroken = (chain: Awaited<ReturnType<typeof chainOf>>) =>
  chain.every(({ seq, prev, expected }, i) => seq === i + 1 && prev === expected);

test("each event names the one before, across restarts", async () => {
  let device = await enrol(await serverWith());
  await device.sign();
  device = await device.restart();
  await device.sign();
  device = await device.restart();
  await device.sign();
  const chain = await chainOf(device);
  expect(chain).toHaveLength(3);
  expect(unbroken(chain)).toBe(true);
});

test("ten signatures at once become one chain", async () => {
  const device = await enrol(await serverWith());
  await Promise.all(Array.from({ length: 10 }, (_, i) => device.sign(`nr ${i}`)));
  const chain = await chainOf(device);
  expect(chain).toHaveLength(10);
  expect(unbroken(chain)).toBe(true);
});

test("two tabs that write at once do not fork the chain", async () => {
  const first = await enrol(await serverWith());
  const second = await first.restart();
  vi.resetModules(); // the second tab has a queue of its own
  const { writeEvent } = await import("./write.ts");
  const { bodyOf } = await import("../../test/device.ts");
  await Promise.all(
    [1, 2, 3].flatMap((n) => [
      first.sign(`första ${n}`),
      writeEvent(second.line.vault, {
        kind: "signature",
        body: bodyOf(`andra ${n}`),
        id: crypto.randomUUID(),
        by: "x",
        at: START,
      }),
    ]),
  );
  const chain = await chainOf(first);
  expect(chain).toHaveLength(6);
  expect(unbroken(chain)).toBe(true);
});

test("a write that fails is never said to be done, and leaves nothing behind", async () => {
  const device = await enrol(await serverWith());
  const { store } = device.line.vault;
  const run = store.run;
  const full = vi.spyOn(store as unknown as Runs, "run").mockImplementation(((
    work: (db: unknown) => Promise<unknown>,
  ) =>
    run(async (db) => {
      const broken = new Proxy(db, {
        get: (target, name) =>
          name === "transaction"
            ? () => {
                throw new DOMException("full", "QuotaExceededError");
              }
            : Reflect.get(target, name).bind?.(target),
      });
      return work(broken);
    })) as Runs["run"]);
  await expect(device.sign()).rejects.toThrow("full");
  full.mockRestore();
  expect(await device.entries()).toEqual([]);
  await device.sign();
  expect(unbroken(await chainOf(device))).toBe(true);
});

test("a dropped connection is opened anew without the user noticing", async () => {
  const device = await enrol(await serverWith());
  await device.sign();
  await device.line.vault.store.run(async (db) => db.close()); // as WebKit does on resume
  await device.sign();
  expect(await device.entries()).toHaveLength(2);
});

test("the sealed copy is there without any PIN, and in the file", async () => {
  const device = await enrol(await serverWith());
  await device.sign();
  const rows = await readOutbox(device.line.vault.store);
  const file = outboxFile("d", rows, START);
  expect(file.boxes).toEqual([rows[0]!.box]);
  await device.line.post("sealed", (await import("../contract/wire.ts")).SealedReply, { boxes: file.boxes });
  expect(device.server.ledger).toHaveLength(1);
});

test("an answered event is kept for 14 days and then let go; an unanswered one never is", async () => {
  const device = await enrol(await serverWith());
  const { store } = device.line.vault;
  const [sent] = [await device.sign(), await device.sign()];
  await recordAnswers(store, [{ id: sent!.payload.id, answer: "taken", why: [], say: "" }], START);
  await forgetOld(store, START + KEEP_MS - 1);
  expect(await device.entries()).toHaveLength(2);
  await forgetOld(store, START + KEEP_MS + 1);
  expect((await device.entries()).map(({ state }) => state)).toEqual(["unsent"]);
  const next = await device.sign();
  expect(next.payload.seq).toBe(3);
});

test("a refusal that was the server's own fault is offered again after an hour; a real one is not", async () => {
  const device = await enrol(await serverWith());
  const { store } = device.line.vault;
  const [first, second] = [await device.sign(), await device.sign()];
  const refused = (id: string, why: string) => ({ id, answer: "refused", why: [why], say: "" });
  await recordAnswers(store, [refused(first.payload.id, "fault"), refused(second.payload.id, "body")], START);
  await retryPassing(store, START + 1000);
  expect((await device.entries()).map(({ state }) => state)).toEqual(["refused", "refused"]);
  await retryPassing(store, START + 3_601_000);
  expect((await device.entries()).map(({ state }) => state)).toEqual(["unsent", "refused"]);
});

test("however signing and restarting mix, the chain is whole", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom("sign", "restart"), { maxLength: 8 }), async (steps) => {
      let device = await enrol(await serverWith());
      for (const step of steps) {
        if (step === "sign") await device.sign();
        else device = await device.restart();
      }
      const chain = await chainOf(device);
      expect(chain).toHaveLength(steps.filter((step) => step === "sign").length);
      expect(unbroken(chain)).toBe(true);
    }),
    { numRuns: 8 },
  );
}, 30_000);
