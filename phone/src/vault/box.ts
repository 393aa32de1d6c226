/** One encrypted record: AES-GCM with a fresh random IV, bound to its place so that records cannot be swapped. */
import { fromUtf8, random, utf8, type Bytes } from "./bytes.ts";

export type Box = { readonly iv: Bytes; readonly text: ArrayBuffer };

/** The schema version is part of the binding: a record of an older form never opens as a newer one. */
export const SCHEMA = 1;

const bound = (place: string): Bytes => utf8(`beredd|${SCHEMA}|${place}`);

/** `place` is "store|key": where the record lies. */
export async function lock(key: CryptoKey, place: string, value: Bytes): Promise<Box> {
  const iv = random(12);
  return {
    iv,
    text: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(place) }, key, value),
  };
}

/** Throws OperationError when the key is another, or the record was changed or moved. */
export async function open(key: CryptoKey, place: string, box: Box): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: "AES-GCM", iv: box.iv, additionalData: bound(place) }, key, box.text);
}

export const lockJson = (key: CryptoKey, place: string, value: unknown): Promise<Box> =>
  lock(key, place, utf8(JSON.stringify(value)));

export async function openJson<T>(key: CryptoKey, place: string, box: Box): Promise<T> {
  return JSON.parse(fromUtf8(await open(key, place, box))) as T;
}
