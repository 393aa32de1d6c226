/** Every signature is in the server's ledger once, or visibly unsent here, whatever happens on the way. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { enrol, serverWith, START, type Device } from "../../test/device.ts";
import { allAccounts } from "../vault/accounts.ts";
import { readDocs, scopeHash } from "./docs.ts";
import { contact, dataLock, offsetOf } from "./lease.ts";
import { furthest } from "./mark.ts";
import { afterOnline, nextTry } from "./timing.ts";

const states = async (device: Device) => (await device.entries()).map(({ state }) => state);
const patient = (n: number, v = n) => ({ k: "patient", id: `p${n}`, v, body: { name: `Patient ${n}` } });
const held = async (device: Device) =>
  (await readDocs(device.line.vault, "patient")).map(({ id }) => id).sort();

test("what is signed offline goes up when the network is back", async () => {
  const device = await enrol(await serverWith());
  device.server.down = true;
  await device.sign();
  await device.sign();
  expect((await device.up()).ok).toBe(false);
  expect(await states(device)).toEqual(["unsent", "unsent"]);
  device.server.down = false;
  expect((await device.up()).ok).toBe(true);
  expect(await states(device)).toEqual(["taken", "taken"]);
});

test("a lost reply leads to sending again, and the server has it once", async () => {
  const device = await enrol(await serverWith());
  await device.sign();
  device.server.loseReplies = 1;
  await device.up();
  expect(await states(device)).toEqual(["unsent"]);
  await device.up();
  expect(await states(device)).toEqual(["had"]);
  expect(device.server.ledger).toHaveLength(1);
});

test("an app killed between writing and the answer sends after the restart", async () => {
  let device = await enrol(await serverWith());
  await device.sign();
  device = await device.restart();
  await device.up();
  expect(await states(device)).toEqual(["taken"]);
});

test("one refused of three lies in quarantine with its reason, the other two are in", async () => {
  const device = await enrol(await serverWith());
  device.server.refuse = (payload) => payload.body.note === "trasig";
  await device.sign();
  await device.sign("trasig");
  await device.sign();
  expect((await device.up()).ok).toBe(true);
  const entries = await device.entries();
  expect(entries.map(({ state }) => state)).toEqual(["taken", "refused", "taken"]);
  expect(entries[1]!.why).toEqual(["unreadable"]);
  expect(entries[1]!.say).toBe("Kunde inte läsas.");
  await device.up();
  expect(device.server.ledger).toHaveLength(2);
});

test("held is an answer: it is in, and shown as to be reviewed", async () => {
  const device = await enrol(await serverWith());
  device.server.hold = () => true;
  await device.sign();
  await device.up();
  expect(await states(device)).toEqual(["held"]);
});

test("a hundred and twenty go in batches of fifty, in order", async () => {
  const device = await enrol(await serverWith());
  for (let i = 0; i < 120; i += 1) await device.sign();
  await device.up();
  const batches = device.server.calls
    .filter(({ path }) => path === "intake")
    .map(({ body }) => body.events.length);
  expect(batches).toEqual([50, 50, 20]);
  expect(device.server.ledger.map(({ payload }) => JSON.parse(payload).seq)).toEqual(
    Array.from({ length: 120 }, (_, i) => i + 1),
  );
}, 30_000);

test("with nothing unsent the head is announced all the same", async () => {
  const device = await enrol(await serverWith());
  await device.sign();
  await device.up();
  await device.up();
  const last = device.server.calls.at(-1)!;
  expect(last.body.events).toEqual([]);
  expect(last.body.announced.seq).toBe(1);
});

test("a server restored from a backup is offered everything again", async () => {
  const device = await enrol(await serverWith());
  await device.sign();
  await device.up();
  await device.sign();
  await device.up();
  device.server.restoreTo(1);
  await device.sign();
  await device.up();
  expect(device.server.ledger).toHaveLength(3);
  expect((await states(device)).every((state) => state === "taken" || state === "had")).toBe(true);
});

test("a new epoch met on the way down is answered by offering again on the way up", async () => {
  const device = await enrol(await serverWith([patient(1)]));
  await device.sign();
  await device.up();
  device.server.restoreTo(0);
  const down = await device.down();
  expect(down.ok && down.value.newEpoch).toBe(true);
  expect(await states(device)).toEqual(["unsent"]);
  await device.up();
  expect(device.server.ledger).toHaveLength(1);
});

test("a refused event stays in quarantine when everything else is offered again", async () => {
  const device = await enrol(await serverWith());
  device.server.refuse = () => true;
  await device.sign();
  await device.up();
  device.server.restoreTo(0);
  await device.up();
  expect(await states(device)).toEqual(["refused"]);
});

test("a blocked phone still sends what is unsent, and its data is locked", async () => {
  const device = await enrol(await serverWith([patient(1)]));
  await device.down();
  device.server.revoked = true;
  await device.sign();
  expect((await device.up()).ok).toBe(true);
  const down = await device.down();
  expect(down.ok ? "" : down.problem.code).toBe("device_revoked");
  expect(await states(device)).toEqual(["taken"]);
});

test("what leaves the scope goes from the phone; what is unsent stays", async () => {
  const device = await enrol(await serverWith([patient(1), patient(2), patient(3)]));
  await device.down();
  expect(await held(device)).toEqual(["p1", "p2", "p3"]);
  await device.sign();
  device.server.remove("patient", "p2");
  await device.down();
  expect(await held(device)).toEqual(["p1", "p3"]);
  expect(await states(device)).toEqual(["unsent"]);
});

test("a first fetch that is cut off goes on where it was", async () => {
  const docs = Array.from({ length: 80 }, (_, i) => patient(i + 1));
  const device = await enrol(await serverWith(docs));
  const { fetch } = device.server;
  let calls = 0;
  device.server.fetch = fetch;
  globalThis.fetch = ((url: string, init: RequestInit) => {
    calls += 1;
    return calls > 2 ? Promise.reject(new TypeError("Failed to fetch")) : fetch(url, init);
  }) as typeof globalThis.fetch;
  expect((await device.down()).ok).toBe(false);
  expect((await held(device)).length).toBe(28);
  globalThis.fetch = fetch;
  const again = await device.restart();
  expect((await again.down()).ok).toBe(true);
  expect((await held(again)).length).toBe(80);
  expect(await scopeHash(again.line.vault)).not.toBe("");
});

test("a network too thin for many carries one at a time", async () => {
  const device = await enrol(await serverWith(Array.from({ length: 30 }, (_, i) => patient(i + 1))));
  const { fetch } = device.server;
  globalThis.fetch = ((url: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body)) as { ids?: unknown[]; events?: unknown[] };
    const many = (body.ids ?? body.events ?? []).length > 2;
    return many ? Promise.reject(new DOMException("slow", "TimeoutError")) : fetch(url, init);
  }) as typeof globalThis.fetch;
  for (let i = 0; i < 7; i += 1) await device.sign();
  expect((await device.up()).ok).toBe(true);
  expect((await device.down()).ok).toBe(true);
  expect(await held(device)).toHaveLength(30);
  expect(await states(device)).not.toContain("unsent");
});

test("a server restored from before the enrolment gets everything by the next one", async () => {
  const server = await serverWith();
  const old = await enrol(server);
  await old.sign("redan mottagen");
  await old.up();
  server.restoreTo(0);
  const fresh = await enrol(server, "alva", "481516");
  await fresh.carry();
  expect(server.ledger.map(({ payload }) => JSON.parse(payload).body.note)).toEqual(["redan mottagen"]);
});

test("a changed document comes by the cursor alone", async () => {
  const device = await enrol(await serverWith([patient(1), patient(2)]));
  await device.down();
  device.server.put({ k: "patient", id: "p2", body: { name: "Ny" } });
  await device.down();
  const docs = await readDocs(device.line.vault, "patient");
  expect(docs.find(({ id }) => id === "p2")!.body).toEqual({ name: "Ny" });
  expect(device.server.calls.filter(({ path }) => path === "documents")).toHaveLength(0);
});

test("a forgotten PIN loses nothing: the new enrolment carries the sealed boxes", async () => {
  const server = await serverWith();
  const old = await enrol(server);
  server.down = true;
  await old.sign("viktig");
  await old.sign("också");
  server.down = false;
  const fresh = await enrol(server, "alva", "481516");
  expect((await allAccounts()).map(({ state }) => state).sort()).toEqual(["left", "open"]);
  expect((await fresh.carry()).ok).toBe(true);
  expect(server.ledger.map(({ payload }) => JSON.parse(payload).body.note)).toEqual(["viktig", "också"]);
  const left = (await allAccounts()).find(({ state }) => state === "left")!;
  expect(left.keys).toBeNull();
});

test("the old vault keeps its keys as long as one box is unanswered", async () => {
  const server = await serverWith();
  const old = await enrol(server);
  await old.sign();
  const fresh = await enrol(server, "alva", "481516");
  server.down = true;
  expect((await fresh.carry()).ok).toBe(false);
  expect((await allAccounts()).find(({ state }) => state === "left")!.keys).not.toBeNull();
});

test("a colleague on the same phone carries them too", async () => {
  const server = await serverWith();
  const alva = await enrol(server);
  await alva.sign();
  await enrol(server, "alva", "481516");
  const bo = await enrol(server, "bo", "926535");
  await bo.carry();
  expect(server.ledger).toHaveLength(1);
});

test("any order of signing, losing, restoring and restarting leaves every signature in the ledger once", async () => {
  const step = fc.constantFrom("sign", "up", "lose", "cut", "restart", "restore", "down");
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const server = await serverWith([patient(1)]);
      let device = await enrol(server);
      for (const one of steps) {
        if (one === "sign") await device.sign();
        if (one === "up") await device.up();
        if (one === "down") await device.down();
        if (one === "restart") device = await device.restart();
        if (one === "restore") server.restoreTo(Math.floor(server.ledger.length / 2));
        if (one === "lose") {
          server.loseReplies = 1;
          await device.up();
          server.loseReplies = 0;
        }
        if (one === "cut") {
          server.down = true;
          await device.up();
          server.down = false;
        }
      }
      await device.down();
      await device.up();
      const signed = (await device.entries()).map(({ payload }) => payload.id).sort();
      expect(server.ledger.map(({ id }) => id).sort()).toEqual(signed);
      expect(await states(device)).not.toContain("unsent");
    }),
    { numRuns: 15 },
  );
}, 60_000);

test("the lease locks by the server's clock, and contact opens again", () => {
  const wrongClock = START - 365 * 24 * 3600_000;
  const lease = { now: new Date(START).toISOString(), lease_until: new Date(START + 3600_000).toISOString() };
  const note = { ...NOTE, ...contact(lease, wrongClock) };
  expect(dataLock(note, wrongClock)).toBeNull();
  expect(dataLock(note, wrongClock + 3601_000)).toBe("lease_over");
});

test("a clock set back does not lengthen the lease", () => {
  const note = { ...NOTE, leaseUntil: START, seen: START + 1 };
  expect(dataLock(note, START - 24 * 3600_000)).toBe("lease_over");
});

test("a blocked phone is locked whatever the lease says", () => {
  expect(dataLock({ ...NOTE, leaseUntil: START + 1e9, revoked: true }, START)).toBe("revoked");
});

test("a second or two is travel time, not a wrong clock", () => {
  expect(offsetOf(new Date(START + 1500).toISOString(), START)).toBe(0);
  expect(offsetOf(new Date(START + 60_000).toISOString(), START)).toBe(60_000);
});

test("the furthest mark of an epoch is kept, a new epoch's replaces it", () => {
  expect(furthest("a:500:x", "a:400:y")).toBe("a:500:x");
  expect(furthest("a:500:x", "a:501:y")).toBe("a:501:y");
  expect(furthest("a:500:x", "b:10:y")).toBe("b:10:y");
  expect(furthest("a:500:x", null)).toBe("a:500:x");
  expect(furthest(null, "?")).toBe("?");
});

test("tries come further and further apart, never in step, never more than twenty seconds", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, dice) => {
        const wait = nextTry(failures, dice);
        expect(wait).toBeGreaterThanOrEqual(2500);
        expect(wait).toBeLessThanOrEqual(20_000);
        expect(afterOnline(dice)).toBeLessThanOrEqual(2000);
      },
    ),
  );
});

const NOTE = {
  token: "",
  epoch: "",
  cursor: null,
  mark: null,
  wanted: [],
  lastContact: null,
  asOf: null,
  leaseUntil: 0,
  offset: 0,
  seen: 0,
  revoked: false,
};
