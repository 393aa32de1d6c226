/** Whose lock is shown, before and after the database has answered. */
import { expect, test } from "vitest";
import { enrol, serverWith } from "../../test/device.ts";
import { allAccounts, removeAccount } from "../vault/accounts.ts";
import { likelyStart, whereToStart } from "./where.ts";

test("the one who is enrolled gets the lock without waiting for the database, and the database agrees", async () => {
  const { line } = await enrol(await serverWith());
  const { device } = line.vault.account;
  const lock = { place: "unlock", person: expect.objectContaining({ device, name: "Alva Ek" }) };
  expect(likelyStart()).toEqual(lock);
  expect((await whereToStart()).at).toEqual(lock);
});

test("nobody or several: the database is asked first", async () => {
  expect(likelyStart()).toEqual({ place: "starting" });
  expect((await whereToStart()).at).toEqual({ place: "enrol", forgotten: false });
  const server = await serverWith();
  await enrol(server);
  await enrol(server, "bo", "482915");
  expect(likelyStart()).toEqual({ place: "starting" });
  const { at, accounts } = await whereToStart();
  expect(at).toEqual({ place: "accounts" });
  expect(accounts.map(({ user }) => user.name).sort()).toEqual(["Alva Ek", "Bo Berg"]);
});

test("a mark whose vault is gone is said to be lost, whatever the lock promised", async () => {
  await enrol(await serverWith());
  await removeAccount((await allAccounts())[0]!);
  expect(likelyStart().place).toBe("unlock");
  expect((await whereToStart()).at).toMatchObject({ place: "gone", marks: [{ name: "Alva Ek" }] });
});
