/** A session's snapshot, drawn anew whenever it changes. */
import { useEffect, useReducer } from "preact/hooks";
import type { Session, Snapshot } from "./session.ts";

export function useSnapshot(session: Session): Snapshot {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => session.subscribe(() => redraw(undefined)), [session]);
  return session.snapshot();
}
