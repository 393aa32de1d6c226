/** A ticket to somebody's support, ready-filled from a report: to be read aloud on the telephone, or sent. No patient. Pure. */
import { clockTime, longDay } from "../../i18n/format.ts";
import { t } from "../../i18n/t.ts";
import type { Entry } from "../../log/read.ts";
import type { Facts } from "../../rules/advice.ts";
import type { Routine } from "../../rules/routine.ts";
import { isAboutReader } from "../guide/reader.ts";
import { said } from "../guide/words.ts";
import type { ReportBody } from "./saw.ts";

export const TICKET = "ticket";

/** `ticket`: the one told of earlier that `number` was given for; null: a new one. */
export type TicketBody = {
  readonly unit: string;
  readonly made_at: string;
  readonly ticket: string | null;
  readonly number: string;
  readonly portal: string;
  readonly system: string;
  readonly subject: string;
  readonly text: string;
  readonly read_aloud: boolean;
};

export type Words = { readonly subject: string; readonly text: string };

type Given = {
  readonly report: ReportBody;
  /** The report's own id: what support is told to call it by. */
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly who: string;
  readonly routine: Routine | null;
};

/** A line each, in the order in which a support asks. Twin in kind: disruption/rules/ticket.py. */
export function wordsOf({ report, id, what, unit, who, routine }: Given): Words {
  const made = Date.parse(report.made_at);
  const reference = id.replaceAll("-", "").slice(-6).toUpperCase();
  const since = `${longDay(made)} ${clockTime(made)}`;
  const contact = report.saw["last_contact"];
  const lines = [
    t("{what}: does not work.", { what }),
    t("Noticed: {since}.", { since }),
    t("Concerns: {unit}.", { unit }),
    ...(report.other_device_works === false ? [t("Tried: another device, with the same result.")] : []),
    ...(report.other_device_works === true ? [t("It works on another device.")] : []),
    ...(routine ? answersOf(routine, report.guide?.answers ?? {}) : []),
    report.saw["online"] === "yes" ? t("The phone had network.") : t("The phone had no network."),
    ...(contact ? [t("Last contact with Beredd: {time}.", { time: clockTime(Date.parse(contact)) })] : []),
    t("Our reference: {reference}. Please give us your case number.", { reference }),
    t("Who to reach: {who}.", { who }),
  ];
  return {
    subject: t("{what} does not work, {unit} ({reference})", { what, unit, reference }),
    text: lines.join("\n"),
  };
}

/** What the guide was told, as question and answer. Who it was asked of says nothing to a support. */
const answersOf = (routine: Routine, answers: Facts): readonly string[] =>
  Object.entries(answers).flatMap(([question, option]) => {
    const asked = routine.questions.find(({ id }) => id === question);
    const chosen = asked?.options.find(({ id }) => id === option);
    return asked && chosen && !isAboutReader(question) ? [`${said(asked.text)} ${said(chosen.text)}.`] : [];
  });

export type Asked = { readonly entry: Entry<TicketBody>; readonly number: string };

/** Nobody is asked twice about one report by a second tap. */
export const isAsked = (entries: readonly Entry[], portal: string, { subject }: Words): boolean =>
  entries.some(({ payload: { kind, body } }) => {
    const { portal: asked, subject: about } = body as Partial<TicketBody>;
    return kind === TICKET && asked === portal && about === subject;
  });

const SHOWN_MS = 7 * 24 * 3600_000;

/** Tickets told of from this phone lately, the newest first, each with the number that was last noted here. */
export function askedLately(entries: readonly Entry[], now: number): readonly Asked[] {
  const mine = entries.filter(({ payload }) => payload.kind === TICKET) as readonly Entry<TicketBody>[];
  const numbers = new Map(
    mine.flatMap(({ payload: { body } }) => (body.ticket ? [[body.ticket, body.number] as const] : [])),
  );
  return mine
    .filter(({ payload: { body } }) => body.ticket === null && now - Date.parse(body.made_at) < SHOWN_MS)
    .map((entry) => ({ entry, number: numbers.get(entry.payload.id) ?? "" }))
    .reverse();
}
