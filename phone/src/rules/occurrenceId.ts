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
  const bytes = new Uint8Array(16);
  for (let index = 0; index < 16; index++)
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function uuidOf(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += HEX[byte];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/** FIPS 180-4 §6.1. Loops over typed arrays: this is the warmest place of a cold start. */
function sha1(message: Uint8Array): Uint8Array {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const blocks = padded(message);
  for (let start = 0; start < blocks.byteLength; start += 64) addBlock(state, blocks, start);
  const hash = new DataView(new ArrayBuffer(20));
  state.forEach((word, index) => hash.setInt32(index * 4, word));
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

const words = new Int32Array(80);

function addBlock(state: Int32Array, blocks: DataView, start: number): void {
  for (let index = 0; index < 16; index++) words[index] = blocks.getInt32(start + index * 4);
  for (let index = 16; index < 80; index++) {
    const mixed = words[index - 3]! ^ words[index - 8]! ^ words[index - 14]! ^ words[index - 16]!;
    words[index] = rotate(mixed, 1);
  }
  let [a, b, c, d, e] = [state[0]!, state[1]!, state[2]!, state[3]!, state[4]!];
  for (let index = 0; index < 80; index++) {
    const next = (rotate(a, 5) + mix(index, b, c, d) + e + words[index]!) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  [a, b, c, d, e].forEach((word, index) => (state[index]! += word));
}

function mix(index: number, b: number, c: number, d: number): number {
  if (index < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (index < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (index < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
