/** The number of a sheet, as typed or as its code says it. Twin: beredd.paper.rules.sheet; cases: contract/cases/sheet_id.json. */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY";
const LENGTH = 12;
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0", U: "V", Z: "2" };
const CODE = new RegExp(`^BE([${ALPHABET}]{${LENGTH}})[1-9]$`);

/** null when it is no sheet's number: the check character finds any slip. */
export function findSheetId(text: string): string | null {
  const code = CODE.exec(text.trim().toUpperCase());
  const written = (code?.[1] ?? text)
    .replace(/[\s–-]/g, "")
    .toUpperCase()
    .replace(/[ILOUZ]/g, (letter) => LOOK_ALIKES[letter]!);
  const digits = Array.from(written, (one) => ALPHABET.indexOf(one));
  if (digits.length !== LENGTH || digits.includes(-1)) return null;
  const sum = digits.slice(0, -1).reduce((total, digit, at) => total + (at + 2) * digit, digits[LENGTH - 1]!);
  return sum % ALPHABET.length === 0 ? written : null;
}

/** K7M3-9QXW-2PRT. */
export const showSheetId = (id: string): string => id.replace(/(.{4})(?=.)/g, "$1-");
