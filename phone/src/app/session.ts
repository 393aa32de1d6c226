/** What is open after the PIN: a snapshot the screens read, and the few things they may ask for. */
import { deviceNow } from "../clock.ts";
import type { Me, Patient, Unit } from "../contract/docs.ts";
import { newId } from "../ids.ts";
import { forgetOld, retryPassing, retryRefused } from "../log/answers.ts";
import { SIGNATURE, type SignatureBody } from "../log/event.ts";
import {
  isWork,
  openEntries,
  readEntries,
  readOutbox,
  unanswered,
  type Entry,
  type SignatureEntry,
} from "../log/read.ts";
import { warmSeal } from "../log/seal.ts";
import { writeEvent } from "../log/write.ts";
import { api, type Post } from "../sync/api.ts";
import { startSync, type Coordinator, type SyncState } from "../sync/coordinator.ts";
import { leftAccounts } from "../sync/left.ts";
import { dataLock, type Locked } from "../sync/lease.ts";
import { openNoteBook, type NoteBook, type SyncNote } from "../sync/note.ts";
import type { Boxes } from "../vault/boxes.ts";
import { putMark } from "../vault/marker.ts";
import { openVaultStore, type Vault } from "../vault/vault.ts";
import { openLibrary, type Library } from "./library.ts";

export type Snapshot = {
  readonly me: Me | null;
  readonly units: readonly Unit[];
  readonly patients: readonly Patient[];
  readonly entries: readonly Entry[];
  /** Unanswered boxes of enrolments left behind on this phone; they go with ours. */
  readonly carried: number;
  readonly sync: SyncState;
  readonly note: SyncNote;
  readonly locked: Locked;
  /** The clock, corrected by what the server last said. */
  readonly now: number;
  /** Documents of a form this version cannot read. */
  readonly unreadable: number;
};

export type Session = {
  readonly vault: Vault;
  readonly snapshot: () => Snapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** Rejects when the phone's storage did not take it: then nothing was signed. */
  readonly sign: (body: SignatureBody) => Promise<SignatureEntry>;
  /** Tells the server of something else, as safely as a signature: a kind of src/beredd/sync/kinds. */
  readonly tell: <Body>(kind: string, body: Body) => Promise<Entry<Body>>;
  readonly tryAgain: (id: string) => Promise<void>;
  /** Asks the server now, or not at all: for what is not kept until there is network. */
  readonly post: Post;
  readonly syncNow: () => void;
  readonly close: () => void;
};

const EMPTY: Library = { me: [], units: [], patients: [], unreadable: 0 };
const NOBODY: readonly Patient[] = [];
const TICK_MS = 20_000;

/** null when the vault was never fully enrolled. `boxes`: what was read from the store while the key was derived. */
export async function openSession(vault: Vault, boxes?: Boxes): Promise<Session | null> {
  const notes = await openNoteBook(vault, boxes?.sync);
  return notes ? run(vault, notes, boxes) : null;
}

async function run(vault: Vault, notes: NoteBook, boxes: Boxes | undefined): Promise<Session> {
  const listeners = new Set<() => void>();
  const readLibrary = openLibrary(vault);
  let library = EMPTY;
  let entries: readonly Entry[] = [];
  let carried = 0;
  let sync: SyncState = { phase: "idle", problem: null };
  let snapshot: Snapshot;
  let closed = false;
  let reading: Promise<void> = Promise.resolve();

  const corrected = (): number => deviceNow() + notes.get().offset;

  const compose = (): void => {
    const locked = dataLock(notes.get(), deviceNow());
    snapshot = {
      me: library.me[0] ?? null,
      units: library.units,
      patients: locked ? NOBODY : library.patients,
      entries,
      carried,
      sync,
      note: notes.get(),
      locked,
      now: corrected(),
      unreadable: library.unreadable,
    };
    for (const listener of listeners) listener();
  };

  const read = async (boxes?: Boxes): Promise<void> => {
    if (closed) return;
    const [documents, own] = await Promise.all([
      readLibrary(boxes?.docs),
      boxes ? openEntries(vault, boxes) : readEntries(vault, entries),
    ]);
    if (closed) return;
    library = documents;
    entries = withNewer(own, entries);
    compose();
  };

  const refresh = (): Promise<void> =>
    (reading = reading.then(
      () => read(),
      () => read(),
    ));

  const remember = (): Promise<void> =>
    putMark({
      device: vault.account.device,
      name: vault.account.user.name,
      unsent: entries.filter((entry) => entry.state === "unsent" && isWork(entry)).length,
      lastSentAt: notes.get().lastContact,
    });

  await read(boxes);

  const post = api(() => notes.get().token);
  let coordinator: Coordinator | null = null;
  const startLater = setTimeout(() => {
    void warmSeal();
    void forgetOld(vault.store, deviceNow());
    void retryPassing(vault.store, deviceNow());
    if (library.unreadable === 0)
      void import("../screens/work/book.ts").then(({ tidy }) =>
        tidy(vault, new Set(library.patients.map(({ id }) => id)), deviceNow()),
      );
    coordinator = startSync(
      { vault, post, notes, now: deviceNow },
      {
        onState: (state) => {
          sync = state;
          if (!closed) compose();
        },
        onChange: () =>
          void refresh()
            .then(async () => void (carried = await countCarried()))
            .then(compose)
            .then(remember),
      },
    );
  }, 300); // today's list is drawn first
  const ticking = setInterval(compose, TICK_MS);

  const tell = async <Body>(kind: string, body: Body): Promise<Entry<Body>> => {
    const at = corrected();
    const entry = await writeEvent(vault, { kind, body, id: newId(at), by: vault.account.user.id, at });
    entries = [...entries.filter((known) => known.seq !== entry.seq), entry];
    compose();
    void remember();
    coordinator?.nudge();
    return entry;
  };

  return {
    vault,
    snapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sign: (body) => tell(SIGNATURE, body),
    tell,
    tryAgain: async (id) => {
      await retryRefused(vault.store, id);
      await refresh();
      coordinator?.nudge();
    },
    post,
    syncNow: () => coordinator?.nudge(),
    close: () => {
      closed = true;
      clearTimeout(startLater);
      clearInterval(ticking);
      coordinator?.stop();
      listeners.clear();
      library = EMPTY;
      entries = [];
      vault.store.release();
    },
  };
}

/** What was signed while the log was being read is not lost from sight. */
function withNewer(read: readonly Entry[], shown: readonly Entry[]): readonly Entry[] {
  const last = read.at(-1)?.seq ?? 0;
  const newer = shown.filter(({ seq }) => seq > last);
  return newer.length === 0 ? read : [...read, ...newer];
}

async function countCarried(): Promise<number> {
  let count = 0;
  for (const account of await leftAccounts()) {
    const store = openVaultStore(account.vault);
    count += unanswered(await readOutbox(store)).length;
    store.release();
  }
  return count;
}
