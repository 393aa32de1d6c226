/** The lock screen: six digits, and a growing wait after wrong ones. Pure. */
import type { Step } from "../../ui/screen.ts";
import type { UnlockProblem } from "../../vault/vault.ts";
import { PIN_LENGTH } from "../../vault/pin.ts";

export type Model = {
  readonly pin: string;
  readonly busy: boolean;
  readonly complaint: "wrong_pin" | "store_gone" | "storage" | null;
  /** Milliseconds since 1970; 0 = no waiting. */
  readonly until: number;
  readonly now: number;
};

export type Event =
  | { readonly type: "digit"; readonly digit: string; readonly at: number }
  | { readonly type: "erased" }
  /** The database has said until when wrong PINs must wait: it may answer after the first digits. */
  | { readonly type: "attempts_known"; readonly until: number; readonly at: number }
  | { readonly type: "refused"; readonly problem: UnlockProblem }
  | { readonly type: "storage_failed" }
  | { readonly type: "ticked"; readonly at: number };

export type Effect = { readonly do: "unlock"; readonly pin: string };

export const init = (now: number): Step<Model, Effect> => [
  { pin: "", busy: false, complaint: null, until: 0, now },
  [],
];

/** Whole seconds left to wait; 0 when one may try. */
export const secondsLeft = (model: Model): number => Math.max(0, Math.ceil((model.until - model.now) / 1000));

export function update(model: Model, event: Event): Step<Model, Effect> {
  switch (event.type) {
    case "digit":
      return digit({ ...model, now: event.at }, event.digit);
    case "erased":
      return [{ ...model, pin: model.pin.slice(0, -1) }, []];
    case "attempts_known":
      return [{ ...model, until: event.until, now: event.at }, []];
    case "ticked":
      return [{ ...model, now: event.at }, []];
    case "storage_failed":
      return [{ ...model, pin: "", busy: false, complaint: "storage" }, []];
    case "refused": {
      const { problem } = event;
      if (problem.code === "store_gone")
        return [{ ...model, pin: "", busy: false, complaint: "store_gone" }, []];
      return [{ ...model, pin: "", busy: false, complaint: "wrong_pin", until: problem.until }, []];
    }
  }
}

function digit(model: Model, digit: string): Step<Model, Effect> {
  if (model.busy || secondsLeft(model) > 0) return [model, []];
  const pin = model.pin + digit;
  if (pin.length < PIN_LENGTH) return [{ ...model, pin, complaint: null }, []];
  return [{ ...model, pin, busy: true, complaint: null }, [{ do: "unlock", pin }]];
}
