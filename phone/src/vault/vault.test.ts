/** The vault opens with the right PIN on the right phone, and with nothing else. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { enrol, PIN, serverWith, START } from "../../test/device.ts";
import { allAccounts, saveAccount } from "./accounts.ts";
import { lockJson, openJson } from "./box.ts";
import { fromBase64url, toBase64url } from "./bytes.ts";
import { newDeviceKey } from "./kdf.ts";
import { isWeakPin, waitAfter } from "./pin.ts";
import { openVaultStore, readNote, unlock, writeNote } from "./vault.ts";

const aKey = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

test("what is locked opens again, whatever it is", async () => {
  const key = await aKey();
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const opened = await openJson(key, "docs|a", await lockJson(key, "docs|a", value));
      expect(JSON.stringify(opened)).toBe(JSON.stringify(value));
    }),
    { numRuns: 50 },
  );
});

test("a record moved to another place does not open", async () => {
  const key = await aKey();
  const box = await lockJson(key, "docs|patient:a|1", { name: "Britta" });
  await expect(openJson(key, "docs|patient:b|1", box)).rejects.toThrow();
  await expect(openJson(key, "docs|patient:a|2", box)).rejects.toThrow();
});

test("bytes written as base64url are read back", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect([...fromBase64url(toBase64url(bytes))]).toEqual([...bytes]);
    }),
  );
});

test("the right PIN opens what was stored before the restart", async () => {
  const device = await enrol(await serverWith());
  await writeNote(device.line.vault, "thought", { text: "hej" });
  const again = await device.restart();
  expect(await readNote(again.line.vault, "thought")).toEqual({ text: "hej" });
});

test("a wrong PIN opens nothing, and after three one has to wait", async () => {
  await enrol(await serverWith());
  const now = START;
  for (let i = 0; i < 3; i += 1) {
    const [account] = await allAccounts();
    const tried = await unlock(account!, "998877", now);
    expect(tried.ok ? "open" : tried.problem.code).toBe("wrong_pin");
  }
  const [account] = await allAccounts();
  const early = await unlock(account!, PIN, now + 1000);
  expect(early).toEqual({ ok: false, problem: { code: "wait", until: now + 30_000 } });
  expect((await unlock(account!, PIN, now + 31_000)).ok).toBe(true);
  expect((await allAccounts())[0]!.attempts.wrong).toBe(0);
});

test("the right PIN with another phone's key opens nothing", async () => {
  await enrol(await serverWith());
  const [account] = await allAccounts();
  const copied = { ...account!, keys: { ...account!.keys!, deviceKey: await newDeviceKey() } };
  const tried = await unlock(copied, PIN, START);
  expect(tried.ok).toBe(false);
});

test("no key that guards the vault can be taken out of the phone", async () => {
  await enrol(await serverWith());
  const { deviceKey, signKey } = (await allAccounts())[0]!.keys!;
  await expect(crypto.subtle.exportKey("raw", deviceKey)).rejects.toThrow();
  await expect(crypto.subtle.exportKey("pkcs8", signKey)).rejects.toThrow();
});

test("nothing readable lies in the database", async () => {
  const device = await enrol(await serverWith());
  await device.sign("Britta mådde bra");
  const store = openVaultStore(device.line.vault.account.vault);
  const rows = await store.run(async (db) => [
    ...(await db.getAll("events")),
    ...(await db.getAll("outbox")),
    ...(await db.getAll("notes")),
  ]);
  const text = rows
    .map((row) =>
      JSON.stringify(row, (_, value: unknown) =>
        value instanceof ArrayBuffer ? String.fromCharCode(...new Uint8Array(value)) : value,
      ),
    )
    .join();
  expect(text).not.toContain("Britta");
  expect(text).not.toContain("hemlig");
});

test("an emptied vault is told apart from a wrong PIN", async () => {
  await enrol(await serverWith());
  const [account] = await allAccounts();
  await saveAccount({ ...account!, vault: "beredd-vault-emptied" });
  const tried = await unlock((await allAccounts())[0]!, PIN, START);
  expect(tried.ok ? "open" : tried.problem.code).toBe("store_gone");
});

test.each(["111111", "123456", "654321", "012345", "890123", "121212", "123123", "098765"])(
  "%s is too easy",
  (pin) => {
    expect(isWeakPin(pin)).toBe(true);
  },
);

test.each(["739152", "112358", "201984"])("%s is good enough", (pin) => expect(isWeakPin(pin)).toBe(false));

test("waiting grows and never ends in a wipe", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(waitAfter)).toEqual([
    0, 0, 30_000, 60_000, 300_000, 900_000, 3_600_000, 3_600_000,
  ]);
});
