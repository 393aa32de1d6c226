/** Watches contact while a patient is at hand, and tells of it afterwards. What goes wrong here stops nobody's work. */
import { useEffect, useRef } from "preact/hooks";
import type { Session } from "../app/session.ts";
import { deviceNow } from "../clock.ts";
import { STAY } from "../log/event.ts";
import { isOffline } from "../screens/sync-words.ts";
import { NOTHING, step, type StayBody } from "./stay.ts";

const SIGNS = ["online", "offline"] as const;

/** `patient`: whom the open screen is about, or null. */
export function useStay(session: Session, patient: string | null): void {
  const home = useRef(patient);
  const look = useRef<() => void>(() => undefined);
  home.current = patient;
  useEffect(() => {
    let watched = NOTHING;
    const seen = (): void => {
      const snapshot = session.snapshot();
      const dark = document.visibilityState === "hidden";
      const [next, over] = step(watched, {
        now: deviceNow() + snapshot.note.offset,
        home: dark ? null : home.current,
        dark,
        online: navigator.onLine,
        trying: snapshot.sync.phase !== "idle",
        failed: isOffline(snapshot),
        entries: snapshot.entries,
      });
      watched = next;
      if (over) void session.tell<StayBody>(STAY, over).catch(() => undefined);
    };
    look.current = seen;
    const stop = session.subscribe(seen);
    for (const sign of SIGNS) window.addEventListener(sign, seen);
    document.addEventListener("visibilitychange", seen);
    return () => {
      stop();
      for (const sign of SIGNS) window.removeEventListener(sign, seen);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [session]);
  useEffect(() => look.current(), [session, patient]);
}
