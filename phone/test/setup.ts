/** Every test gets an empty phone: IndexedDB, localStorage and Cache Storage in memory. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, vi } from "vitest";
import { releaseAccounts } from "../src/vault/accounts.ts";

beforeEach(() => {
  releaseAccounts();
  vi.stubGlobal("indexedDB", new IDBFactory());
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    clear: () => kept.clear(),
  });
});
