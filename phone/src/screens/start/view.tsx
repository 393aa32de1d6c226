/** Enrolment: signing in with a password, then choosing a PIN. */
import { deviceNow } from "../../clock.ts";
import { suggestLanguage, t } from "../../i18n/t.ts";
import { askToEnrol, settleIn } from "../../sync/enrol.ts";
import { Hello } from "../../ui/hello.tsx";
import { Notice } from "../../ui/pieces.tsx";
import { PinPad } from "../../ui/pin-pad.tsx";
import { useScreen } from "../../ui/screen.ts";
import type { Vault } from "../../vault/vault.ts";
import { init, update, type Complaint, type Effect, type Event, type Model } from "./update.ts";

type EnrolProps = {
  readonly username: string;
  /** Someone forgot their PIN: say first that nothing unsent is lost. */
  readonly forgotten: boolean;
  readonly onDone: (vault: Vault) => void;
  readonly onBack: (() => void) | null;
};

export function Enrol({ username, forgotten, onDone, onBack }: EnrolProps) {
  const run = async (effect: Effect, send: (event: Event) => void): Promise<void> => {
    if (effect.do === "ask") {
      const { username, password } = effect;
      const answer = await askToEnrol({ username, password, deviceName: deviceName() }, deviceNow());
      if (answer.ok) send({ type: "admitted", admitted: answer.value });
      else send({ type: "turned_away", problem: answer.problem });
      return;
    }
    try {
      suggestLanguage(effect.admitted.reply.language);
      onDone(await settleIn(effect.admitted, effect.pin, deviceNow()));
    } catch {
      send({ type: "not_stored" });
    }
  };
  const [model, send] = useScreen<Model, Event, Effect>({
    init: () => init(username),
    update,
    run: (effect, back) => void run(effect, back),
  });
  const choosing = model.step === "pin" || model.step === "pin_again" || model.step === "settling";
  return (
    <main class="screen screen-bare stack-wide">
      {choosing ? (
        <ChoosePin model={model} send={send} />
      ) : (
        <Password model={model} send={send} forgotten={forgotten} />
      )}
      {onBack && !choosing ? (
        <button type="button" class="button button-plain" data-testid="cancel" onClick={onBack}>
          {t("Back")}
        </button>
      ) : null}
    </main>
  );
}

type PartProps = { readonly model: Model; readonly send: (event: Event) => void };

function Password({ model, send, forgotten }: PartProps & { readonly forgotten: boolean }) {
  const busy = model.step === "asking";
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send({ type: "submitted" });
      }}
    >
      <Hello text={forgotten ? t("Choose a new PIN") : t("Sign in")} />
      {forgotten ? (
        <Notice kind="info" title={t("Nothing unsent is lost.")}>
          {t(
            "Sign in with your password while you have network. What was not sent goes to the server first.",
          )}
        </Notice>
      ) : (
        <p class="quiet">{t("The first time you need network. After that Beredd works without it.")}</p>
      )}
      <Complained complaint={model.complaint} />
      <div class="field">
        <label for="username">{t("User name")}</label>
        <input
          id="username"
          data-testid="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          value={model.username}
          onInput={(event) => send({ type: "username", text: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for="password">{t("Password")}</label>
        <input
          id="password"
          data-testid="password"
          type="password"
          autocomplete="current-password"
          value={model.password}
          onInput={(event) => send({ type: "password", text: event.currentTarget.value })}
        />
      </div>
      <button class="button button-main button-wide" data-testid="sign-in" disabled={busy}>
        {busy ? t("Asking the server …") : t("Sign in")}
      </button>
    </form>
  );
}

function ChoosePin({ model, send }: PartProps) {
  const again = model.step !== "pin";
  return (
    <div class="stack-wide">
      <div class="hello">
        <h1>{again ? t("Repeat the PIN") : t("Choose a PIN")}</h1>
        <p class="quiet">
          {t("Six digits that you use to open Beredd on this phone. Do not use your other codes.")}
        </p>
      </div>
      <Complained complaint={model.complaint} />
      <PinPad
        given={model.pin.length}
        busy={model.step === "settling"}
        onDigit={(digit) => send({ type: "digit", digit })}
        onErase={() => send({ type: "erased" })}
      />
    </div>
  );
}

function Complained({ complaint }: { complaint: Complaint | null }) {
  if (!complaint) return null;
  const [title, next] = words(complaint);
  return (
    <Notice kind="stop" title={title} testid="complaint">
      {next}
    </Notice>
  );
}

function words(complaint: Complaint): readonly [string, string] {
  switch (complaint.kind) {
    case "empty":
      return [t("Something is missing."), t("Fill in both user name and password.")];
    case "weak_pin":
      return [t("That PIN is too easy."), t("Choose six digits that are not a row or a pattern.")];
    case "pins_differ":
      return [t("The PINs were not the same."), t("Choose a PIN again.")];
    case "storage":
      return [t("The phone could not save."), t("Free some space on the phone and try again.")];
    case "server":
      return serverWords(complaint.problem);
  }
}

function serverWords({
  code,
  title,
  next,
}: {
  code: string;
  title: string;
  next: string;
}): readonly [string, string] {
  if (code === "offline" || code === "timeout")
    return [t("No contact with the server."), t("Check the network and try again.")];
  if (!title) return [t("The server could not answer."), t("Wait a little and try again.")];
  return [title, next];
}

/** What the office sees in its list of phones. */
function deviceName(): string {
  const agent = navigator.userAgent;
  if (/iPhone|iPad/.test(agent)) return "iPhone";
  return /Android/.test(agent) ? "Android" : "Webbläsare";
}
