/** Texts on screen: English in the code, Swedish from phone/locale/sv.po. Swedish is the default. */
import { texts } from "virtual:catalogue/sv";

export type Language = "sv" | "en";
type Vars = Readonly<Record<string, string | number>>;

const swedish: Record<string, string | readonly [string, string]> = { ...texts };

/** A piece that is loaded later brings its own texts, so that the lock does not carry them. */
export const addTexts = (more: typeof texts): void => void Object.assign(swedish, more);

const KEY = "beredd-language";
let language: Language = "sv";

/** Read before any PIN is given, so it lies outside the vault. */
export function loadLanguage(): Language {
  try {
    language = localStorage.getItem(KEY) === "en" ? "en" : "sv";
  } catch {
    language = "sv";
  }
  if (typeof document !== "undefined") document.documentElement.lang = language;
  return language;
}

export function setLanguage(chosen: Language): void {
  language = chosen;
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // storage switched off: the choice lasts until the app is closed
  }
  document.documentElement.lang = chosen;
}

/** The user's language from the office, when nobody has chosen one on this phone. */
export function suggestLanguage(suggested: string): void {
  try {
    if (localStorage.getItem(KEY) === null) setLanguage(suggested === "en" ? "en" : "sv");
  } catch {
    // storage switched off: Swedish it is
  }
}

export const currentLanguage = (): Language => language;

const fill = (text: string, vars: Vars): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(vars[name] ?? whole));

export function t(msgid: string, vars: Vars = {}): string {
  const found = language === "sv" ? swedish[msgid] : undefined;
  return fill(typeof found === "string" ? found : (found?.[0] ?? msgid), vars);
}

/** `{n}` is filled with the count. Swedish and English both say "one" for exactly 1. */
export function tn(one: string, many: string, n: number, vars: Vars = {}): string {
  const found = language === "sv" ? swedish[one] : undefined;
  const forms = Array.isArray(found) ? found : [one, many];
  return fill(forms[n === 1 ? 0 : 1] as string, { n, ...vars });
}
