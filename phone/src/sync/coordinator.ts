/** Decides when to sync and in which order: up first, then down. One round at a time; screens only read its state. */
import type { ApiProblem } from "./api.ts";
import { carryLeft } from "./carry.ts";
import { fetchDown } from "./down.ts";
import { afterOnline, nextTry } from "./timing.ts";
import { sendUp, type Line } from "./up.ts";

export type SyncState = {
  readonly phase: "idle" | "sending" | "fetching";
  readonly problem: ApiProblem | null;
};

export type Coordinator = {
  /** Sync now, or once more after the round that is running. */
  readonly nudge: () => void;
  readonly stop: () => void;
};

export type Watching = {
  readonly onState: (state: SyncState) => void;
  /** Answers or documents are new on the phone. */
  readonly onChange: () => void;
};

export function startSync(line: Line, watching: Watching): Coordinator {
  let running = false;
  let again = false;
  let cameBack = false;
  let stopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const schedule = (wait: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(nudge, wait);
  };

  const round = async (): Promise<ApiProblem | null> => {
    watching.onState({ phase: "sending", problem: null });
    const up = await sendUp(line);
    watching.onChange();
    if (!up.ok) return up.problem;
    const carried = await carryLeft(line.post, line.now());
    if (!carried.ok && carried.problem.status === 0) return carried.problem;
    if (stopped) return null;
    watching.onState({ phase: "fetching", problem: null });
    const down = await fetchDown(line, watching.onChange);
    if (!down.ok) {
      if (down.problem.code === "device_revoked") await line.notes.set({ revoked: true });
      return down.problem;
    }
    if (down.value.newEpoch) again = true;
    return null;
  };

  const nudge = (): void => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = true;
    clearTimeout(timer);
    alone(round)
      .catch((error: unknown) => ({ code: "storage", status: 0, title: String(error), next: "" }))
      .then((problem) => {
        running = false;
        if (stopped) return;
        failures = problem ? failures + 1 : 0;
        watching.onState({ phase: "idle", problem });
        watching.onChange();
        schedule(waitAfter(problem));
        again = cameBack = false;
      });
  };

  const waitAfter = (problem: ApiProblem | null): number => {
    if (cameBack) return afterOnline(Math.random());
    return again && !problem ? 0 : nextTry(failures, Math.random());
  };

  /** What failed while there was no network says nothing of the one that has come back. */
  const online = (): void => {
    failures = 0;
    cameBack = running;
    if (!running) schedule(afterOnline(Math.random()));
  };

  const stopListening = listen(nudge, online);
  nudge();
  return {
    nudge,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      stopListening();
    },
  };
}

/** Two tabs of the same phone take turns. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator === "undefined" || !navigator.locks) return work();
  return navigator.locks.request("beredd-sync", work) as Promise<T>;
}

/** Background sync exists in one browser family only: we listen ourselves. */
function listen(nudge: () => void, online: () => void): () => void {
  if (typeof window === "undefined") return () => undefined;
  const visible = (): void => {
    if (document.visibilityState === "visible") nudge();
  };
  window.addEventListener("online", online);
  document.addEventListener("visibilitychange", visible);
  return () => {
    window.removeEventListener("online", online);
    document.removeEventListener("visibilitychange", visible);
  };
}
