/** What a programme may be signed as now: the occurrence that is asked for, else the next that is open. Pure. */
import { planPatient, type Line } from "../../app/plan.ts";
import type { Snapshot } from "../../app/session.ts";
import type { Programme } from "../../contract/docs.ts";
import { targetOf } from "../sign/target.ts";
import type { Target } from "../sign/update.ts";
import { dayEnd } from "../../i18n/format.ts";

const OPEN: readonly string[] = ["late", "due", "coming"];

export type Aim = { readonly target: Target; readonly programme: Programme };

/** null when nothing of it is to be signed today, or it has no exercises. */
export function aimOf(
  snapshot: Snapshot,
  patientId: string,
  prescriptionId: string,
  occurrence: string | null,
): Aim | null {
  const patient = snapshot.patients.find(({ id }) => id === patientId);
  if (!patient) return null;
  const plan = planPatient(snapshot, patient);
  const lines = plan.lines.filter(({ prescription }) => prescription === prescriptionId);
  const next = lines.find((one) => isNow(one, snapshot.now));
  const asked = lines.find((one) => one.occurrence === occurrence);
  // of a week's, the row stands for the next: the one asked for may have been signed by somebody else meanwhile
  const line = occurrence === null ? next : (asked ?? (next?.week ? next : undefined));
  if (line) return aim(targetOf({ patient, line }, snapshot), line.version.programme);
  const current = plan.current.find(({ prescription }) => prescription.id === prescriptionId);
  if (current?.version.schedule.form !== "as_needed") return null;
  const { version } = current;
  return aim(targetOf({ patient, prescription: prescriptionId, version }, snapshot), version.programme);
}

const isNow = (line: Line, now: number): boolean => OPEN.includes(line.state) && line.opens < dayEnd(now);

const aim = (target: Target, programme: Programme | null): Aim | null =>
  programme && programme.items.length > 0 ? { target, programme } : null;
