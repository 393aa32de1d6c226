/** From what was tapped to what the sheet is about: who signed before, and whether a delegation is missing. Pure. */
import { hasDelegation, planPatient, type Line, type Shown } from "../../app/plan.ts";
import type { Patient, Version } from "../../contract/docs.ts";
import { clockTime } from "../../i18n/format.ts";
import { localDay } from "../../rules/zone.ts";
import { whenWords } from "../lines.tsx";
import { NOT_WORKED_THROUGH } from "../../log/event.ts";
import type { Snapshot } from "../../app/session.ts";
import type { Target } from "./update.ts";

/** An occurrence, something as needed, or a signature of one's own to correct. */
export type Asked =
  | { readonly patient: Patient; readonly line: Line }
  | { readonly patient: Patient; readonly prescription: string; readonly version: Version }
  | { readonly patient: Patient; readonly signature: Shown };

export function targetOf(asked: Asked, snapshot: Snapshot): Target {
  const base = { patient: asked.patient.id, patientName: asked.patient.name, past: null, taken: null };
  if ("line" in asked) return { ...base, ...ofLine(asked.patient, asked.line, snapshot) };
  if ("version" in asked) {
    const { prescription, version } = asked;
    return { ...base, ...ofVersion(asked.patient, prescription, version, snapshot), when: "" };
  }
  return { ...base, ...ofSignature(asked.patient, asked.signature, snapshot) };
}

function ofVersion(patient: Patient, prescription: string, version: Version, snapshot: Snapshot) {
  return {
    prescription,
    intervention: version.intervention,
    version: version.number,
    slot: null,
    occurrence: null,
    corrects: null,
    delegationMissing: !hasDelegation(snapshot, patient, version),
    exercises: (version.programme?.items.length ?? 0) > 0,
    worked: NOT_WORKED_THROUGH,
  };
}

/** The newest signature that stands for the occurrence by now. */
export function takenNow(target: Target, snapshot: Snapshot): Target["taken"] {
  const patient = snapshot.patients.find(({ id }) => id === target.patient);
  if (!patient || target.occurrence === null || target.corrects !== null) return null;
  const line = planPatient(snapshot, patient).lines.find(
    ({ occurrence }) => occurrence === target.occurrence,
  );
  return line ? takenOf(line) : null;
}

function takenOf(line: Line): Target["taken"] {
  const last = line.signed.at(-1);
  return last ? { who: last.who, at: last.performedAt, mine: last.mine } : null;
}

function ofLine(patient: Patient, line: Line, snapshot: Snapshot) {
  const closed = snapshot.now > line.closes;
  return {
    ...ofVersion(patient, line.prescription, line.version, snapshot),
    slot: line.slot,
    occurrence: line.occurrence,
    when: whenWords(line),
    taken: takenOf(line),
    exercises: !closed && line.version.programme !== null && line.version.programme.items.length > 0,
    past: closed ? { day: localDay(line.dueAt), time: clockTime(line.dueAt) } : null,
  };
}

function ofSignature(patient: Patient, signature: Shown, snapshot: Snapshot) {
  const { prescription } = signature;
  const versions = patient.prescriptions.find(({ id }) => id === prescription)?.versions ?? [];
  const version = versions.find(({ number }) => number === signature.version) ?? versions.at(-1);
  const past = { day: localDay(signature.performedAt), time: clockTime(signature.performedAt) };
  return {
    prescription,
    intervention: version?.intervention ?? "",
    version: signature.version ?? version?.number ?? 1,
    slot: signature.slot,
    occurrence: signature.occurrence,
    corrects: signature.id,
    when: past.time,
    delegationMissing: version ? !hasDelegation(snapshot, patient, version) : false,
    exercises: false,
    worked: signature.worked,
    past,
  };
}
