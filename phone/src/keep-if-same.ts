/** The old list when nothing in it changed: what was computed from it need not be computed again. */
export const keepIfSame = <T>(old: readonly T[], now: readonly T[]): readonly T[] =>
  old.length === now.length && now.every((item, i) => item === old[i]) ? old : now;
