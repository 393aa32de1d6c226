/** The documents a phone holds: me, unit, patient, exercise, page. A field that is missing or new never breaks a screen. */
import * as v from "valibot";

const text = v.string();
const maybe = v.nullish(v.string(), null);
const list = <T extends v.GenericSchema>(item: T) => v.optional(v.array(item), []);

export const Delegation = v.looseObject({
  task: text,
  unit: maybe,
  starts_on: text,
  ends_on: text,
  given_by: v.optional(v.unknown()),
});

/** What the helpdesk has answered; `why` in the user's own language. */
export const Authorisation = v.looseObject({
  right: v.boolean(),
  why: list(text),
  note: v.nullish(text, ""),
  by_name: v.nullish(text, ""),
  at: text,
});

export const Me = v.looseObject({
  id: text,
  name: text,
  title: v.optional(text, ""),
  initials: v.optional(v.record(text, text), {}),
  roles: list(v.looseObject({ unit: maybe, role: text })),
  delegations: list(Delegation),
  language: v.optional(text, "sv"),
  authorisation: v.nullish(Authorisation, null),
});

export const PaperSheet = v.looseObject({
  id: text,
  title: v.optional(text, ""),
  original: v.optional(v.boolean(), false),
  state: v.optional(text, ""),
  since: v.optional(text, ""),
  kind: maybe,
  stale: maybe,
});

const Box = v.looseObject({
  id: text,
  name: text,
  place: v.optional(text, ""),
  holds: v.optional(v.record(text, v.number()), {}),
  inspected_at: maybe,
  due: v.optional(v.boolean(), false),
  sheets: list(PaperSheet),
});

/** The home folder: what lies there, what waits, what must be done. */
const HomePaper = v.looseObject({
  place: v.optional(text, ""),
  tab: v.optional(text, ""),
  wanted: v.optional(v.boolean(), true),
  sheets: list(PaperSheet),
  jobs: list(
    v.looseObject({
      task: text,
      why: v.optional(text, ""),
      since: v.optional(text, ""),
      put: maybe,
      take: maybe,
    }),
  ),
});

export const Unit = v.looseObject({
  id: text,
  name: text,
  kind: v.optional(text, ""),
  organisation: v.nullish(v.looseObject({ name: text }), null),
  phone: maybe,
  boxes: list(Box),
});

const Item = v.looseObject({
  exercise: text,
  sets: v.nullish(v.number(), null),
  repetitions: v.nullish(v.number(), null),
  seconds: v.nullish(v.number(), null),
  load: v.nullish(v.union([v.string(), v.number()]), null),
  side: maybe,
  note: maybe,
});

const Programme = v.looseObject({
  id: text,
  name: text,
  number: v.optional(v.number(), 1),
  items: list(Item),
  /** Printed elsewhere: then it has pages, and no exercises. */
  document: v.nullish(v.looseObject({ source: text, dated: text, pages: list(text) }), null),
});

/** The schedule is the rules' business: carried as it came. */
const Version = v.looseObject({
  number: v.number(),
  effective_at: text,
  starts_on: text,
  ends_on: maybe,
  schedule: v.looseObject({ form: text }),
  intervention: text,
  instruction: v.nullish(text, ""),
  basis: v.nullish(text, ""),
  task: maybe,
  if_not_performed: v.nullish(
    v.looseObject({ rule: text, within_days: v.nullish(v.number(), null), whom: maybe }),
    null,
  ),
  prescribed_by: v.nullish(
    v.looseObject({ name: text, title: v.nullish(text, ""), phone: v.nullish(text, "") }),
    null,
  ),
  prescribed_at: maybe,
  programme: v.nullish(Programme, null),
});

const Worked = v.looseObject({
  item: v.number(),
  exercise: maybe,
  sets: v.nullish(v.number(), null),
  repetitions: v.nullish(v.number(), null),
  seconds: v.nullish(v.number(), null),
  skipped: maybe,
  variant: maybe,
});

export const DocSignature = v.looseObject({
  id: text,
  prescription: text,
  occurrence: maybe,
  slot: maybe,
  outcome: text,
  reason: maybe,
  performed_at: text,
  received_at: maybe,
  by: maybe,
  version: v.nullish(v.number(), null),
  by_name: v.nullish(text, ""),
  initials: v.nullish(text, ""),
  corrects: maybe,
  counts: v.optional(v.boolean(), true),
  beside: v.optional(v.boolean(), false),
  worked: list(Worked),
  pain: v.nullish(v.number(), null),
  effort: v.nullish(v.number(), null),
});

export const Patient = v.looseObject({
  id: text,
  name: text,
  identity: v.nullish(text, ""),
  identity_kind: v.nullish(text, ""),
  unit: text,
  address: maybe,
  phone: maybe,
  door_note: maybe,
  protected: v.optional(v.boolean(), false),
  prescriptions: list(v.looseObject({ id: text, versions: v.array(Version) })),
  pauses: list(v.looseObject({ starts_at: text, ends_at: maybe, reason: v.nullish(text, "") })),
  signatures: list(DocSignature),
  paper: v.nullish(HomePaper, null),
});

export const Exercise = v.looseObject({
  id: text,
  key: v.nullish(text, ""),
  name: text,
  start: v.nullish(text, ""),
  how: list(text),
  watch: v.nullish(text, ""),
  easier: v.nullish(text, ""),
  harder: v.nullish(text, ""),
  ask_first: v.nullish(v.array(text), []),
  equipment: v.nullish(text, ""),
  motion: maybe,
  pictures: list(v.looseObject({ svg: v.optional(text, ""), photo: maybe, alt: v.nullish(text, "") })),
});

/** A page of a programme that was printed elsewhere. `text`: what stands on it. */
export const Page = v.looseObject({
  id: text,
  number: v.number(),
  image: text,
  text: v.nullish(text, ""),
});

export type Authorisation = v.InferOutput<typeof Authorisation>;
export type PaperSheet = v.InferOutput<typeof PaperSheet>;
export type HomePaper = v.InferOutput<typeof HomePaper>;
export type PaperJob = HomePaper["jobs"][number];
export type Box = v.InferOutput<typeof Box>;
export type Me = v.InferOutput<typeof Me>;
export type Unit = v.InferOutput<typeof Unit>;
export type Patient = v.InferOutput<typeof Patient>;
export type Exercise = v.InferOutput<typeof Exercise>;
export type Page = v.InferOutput<typeof Page>;
export type DocSignature = v.InferOutput<typeof DocSignature>;
export type Prescription = Patient["prescriptions"][number];
export type Version = Prescription["versions"][number];
export type Programme = v.InferOutput<typeof Programme>;
export type Item = NonNullable<Version["programme"]>["items"][number];
export type Delegation = v.InferOutput<typeof Delegation>;
