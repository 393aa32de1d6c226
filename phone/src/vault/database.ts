/** An IndexedDB handle that is never trusted for ever: WebKit drops connections, and a dropped one is opened anew. */
import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from "idb";

export type Store<S extends DBSchema> = {
  /** Runs `work`; on a lost connection reopens and tries once more, then throws StoreBroken. */
  readonly run: <T>(work: (db: IDBPDatabase<S>) => Promise<T>) => Promise<T>;
  /** Lets the handle go; the next `run` opens a new one. */
  readonly release: () => void;
};

/** The phone's storage did not answer twice in a row: the user must be told, and nothing counts as written. */
export class StoreBroken extends Error {
  override name = "StoreBroken";
}

const LOST = new Set(["InvalidStateError", "UnknownError", "AbortError", "TransactionInactiveError"]);

const isLost = (error: unknown): boolean => error instanceof Error && LOST.has(error.name);

export function openStore<S extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<S>["upgrade"]>,
): Store<S> {
  let handle: Promise<IDBPDatabase<S>> | null = null;

  const release = (): void => {
    const old = handle;
    handle = null;
    old?.then((db) => db.close()).catch(() => undefined);
  };

  const connect = (): Promise<IDBPDatabase<S>> =>
    (handle ??= openDB<S>(name, version, {
      upgrade,
      blocking: release, // another tab wants a newer form: let go, reopen at the next use
      terminated: () => (handle = null),
    }));

  const run = async <T>(work: (db: IDBPDatabase<S>) => Promise<T>): Promise<T> => {
    try {
      return await work(await connect());
    } catch (error) {
      if (!isLost(error)) throw error;
      release();
    }
    try {
      return await work(await connect());
    } catch (error) {
      release();
      throw isLost(error) ? new StoreBroken(String(error), { cause: error }) : error;
    }
  };

  return { run, release };
}
