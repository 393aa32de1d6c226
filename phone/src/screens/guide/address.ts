/** How far one has come in the guide, kept in the address after #: the phone's back button takes back an answer. Pure. */
import type { Facts } from "../../rules/advice.ts";

/** `given`: questions and answers in the order they were given. Without `situation`: one is to be chosen. */
export type Place = {
  readonly routine: string;
  readonly situation: string;
  readonly given: readonly (readonly [question: string, option: string])[];
};

export const GUIDE = "#/guide";
const NOWHERE: Place = { routine: "", situation: "", given: [] };

export const isGuide = (hash: string): boolean => hash === GUIDE || hash.startsWith(`${GUIDE}/`);

export function placeOf(hash: string): Place {
  const [routine, situation, ...rest] = hash
    .slice(GUIDE.length + 1)
    .split("/")
    .map(decoded);
  if (!routine || !situation) return NOWHERE;
  const given = rest.flatMap((pair) => {
    const [question, option] = pair.split("=");
    return question && option ? [[question, option] as const] : [];
  });
  return { routine, situation, given };
}

export const addressOf = ({ routine, situation, given }: Place): string =>
  [GUIDE, routine, situation, ...given.map(([question, option]) => `${question}=${option}`)]
    .map((part, at) => (at === 0 ? part : encodeURIComponent(part)))
    .join("/");

export const answered = (place: Place, question: string, option: string): Place => ({
  ...place,
  given: [...place.given.filter(([one]) => one !== question), [question, option]],
});

/** Back to where that question was asked. */
export const before = (place: Place, question: string): Place => ({
  ...place,
  given: place.given.slice(
    0,
    place.given.findIndex(([one]) => one === question),
  ),
});

export const factsOf = ({ given }: Place): Facts => Object.fromEntries(given);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return ""; // an address that nobody of ours has written
  }
}
