/** The lease is over or the phone is blocked: nothing is deleted, nothing is shown, and what is unsent still goes. */
import type { Locked } from "../sync/lease.ts";
import { t } from "../i18n/t.ts";
import { Notice } from "../ui/pieces.tsx";

export function LockedData({ locked, onSync }: { locked: NonNullable<Locked>; onSync: () => void }) {
  const revoked = locked === "revoked";
  return (
    <div class="stack" data-testid={`locked-${locked}`}>
      <header class="header">
        <h1 tabIndex={-1}>{t("The data is locked")}</h1>
      </header>
      <Notice
        kind="warn"
        title={
          revoked
            ? t("This phone is blocked.")
            : t("The phone has been without contact with the server too long.")
        }
      >
        {revoked
          ? t("What you have signed is still sent. Talk to your manager or the help desk.")
          : t(
              "Patients are shown again as soon as there is network. Nothing is deleted, and what is unsent is kept.",
            )}
      </Notice>
      <button type="button" class="button button-main" onClick={onSync}>
        {t("Try to reach the server now")}
      </button>
    </div>
  );
}
