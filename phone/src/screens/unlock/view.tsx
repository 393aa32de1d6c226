/** The lock screen: the PIN, what is unsent behind it, and a way out for who forgot it. */
import { useEffect, useState } from "preact/hooks";
import { saveOutbox } from "../../app/download.ts";
import { mark } from "../../app/marks.ts";
import { deviceNow } from "../../clock.ts";
import { t, tn } from "../../i18n/t.ts";
import { readOutbox, unanswered } from "../../log/read.ts";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/pieces.tsx";
import { PinPad } from "../../ui/pin-pad.tsx";
import { useScreen } from "../../ui/screen.ts";
import { findAccount, type Account } from "../../vault/accounts.ts";
import { openVaultStore, unlock, type OutboxRow, type Vault } from "../../vault/vault.ts";
import { Hello } from "../start/view.tsx";
import { init, secondsLeft, update, type Effect, type Event, type Model } from "./update.ts";

type Props = {
  readonly account: Account;
  readonly onOpen: (vault: Vault) => void;
  readonly onForgot: () => void;
  readonly onOther: () => void;
};

export function Unlock({ account, onOpen, onForgot, onOther }: Props) {
  const run = async (effect: Effect, send: (event: Event) => void): Promise<void> => {
    try {
      // Read anew: another tab may have counted attempts meanwhile.
      const opened = await unlock((await findAccount(account.device)) ?? account, effect.pin, deviceNow());
      if (opened.ok) {
        mark("pin-accepted");
        onOpen(opened.value);
      } else send({ type: "refused", problem: opened.problem });
    } catch {
      send({ type: "storage_failed" });
    }
  };
  const [model, send] = useScreen<Model, Event, Effect>({
    init: () => init(account.attempts.until, deviceNow()),
    update,
    run: (effect, back) => void run(effect, back),
  });
  useEffect(() => {
    mark("lock-shown");
    void import("../../vault/argon2.ts"); // ready before the sixth digit
    const timer = setInterval(() => send({ type: "ticked", at: deviceNow() }), 1000);
    return () => clearInterval(timer);
  }, []);

  return (
    <main class="screen screen-bare stack-wide lock">
      <div>
        <Hello text={account.user.name} />
        <p class="lock-text" data-testid="lock-text" aria-live="polite">
          {lockText(model)}
        </p>
      </div>
      {model.complaint === "store_gone" ? (
        <Notice kind="stop" title={t("The phone's storage has been emptied.")} testid="store-gone">
          {t("Sign in again with your password. Tell your unit what you did since it last was sent.")}
        </Notice>
      ) : null}
      {model.complaint === "storage" ? (
        <Notice kind="stop" title={t("The phone's storage does not answer.")} testid="storage-broken">
          {t("Close Beredd and open it again.")}
        </Notice>
      ) : null}
      <PinPad
        given={model.pin.length}
        busy={model.busy}
        onDigit={(digit) => send({ type: "digit", digit, at: deviceNow() })}
        onErase={() => send({ type: "erased" })}
      />
      <Behind account={account} />
      <div class="segment">
        <button type="button" class="button button-plain" data-testid="forgot-pin" onClick={onForgot}>
          {t("Forgot the PIN")}
        </button>
        <button type="button" class="button button-plain" data-testid="not-me" onClick={onOther}>
          {t("Someone else")}
        </button>
      </div>
    </main>
  );
}

function lockText(model: Model): string {
  const wait = secondsLeft(model);
  if (wait > 0) return tn("Wait {n} second, then try again.", "Wait {n} seconds, then try again.", wait);
  if (model.busy) return t("Opening …");
  return model.complaint === "wrong_pin" ? t("Wrong PIN. Try again.") : t("Enter your PIN");
}

/** Counted without any PIN, from the sealed boxes. */
function Behind({ account }: { account: Account }) {
  const [rows, setRows] = useState<readonly OutboxRow[]>([]);
  useEffect(() => {
    const store = openVaultStore(account.vault);
    readOutbox(store)
      .then((all) => setRows(unanswered(all)))
      .catch(() => undefined)
      .finally(store.release);
  }, [account.device]);
  if (rows.length === 0) return null;
  return (
    <div class="notice notice-warn" data-testid="lock-unsent">
      <Icon name="outbox" />
      <div class="stack">
        <strong>
          {tn(
            "{n} signature is not sent. It goes when you have opened Beredd and there is network.",
            "{n} signatures are not sent. They go when you have opened Beredd and there is network.",
            rows.length,
          )}
        </strong>
        <button
          type="button"
          class="button button-small"
          onClick={() => saveOutbox(account.device, rows, deviceNow())}
        >
          <Icon name="download" /> {t("Save as a file")}
        </button>
      </div>
    </div>
  );
}
