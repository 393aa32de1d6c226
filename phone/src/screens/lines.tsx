/** One occurrence as a row: when, what, how it stands, and a button where something is to be signed. */
import type { Line } from "../app/plan.ts";
import { clockTime, shortDay } from "../i18n/format.ts";
import { addDays, localDay } from "../rules/zone.ts";
import { partWord, reasonWord } from "../i18n/labels.ts";
import { t, tn } from "../i18n/t.ts";
import { StateChip } from "../ui/pieces.tsx";

type Props = {
  readonly line: Line;
  readonly now: number;
  readonly onSign: (() => void) | null;
  readonly day?: boolean;
  /** Offer to sign also what is signed or paused: the sheet asks before it does. */
  readonly again?: boolean;
};

const OPEN: readonly string[] = ["late", "due", "coming", "unaccounted"];

export const isOpen = (line: Line): boolean => OPEN.includes(line.state);

export function LineRow({ line, now, onSign, day, again }: Props) {
  const urgent = line.state === "late" || (line.state === "due" && !line.week);
  return (
    <div class="item" data-testid={`occurrence-${line.occurrence}`} data-state={line.state}>
      <span class="item-time">
        {dayWords(line, now, day === true)}
        {whenWords(line)}
      </span>
      <span class="item-what">{line.version.intervention}</span>
      <span class="item-state">
        {line.week && line.state === "due" ? (
          <StateChip state="coming" word={t("Any day this week")} />
        ) : (
          <StateChip state={line.state} detail={detail(line, now)} />
        )}
      </span>
      {onSign && isOpen(line) ? (
        <button
          type="button"
          class={urgent ? "button button-main button-small" : "button button-small"}
          data-testid="sign"
          onClick={onSign}
        >
          {t("Sign")}
        </button>
      ) : null}
      {onSign && again && !isOpen(line) ? (
        <button
          type="button"
          class="button button-plain button-small"
          data-testid="sign-again"
          onClick={onSign}
        >
          {line.state === "paused" ? t("Sign") : t("Sign again")}
        </button>
      ) : null}
    </div>
  );
}

/** 10:00 · Förmiddag · 1 av 3 i veckan */
export function whenWords(line: Line): string {
  if (line.week) return t("{done} of {all} this week", { done: line.week.done, all: line.week.all });
  if (line.form === "part_of_day") return partWord(line.slot.split("/")[1] ?? "");
  return clockTime(line.dueAt);
}

/** Last night's is told apart from tonight's. */
function dayWords(line: Line, now: number, always: boolean): string {
  if (line.week || (localDay(line.dueAt) === localDay(now) && !always)) return "";
  if (localDay(line.dueAt) === addDays(localDay(now), -1)) return `${t("yesterday")} `;
  return `${shortDay(line.dueAt)} `;
}

/** By whom and when, why not, or how late. */
function detail(line: Line, now: number): string | null {
  const last = line.signed.at(-1);
  if ((line.state === "not_performed" || line.state === "paused") && line.reason)
    return reasonWord(line.reason);
  if (line.state === "double") return line.signed.map((one) => one.who).join(", ");
  if (last) return `${last.who} ${clockTime(last.performedAt)}`.trim();
  if (line.state !== "late") return null;
  const minutes = Math.floor((now - line.dueBy) / 60_000);
  if (localDay(line.dueBy) !== localDay(now)) return shortDay(line.dueBy);
  if (minutes < 60) return tn("{n} min", "{n} min", Math.max(1, minutes));
  return tn("{n} hour", "{n} hours", Math.floor(minutes / 60));
}
