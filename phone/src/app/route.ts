/** Which screen is open, kept in the address after #, so that the phone's back button works. */
import { useEffect, useState } from "preact/hooks";

export type Route =
  | { readonly screen: "today" }
  | { readonly screen: "patient"; readonly patient: string }
  | { readonly screen: "programme"; readonly patient: string; readonly prescription: string }
  | {
      readonly screen: "work";
      readonly patient: string;
      readonly prescription: string;
      readonly occurrence: string | null;
    }
  | { readonly screen: "paper"; readonly patient: string }
  | { readonly screen: "box"; readonly box: string }
  | { readonly screen: "unsent" }
  | { readonly screen: "settings" };

export function parseRoute(hash: string): Route {
  const [screen, patient, kind, prescription, occurrence] = hash.replace(/^#\/?/, "").split("/");
  if (screen === "patient" && patient && kind === "programme" && prescription)
    return { screen: "programme", patient, prescription };
  if (screen === "patient" && patient && kind === "work" && prescription)
    return { screen: "work", patient, prescription, occurrence: occurrence || null };
  if (screen === "patient" && patient && kind === "paper") return { screen: "paper", patient };
  if (screen === "patient" && patient) return { screen, patient };
  if (screen === "box" && patient) return { screen, box: patient };
  return screen === "unsent" || screen === "settings" ? { screen } : { screen: "today" };
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const changed = (): void => {
      setRoute(parseRoute(location.hash));
      window.scrollTo(0, 0);
      setTimeout(() => document.querySelector("h1")?.focus({ preventScroll: true }));
    };
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  return route;
}

export const linkTo = {
  today: "#/today",
  unsent: "#/unsent",
  settings: "#/settings",
  guide: "#/guide",
  patient: (id: string): string => `#/patient/${id}`,
  paper: (patient: string): string => `#/patient/${patient}/paper`,
  box: (id: string): string => `#/box/${id}`,
  programme: (patient: string, prescription: string): string =>
    `#/patient/${patient}/programme/${prescription}`,
  /** Without an occurrence: the next that is open. */
  work: (patient: string, prescription: string, occurrence: string | null): string =>
    `#/patient/${patient}/work/${prescription}${occurrence ? `/${occurrence}` : ""}`,
};
