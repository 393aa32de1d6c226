/** Who is enrolled on this phone: one row per enrolment, readable before any PIN. Holds keys that cannot leave. */
import { deleteDB, type DBSchema } from "idb";
import type { Box } from "./box.ts";
import { openStore } from "./database.ts";
import type { KdfSettings } from "./kdf.ts";

export type Keys = {
  readonly kdf: KdfSettings;
  readonly deviceKey: CryptoKey;
  readonly signKey: CryptoKey;
  /** The data key, locked with PIN and device key. */
  readonly wrapped: Box;
};

export type Account = {
  readonly device: string;
  readonly user: { readonly id: string; readonly name: string };
  /** The server's public key that events are sealed to. */
  readonly sealKey: string;
  readonly vault: string;
  /** "left": a PIN forgotten or someone signed out. Only its sealed boxes matter; any enrolment may carry them. */
  readonly state: "open" | "left";
  readonly keys: Keys | null;
  readonly attempts: { readonly wrong: number; readonly until: number };
  readonly madeAt: number;
};

interface DeviceSchema extends DBSchema {
  accounts: { key: string; value: Account };
}

const store = openStore<DeviceSchema>("beredd-device", 1, (db) => {
  db.createObjectStore("accounts", { keyPath: "device" });
});

export const allAccounts = (): Promise<Account[]> => store.run((db) => db.getAll("accounts"));

export const findAccount = (device: string): Promise<Account | undefined> =>
  store.run((db) => db.get("accounts", device));

export async function saveAccount(account: Account): Promise<void> {
  await store.run(async (db) => {
    const tx = db.transaction("accounts", "readwrite", { durability: "strict" });
    await Promise.all([tx.store.put(account), tx.done]);
  });
}

/** Only for an account whose every event is answered: its database goes with it. */
export async function removeAccount(account: Account): Promise<void> {
  await deleteDB(account.vault);
  await store.run((db) => db.delete("accounts", account.device));
}

export const releaseAccounts = (): void => store.release();
