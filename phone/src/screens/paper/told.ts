/** The home folder as the server knew it, with what this phone has said since. Pure. */
import type { Box, HomePaper, PaperJob, PaperSheet, Patient } from "../../contract/docs.ts";
import type { Entry } from "../../log/read.ts";

export const SHEET = "paper.sheet";
export const INSPECTION = "box.looked_through";

/** What somebody may say who stands in a home. */
export type SheetState = "placed" | "returned" | "destroyed" | "missing";

export type SheetBody = {
  readonly sheet: string;
  readonly state: SheetState;
  readonly patient: string;
  readonly at: string;
};

export type InspectionBody = {
  readonly box: string;
  readonly at: string;
  readonly seen: Readonly<Record<string, number>>;
  readonly sheets: readonly string[];
  readonly note: string;
};

export type Known = {
  readonly sheets: readonly PaperSheet[];
  readonly jobs: readonly PaperJob[];
};

const isSheet = (entry: Entry): entry is Entry<SheetBody> => entry.payload.kind === SHEET;

/** What was refused has not been said; a later word about a sheet stands over an earlier. */
function said(entries: readonly Entry[], patient: string): ReadonlyMap<string, SheetBody> {
  const own = entries
    .filter(isSheet)
    .filter(({ state, payload }) => state !== "refused" && payload.body.patient === patient);
  return new Map(own.map(({ payload }) => [payload.body.sheet, payload.body]));
}

/** What the server has heard in the meantime is in the document already: only what is newer counts. */
export function known(paper: HomePaper, entries: readonly Entry[], patient: string): Known {
  const own = said(entries, patient);
  const sheets = paper.sheets.map((sheet) => {
    const mine = own.get(sheet.id);
    return mine && Date.parse(mine.at) > Date.parse(sheet.since)
      ? { ...sheet, state: mine.state, since: mine.at }
      : sheet;
  });
  const stateOf = new Map(sheets.map(({ id, state }) => [id, state]));
  const jobs = paper.jobs.flatMap((job) => {
    const put = job.put && isWaiting(stateOf.get(job.put)) ? job.put : null;
    const take = job.take && stateOf.get(job.take) === "placed" ? job.take : null;
    return put || take ? [{ ...job, put, take }] : [];
  });
  return { sheets, jobs };
}

const isWaiting = (state: string | undefined): boolean => state === "printed" || state === "handed_out";

/** What may be said of a sheet that is held in the hand, given where it was last. */
export function choices(sheet: PaperSheet | undefined): readonly SheetState[] {
  if (!sheet) return ["placed"];
  if (isWaiting(sheet.state) || sheet.state === "missing") return ["placed", "missing"];
  if (sheet.state === "placed")
    return sheet.original ? ["returned", "missing"] : ["destroyed", "returned", "missing"];
  return [];
}

/** Whose it is among the patients on this phone, when it is not this one's. */
export const anothers = (patients: readonly Patient[], patient: string, sheet: string): Patient | undefined =>
  patients.find((one) => one.id !== patient && one.paper?.sheets.some(({ id }) => id === sheet));

/** How many things somebody in the home can do now. */
export const jobCount = (patient: Patient, entries: readonly Entry[]): number =>
  patient.paper
    ? known(patient.paper, entries, patient.id).jobs.filter(({ task }) => task !== "print").length
    : 0;

/** When the box was last looked through, here or by others. */
export function inspectedAt(box: Box, entries: readonly Entry[]): string | null {
  const own = entries
    .filter(
      (entry): entry is Entry<InspectionBody> =>
        entry.payload.kind === INSPECTION && entry.state !== "refused",
    )
    .filter(({ payload }) => payload.body.box === box.id)
    .map(({ payload }) => payload.body.at);
  return [box.inspected_at, ...own].reduce((a, b) => (b && (!a || b > a) ? b : a), null);
}
