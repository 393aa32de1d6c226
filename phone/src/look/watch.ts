/**
 * Looks around while the app is in front: tries what the server has named, judges it, tells of what is ill.
 * Never behind the user's back, never on a connection that is to be spared, never more often than the server allows.
 */
import type { Session } from "../app/session.ts";
import { statusAtHand } from "../app/status.ts";
import { deviceNow } from "../clock.ts";
import { OBSERVED } from "../log/event.ts";
import type { Look } from "../rules/trouble.ts";
import { judge, nextRound, owedAfter, SERVER, type Found } from "./judge.ts";
import { keepRound } from "./latest.ts";
import { layPageAnew } from "./page.ts";
import { reachAll } from "./reach.ts";

type Connection = { readonly saveData?: boolean; readonly type?: string };
const connection = (): Connection | undefined =>
  (navigator as Navigator & { readonly connection?: Connection }).connection;

/** As it travels: src/beredd/sync/kinds/observed.py. */
export type ObservedBody = {
  readonly at: string;
  readonly unit: string;
  readonly link: "mobile" | "wireless";
  readonly found: Found;
};

const CHECK_MS = 15_000;
let next = 0;
let owed = 0;

/** Returns how to stop. */
export function lookAround(session: Session): () => void {
  let busy = false;
  const look = async (): Promise<void> => {
    if (busy || document.visibilityState !== "visible" || connection()?.saveData === true) return;
    busy = true;
    try {
      const asked = deviceNow() < next ? null : ((await statusAtHand())?.look ?? null);
      if (asked) await round(session, asked);
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), CHECK_MS);
  document.addEventListener("visibilitychange", look);
  void look();
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

async function round(session: Session, asked: Look): Promise<void> {
  const began = deviceNow();
  next = nextRound(began, asked.every_seconds, Math.random());
  const targets = { [SERVER]: [], ...asked.targets };
  const got = await reachAll(targets, SERVER, asked.timeout_seconds * 1000);
  if (document.visibilityState !== "visible") return; // the system may have put the network to sleep meanwhile
  if (Object.values(got).some((those) => those.includes("barred"))) void layPageAnew();
  const found = judge(navigator.onLine, got, asked.slow_seconds);
  const at = began + session.snapshot().note.offset;
  keepRound({ at, found });
  const unit = unitOf(session);
  const still = owedAfter(found, owed);
  if (unit === null || still === null) return;
  const link = connection()?.type === "wifi" ? "wireless" : "mobile";
  await session.tell<ObservedBody>(OBSERVED, { at: new Date(at).toISOString(), unit, link, found }).then(
    () => (owed = still),
    () => undefined, // the storage is full or gone: that is told of where somebody signs
  );
}

function unitOf(session: Session): string | null {
  const { units } = session.snapshot();
  return (units.find(({ kind }) => kind === "care") ?? units[0])?.id ?? null;
}
