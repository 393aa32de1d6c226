/** What the server may say, checked at the door. Unknown fields and unknown codes pass through untouched. */
import * as v from "valibot";

const when = v.string();

export const Problem = v.looseObject({
  problem: v.looseObject({ code: v.string(), title: v.string(), next: v.optional(v.string(), "") }),
});

export const EnrolReply = v.looseObject({
  device: v.string(),
  token: v.string(),
  user: v.looseObject({ id: v.string(), name: v.string() }),
  epoch: v.string(),
  seal_key: v.string(),
  lease_until: when,
  now: when,
  language: v.optional(v.string(), "sv"),
});

export const AnswerReply = v.looseObject({
  index: v.number(),
  id: v.nullable(v.string()),
  answer: v.string(),
  why: v.optional(v.array(v.string()), []),
  say: v.optional(v.string(), ""),
});

export const IntakeReply = v.looseObject({
  epoch: v.string(),
  mark: v.nullable(v.string()),
  offer_again: v.boolean(),
  answers: v.array(AnswerReply),
  now: when,
  lease_until: when,
});

/** The sealed door may leave out what concerns the carrier's own chain. */
export const SealedReply = v.looseObject({ answers: v.array(AnswerReply) });

export const DocRef = v.object({ k: v.string(), id: v.string(), v: v.number() });
export const Doc = v.looseObject({ k: v.string(), id: v.string(), v: v.number(), body: v.unknown() });

export const FeedReply = v.looseObject({
  epoch: v.string(),
  cursor: v.number(),
  scope_hash: v.string(),
  manifest: v.nullable(v.array(DocRef)),
  docs: v.array(Doc),
  more: v.boolean(),
  lease_until: when,
  now: when,
});

export const DocumentsReply = v.looseObject({ docs: v.array(Doc) });

export type EnrolReply = v.InferOutput<typeof EnrolReply>;
export type IntakeReply = v.InferOutput<typeof IntakeReply>;
export type AnswerReply = v.InferOutput<typeof AnswerReply>;
export type SealedReply = v.InferOutput<typeof SealedReply>;
export type FeedReply = v.InferOutput<typeof FeedReply>;
export type DocumentsReply = v.InferOutput<typeof DocumentsReply>;
export type DocRef = v.InferOutput<typeof DocRef>;
export type Doc = v.InferOutput<typeof Doc>;
