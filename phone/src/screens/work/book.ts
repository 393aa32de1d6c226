/** What has been begun and not signed, kept encrypted like all else of a patient, and gone when it is signed. */
import { readNote, writeNote, type Vault } from "../../vault/vault.ts";
import { isBegun, type Subject, type Work } from "./work.ts";

const NOTE = "work";
/** Nobody goes on with an exercise of the day before yesterday. */
export const KEPT_MS = 36 * 3600_000;

type Book = { readonly works: Readonly<Record<string, Work>> };

export const keyOf = ({ prescription, occurrence }: Subject): string => occurrence ?? prescription;

let queue: Promise<unknown> = Promise.resolve();

/** Written one after the other: each knows what the one before wrote. */
function change(vault: Vault, at: number, by: (works: Record<string, Work>) => void): Promise<void> {
  const turn = queue.then(async () => {
    const works = fresh(await readNote<Book>(vault, NOTE), at);
    by(works);
    await writeNote(vault, NOTE, { works });
  });
  queue = turn.catch(() => undefined);
  return turn;
}

function fresh(book: Book | null, at: number): Record<string, Work> {
  const kept = Object.entries(book?.works ?? {}).filter(([, work]) => at - work.touchedAt < KEPT_MS);
  return Object.fromEntries(kept);
}

export const keep = (vault: Vault, work: Work): Promise<void> =>
  change(vault, work.touchedAt, (works) => void (works[keyOf(work.subject)] = work));

export const drop = (vault: Vault, subject: Subject, at: number): Promise<void> =>
  change(vault, at, (works) => void delete works[keyOf(subject)]);

/** What is old, or of patients that are no longer on this phone, goes. Costs a read when there is nothing. */
export async function tidy(vault: Vault, patients: ReadonlySet<string>, at: number): Promise<void> {
  const works = Object.values((await readNote<Book>(vault, NOTE))?.works ?? {});
  if (works.every(({ subject, touchedAt }) => patients.has(subject.patient) && at - touchedAt < KEPT_MS))
    return;
  await change(vault, at, (kept) => {
    for (const [key, { subject }] of Object.entries(kept))
      if (!patients.has(subject.patient)) delete kept[key];
  });
}

/** Whether any occurrence of the prescription is half worked through. */
export async function isHalfDone(vault: Vault, prescription: string, at: number): Promise<boolean> {
  await queue;
  const works = Object.values(fresh(await readNote<Book>(vault, NOTE), at));
  return works.some((work) => work.subject.prescription === prescription && isBegun(work));
}

/** null when nothing was begun, or the prescription has another version by now. */
export async function begun(vault: Vault, subject: Subject, at: number): Promise<Work | null> {
  await queue;
  const work = fresh(await readNote<Book>(vault, NOTE), at)[keyOf(subject)];
  return work && work.subject.version === subject.version ? work : null;
}
