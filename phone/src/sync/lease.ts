/** How long the data may be looked at without contact, by a clock the server has corrected. Pure. */
import type { SyncNote } from "./note.ts";

/** Small differences are travel time, not a wrong clock. */
const NOISE_MS = 2000;

export const offsetOf = (serverNow: string, deviceNow: number): number => {
  const offset = Date.parse(serverNow) - deviceNow;
  return Number.isFinite(offset) && Math.abs(offset) > NOISE_MS ? offset : 0;
};

export type Locked = null | "lease_over" | "revoked";

/** Why the data may not be shown now, or null. The outbox is never locked. */
export function dataLock(note: SyncNote, deviceNow: number): Locked {
  if (note.revoked) return "revoked";
  return Math.max(deviceNow + note.offset, note.seen) > note.leaseUntil ? "lease_over" : null;
}

/** What to remember from any reply that carries the server's clock and the lease. */
export function contact(reply: { now: string; lease_until: string }, deviceNow: number): Partial<SyncNote> {
  const now = Date.parse(reply.now);
  return {
    offset: offsetOf(reply.now, deviceNow),
    leaseUntil: Date.parse(reply.lease_until),
    lastContact: deviceNow,
    seen: Number.isFinite(now) ? now : deviceNow,
  };
}
