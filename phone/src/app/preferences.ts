/** Small choices of this phone that are no secret: text size and minutes until it locks. */

export type Preferences = { readonly large: boolean; readonly lockMinutes: number };

const KEY = "beredd-preferences";
export const LOCK_CHOICES: readonly number[] = [1, 5, 15];
const FIRST: Preferences = { large: false, lockMinutes: 5 };

export function loadPreferences(): Preferences {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>;
    const lockMinutes = LOCK_CHOICES.includes(read.lockMinutes ?? 0) ? read.lockMinutes! : FIRST.lockMinutes;
    return { large: read.large === true, lockMinutes };
  } catch {
    return FIRST;
  }
}

export function savePreferences(chosen: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // storage switched off: the choice lasts until the app is closed
  }
  applyPreferences(chosen);
}

export const applyPreferences = (chosen: Preferences): void => {
  document.documentElement.dataset["text"] = chosen.large ? "large" : "normal";
};
