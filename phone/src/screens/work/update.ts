/** Working through a programme, an exercise at a time. Pure. */
import type { Item } from "../../contract/docs.ts";
import type { SignatureBody } from "../../log/event.ts";
import type { Step } from "../../ui/screen.ts";
import {
  allDone,
  askedOf,
  doneIn,
  isWhole,
  oneLess,
  oneMore,
  setNow,
  skip,
  withDone,
  type Part,
} from "./asked.ts";
import { isRunning, started, timerOf } from "./timer.ts";
import { bodyOf, goTo, partAt, pause, settle, suggested, withPart, type Work } from "./work.ts";

export type Model = {
  readonly work: Work;
  readonly items: readonly Item[];
  readonly now: number;
  /** Why the exercise is skipped is being asked. */
  readonly skipping: boolean;
  readonly reason: string | null;
  readonly saving: boolean;
  readonly failed: boolean;
};

type Plain<Type extends string> = Type extends string ? { readonly type: Type; readonly at: number } : never;
type With<Type extends string, Told> = { readonly type: Type; readonly at: number } & Readonly<Told>;

/** What concerns the exercise that one is at. */
type Exercising =
  | Plain<"count" | "uncount" | "all_done" | "start" | "restart">
  | With<"adjust", { set: number; amount: number }>
  | With<"variant", { variant: Part["variant"] }>
  | With<"skip", { reason: string }>;

/** Each tap says when it was. */
export type Event =
  | Exercising
  | Plain<"tick" | "pause" | "ask_skip" | "cancel_skip" | "sign" | "write_failed">
  | With<"go", { place: number }>
  | With<"scale", { scale: "pain" | "effort"; value: number | null }>
  | With<"note", { text: string }>
  | With<"outcome", { outcome: string }>
  | With<"reason", { reason: string }>;

export type Effect =
  | { readonly do: "keep"; readonly work: Work }
  | { readonly do: "ring" }
  | { readonly do: "sign"; readonly body: SignatureBody; readonly work: Work };

export const init = (work: Work, items: readonly Item[], now: number): Step<Model, Effect> => [
  {
    work: settle(work, items, now),
    items,
    now,
    skipping: false,
    reason: null,
    saving: false,
    failed: false,
  },
  [],
];

/** The outcome that stands: what the performer said, else what is suggested. */
export const outcomeOf = ({ work, items }: Model): string | null => work.outcome ?? suggested(work, items);

export const canSign = (model: Model): boolean => {
  const outcome = outcomeOf(model);
  return outcome !== null && (outcome !== "not_performed" || model.reason !== null);
};

export function update(model: Model, event: Event): Step<Model, Effect> {
  const { work } = model;
  switch (event.type) {
    case "tick":
      return ticked(model, event.at);
    case "sign":
      return signed(model, event.at);
    case "write_failed":
      return [{ ...model, saving: false, failed: true }, []];
    case "ask_skip":
    case "cancel_skip":
      return [{ ...model, skipping: event.type === "ask_skip" }, []];
    case "reason":
      return [{ ...model, reason: event.reason }, []];
    case "note":
      return changed(model, { ...work, note: event.text }, event.at);
    case "scale":
      return changed(model, { ...work, [event.scale]: event.value }, event.at);
    case "outcome":
      return changed(model, { ...work, outcome: event.outcome }, event.at);
    case "go":
      return changed({ ...model, skipping: false }, goTo(work, model.items, event.place, event.at), event.at);
    case "pause":
      return changed(model, pause(work, model.items, event.at), event.at);
    default:
      return exercised(model, event);
  }
}

function exercised(model: Model, event: Exercising): Step<Model, Effect> {
  const { work, items } = model;
  const item = items[work.place];
  if (!item) return [model, []];
  const asked = askedOf(item);
  const part = partAt(work, work.place);
  const now = (next: Part, kept: Partial<Work> = {}): Step<Model, Effect> =>
    changed(model, { ...withPart(work, work.place, next), ...kept }, event.at);
  switch (event.type) {
    case "count":
      return now(oneMore(part, asked), { timer: null }); // whoever counts by hand does not wait for the time as well
    case "uncount":
      return now(oneLess(part), { timer: null });
    case "all_done":
      return now(allDone(part, asked), { timer: null });
    case "adjust":
      return now(withDone(part, event.set, event.amount), { timer: null });
    case "variant":
      return now({ ...part, variant: event.variant });
    case "skip":
      return changed(
        { ...model, skipping: false },
        goTo(
          { ...withPart(work, work.place, skip(part, event.reason)), timer: null },
          items,
          work.place + 1,
          event.at,
        ),
        event.at,
      );
    case "restart":
      return now(withDone(part, setNow(part, asked), 0), { timer: null });
    case "start": {
      if (isWhole(part, asked)) return [model, []];
      const seconds = asked.unit === "seconds" ? asked.each : (asked.hold ?? 0);
      const gone = asked.unit === "seconds" ? doneIn(part, setNow(part, asked)) : 0;
      return now(
        { ...part, skipped: null },
        { timer: started(work.timer ?? timerOf(seconds, gone), event.at) },
      );
    }
  }
}

/** Only the end of the timer changes anything; until then the screen just shows a later moment. */
function ticked(model: Model, at: number): Step<Model, Effect> {
  if (!isRunning(model.work.timer)) return [{ ...model, now: at }, []];
  const settled = settle(model.work, model.items, at);
  if (settled.timer !== null) return [{ ...model, now: at }, []];
  const [next, effects] = changed(model, settled, at);
  return [next, [...effects, { do: "ring" }]];
}

function changed(model: Model, work: Work, at: number): Step<Model, Effect> {
  if (model.saving) return [model, []];
  const touched = { ...work, touchedAt: at };
  return [{ ...model, work: touched, now: at }, [{ do: "keep", work: touched }]];
}

function signed(model: Model, at: number): Step<Model, Effect> {
  const outcome = outcomeOf(model);
  if (model.saving || outcome === null || !canSign(model)) return [model, []]; // a second tap is not a second signature
  const reason = outcome === "not_performed" ? model.reason : null;
  const body = bodyOf(model.work, model.items, outcome, reason, at);
  return [{ ...model, saving: true, failed: false }, [{ do: "sign", body, work: model.work }]];
}
