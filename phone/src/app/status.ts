/** How the systems stand, at hand without network and without PIN, with the time at which the server knew it. */
import * as v from "valibot";
import type { Status } from "../rules/trouble.ts";

const SHELF = "beredd-status";
const ADDRESS = "/api/v1/status";
const EVERY_MS = 60_000;

const when = v.nullish(v.string(), null);
const Paper = v.looseObject({ unit: v.string(), system: v.string(), since: v.string(), until: when });
const Trouble = v.looseObject({
  id: v.string(),
  layer: v.optional(v.string(), ""),
  state: v.string(),
  since: v.string(),
  units: v.optional(v.record(v.string(), v.string()), {}),
  text: v.optional(v.string(), ""),
  told_at: when,
  next_at: when,
  papers: v.optional(v.array(Paper), []),
});
const Work = v.looseObject({
  id: v.string(),
  starts_at: v.string(),
  ends_at: v.string(),
  what: v.optional(v.string(), ""),
});
const System = v.looseObject({
  system: v.string(),
  title: v.string(),
  instead: v.optional(v.record(v.string(), v.string()), {}),
  troubles: v.optional(v.array(Trouble), []),
  planned: v.optional(v.array(Work), []),
});
const Sayable = v.looseObject({
  kind: v.string(),
  system: v.optional(v.string(), ""),
  title: v.optional(v.string(), ""),
});
const positive = v.pipe(v.number(), v.minValue(1));
const Look = v.looseObject({
  every_seconds: positive,
  slow_seconds: positive,
  timeout_seconds: positive,
  targets: v.record(v.string(), v.array(v.string())),
});
const Supports = v.looseObject({
  key: v.string(),
  title: v.string(),
  phone: v.optional(v.string(), ""),
  written: v.optional(v.boolean(), false),
});
const Reply = v.looseObject({
  at: v.string(),
  systems: v.array(System),
  sayable: v.array(Sayable),
  supports: v.optional(v.array(Supports), []),
  look: v.nullish(Look, null),
});

const listeners = new Set<(status: Status) => void>();

/** What this phone has, never from the network; null when it has never reached the server. */
export async function statusAtHand(): Promise<Status | null> {
  try {
    const kept = await (await caches.open(SHELF)).match(ADDRESS);
    const read = kept ? v.safeParse(Reply, await kept.json()) : null;
    return read?.success ? read.output : null;
  } catch {
    return null; // storage switched off
  }
}

/** Asks the server anew; what cannot be used is left alone. Never rejects. */
export async function renewStatus(): Promise<void> {
  try {
    const response = await fetch(ADDRESS, { credentials: "omit", cache: "no-store" });
    const copy = response.clone();
    const read = v.safeParse(Reply, await response.json());
    if (!response.ok || !read.success) return;
    await (await caches.open(SHELF)).put(ADDRESS, copy);
    for (const tell of listeners) tell(read.output);
  } catch {
    // no network: what is at hand still stands, with its age
  }
}

/** Tells what is at hand, then what is new; asks each minute while somebody looks. Returns how to stop. */
export function watchStatus(tell: (status: Status) => void): () => void {
  listeners.add(tell);
  const ask = (): void => {
    if (document.visibilityState === "visible") void renewStatus();
  };
  void statusAtHand().then((status) => {
    if (status && listeners.has(tell)) tell(status);
    ask();
  });
  const timer = setInterval(ask, EVERY_MS);
  document.addEventListener("visibilitychange", ask);
  window.addEventListener("online", ask);
  return () => {
    listeners.delete(tell);
    clearInterval(timer);
    document.removeEventListener("visibilitychange", ask);
    window.removeEventListener("online", ask);
  };
}
