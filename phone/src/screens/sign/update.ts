/** The sign sheet: performed in two taps, the rest when needed. Pure. */
import { instant, localDay } from "../../rules/zone.ts";
import { NOT_WORKED_THROUGH, type SignatureBody, type WorkedThrough } from "../../log/event.ts";
import type { Step } from "../../ui/screen.ts";

/** What is being signed. `corrects` names one's own earlier signature; `taken` is somebody's signature already there. */
export type Target = {
  readonly patient: string;
  readonly patientName: string;
  readonly prescription: string;
  readonly intervention: string;
  readonly version: number;
  readonly slot: string | null;
  readonly occurrence: string | null;
  readonly when: string;
  readonly corrects: string | null;
  readonly taken: { readonly who: string; readonly at: number; readonly mine: boolean } | null;
  readonly delegationMissing: boolean;
  /** There is a programme that can be worked through now, one exercise at a time. */
  readonly exercises: boolean;
  /** The occurrence's own day and time, when its window has closed: what is signed now was done then. */
  /** What the signature that is corrected said of the exercises. */
  readonly worked: WorkedThrough;
  readonly past: { readonly day: string; readonly time: string } | null;
};

export type Model = {
  readonly target: Target;
  readonly step: "choose" | "not_performed" | "saving";
  /** "Already signed by … – sign anyway?" must be answered before anything can be chosen. */
  readonly agreed: boolean;
  readonly more: boolean;
  readonly note: string;
  /** "09:12", empty = now. */
  readonly time: string;
  readonly failed: boolean;
};

export type Event =
  | { readonly type: "agreed" | "more" | "back" | "write_failed" }
  /** A colleague's signature arrived while the sheet was open. */
  | { readonly type: "taken"; readonly taken: NonNullable<Target["taken"]> }
  | { readonly type: "note" | "time"; readonly text: string }
  | {
      readonly type: "chosen";
      readonly outcome: "performed" | "partly" | "void";
      readonly at: number;
    }
  | { readonly type: "not_performed" }
  | { readonly type: "reason"; readonly reason: string; readonly at: number };

export type Effect = { readonly do: "write"; readonly body: SignatureBody };

export const init = (target: Target): Step<Model, Effect> => [
  {
    target,
    step: "choose",
    agreed: target.taken === null,
    more: target.past !== null,
    note: "",
    time: target.past?.time ?? "",
    failed: false,
  },
  [],
];

export function update(model: Model, event: Event): Step<Model, Effect> {
  switch (event.type) {
    case "agreed":
      return [{ ...model, agreed: true }, []];
    case "taken":
      return [{ ...model, agreed: false, target: { ...model.target, taken: event.taken } }, []];
    case "more":
      return [{ ...model, more: !model.more }, []];
    case "back":
      return [{ ...model, step: "choose" }, []];
    case "note":
    case "time":
      return [{ ...model, [event.type]: event.text }, []];
    case "write_failed":
      return [{ ...model, step: "choose", failed: true }, []];
    case "not_performed":
      return [{ ...model, step: "not_performed" }, []];
    case "chosen":
      return write(model, event.outcome, null, event.at);
    case "reason":
      return write(model, "not_performed", event.reason, event.at);
  }
}

function write(model: Model, outcome: string, reason: string | null, at: number): Step<Model, Effect> {
  if (model.step === "saving" || !model.agreed) return [model, []]; // a second tap is not a second signature
  return [
    { ...model, step: "saving", failed: false },
    [{ do: "write", body: body(model, outcome, reason, at) }],
  ];
}

function body(model: Model, outcome: string, reason: string | null, at: number): SignatureBody {
  const { patient, prescription, version, slot, occurrence, corrects, worked } = model.target;
  const performed_at = new Date(performedAt(model, at)).toISOString();
  const note = model.note.trim();
  return {
    patient,
    prescription,
    version,
    slot,
    occurrence,
    outcome,
    reason,
    note,
    performed_at,
    corrects,
    done: null,
    ...(outcome === "void" ? NOT_WORKED_THROUGH : worked),
  };
}

/** The chosen local time today; a time later than now was yesterday's (a night round signed after midnight). */
export function performedAt({ time, target }: Pick<Model, "time" | "target">, now: number): number {
  if (!/^\d\d:\d\d$/.test(time)) return now;
  if (target.past) return Math.min(instant(target.past.day, time), now);
  const today = instant(localDay(now), time);
  return today <= now + 60_000 ? Math.min(today, now) : instant(localDay(now - 24 * 3600_000), time);
}

/** "Undo" is a correction that says: signed by mistake. The first signature stays readable. */
export const undoBody = (body: SignatureBody, id: string, at: number): SignatureBody => ({
  ...body,
  outcome: "void",
  reason: null,
  note: "",
  performed_at: new Date(at).toISOString(),
  corrects: id,
  done: null,
  ...NOT_WORKED_THROUGH,
});
