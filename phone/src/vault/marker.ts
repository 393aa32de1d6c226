/** A mark outside IndexedDB that a vault existed here, so that an emptied store is noticed and said, never hidden. */

export type Mark = {
  readonly device: string;
  readonly name: string;
  readonly unsent: number;
  readonly lastSentAt: number | null;
};

const KEY = "beredd-vaults";
const CACHE = "beredd-marker";
const URL_IN_CACHE = "/app/.marker";

const parse = (text: string | null): readonly Mark[] => {
  try {
    const marks: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(marks) ? (marks as Mark[]) : [];
  } catch {
    return [];
  }
};

/** Those that can be read without waiting. */
export const marksAtHand = (): readonly Mark[] => {
  try {
    return parse(localStorage.getItem(KEY));
  } catch {
    return []; // storage switched off
  }
};

async function fromCache(): Promise<readonly Mark[]> {
  if (typeof caches === "undefined") return [];
  const found = await caches.match(URL_IN_CACHE).catch(() => undefined);
  return found ? parse(await found.text()) : [];
}

/** Both places say the same; the slower one is asked only when the first has nothing to say. */
export async function readMarks(): Promise<readonly Mark[]> {
  const here = marksAtHand();
  return here.length > 0 ? here : fromCache();
}

export async function writeMarks(marks: readonly Mark[]): Promise<void> {
  const text = JSON.stringify(marks);
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // full or switched off: the cache below is the second place
  }
  if (typeof caches === "undefined") return;
  const cache = await caches.open(CACHE).catch(() => null);
  await cache?.put(URL_IN_CACHE, new Response(text)).catch(() => undefined);
}

export async function putMark(mark: Mark): Promise<void> {
  const others = (await readMarks()).filter((known) => known.device !== mark.device);
  await writeMarks([...others, mark]);
}

export async function dropMarks(devices: readonly string[]): Promise<void> {
  await writeMarks((await readMarks()).filter((mark) => !devices.includes(mark.device)));
}

/** One line a person: whoever enrolled twice is named once, with all that was unsent. Pure. */
export function byName(
  marks: readonly Mark[],
): readonly { readonly name: string; readonly unsent: number }[] {
  const sums = new Map<string, number>();
  for (const { name, unsent } of marks) sums.set(name, (sums.get(name) ?? 0) + unsent);
  return Array.from(sums, ([name, unsent]) => ({ name, unsent }));
}

/** What was enrolled here by the marks, but is not in the store any more. Pure. */
export const missing = (marks: readonly Mark[], devices: readonly string[]): readonly Mark[] =>
  marks.filter((mark) => !devices.includes(mark.device));
