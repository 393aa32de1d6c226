/** While a timer runs the screen stays lit, and when it is over the phone says so: where the browser can. */
import { useEffect } from "preact/hooks";

/** The browser lets go of the lock when the page is hidden: ask again on return. A refusal changes nothing. */
export function useAwake(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !("wakeLock" in navigator)) return undefined;
    let held: WakeLockSentinel | null = null;
    let over = false;
    const ask = (): void => {
      if (document.visibilityState !== "visible") return;
      navigator.wakeLock.request("screen").then(
        (lock) => {
          held = lock;
          if (over) void lock.release();
        },
        () => undefined,
      );
    };
    ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", ask);
      void held?.release();
    };
  }, [wanted]);
}

const SILENT = "beredd-silent";

/** A choice of this phone that is no secret. Where storage is switched off there is sound. */
export function wantsSound(): boolean {
  try {
    return localStorage.getItem(SILENT) === null;
  } catch {
    return true;
  }
}

export function chooseSound(wanted: boolean): void {
  try {
    if (wanted) localStorage.removeItem(SILENT);
    else localStorage.setItem(SILENT, "1");
  } catch {
    // storage switched off: there is sound
  }
}

let audio: AudioContext | null = null;

/** Sound may only be readied by a tap. */
export function readySound(): void {
  try {
    audio ??= new AudioContext();
    void audio.resume();
  } catch {
    audio = null; // a phone without sound still shows and shakes
  }
}

/** Two soft tones and a shake. */
export function ring(): void {
  navigator.vibrate?.([200, 100, 200]);
  if (audio?.state !== "running" || !wantsSound()) return;
  for (const [at, pitch] of [
    [0, 660],
    [0.25, 880],
  ] as const)
    tone(audio, audio.currentTime + at, pitch);
}

function tone(context: AudioContext, at: number, pitch: number): void {
  const [source, volume] = [context.createOscillator(), context.createGain()];
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0.001, at);
  volume.gain.exponentialRampToValueAtTime(0.3, at + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.4);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + 0.45);
}
