/** The documents on this phone, encrypted one by one; only their name and version lie in the clear. */
import type { Doc, DocRef } from "../contract/wire.ts";
import { lockJson, openJson } from "../vault/box.ts";
import { sha256Hex } from "../vault/bytes.ts";
import { keepIfSame } from "../keep-if-same.ts";
import { rangeOf } from "../vault/boxes.ts";
import type { DocRow, Vault } from "../vault/vault.ts";

const keyOf = (doc: { k: string; id: string }): string => `${doc.k}:${doc.id}`;
const place = (key: string, v: number): string => `docs|${key}|${v}`;

export async function putDocs(vault: Vault, docs: readonly Doc[]): Promise<void> {
  const rows = await Promise.all(
    docs.map(async (doc) => {
      const key = keyOf(doc);
      return { key, v: doc.v, box: await lockJson(vault.key, place(key, doc.v), doc.body) };
    }),
  );
  await vault.store.run(async (db) => {
    const tx = db.transaction("docs", "readwrite");
    await Promise.all([...rows.map((row) => tx.store.put(row)), tx.done]);
  });
}

export type HeldDoc = { readonly id: string; readonly v: number; readonly body: unknown };

/** All of one kind: "me", "unit", "patient" or "exercise". `known` spares what is unchanged. */
export async function readDocs(
  vault: Vault,
  k: string,
  known: readonly HeldDoc[] = [],
): Promise<readonly HeldDoc[]> {
  return openDocs(vault, k, await vault.store.run((db) => db.getAll("docs", rangeOf(k))), known);
}

/** As `readDocs`, from rows that have been read already. */
export async function openDocs(
  vault: Vault,
  k: string,
  rows: readonly DocRow[],
  known: readonly HeldDoc[] = [],
): Promise<readonly HeldDoc[]> {
  const same = new Map(known.map((doc) => [`${k}:${doc.id}@${doc.v}`, doc]));
  const docs = await Promise.all(
    rows
      .filter(({ key }) => key.startsWith(`${k}:`))
      .map(
        async ({ key, v, box }) =>
          same.get(`${key}@${v}`) ?? {
            id: key.slice(k.length + 1),
            v,
            body: await openJson<unknown>(vault.key, place(key, v), box),
          },
      ),
  );
  return keepIfSame(known, docs);
}

export async function readDoc(vault: Vault, k: string, id: string): Promise<unknown> {
  const row = await vault.store.run((db) => db.get("docs", `${k}:${id}`));
  return row ? openJson<unknown>(vault.key, place(row.key, row.v), row.box) : null;
}

/** What is not in the manifest has left our scope and goes. Returns what is still to be fetched, in its order. */
export async function keepOnly(vault: Vault, manifest: readonly DocRef[]): Promise<readonly DocRef[]> {
  const named = new Set(manifest.map(keyOf));
  return vault.store.run(async (db) => {
    const tx = db.transaction("docs", "readwrite");
    const held = new Map((await tx.store.getAll()).map((row) => [row.key, row.v]));
    const gone = [...held.keys()].filter((key) => !named.has(key));
    await Promise.all([...gone.map((key) => tx.store.delete(key)), tx.done]);
    return manifest.filter((ref) => held.get(keyOf(ref)) !== ref.v);
  });
}

/** The same sum as the server's over what it thinks we hold. */
export async function scopeHash(vault: Vault): Promise<string> {
  const rows = await vault.store.run((db) => db.getAll("docs"));
  const lines = rows.map((row) => `${row.key}:${row.v}`);
  return sha256Hex(lines.sort().join("\n"));
}
