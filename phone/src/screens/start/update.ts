/** Signing in on this phone for the first time: name and password, then a PIN twice. Pure. */
import type { Admitted } from "../../sync/enrol.ts";
import type { ApiProblem } from "../../sync/api.ts";
import type { Step } from "../../ui/screen.ts";
import { isWeakPin, PIN_LENGTH } from "../../vault/pin.ts";

export type Complaint =
  | { readonly kind: "server"; readonly problem: ApiProblem }
  | { readonly kind: "empty" | "weak_pin" | "pins_differ" | "storage" };

export type Model = {
  readonly step: "password" | "asking" | "pin" | "pin_again" | "settling";
  readonly username: string;
  readonly password: string;
  readonly admitted: Admitted | null;
  readonly pin: string;
  readonly first: string;
  readonly complaint: Complaint | null;
};

export type Event =
  | { readonly type: "username" | "password"; readonly text: string }
  | { readonly type: "submitted" }
  | { readonly type: "admitted"; readonly admitted: Admitted }
  | { readonly type: "turned_away"; readonly problem: ApiProblem }
  | { readonly type: "digit"; readonly digit: string }
  | { readonly type: "erased" }
  | { readonly type: "not_stored" };

export type Effect =
  | { readonly do: "ask"; readonly username: string; readonly password: string }
  | { readonly do: "settle"; readonly admitted: Admitted; readonly pin: string };

export const init = (username: string): Step<Model, Effect> => [
  { step: "password", username, password: "", admitted: null, pin: "", first: "", complaint: null },
  [],
];

export function update(model: Model, event: Event): Step<Model, Effect> {
  switch (event.type) {
    case "username":
    case "password":
      return [{ ...model, [event.type]: event.text, complaint: null }, []];
    case "submitted":
      return submit(model);
    case "admitted":
      return [{ ...model, step: "pin", password: "", admitted: event.admitted, complaint: null }, []];
    case "turned_away":
      return [{ ...model, step: "password", complaint: { kind: "server", problem: event.problem } }, []];
    case "digit":
      return digit(model, event.digit);
    case "erased":
      return [{ ...model, pin: model.pin.slice(0, -1), complaint: null }, []];
    case "not_stored":
      return [{ ...model, step: "pin", pin: "", first: "", complaint: { kind: "storage" } }, []];
  }
}

function submit(model: Model): Step<Model, Effect> {
  const username = model.username.trim();
  if (!username || !model.password) return [{ ...model, complaint: { kind: "empty" } }, []];
  if (model.step !== "password") return [model, []];
  return [
    { ...model, step: "asking", username, complaint: null },
    [{ do: "ask", username, password: model.password }],
  ];
}

function digit(model: Model, digit: string): Step<Model, Effect> {
  if (model.step !== "pin" && model.step !== "pin_again") return [model, []];
  const pin = model.pin + digit;
  if (pin.length < PIN_LENGTH) return [{ ...model, pin, complaint: null }, []];
  return model.step === "pin" ? chosen(model, pin) : repeated(model, pin);
}

function chosen(model: Model, pin: string): Step<Model, Effect> {
  if (isWeakPin(pin)) return [{ ...model, pin: "", complaint: { kind: "weak_pin" } }, []];
  return [{ ...model, step: "pin_again", pin: "", first: pin, complaint: null }, []];
}

function repeated(model: Model, pin: string): Step<Model, Effect> {
  if (pin !== model.first)
    return [{ ...model, step: "pin", pin: "", first: "", complaint: { kind: "pins_differ" } }, []];
  return [
    { ...model, step: "settling", pin, first: "", complaint: null },
    [{ do: "settle", admitted: model.admitted!, pin }],
  ];
}
