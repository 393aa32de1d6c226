/** From documents and one's own log to what the screens show: occurrences with their state, and the history. Pure. */
import type { Patient, Prescription, Version } from "../contract/docs.ts";
import { dayEnd, dayStart } from "../i18n/format.ts";
import { NOT_WORKED_THROUGH, type WorkedThrough } from "../log/event.ts";
import { isSignature, type Entry, type EntryState, type SignatureEntry } from "../log/read.ts";
import { balance, effective } from "../rules/balance.ts";
import { validDelegation } from "../rules/delegation.ts";
import { LEAST_TIME_TO_SIGN, type Occurrence } from "../rules/occurrences.ts";
import { occurrencesOf, versionNow } from "./facts.ts";
import type { Snapshot } from "./session.ts";

/** A signature as shown: the server's or our own, the server's word wins where both have it. */
export type Shown = {
  readonly id: string;
  readonly prescription: string;
  readonly occurrence: string | null;
  readonly slot: string | null;
  readonly version: number | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly note: string;
  readonly performedAt: number;
  readonly who: string;
  readonly mine: boolean;
  readonly corrects: string | null;
  readonly counts: boolean;
  readonly beside: boolean;
  /** How far our own has come; null for others'. */
  readonly sent: EntryState | null;
  /** A later correction stands instead. */
  readonly replaced: boolean;
  readonly intervention: string;
  readonly worked: WorkedThrough;
};

export type Line = {
  readonly key: string;
  readonly prescription: string;
  readonly version: Version;
  readonly form: string;
  readonly occurrence: string;
  readonly slot: string;
  readonly opens: number;
  readonly dueAt: number;
  readonly dueBy: number;
  readonly closes: number;
  readonly state: string;
  readonly reason: string | null;
  readonly signed: readonly Shown[];
  /** For "N times a week": one row for the whole week. */
  readonly week: { readonly done: number; readonly all: number } | null;
};

export type PatientPlan = {
  readonly patient: Patient;
  readonly lines: readonly Line[];
  readonly current: readonly { readonly prescription: Prescription; readonly version: Version }[];
  readonly history: readonly Shown[];
};

const DAY = 24 * 3600_000;
/** As much of a snapshot as planning looks at. */
type Known = Pick<Snapshot, "me" | "patients" | "entries" | "now">;

const OPEN: readonly string[] = ["late", "due", "coming"];

/** Every patient's lines of today; what is late since last night is still there. */
export function planDay(snapshot: Known): readonly PatientPlan[] {
  const [start, end] = [dayStart(snapshot.now), dayEnd(snapshot.now)];
  const since = Math.min(start, snapshot.now - LEAST_TIME_TO_SIGN); // nothing of yesterday is late after that
  const own = ownByPatient(snapshot.entries);
  return snapshot.patients.map((patient) => {
    const plan = planBetween(snapshot, patient, own.get(patient.id) ?? [], since, end);
    const lines = plan.lines.filter((line) => line.dueBy > start || line.state === "late");
    return { ...plan, lines };
  });
}

/** One patient from a week back to two days ahead. */
export function planPatient(snapshot: Snapshot, patient: Patient): PatientPlan {
  const own = ownByPatient(snapshot.entries).get(patient.id) ?? [];
  const [since, until] = [dayStart(snapshot.now) - 3 * DAY, dayEnd(snapshot.now) + 2 * DAY];
  return planBetween(snapshot, patient, own, since, until);
}

/** The version in force now, or the one that comes next, or the last there was. */
export const inForce = (prescription: Prescription, now: number): Version | undefined =>
  versionNow(prescription, now) ?? prescription.versions[0];

/** True when no delegation is asked for, the user is licensed, or a delegation holds today. A lack never blocks. */
export function hasDelegation(
  { me, now }: Pick<Snapshot, "me" | "now">,
  patient: Patient,
  version: Version,
): boolean {
  if (!version.task || version.basis !== "delegation" || !me) return true;
  if (me.roles.some(({ role }) => LICENSED.includes(role))) return true;
  return validDelegation(me.delegations, version.task, patient.unit, now) !== undefined;
}

const LICENSED: readonly string[] = ["occupational_therapist", "physiotherapist", "nurse"];

function ownByPatient(entries: readonly Entry[]): Map<string, SignatureEntry[]> {
  const found = new Map<string, SignatureEntry[]>();
  for (const entry of entries) {
    if (!isSignature(entry)) continue;
    const { patient } = entry.payload.body;
    const list = found.get(patient);
    if (list) list.push(entry);
    else found.set(patient, [entry]);
  }
  return found;
}

function planBetween(
  snapshot: Known,
  patient: Patient,
  own: readonly SignatureEntry[],
  since: number,
  until: number,
): PatientPlan {
  const { now } = snapshot;
  const history = shownOf(snapshot, patient, own);
  const byId = new Map(history.map((shown) => [shown.id, shown]));
  const lines = patient.prescriptions.flatMap((prescription) => {
    const versions = new Map(prescription.versions.map((version) => [version.number, version]));
    const occurrences = occurrencesOf(prescription, patient.pauses, since, until);
    return balance(occurrences, history, now).map(({ occurrence, state, reason, signatures }) =>
      lineOf(prescription, versions.get(occurrence.version)!, occurrence, {
        state,
        reason,
        signed: signatures.flatMap((id) => byId.get(id) ?? []),
      }),
    );
  });
  const current = patient.prescriptions.flatMap((prescription) => {
    const version = versionNow(prescription, now);
    return version && isRunning(version, now) ? [{ prescription, version }] : [];
  });
  const order = (a: Line, b: Line): number => a.dueAt - b.dueAt || a.slot.localeCompare(b.slot);
  return { patient, lines: byWeek(lines).sort(order), current, history };
}

const isRunning = (version: Version, now: number): boolean =>
  version.ends_on === null || now < dayEnd(Date.parse(`${version.ends_on}T12:00:00Z`));

function lineOf(
  { id }: Prescription,
  version: Version,
  occurrence: Occurrence,
  balance: Pick<Line, "state" | "reason" | "signed">,
): Line {
  const { slot, opens, dueAt, dueBy, closes } = occurrence;
  return {
    key: occurrence.id,
    prescription: id,
    version,
    form: version.schedule.form,
    occurrence: occurrence.id,
    slot,
    opens,
    dueAt,
    dueBy,
    closes,
    week: null,
    ...balance,
  };
}

/** A week's occurrences are alike: one row, with the first unsigned to sign next and how many are done. */
function byWeek(lines: readonly Line[]): Line[] {
  const weeks = new Map<string, Line[]>();
  const rows: Line[] = [];
  for (const line of lines) {
    if (!line.slot.includes("-W")) rows.push(line);
    else weeks.set(weekKey(line), [...(weeks.get(weekKey(line)) ?? []), line]);
  }
  for (const group of weeks.values()) {
    const done = group.filter((line) => !OPEN.includes(line.state)).length;
    const next = group.find((line) => OPEN.includes(line.state)) ?? group.at(-1)!;
    rows.push({ ...next, week: { done, all: group.length } });
  }
  return rows;
}

const weekKey = (line: Line): string => `${line.prescription}|${line.slot.split("/")[0]}`;

/** Signatures of an older app say nothing of it. */
const workedOf = ({ worked, pain, effort }: Partial<WorkedThrough>): WorkedThrough => ({
  worked: worked ?? null,
  pain: pain ?? null,
  effort: effort ?? null,
});

/** The server's signatures and our own, each once, newest first. */
function shownOf(snapshot: Known, patient: Patient, own: readonly SignatureEntry[]): readonly Shown[] {
  const said = new Map(patient.signatures.map((signature) => [signature.id, signature]));
  const mine = new Map(own.map((entry) => [entry.payload.id, entry]));
  const words = new Map(
    patient.prescriptions.map((one) => [one.id, one.versions.at(-1)?.intervention ?? ""] as const),
  );
  const rows: Shown[] = [];
  for (const signature of patient.signatures) {
    const entry = mine.get(signature.id);
    rows.push({
      id: signature.id,
      prescription: signature.prescription,
      occurrence: signature.occurrence,
      slot: signature.slot,
      version: entry?.payload.body.version ?? signature.version,
      outcome: signature.outcome,
      reason: signature.reason,
      note: entry?.payload.body.note ?? "",
      performedAt: Date.parse(signature.performed_at),
      who: signature.initials || signature.by_name || "",
      mine: entry !== undefined || (signature.by !== null && signature.by === snapshot.me?.id),
      corrects: signature.corrects,
      counts: signature.counts,
      beside: signature.beside,
      sent: entry?.state ?? null,
      replaced: false,
      intervention: words.get(signature.prescription) ?? "",
      worked: entry ? workedOf(entry.payload.body) : NOT_WORKED_THROUGH,
    });
  }
  const initials = snapshot.me?.initials[patient.unit] ?? snapshot.me?.name ?? "";
  for (const { payload, state } of own) {
    const { body } = payload;
    if (said.has(payload.id)) continue;
    rows.push({
      id: payload.id,
      prescription: body.prescription,
      occurrence: body.occurrence,
      slot: body.slot,
      version: body.version,
      outcome: body.outcome,
      reason: body.reason,
      note: body.note,
      performedAt: Date.parse(body.performed_at),
      who: initials,
      mine: true,
      corrects: body.corrects,
      counts: state !== "refused",
      beside: false,
      sent: state,
      replaced: false,
      intervention: words.get(body.prescription) ?? "",
      worked: workedOf(body),
    });
  }
  const stands = new Set(effective(rows).map(({ id }) => id));
  return rows
    .map((shown) => ({
      ...shown,
      replaced: shown.counts && shown.outcome !== "void" && !stands.has(shown.id),
    }))
    .sort((a, b) => b.performedAt - a.performedAt);
}
