/** Only argon2id of hash-wasm, as a piece of its own that loads while the lock screen is looked at. */
export { argon2id } from "hash-wasm";
