/** Bytes and their written forms: base64url, hex, UTF-8. */

export type Bytes = Uint8Array<ArrayBuffer>;

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

export const utf8 = (text: string): Bytes => encoder.encode(text);

export const fromUtf8 = (bytes: BufferSource): string => decoder.decode(bytes);

export function toBase64url(bytes: Uint8Array | ArrayBuffer): string {
  let binary = "";
  for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** Throws on anything that is not base64url. */
export function fromBase64url(text: string): Bytes {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
}

export function toHex(bytes: ArrayBuffer | Uint8Array): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const sha256Hex = async (text: string): Promise<string> =>
  toHex(await crypto.subtle.digest("SHA-256", utf8(text)));

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
