/** INTERIM until phone/src/rules lands. */
import type { Me, Prescription, Patient, Version } from "../contract/docs.ts";
import { instantOf, localDay } from "../i18n/format.ts";
export type Occ = { readonly id: string; readonly slot: string; readonly version: number; readonly opens: number; readonly dueAt: number; readonly dueBy: number; readonly closes: number; readonly paused: string | null };
export type SignedLike = { readonly id: string; readonly occurrence: string | null; readonly outcome: string; readonly reason: string | null; readonly performedAt: number; readonly corrects: string | null; readonly counts: boolean };
export const versionAt = (p: Prescription, now: number): Version | undefined => p.versions.filter((v) => Date.parse(v.effective_at) <= now).at(-1);
export function occurrencesOf(p: Prescription, _pauses: Patient["pauses"], since: number, until: number): Occ[] {
  const out: Occ[] = [];
  const v = p.versions.at(-1)!;
  const s = v.schedule as { form: string; times?: string[]; before_minutes?: number; after_minutes?: number };
  if (s.form !== "clock") return out;
  for (let d = since; d < until; d += 86400000) for (const time of s.times ?? []) {
    const slot = `${localDay(d)}T${time}`;
    const due = instantOf(localDay(d), time);
    const dueBy = due + (s.after_minutes ?? 60) * 60000;
    out.push({ id: `${p.id}:${slot}`, slot, version: v.number, opens: due - (s.before_minutes ?? 60) * 60000, dueAt: due, dueBy, closes: Math.max(instantOf(localDay(due), "23:59"), dueBy + 4 * 3600000), paused: null });
  }
  return out;
}
export function standing(all: readonly SignedLike[]): string[] {
  const corrected = new Set(all.filter((s) => s.counts).map((s) => s.corrects));
  return all.filter((s) => s.counts && s.outcome !== "void" && !corrected.has(s.id)).map((s) => s.id);
}
export function linesOf(occs: readonly Occ[], all: readonly SignedLike[], now: number) {
  const ids = new Set(standing(all));
  return occs.map((occurrence) => {
    const of = all.filter((s) => ids.has(s.id) && s.occurrence === occurrence.id);
    const state = of.length > 1 ? "double" : of[0] ? of[0].outcome : now < occurrence.opens ? "coming" : now <= occurrence.dueBy ? "due" : now < occurrence.closes ? "late" : "unaccounted";
    return { occurrence, state, reason: of[0]?.reason ?? null, signatures: of.map((s) => s.id) };
  });
}
export const delegationHolds = (me: Me, task: string, _unit: string, _now: number): boolean => me.delegations.some((d) => d.task === task);
