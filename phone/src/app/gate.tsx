/** What stands between the user and the data: the start page, enrolment, the lock. Keys live only past it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { deviceNow } from "../clock.ts";
import { setLanguage, t, tn, type Language } from "../i18n/t.ts";
import { Accounts } from "../screens/start/accounts.tsx";
import { isGuide } from "../screens/guide/address.ts";
import { GuideLink } from "../screens/guide/link.tsx";
import { Unlock } from "../screens/unlock/view.tsx";
import { Notice } from "../ui/pieces.tsx";
import type { Account } from "../vault/accounts.ts";
import type { Boxes } from "../vault/boxes.ts";
import { byName, dropMarks, type Mark } from "../vault/marker.ts";
import type { Vault } from "../vault/vault.ts";
import { watchIdle } from "./autolock.ts";
import { askToPersist } from "./persistence.ts";
import { loadPreferences, savePreferences, type Preferences } from "./preferences.ts";
import { linkTo } from "./route.ts";
import type { Session } from "./session.ts";
import { likelyStart, personOf, whereToStart, type Place, type Start } from "./where.ts";
import { registerWorker } from "./worker.ts";

type At = Place | { readonly place: "open"; readonly session: Session };

type Inside = typeof import("./inside.ts");
const loadInside = (): Promise<Inside> => import("./inside.ts");

/** Digits go first. Safari has no idle callback. */
const whenIdle = (work: () => void): void =>
  void ("requestIdleCallback" in window ? requestIdleCallback(work) : setTimeout(work));

/** `asked`: where to start, which the database may need a while to say. */
export function Gate({ asked }: { readonly asked: Promise<Start> }) {
  const [at, setAt] = useState<At>(likelyStart);
  const [accounts, setAccounts] = useState<readonly Account[]>([]);
  const [inside, setInside] = useState<Inside | null>(null);
  const [update, setUpdate] = useState<(() => void) | null>(null);
  const [preferences, setPreferences] = useState<Preferences>(loadPreferences);
  const [persisted, setPersisted] = useState<boolean | null>(null);
  const last = useRef<string | null>(null);
  const [, setSpoken] = useState<Language | null>(null);

  const guide = useGuide();
  const broken = (): void => setAt({ place: "broken" });

  const start = async (where: Promise<Start> = whereToStart()): Promise<void> => {
    const found = await where;
    setAccounts(found.accounts);
    setAt(found.at);
  };

  useEffect(() => {
    void start(asked);
    loadInside().then((piece) => {
      setInside(piece);
      whenIdle(() => piece.warmUp(deviceNow()));
      void piece.renewRoutines();
      void piece.renewStatus();
    }, broken);
    void registerWorker(
      (switchOver) => setUpdate(() => switchOver),
      () => {
        location.hash = linkTo.today;
        void loadInside().then((piece) => piece.renewStatus());
      },
    );
  }, []);

  const enter = async (vault: Vault, boxes?: Boxes): Promise<void> => {
    const { device } = vault.account;
    const same = last.current === device || (last.current === null && accounts.length === 1);
    if (!same || at.place === "enrol") location.hash = linkTo.today; // another's screen is not ours to open
    last.current = device;
    const session = await (await loadInside()).openSession(vault, boxes);
    if (!session) return setAt({ place: "enrol", forgotten: true });
    setAt({ place: "open", session });
    void askToPersist().then(setPersisted);
  };

  const leave = async (session: Session): Promise<void> => {
    session.close();
    setAt({ place: "starting" });
    await start();
  };

  const signOut = async (session: Session): Promise<void> => {
    await (await loadInside()).signOut(session);
    location.hash = "";
    await start();
  };

  useEffect(() => {
    if (at.place !== "open") return undefined;
    return watchIdle(preferences.lockMinutes, () => void leave(at.session));
  }, [at, preferences.lockMinutes]);

  if (guide)
    return guide === "coming" ? null : <guide.Guide session={at.place === "open" ? at.session : null} />;
  return (
    <>
      {update ? <UpdateBar onUpdate={update} /> : null}
      <Before
        at={at}
        accounts={accounts}
        inside={inside}
        go={setAt}
        enter={(vault, boxes) => void enter(vault, boxes).catch(broken)}
        forget={(marks) => void dropMarks(marks.map(({ device }) => device)).then(() => start())}
      />
      {at.place === "open" || at.place === "starting" ? null : <GuideLink />}
      {at.place === "open" && inside ? (
        <inside.Open
          session={at.session}
          persisted={persisted}
          preferences={preferences}
          onPreferences={(chosen) => {
            savePreferences(chosen);
            setPreferences(chosen);
          }}
          onLanguage={(language) => {
            setLanguage(language);
            setSpoken(language);
          }}
          onLock={() => void leave(at.session)}
          onSignOut={() => void signOut(at.session)}
          onSignInAgain={() => {
            at.session.close();
            setAt({ place: "enrol", forgotten: true });
          }}
        />
      ) : null}
    </>
  );
}

type GuidePiece = typeof import("../screens/guide/view.tsx");

/** The guide opens over everything, locked or not; it knows nothing of any patient. */
function useGuide(): GuidePiece | "coming" | null {
  const [asked, setAsked] = useState(() => isGuide(location.hash));
  const [piece, setPiece] = useState<GuidePiece | null>(null);
  useEffect(() => {
    const changed = (): void => setAsked(isGuide(location.hash));
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  useEffect(() => {
    if (asked) void import("../screens/guide/view.tsx").then(setPiece);
  }, [asked]);
  return asked ? (piece ?? "coming") : null;
}

type BeforeProps = {
  readonly at: At;
  readonly accounts: readonly Account[];
  readonly inside: Inside | null;
  readonly go: (at: At) => void;
  readonly enter: (vault: Vault, boxes?: Boxes) => void;
  readonly forget: (marks: readonly Mark[]) => void;
};

function Before({ at, accounts, inside, go, enter, forget }: BeforeProps) {
  switch (at.place) {
    case "accounts":
      return (
        <Accounts
          accounts={accounts}
          onChoose={(account) => go({ place: "unlock", person: personOf(account) })}
          onOther={() => go({ place: "enrol", forgotten: false })}
        />
      );
    case "enrol":
      return inside ? (
        <inside.Enrol
          username=""
          forgotten={at.forgotten}
          onDone={enter}
          onBack={accounts.length > 0 ? () => go({ place: "accounts" }) : null}
        />
      ) : null;
    case "unlock":
      return (
        <Unlock
          key={at.person.device}
          person={at.person}
          onOpen={enter}
          onForgot={() => go({ place: "enrol", forgotten: true })}
          onOther={() => go({ place: "accounts" })}
        />
      );
    case "gone":
      return <Gone marks={at.marks} onUnderstood={() => forget(at.marks)} />;
    case "broken":
      return (
        <main class="screen screen-bare stack">
          <Notice kind="stop" title={t("The phone's storage does not answer.")} testid="storage-broken">
            {t("Close Beredd and open it again.")}
          </Notice>
        </main>
      );
    default:
      return null;
  }
}

/** Never a silent fresh start: what may be lost is said, with names and numbers. */
function Gone({ marks, onUnderstood }: { marks: readonly Mark[]; onUnderstood: () => void }) {
  return (
    <main class="screen screen-bare stack-wide">
      <header class="header">
        <h1>{t("The phone's storage has been emptied")}</h1>
      </header>
      <Notice kind="stop" title={t("Beredd was used here, but its storage is gone.")} testid="store-gone">
        {t(
          "This can happen when the phone is full or when someone clears the browser. What the server had is safe.",
        )}
      </Notice>
      <ul class="stack">
        {byName(marks).map((mark) => (
          <li key={mark.name} class="card card-body">
            <strong>{mark.name}</strong>
            <p>
              {mark.unsent === 0
                ? t("Everything was sent.")
                : tn(
                    "{n} signature was not sent and may be lost. Tell your unit what you did.",
                    "{n} signatures were not sent and may be lost. Tell your unit what you did.",
                    mark.unsent,
                  )}
            </p>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button button-main button-wide"
        data-testid="store-gone-understood"
        onClick={onUnderstood}
      >
        {t("I understand, sign in again")}
      </button>
    </main>
  );
}

function UpdateBar({ onUpdate }: { onUpdate: () => void }) {
  return (
    <div class="update" role="status" data-testid="update-bar">
      <span>{t("There is a new version")}</span>
      <button type="button" class="button button-small" data-testid="update" onClick={onUpdate}>
        {t("Update")}
      </button>
    </div>
  );
}
