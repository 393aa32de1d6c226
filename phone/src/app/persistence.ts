/** Asks the browser to keep our storage, and remembers its answer: a refusal is said in words. */

/** null when the browser has no such promise to give. */
export async function askToPersist(): Promise<boolean | null> {
  if (!navigator.storage?.persist) return null;
  return (await navigator.storage.persisted()) || (await navigator.storage.persist());
}
