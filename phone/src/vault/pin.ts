/** Which PINs are too easy, and how long one waits after wrong ones. Pure. */

export const PIN_LENGTH = 6;

/** Same digit, a run up or down, or a short pattern repeated. */
export function isWeakPin(pin: string): boolean {
  const steps = new Set(Array.from(pin.slice(1), (digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10));
  const run = steps.size === 1 && [0, 1, 9].includes([...steps][0]!);
  return run || /^(..)\1\1$/.test(pin) || /^(...)\1$/.test(pin);
}

export const isPin = (pin: string): boolean => /^\d{6}$/.test(pin);

const WAITS = [30, 60, 300, 900, 3600] as const;

/** Milliseconds to wait after `wrong` wrong PINs in a row. Never a wipe: unsent work must not be lost. */
export function waitAfter(wrong: number): number {
  if (wrong < 3) return 0;
  return WAITS[Math.min(wrong - 3, WAITS.length - 1)]! * 1000;
}
