/** The words for codes: states, outcomes, reasons, answers. A code we do not know is shown as it came. */
import { t } from "./t.ts";

type Table = Readonly<Record<string, () => string>>;
const word = (table: Table, code: string): string => table[code]?.() ?? code;

const STATES: Table = {
  coming: () => t("Coming up"),
  due: () => t("Now"),
  late: () => t("Late"),
  performed: () => t("Performed"),
  partly: () => t("Partly performed"),
  not_performed: () => t("Not performed"),
  unaccounted: () => t("Not signed"),
  double: () => t("Signed twice"),
  paused: () => t("Paused"),
};

const OUTCOMES: Table = {
  performed: () => t("Performed"),
  partly: () => t("Partly performed"),
  not_performed: () => t("Not performed"),
  void: () => t("Signed by mistake"),
};

const REASONS: Table = {
  declined: () => t("The patient declined"),
  away: () => t("The patient is away"),
  hospital: () => t("In hospital"),
  unwell: () => t("The patient is unwell"),
  done_alone: () => t("The patient did it alone"),
  no_time: () => t("There was no time"),
  no_staff: () => t("Staff were missing"),
  equipment: () => t("Equipment was missing"),
  no_delegation: () => t("I have no delegation"),
  other: () => t("Other reason"),
};

/** In the order they stand on the sign sheet: the patient's reasons first. */
export const REASON_CODES: readonly string[] = Object.keys(REASONS);

const ENTRY_STATES: Table = {
  unsent: () => t("Not sent yet"),
  taken: () => t("Received"),
  had: () => t("Received"),
  held: () => t("Received, to be reviewed"),
  refused: () => t("Refused"),
};

/** What a device tells of besides signatures. */
const KINDS: Table = {
  "report.made": () => t("A report that something does not work"),
  ticket: () => t("A ticket to support"),
  "incident.step": () => t("A step of the routine"),
  "paper.sheet": () => t("A sheet of paper"),
  "box.looked_through": () => t("A safety box looked through"),
};

const WHY: Table = {
  double_signed: () => t("someone else has signed too"),
  older_version: () => t("the prescription had changed"),
  no_valid_delegation: () => t("no valid delegation"),
  ended_prescription: () => t("the prescription had ended"),
  unplanned: () => t("it was not planned"),
  clock_off: () => t("the phone's clock is off"),
  unknown_prescription: () => t("the prescription is not known"),
  device_revoked: () => t("the phone is blocked"),
  unknown_performer: () => t("the performer is not known"),
  out_of_scope: () => t("the patient is not yours"),
  correction_by_other: () => t("a correction of someone else's signature"),
  chain_forked: () => t("the phone's numbering broke"),
  unknown_kind: () => t("the kind is not known"),
  bad_proof: () => t("the phone's signature did not fit"),
  unreadable: () => t("it could not be read"),
  sheet_id: () => t("the number is no sheet's number"),
  unknown_sheet: () => t("the sheet is not known"),
  other_patient: () => t("the sheet is another patient's"),
  not_yours: () => t("it is another unit's"),
  sheet_step: () => t("the sheet had come back or been destroyed"),
  replaced: () => t("a newer sheet lies there"),
  unknown_box: () => t("the box is not there any more"),
  maker: () => t("the phone was not in order"),
  clock: () => t("the phone's clock is off"),
  not_their_unit: () => t("the unit is not yours"),
  unknown_incident: () => t("the disruption is not known"),
};

const PARTS: Table = {
  morning: () => t("Morning"),
  forenoon: () => t("Forenoon"),
  noon: () => t("Midday"),
  afternoon: () => t("Afternoon"),
  evening: () => t("Evening"),
  night: () => t("Night"),
};

const SIDES: Table = {
  left: () => t("left"),
  right: () => t("right"),
  both: () => t("both sides"),
};

export const stateWord = (code: string): string => word(STATES, code);
export const outcomeWord = (code: string): string => word(OUTCOMES, code);
export const reasonWord = (code: string): string => word(REASONS, code);
export const entryWord = (code: string): string => word(ENTRY_STATES, code);
export const kindWord = (code: string): string => word(KINDS, code);
export const whyWord = (code: string): string => word(WHY, code);
export const partWord = (code: string): string => word(PARTS, code);
export const sideWord = (code: string): string => word(SIDES, code);
