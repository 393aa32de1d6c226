/** The forms of an event: what is said, how it is chained and signed, how it travels. */
import { fromBase64url, sha256Hex, toBase64url, utf8 } from "../vault/bytes.ts";
import type { Head } from "../vault/vault.ts";

/** What was done of an item of the programme; its sums are those of all sets. What is not listed was not done. */
export type Worked = {
  /** Its place in the programme, from 1. */
  readonly item: number;
  readonly exercise: string;
  readonly sets?: number;
  readonly repetitions?: number;
  readonly seconds?: number;
  /** Why nothing was done of it. */
  readonly skipped?: string;
  readonly variant?: string;
};

/** Said where a programme was worked through: nothing else is known of how it went. */
export type WorkedThrough = {
  readonly worked: readonly Worked[] | null;
  /** From 0 to 10, as the patient said; null when not asked. */
  readonly pain: number | null;
  readonly effort: number | null;
};

export const NOT_WORKED_THROUGH: WorkedThrough = { worked: null, pain: null, effort: null };

export type SignatureBody = WorkedThrough & {
  readonly patient: string;
  readonly prescription: string;
  readonly version: number;
  readonly slot: string | null;
  readonly occurrence: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly note: string;
  readonly performed_at: string;
  readonly corrects: string | null;
  readonly done: Readonly<Record<string, unknown>> | null;
};

export const SIGNATURE = "signature";
/** How the phone fared in a home. */
export const STAY = "home.stay";
export const OBSERVED = "systems.observed";

export type Payload<Body = unknown> = {
  readonly v: 1;
  readonly kind: string;
  readonly id: string;
  readonly device: string;
  readonly seq: number;
  readonly prev: string;
  readonly by: string;
  readonly recorded_at: string;
  readonly body: Body;
};

/** The payload is text from birth: hashed, signed and sent as it stands, never written anew. */
export type Wire = { readonly payload: string; readonly sig: string };

export type Draft = Pick<Payload, "kind" | "id" | "device" | "by" | "recorded_at" | "body">;

const ECDSA = { name: "ECDSA", hash: "SHA-256" } as const;

/** The next link after `head`, signed. */
export async function link(
  draft: Draft,
  head: Head,
  signKey: CryptoKey,
): Promise<{ wire: Wire; head: Head }> {
  const { kind, id, device, by, recorded_at, body } = draft;
  const seq = head.seq + 1;
  const payload = JSON.stringify({ v: 1, kind, id, device, seq, prev: head.hash, by, recorded_at, body });
  const sig = toBase64url(await crypto.subtle.sign(ECDSA, signKey, utf8(payload)));
  return { wire: { payload, sig }, head: { seq, hash: await sha256Hex(payload) } };
}

export const verify = (wire: Wire, publicKey: CryptoKey): Promise<boolean> =>
  crypto.subtle.verify(ECDSA, publicKey, fromBase64url(wire.sig), utf8(wire.payload));

/** The private half cannot be exported; the public half is the raw point the server wants. */
export async function newSignKey(): Promise<{ signKey: CryptoKey; devicePoint: string }> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify",
  ]);
  return {
    signKey: pair.privateKey,
    devicePoint: toBase64url(await crypto.subtle.exportKey("raw", pair.publicKey)),
  };
}
