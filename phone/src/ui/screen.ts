/** Runs a screen: `update` is pure and says what should happen; `run` makes it happen and sends events back. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

export type Step<M, F> = readonly [M, readonly F[]];

export type Parts<M, E, F> = {
  readonly init: () => Step<M, F>;
  readonly update: (model: M, event: E) => Step<M, F>;
  readonly run: (effect: F, send: (event: E) => void) => void;
};

export function useScreen<M, E, F>(parts: Parts<M, E, F>): readonly [M, (event: E) => void] {
  const first = useRef<Step<M, F> | null>(null);
  first.current ??= parts.init();
  const [model, setModel] = useState<M>(first.current[0]);
  const current = useRef(model);
  const latest = useRef(parts);
  latest.current = parts;
  const alive = useRef(true);

  const send = useCallback((event: E): void => {
    if (!alive.current) return;
    const [next, effects] = latest.current.update(current.current, event);
    current.current = next;
    setModel(next);
    for (const effect of effects) latest.current.run(effect, send);
  }, []);

  useEffect(() => {
    alive.current = true;
    for (const effect of first.current?.[1] ?? []) latest.current.run(effect, send);
    return () => void (alive.current = false);
  }, []);
  return [model, send];
}
