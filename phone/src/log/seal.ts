/** Seals an event to the server's key (RFC 9180 HPKE), so that no lost PIN or dead screen ever destroys it. */
import { fromBase64url, toBase64url, utf8 } from "../vault/bytes.ts";
import type { Wire } from "./event.ts";

const INFO = "beredd-seal-1";

const load = async () => {
  const { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } = await import("@hpke/core");
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
};

let suite: ReturnType<typeof load> | null = null;

/** Called after unlocking, so that the first signature does not wait for the code to load. */
export const warmSeal = (): ReturnType<typeof load> => (suite ??= load());

/** base64url of enc||ct. `sealKey` is the server's raw P-256 point. */
export async function seal(wire: Wire, sealKey: string): Promise<string> {
  const hpke = await warmSeal();
  const recipientPublicKey = await hpke.kem.deserializePublicKey(fromBase64url(sealKey).buffer);
  const sender = await hpke.createSenderContext({ recipientPublicKey, info: utf8(INFO).buffer });
  const text = await sender.seal(utf8(JSON.stringify(wire)).buffer);
  const box = new Uint8Array(sender.enc.byteLength + text.byteLength);
  box.set(new Uint8Array(sender.enc), 0);
  box.set(new Uint8Array(text), sender.enc.byteLength);
  return toBase64url(box);
}
