/** All that is not needed to show the lock: a piece of its own, which loads while the PIN is being typed. */
import { eraseReadable } from "../sync/carry.ts";
import "../ui/fonts.css";
import { dropMarks } from "../vault/marker.ts";
import { browserHere } from "../told/browser.ts";
import { decline } from "../told/told.ts";
import type { Session } from "./session.ts";

export { Enrol } from "../screens/start/view.tsx";
export { Open } from "./open.tsx";
export { renewRoutines } from "./routines.ts";
export { openSession } from "./session.ts";
export { renewStatus } from "./status.ts";
export { warmUp } from "./warm.ts";

/** Only sealed boxes stay behind: any enrolment on this phone may carry them to the server. */
export async function signOut({ vault, close, post }: Session): Promise<void> {
  void decline(post, await browserHere());
  close();
  await eraseReadable(vault.account, vault.store);
  vault.store.release();
  await dropMarks([vault.account.device]);
}
