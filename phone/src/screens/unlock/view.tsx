/** The lock screen: the PIN, what is unsent behind it, and a way out for who forgot it. */
import { useEffect, useState } from "preact/hooks";
import { saveOutbox } from "../../app/download.ts";
import { mark } from "../../app/marks.ts";
import type { Person } from "../../app/where.ts";
import { deviceNow } from "../../clock.ts";
import { t, tn } from "../../i18n/t.ts";
import { readOutbox, unanswered } from "../../log/read.ts";
import { Hello } from "../../ui/hello.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/pieces.tsx";
import { PinPad } from "../../ui/pin-pad.tsx";
import { useScreen } from "../../ui/screen.ts";
import { findAccount, type Account } from "../../vault/accounts.ts";
import type { Boxes } from "../../vault/boxes.ts";
import { warmKdf } from "../../vault/kdf.ts";
import { openVaultStore, unlock, type OutboxRow, type Vault } from "../../vault/vault.ts";
import { init, secondsLeft, update, type Effect, type Event, type Model } from "./update.ts";

type Props = {
  readonly person: Person;
  readonly onOpen: (vault: Vault, boxes: Boxes) => void;
  readonly onForgot: () => void;
  readonly onOther: () => void;
};

export function Unlock({ person, onOpen, onForgot, onOther }: Props) {
  const [account, setAccount] = useState<Account | null>(null);
  const run = async ({ pin }: Effect, send: (event: Event) => void): Promise<void> => {
    try {
      // Read anew: another tab may have counted attempts meanwhile.
      const opened = await unlock(await findAccount(person.device), pin, deviceNow());
      if (!opened.ok) return send({ type: "refused", problem: opened.problem });
      mark("pin-accepted");
      onOpen(opened.value.vault, opened.value.boxes);
    } catch {
      send({ type: "storage_failed" });
    }
  };
  const [model, send] = useScreen<Model, Event, Effect>({
    init: () => init(deviceNow()),
    update,
    run: (effect, back) => void run(effect, back),
  });
  const read = async (): Promise<void> => {
    const found = await findAccount(person.device);
    if (!found) return;
    setAccount(found);
    send({ type: "attempts_known", until: found.attempts.until, at: deviceNow() });
  };
  useEffect(() => {
    mark("lock-shown");
    warmKdf().catch(() => undefined); // tried again, and told of, when the PIN has been given
    read().catch(() => send({ type: "storage_failed" }));
    const timer = setInterval(() => send({ type: "ticked", at: deviceNow() }), 1000);
    return () => clearInterval(timer);
  }, []);

  return (
    <main class="screen screen-bare stack-wide lock">
      <div>
        <Hello text={person.name} />
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
      {account ? <Behind account={account} /> : null}
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
