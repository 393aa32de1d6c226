/** Enrols this phone for one user: the only thing that needs the network before anything works. */
import { EnrolReply } from "../contract/wire.ts";
import { newSignKey } from "../log/event.ts";
import { ok, type Result } from "../result.ts";
import { iso } from "../clock.ts";
import { offerAgain } from "../log/answers.ts";
import { allAccounts, saveAccount } from "../vault/accounts.ts";
import { putMark } from "../vault/marker.ts";
import { createVault, openVaultStore, type Vault } from "../vault/vault.ts";
import { api, PROTOCOL, type ApiProblem } from "./api.ts";
import { offsetOf } from "./lease.ts";
import { firstNote } from "./note.ts";

export type Enrolment = {
  readonly username: string;
  readonly password: string;
  readonly pin: string;
  readonly deviceName: string;
};

/** The PIN is chosen after the password is accepted, so the signing key waits in between. */
export type Admitted = { readonly reply: EnrolReply; readonly signKey: CryptoKey };

export async function askToEnrol(
  wanted: Omit<Enrolment, "pin">,
  now: number,
): Promise<Result<Admitted, ApiProblem>> {
  const { signKey, devicePoint } = await newSignKey();
  const reply = await api(() => null)("enrol", EnrolReply, {
    protocol: PROTOCOL,
    username: wanted.username,
    password: wanted.password,
    device_name: wanted.deviceName,
    device_key: devicePoint,
    now: iso(now),
  });
  return reply.ok ? ok({ reply: reply.value, signKey }) : reply;
}

/** An older enrolment of the same user on this phone is left behind: its sealed boxes are carried at the next sync. */
export async function settleIn({ reply, signKey }: Admitted, pin: string, now: number): Promise<Vault> {
  const user = { id: reply.user.id, name: reply.user.name };
  const sync = firstNote({
    token: `Device ${reply.device}.${reply.token}`,
    epoch: reply.epoch,
    leaseUntil: Date.parse(reply.lease_until),
    offset: offsetOf(reply.now, now),
    seen: Date.parse(reply.now),
  });
  const vault = await createVault({
    device: reply.device,
    user,
    sealKey: reply.seal_key,
    signKey,
    pin,
    at: now,
    notes: { sync },
  });
  await putMark({ device: reply.device, name: user.name, unsent: 0, lastSentAt: null });
  await leaveOlder(user.id, reply.device);
  return vault;
}

async function leaveOlder(user: string, device: string): Promise<void> {
  const older = (await allAccounts()).filter(
    (account) => account.user.id === user && account.device !== device && account.state === "open",
  );
  for (const account of older) {
    const store = openVaultStore(account.vault);
    await offerAgain(store); // the server may have been restored from before this enrolment: all of it goes once more
    store.release();
    await saveAccount({ ...account, state: "left" });
  }
}
