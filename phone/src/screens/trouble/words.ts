/** Disruptions in words. A code that we do not know is shown as it came. */
import { currentLanguage, t } from "../../i18n/t.ts";
import type { Sayable, SystemNow, Trouble } from "../../rules/trouble.ts";

const STATES: Readonly<Record<string, () => string>> = {
  suspected: () => t("being looked into"),
  confirmed: () => t("does not work"),
  degraded: () => t("slow or unsteady"),
  long: () => t("long disruption, use paper"),
  recovering: () => t("works again"),
};

const WAYS: Readonly<Record<string, () => string>> = {
  launch: () => t("The launch from Appva to ExorLive"),
  phones: () => t("The phone or the mobile network"),
  mobile_network: () => t("The phone or the mobile network"),
  fixed: () => t("The fixed connection"),
  fixed_line: () => t("The fixed connection"),
  wireless: () => t("The wireless connection"),
};

export const titleOf = (system: SystemNow, { layer }: Trouble): string => WAYS[layer]?.() ?? system.title;
export const stateOf = ({ state }: Trouble): string => STATES[state]?.() ?? state;
export const insteadOf = ({ instead }: SystemNow): string =>
  instead[currentLanguage()] ?? instead["sv"] ?? "";
export const sayableWord = ({ kind, title }: Sayable): string => title || (WAYS[kind]?.() ?? kind);
