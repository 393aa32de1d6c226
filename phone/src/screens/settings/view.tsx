/** Settings: language, text size, lock, change of person, sign out. */
import { useState } from "preact/hooks";
import { LOCK_CHOICES, type Preferences } from "../../app/preferences.ts";
import type { Session, Snapshot } from "../../app/session.ts";
import { linkTo } from "../../app/route.ts";
import { currentLanguage, t, tn, type Language } from "../../i18n/t.ts";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/pieces.tsx";
import { ToldHere } from "./told.tsx";
import { unsentCount } from "../unsent/state.ts";

type Props = {
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly preferences: Preferences;
  readonly onPreferences: (chosen: Preferences) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onLock: () => void;
  readonly onSignOut: () => void;
};

type ChoiceProps = { text: string; chosen: boolean; testid: string; onChoose: () => void; lang?: string };

function Choice({ text, chosen, testid, onChoose, lang }: ChoiceProps) {
  return (
    <button
      type="button"
      class="choice"
      aria-pressed={chosen}
      data-testid={testid}
      onClick={onChoose}
      lang={lang}
    >
      {chosen ? <Icon name="check" /> : null}
      {text}
    </button>
  );
}

export function Settings(props: Props) {
  const { snapshot, preferences, onPreferences } = props;
  const me = snapshot.me?.name ?? props.session.vault.account.user.name;
  return (
    <>
      <header class="header">
        <h1 tabIndex={-1}>{t("Settings")}</h1>
        <p class="quiet">
          {me}
          {snapshot.me?.title ? `, ${snapshot.me.title}` : ""}
        </p>
      </header>
      <div class="stack-wide">
        <section class="stack">
          <h2>{t("Language")}</h2>
          <div class="segment">
            <Choice
              text="Svenska"
              lang="sv"
              chosen={currentLanguage() === "sv"}
              testid="language-sv"
              onChoose={() => props.onLanguage("sv")}
            />
            <Choice
              text="English"
              lang="en"
              chosen={currentLanguage() === "en"}
              testid="language-en"
              onChoose={() => props.onLanguage("en")}
            />
          </div>
        </section>
        <section class="stack">
          <h2>{t("Text size")}</h2>
          <div class="segment">
            <Choice
              text={t("Normal")}
              chosen={!preferences.large}
              testid="text-normal"
              onChoose={() => onPreferences({ ...preferences, large: false })}
            />
            <Choice
              text={t("Large")}
              chosen={preferences.large}
              testid="text-large"
              onChoose={() => onPreferences({ ...preferences, large: true })}
            />
          </div>
        </section>
        <section class="stack">
          <h2>{t("Lock by itself after")}</h2>
          <div class="segment">
            {LOCK_CHOICES.map((minutes) => (
              <Choice
                key={minutes}
                text={tn("{n} min", "{n} min", minutes)}
                chosen={preferences.lockMinutes === minutes}
                testid={`lock-after-${minutes}`}
                onChoose={() => onPreferences({ ...preferences, lockMinutes: minutes })}
              />
            ))}
          </div>
        </section>
        <ToldHere session={props.session} />
        <section class="stack">
          <button
            type="button"
            class="button button-main button-wide"
            data-testid="lock-now"
            onClick={props.onLock}
          >
            <Icon name="lock" /> {t("Lock now")}
          </button>
          <SignOut snapshot={snapshot} onSignOut={props.onSignOut} />
        </section>
        <Boxes snapshot={snapshot} />
      </div>
    </>
  );
}

/** The safety boxes of one's units: to look through, here because it is done twice a year. */
function Boxes({ snapshot }: Pick<Props, "snapshot">) {
  const boxes = snapshot.units.flatMap((unit) => unit.boxes);
  if (boxes.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("Safety boxes")}</h2>
      {boxes.map((box) => (
        <a key={box.id} class="button button-wide" href={linkTo.box(box.id)} data-testid="open-box">
          {box.name}, {box.place}
        </a>
      ))}
    </section>
  );
}

function SignOut({ snapshot, onSignOut }: Pick<Props, "snapshot" | "onSignOut">) {
  const [asked, setAsked] = useState(false);
  // Refused ones do not hinder: their sealed boxes stay on the phone.
  const unsent = unsentCount(snapshot.entries, 0);
  if (!asked)
    return (
      <button
        type="button"
        class="button button-danger button-wide"
        data-testid="sign-out"
        onClick={() => setAsked(true)}
      >
        {t("Sign out from this phone")}
      </button>
    );
  if (unsent > 0)
    return (
      <Notice
        kind="warn"
        testid="sign-out-refused"
        title={tn("{n} signature is not with the server.", "{n} signatures are not with the server.", unsent)}
      >
        {t("Send them first. Then you can sign out.")} <a href={linkTo.unsent}>{t("See what is unsent")}</a>
      </Notice>
    );
  return (
    <div class="stack">
      <Notice kind="warn" title={t("The patients' data is taken away from this phone.")}>
        {t("To use Beredd here again you need network and your password.")}
      </Notice>
      <button
        type="button"
        class="button button-danger button-wide"
        data-testid="sign-out-confirm"
        onClick={onSignOut}
      >
        {t("Sign out")}
      </button>
    </div>
  );
}
