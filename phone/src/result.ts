/** What may fail says so in its type: a value, or a problem that the caller must look at. */

export type Result<T, P> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

export const ok = <T>(value: T) => ({ ok: true, value }) as const;
export const failed = <P>(problem: P) => ({ ok: false, problem }) as const;
