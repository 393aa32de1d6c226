/** How the contact with the server stands, as one line of words. Pure. */
import type { Snapshot } from "../app/session.ts";
import { moment } from "../i18n/format.ts";
import { t } from "../i18n/t.ts";

const OLD_MS = 15 * 60_000;

/** "Uppgifter från 09:40": what the screen shows is a copy of that age. */
export function asOfWords({ note, now }: Snapshot): string {
  if (note.asOf === null) return t("No data fetched yet");
  return t("As of {time}", { time: moment(note.asOf + note.offset, now) });
}

export const isOld = ({ note, now }: Snapshot): boolean =>
  note.asOf === null || now - (note.asOf + note.offset) > OLD_MS;

export const isOffline = ({ sync }: Snapshot): boolean =>
  sync.problem?.code === "offline" || sync.problem?.code === "timeout" || !navigator.onLine;

export function syncWords(snapshot: Snapshot): string {
  const { sync } = snapshot;
  if (isOffline(snapshot)) return t("No contact with the server. Everything is saved on the phone.");
  if (sync.phase === "sending") return t("Sending …");
  if (sync.phase === "fetching") return t("Fetching …");
  if (!sync.problem) return t("Contact with the server works.");
  if (sync.problem.code === "storage")
    return t("The phone's storage does not answer. Close Beredd and open it again.");
  if (sync.problem.title) return [sync.problem.title, sync.problem.next].filter(Boolean).join(" ");
  return t("The server could not answer. Beredd tries again by itself.");
}
