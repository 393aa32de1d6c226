/** One user's encrypted store on this phone: create it at enrolment, open it with the PIN, lock it again. */
import type { DBSchema, IDBPDatabase } from "idb";
import { failed, ok, type Result } from "../result.ts";
import { saveAccount, type Account } from "./accounts.ts";
import { lock, lockJson, open, openJson, type Box } from "./box.ts";
import { readBoxes, type Boxes } from "./boxes.ts";
import { random } from "./bytes.ts";
import { openStore, type Store } from "./database.ts";
import { KDF_DEFAULT, newDeviceKey, wrappingKey } from "./kdf.ts";
import { waitAfter } from "./pin.ts";

/** In the clear on purpose: the sealed box only the server can open, and whether the server has answered. */
export type OutboxRow = {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly box: string;
  readonly answer: string | null;
  readonly why: readonly string[];
  readonly say: string;
  readonly answeredAt: number | null;
};

export type EventRow = { readonly seq: number; readonly box: Box };

/** `key` is "kind:id"; only it and the version lie in the clear. */
export type DocRow = { readonly key: string; readonly v: number; readonly box: Box };

export type Head = { readonly seq: number; readonly hash: string };

export interface VaultSchema extends DBSchema {
  events: { key: number; value: EventRow };
  outbox: { key: number; value: OutboxRow };
  docs: { key: string; value: DocRow };
  head: { key: "head"; value: Head };
  notes: { key: string; value: Box };
}

export type VaultDb = IDBPDatabase<VaultSchema>;
export type VaultStore = Store<VaultSchema>;

/** An opened vault. Drop it, and what it guards cannot be read until the PIN is given again. */
export type Vault = {
  readonly account: Account;
  readonly store: VaultStore;
  readonly key: CryptoKey;
  readonly signKey: CryptoKey;
};

export const openVaultStore = (name: string): VaultStore =>
  openStore<VaultSchema>(name, 1, (db) => {
    db.createObjectStore("events", { keyPath: "seq" });
    db.createObjectStore("outbox", { keyPath: "seq" });
    db.createObjectStore("docs", { keyPath: "key" });
    db.createObjectStore("head");
    db.createObjectStore("notes");
  });

export type NewVault = {
  readonly device: string;
  readonly user: Account["user"];
  readonly sealKey: string;
  readonly signKey: CryptoKey;
  readonly pin: string;
  readonly at: number;
  /** Written before the account row: an enrolment cut off halfway leaves nothing that looks whole. */
  readonly notes: Readonly<Record<string, unknown>>;
};

/** Makes the data key and everything around it. The account row is written last: no row, no vault. */
export async function createVault(wanted: NewVault): Promise<Vault> {
  const kdf = { salt: random(16), ...KDF_DEFAULT };
  const deviceKey = await newDeviceKey();
  const dataKey = random(32);
  const wrapper = await wrappingKey(wanted.pin, kdf, deviceKey);
  const wrapped = await lock(wrapper, `wrap|${wanted.device}`, dataKey);
  const account: Account = {
    device: wanted.device,
    user: wanted.user,
    sealKey: wanted.sealKey,
    vault: `beredd-vault-${wanted.device}`,
    state: "open",
    keys: { kdf, deviceKey, signKey: wanted.signKey, wrapped },
    attempts: { wrong: 0, until: 0 },
    madeAt: wanted.at,
  };
  const store = openVaultStore(account.vault);
  const vault = { account, store, key: await importDataKey(dataKey), signKey: wanted.signKey };
  await store.run((db) => db.put("head", { seq: 0, hash: "" }, "head"));
  for (const [name, value] of Object.entries(wanted.notes)) await writeNote(vault, name, value);
  await saveAccount(account);
  return vault;
}

export type UnlockProblem =
  | { readonly code: "wait"; readonly until: number }
  | { readonly code: "wrong_pin"; readonly until: number }
  | { readonly code: "store_gone" };

export type Unlocked = { readonly vault: Vault; readonly boxes: Boxes };

/** The attempt is counted before it is made, so that killing the app does not give another try. */
export async function unlock(
  account: Account | undefined,
  pin: string,
  at: number,
): Promise<Result<Unlocked, UnlockProblem>> {
  if (!account?.keys) return failed({ code: "store_gone" });
  const { attempts, keys } = account;
  if (at < attempts.until) return failed({ code: "wait", until: attempts.until });
  const wrong = attempts.wrong + 1;
  const until = at + waitAfter(wrong);
  await saveAccount({ ...account, attempts: { wrong, until } });
  const store = openVaultStore(account.vault);
  const reading = readBoxes(store); // the database answers while the key is derived
  reading.catch(() => undefined); // a storage that fails is told of below, once the PIN is known to be right
  const dataKey = await unwrap(account, pin);
  if (!dataKey) {
    store.release();
    return failed({ code: "wrong_pin", until });
  }
  const reset = { ...account, attempts: { wrong: 0, until: 0 } };
  const [boxes, key] = await Promise.all([reading, importDataKey(dataKey), saveAccount(reset)]);
  if (!boxes) return failed({ code: "store_gone" });
  return ok({ vault: { account: reset, store, key, signKey: keys.signKey }, boxes });
}

async function unwrap(account: Account, pin: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const keys = account.keys!;
  const wrapper = await wrappingKey(pin, keys.kdf, keys.deviceKey);
  try {
    return new Uint8Array(await open(wrapper, `wrap|${account.device}`, keys.wrapped));
  } catch {
    return null;
  }
}

async function importDataKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  raw.fill(0);
  return key;
}

/** Small encrypted notes beside the data: the sync state, the user's settings. */
export async function readNote<T>(vault: Vault, name: string): Promise<T | null> {
  const box = await vault.store.run((db) => db.get("notes", name));
  return box ? openNote<T>(vault, name, box) : null;
}

export const openNote = <T>({ key }: Vault, name: string, box: Box): Promise<T> =>
  openJson<T>(key, `notes|${name}`, box);

export async function writeNote(vault: Vault, name: string, value: unknown): Promise<void> {
  const box = await lockJson(vault.key, `notes|${name}`, value);
  await vault.store.run((db) => db.put("notes", box, name));
}
