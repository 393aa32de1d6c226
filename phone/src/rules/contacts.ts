/** Whom to reach, how, until when, or when they open. Twin: routine/rules/contacts.py; cases: contract/cases/contacts.json. */
import { named, type Contact, type Days, type Hours, type Routine } from "./routine.ts";
import { addDays, DAY, instant, localDay, weekday } from "./zone.ts";

const NEVER_CLOSES = 14; // days: open without a break for so long is open always
const FARTHEST = 400; // days ahead that an opening is looked for

/** Open without `openUntil`: at any time. Closed without `opensAt`: not within a year; `instead` is for then. */
export type Reached = {
  readonly contact: Contact;
  readonly open: boolean;
  readonly openUntil: number | null;
  readonly opensAt: number | null;
  readonly instead: Reached | null;
};

type Span = readonly [start: number, end: number];

/** The contact at that moment, and the one to turn to when it is closed. */
export function reach(routine: Routine, contact: Contact, now: number, days: Days): Reached {
  if (contact.hours.length === 0) return open(contact, null);
  const until = openUntil(contact, now, days);
  if (until !== null) return open(contact, until - now < NEVER_CLOSES * DAY ? until : null);
  return {
    contact,
    open: false,
    openUntil: null,
    opensAt: opensAt(contact, now, days),
    instead: contact.otherwise ? reach(routine, named(routine.contacts, contact.otherwise), now, days) : null,
  };
}

const open = (contact: Contact, until: number | null): Reached => ({
  contact,
  open: true,
  openUntil: until,
  opensAt: null,
  instead: null,
});

/** The end of the span around now, spans that follow on each other taken as one. */
function openUntil(contact: Contact, now: number, days: Days): number | null {
  let until: number | null = null;
  const first = addDays(localDay(now), -1);
  const spans = Array.from({ length: NEVER_CLOSES + 2 }, (_, number) =>
    spansOf(contact, addDays(first, number), days),
  );
  for (const [start, end] of spans.flat().sort(byStart)) {
    const reached: number = until ?? now;
    if (start <= reached && reached < end) until = end;
  }
  return until;
}

function opensAt(contact: Contact, now: number, days: Days): number | null {
  const first = localDay(now);
  for (let number = 0; number < FARTHEST; number += 1) {
    const next = spansOf(contact, addDays(first, number), days).find(([start]) => start > now);
    if (next) return next[0];
  }
  return null;
}

const byStart = (a: Span, b: Span): number => a[0] - b[0] || a[1] - b[1];

const spansOf = (contact: Contact, day: string, days: Days): readonly Span[] =>
  contact.hours.flatMap((hours) => spanOf(hours, day, days)).sort(byStart);

function spanOf(hours: Hours, day: string, days: Days): readonly Span[] {
  if (!hours.weekdays.includes(weekday(day)) || !isKept(hours.holidays, day in days.closed)) return [];
  const overnight = hours.closes <= hours.opens;
  const start = instant(day, hours.opens);
  const end = instant(overnight ? addDays(day, 1) : day, hours.closes);
  const shortened = hours.holidays === "closed" ? days.shortened[day] : undefined;
  const last = shortened ? Math.min(end, instant(day, shortened)) : end;
  return start < last ? [[start, last]] : [];
}

const isKept = (holidays: Hours["holidays"], closed: boolean): boolean =>
  holidays === "open" || closed === (holidays === "only");
