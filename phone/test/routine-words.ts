/** Moments and contacts as a MAS writes them in the cases. Twin: tests/contracts/routine_words.py. */
import type { Reached } from "../src/rules/contacts.ts";
import { instant, localDay, weekday, ZONE } from "../src/rules/zone.ts";

export type AdviceCase = {
  readonly rutin: string;
  readonly läge: string;
  readonly vem: string;
  readonly anställd: string;
  readonly svar: Readonly<Record<string, string>>;
  readonly när: string;
  readonly sedan?: string;
  readonly gäller: boolean;
  readonly fråga: string | null;
  readonly steg: readonly string[];
};

const WEEKDAYS = ["mån", "tis", "ons", "tor", "fre", "lör", "sön"];
const OFFSETS: Readonly<Record<string, string>> = { sommartid: "+02:00", vintertid: "+01:00" };
export const ROLES: Readonly<Record<string, string>> = {
  utförare: "performer",
  legitimerad: "licensed",
  chef: "manager",
};
export const EMPLOYERS: Readonly<Record<string, string>> = {
  kommunen: "municipality",
  LOV: "lov",
  Humana: "humana",
  privat: "private",
};

/** Weekday, day, clock time on the wall; sommartid or vintertid for the hour that comes twice. */
export function moment(text: string): number {
  const [, day = "", time = "", season] = text.split(" ");
  return season ? Date.parse(`${day}T${time}${OFFSETS[season]}`) : instant(day, time);
}

export function clock(at: number): string {
  const day = localDay(at);
  const time = new Intl.DateTimeFormat("sv-SE", {
    timeZone: ZONE,
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
  return `${WEEKDAYS[weekday(day) - 1]} ${day} ${time}`;
}

export function contactWords({ contact, open, openUntil, opensAt, instead }: Reached): string {
  if (!open) {
    const opens = opensAt === null ? "stängt tills vidare" : `öppnar ${clock(opensAt)}`;
    return `${contact.name.sv} ${opens}${instead ? `, till dess ${contactWords(instead)}` : ""}`;
  }
  const ways = [contact.phone, contact.mail, contact.portal].filter(Boolean).join(" / ");
  const until = openUntil === null ? "" : ` till ${clock(openUntil)}`;
  return [contact.name.sv, ways].filter(Boolean).join(" ") + until;
}
