/** What the phone remembers about its contact with the server, kept encrypted beside the data. */
import type { DocRef } from "../contract/wire.ts";
import type { Box } from "../vault/box.ts";
import { openNote, readNote, writeNote, type Vault } from "../vault/vault.ts";

export type SyncNote = {
  readonly token: string;
  readonly epoch: string;
  /** The ledger position our documents stand on; null = ask for everything. */
  readonly cursor: number | null;
  readonly mark: string | null;
  /** Documents named by the manifest and not yet fetched, nearest due first. */
  readonly wanted: readonly DocRef[];
  readonly lastContact: number | null;
  /** When the data was last complete; what "as of" on the screen means. */
  readonly asOf: number | null;
  readonly leaseUntil: number;
  /** Server clock minus device clock, milliseconds. */
  readonly offset: number;
  /** The latest moment seen: a clock set back does not lengthen the lease. */
  readonly seen: number;
  readonly revoked: boolean;
};

export type NoteBook = {
  readonly get: () => SyncNote;
  readonly set: (patch: Partial<SyncNote>) => Promise<void>;
};

export const firstNote = (from: {
  token: string;
  epoch: string;
  leaseUntil: number;
  offset: number;
  seen: number;
}): SyncNote => ({
  ...from,
  cursor: null,
  mark: null,
  wanted: [],
  lastContact: null,
  asOf: null,
  revoked: false,
});

/** null when the vault has no note: it was never fully enrolled. `box`: the note, when it has been read already. */
export async function openNoteBook(vault: Vault, box?: Box): Promise<NoteBook | null> {
  let note = box ? await openNote<SyncNote>(vault, "sync", box) : await readNote<SyncNote>(vault, "sync");
  if (!note) return null;
  return {
    get: () => note!,
    set: async (patch) => {
      note = { ...note!, ...patch };
      await writeNote(vault, "sync", note);
    },
  };
}
