/** What a phone may honestly say of what it tried: works, slow, does not, or cannot tell. Pure. */

/** `error`: it answers, and says that it does not work; only our own server tells a browser so much. */
export type Answer = { readonly seconds: number; readonly error?: boolean };
/** What came of one address: an answer; silence; or the browser did not let it be tried. */
export type Got = Answer | "silent" | "barred";

export type Result = "works" | "slow" | "fails" | "unknown";
export type Tried = {
  readonly result: Result;
  readonly fault: "no_answer" | "error" | null;
  readonly seconds: number | null;
};
export type Found = Readonly<Record<string, Tried>>;

export const LINK = "link";
export const SERVER = "beredd";

/**
 * `online`: false is a no; true tells nothing, so only an answer shows that the way out works. When nobody answers at
 * all, it may be the phone's own link: nothing can be told of what lies beyond.
 */
export function judge(
  online: boolean,
  got: Readonly<Record<string, readonly Got[]>>,
  slowSeconds: number,
): Found {
  const out = Object.values(got).some((those) => those.some(isAnswer));
  const link = tried(out ? "works" : online ? "unknown" : "fails");
  const rest = Object.entries(got).map(([target, those]) => [target, ofOne(those, out, slowSeconds)]);
  return { [LINK]: link, ...Object.fromEntries(rest) };
}

/** Of several addresses one that answers is enough. */
function ofOne(those: readonly Got[], out: boolean, slowSeconds: number): Tried {
  const answers = those.filter(isAnswer);
  const good = answers.filter(({ error }) => !error).map(({ seconds }) => seconds);
  if (good.length > 0) {
    const seconds = Math.min(...good);
    return tried(seconds > slowSeconds ? "slow" : "works", null, seconds);
  }
  if (answers.length > 0) return tried("fails", "error");
  return out && those.includes("silent") ? tried("fails", "no_answer") : tried("unknown");
}

const isAnswer = (one: Got): one is Answer => typeof one === "object";

const tried = (result: Result, fault: Tried["fault"] = null, seconds: number | null = null): Tried => ({
  result,
  fault,
  seconds: seconds === null ? null : Math.round(seconds * 1000) / 1000,
});

const isIll = ({ result }: Tried): boolean => result === "fails" || result === "slow";

/** One good round is no recovery: the diagnosis believes what it hears twice in a row. */
const WELL_ROUNDS = 2;

/**
 * How many good rounds the server is still to hear of after this one; null: this one is not told. It hears of what is
 * ill, and then that it is well again: that all is well it sees for itself, and every phone that said so would fill the
 * ledger.
 */
export function owedAfter(found: Found, owed: number): number | null {
  const ill = Object.entries(found).some(([target, one]) => target !== LINK && isIll(one));
  if (ill) return WELL_ROUNDS;
  const well = Object.values(found).some(({ result }) => result === "works");
  return well && owed > 0 ? owed - 1 : null;
}

/** From the last round to the next: never sooner than the server allows, and not all phones at once. */
export const nextRound = (last: number, everySeconds: number, chance: number): number =>
  last + everySeconds * 1000 * (1 + chance * 0.5);
