/** From PIN to the key that wraps the data key: argon2id, mixed with a key that cannot leave this device. */
import { random, utf8, type Bytes } from "./bytes.ts";

export type KdfSettings = { readonly salt: Bytes; readonly memoryKib: number; readonly passes: number };

/** OWASP's minimum for argon2id (19 MiB, 2 passes, 1 lane): cold start on a cheap phone is in the budget. */
export const KDF_DEFAULT = { memoryKib: 19 * 1024, passes: 2 } as const;

const load = () => import("./argon2.ts"); // WebAssembly: the CSP needs 'wasm-unsafe-eval', nothing more

/** Called when the lock is shown, with the least there is to derive: the sixth digit waits for no loading or compiling. */
export async function warmKdf(): Promise<void> {
  const { argon2id } = await load();
  await argon2id({
    password: "0",
    salt: random(16),
    memorySize: 8,
    iterations: 1,
    parallelism: 1,
    hashLength: 32,
  });
}

/** A six-digit PIN alone is no encryption: without `deviceKey` a copied database cannot be guessed at. */
export async function wrappingKey(
  pin: string,
  settings: KdfSettings,
  deviceKey: CryptoKey,
): Promise<CryptoKey> {
  const { argon2id } = await load();
  const stretched = await argon2id({
    password: pin,
    salt: settings.salt,
    memorySize: settings.memoryKib,
    iterations: settings.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: "binary",
  });
  const mixed = await crypto.subtle.sign("HMAC", deviceKey, new Uint8Array(stretched));
  stretched.fill(0);
  const material = await crypto.subtle.importKey("raw", mixed, "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: settings.salt, info: utf8("beredd-wrap-1") },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** Not extractable: it can be used on this device and never copied from it. */
export const newDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
