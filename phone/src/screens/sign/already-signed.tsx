/** Somebody has signed the same already: said before, never forbidden. */
import { clockTime } from "../../i18n/format.ts";
import { t } from "../../i18n/t.ts";
import { Notice } from "../../ui/pieces.tsx";
import type { Target } from "./update.ts";

export function AlreadySigned({ taken }: { taken: NonNullable<Target["taken"]> }) {
  const time = clockTime(taken.at);
  return (
    <Notice
      kind="warn"
      testid="already-signed"
      title={
        taken.mine
          ? t("You have already signed this at {time}.", { time })
          : t("Already signed by {who} at {time}.", { who: taken.who, time })
      }
    >
      {t("Sign only if it was done once more. Two signatures are looked at afterwards.")}
    </Notice>
  );
}
