/** UUIDv5 (RFC 9562 §5.5) without waiting. Twin: `occurrence_id` in care/rules/occurrences.py.
 *
 * WebCrypto's SHA-1 is asynchronous and a day's list needs hundreds of ids at once; this one is not used for secrets.
 */

const text = new TextEncoder();

/** The id of the occurrence that the prescription plans at the slot. */
export function occurrenceId(prescription: string, slot: string): string {
  const name = text.encode(slot);
  const message = new Uint8Array(16 + name.length);
  message.set(bytesOf(prescription));
  message.set(name, 16);
  const hash = sha1(message).subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return uuidOf(hash);
}

function bytesOf(uuid: string): Uint8Array {
  const hex = uuid.replaceAll("-", "");
  return Uint8Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}

function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/** FIPS 180-4 §6.1. */
function sha1(message: Uint8Array): Uint8Array {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const blocks = padded(message);
  for (let start = 0; start < blocks.byteLength; start += 64) addBlock(state, blocks, start);
  const hash = new DataView(new ArrayBuffer(20));
  state.forEach((word, index) => hash.setUint32(index * 4, word));
  return new Uint8Array(hash.buffer);
}

function padded(message: Uint8Array): DataView {
  const length = Math.ceil((message.length + 9) / 64) * 64;
  const bytes = new Uint8Array(length);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(length - 4, message.length * 8);
  return view;
}

function addBlock(state: number[], blocks: DataView, start: number): void {
  const words = Array.from({ length: 16 }, (_, index) => blocks.getInt32(start + index * 4));
  for (let index = 16; index < 80; index++) {
    words.push(
      rotate(at(words, index - 3) ^ at(words, index - 8) ^ at(words, index - 14) ^ at(words, index - 16), 1),
    );
  }
  let [a, b, c, d, e] = [at(state, 0), at(state, 1), at(state, 2), at(state, 3), at(state, 4)];
  words.forEach((word, index) => {
    const next = (rotate(a, 5) + mix(index, b, c, d) + e + word) | 0;
    [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
  });
  [a, b, c, d, e].forEach((word, index) => (state[index] = (at(state, index) + word) | 0));
}

function mix(index: number, b: number, c: number, d: number): number {
  if (index < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (index < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (index < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

const at = (words: readonly number[], index: number): number => words[index] ?? 0;
