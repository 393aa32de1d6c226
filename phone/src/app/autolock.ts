/** Locks after some minutes without a touch, or away from the screen. Timers sleep in the background: ask on return. */
import { deviceNow } from "../clock.ts";

/** Calls `lock` once. Returns a function that stops watching. */
export function watchIdle(minutes: number, lock: () => void): () => void {
  const limit = minutes * 60_000;
  let last = deviceNow();
  const touched = (): void => void (last = deviceNow());
  const check = (): void => {
    if (deviceNow() - last >= limit) lock();
  };
  const visible = (): void => {
    if (document.visibilityState === "visible") check();
  };
  const timer = setInterval(check, 5_000);
  const touches = ["pointerdown", "keydown", "scroll"] as const;
  for (const kind of touches) document.addEventListener(kind, touched, { passive: true, capture: true });
  document.addEventListener("visibilitychange", visible);
  return () => {
    clearInterval(timer);
    for (const kind of touches) document.removeEventListener(kind, touched, { capture: true });
    document.removeEventListener("visibilitychange", visible);
  };
}
