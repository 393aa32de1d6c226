/** Enrolments left behind on this phone: a PIN forgotten, someone signed out. Their sealed boxes are still ours to send. */
import { offerAgain } from "../log/answers.ts";
import { allAccounts, type Account } from "../vault/accounts.ts";
import { openVaultStore } from "../vault/vault.ts";

export const leftAccounts = async (): Promise<readonly Account[]> =>
  (await allAccounts()).filter((account) => account.state === "left");

/** A new epoch: what the server had from those who left is gone too. */
export async function offerLeftAgain(): Promise<void> {
  for (const account of await leftAccounts()) {
    const store = openVaultStore(account.vault);
    await offerAgain(store);
    store.release();
  }
}
