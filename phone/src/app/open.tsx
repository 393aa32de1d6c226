/** The app when it is open: the band with the data's age, the screen, the bar at the thumb, the sign sheet above. */
import type { ComponentProps } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t, type Language } from "../i18n/t.ts";
import type { SignatureEntry } from "../log/read.ts";
import { LockedData } from "../screens/locked-data.tsx";
import { Patient } from "../screens/patient/view.tsx";
import { Programme } from "../screens/programme/view.tsx";
import { Settings } from "../screens/settings/view.tsx";
import { takenNow, targetOf, type Asked } from "../screens/sign/target.ts";
import { undoBody, type Target } from "../screens/sign/update.ts";
import { Sign } from "../screens/sign/view.tsx";
import { asOfWords, isOffline, isOld } from "../screens/sync-words.ts";
import { Today } from "../screens/today/view.tsx";
import { Troubles } from "../screens/trouble/banner.tsx";
import { unsentCount } from "../screens/unsent/state.ts";
import { Unsent } from "../screens/unsent/view.tsx";
import { useStay } from "../stay/watch.ts";
import { Icon } from "../ui/icon.tsx";
import type { Preferences } from "./preferences.ts";
import { linkTo, useRoute, type Route } from "./route.ts";
import type { Session, Snapshot } from "./session.ts";
import { SignedToast } from "./signed-toast.tsx";
import { useSnapshot } from "./use-snapshot.ts";

export type OpenProps = {
  readonly session: Session;
  readonly persisted: boolean | null;
  readonly preferences: Preferences;
  readonly onPreferences: (chosen: Preferences) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onLock: () => void;
  readonly onSignOut: () => void;
  readonly onSignInAgain: () => void;
};

export function Open(props: OpenProps) {
  const { session } = props;
  const snapshot = useSnapshot(session);
  const route = useRoute();
  const [target, setTarget] = useState<Target | null>(null);
  const [signed, setSigned] = useState<SignatureEntry | null>(null);
  const opener = useRef<Element | null>(null);
  useStay(session, target?.patient ?? patientOf(route));
  useEffect(() => lookLater(session), [session]);
  const onSign = (asked: Asked): void => {
    opener.current = document.activeElement;
    setTarget(targetOf(asked, session.snapshot()));
  };
  const close = (): void => {
    setTarget(null);
    setTimeout(() => focusBack(opener.current));
  };
  const onSigned = (entry: SignatureEntry): void => {
    setSigned(entry);
    close();
  };
  const onWorked = (entry: SignatureEntry): void => {
    setSigned(entry);
    location.hash = linkTo.patient(entry.payload.body.patient);
  };
  const undo = async (entry: SignatureEntry): Promise<void> => {
    await session.sign(undoBody(entry.payload.body, entry.payload.id, session.snapshot().now));
    setSigned(null);
  };
  return (
    <>
      <main class="screen" inert={target !== null}>
        <AsOf snapshot={snapshot} persisted={props.persisted} />
        {route.screen === "today" ? (
          <Troubles units={snapshot.units.map(({ id }) => id)} now={snapshot.now} />
        ) : null}
        <Screen {...props} snapshot={snapshot} route={route} onSign={onSign} onSigned={onWorked} />
      </main>
      {signed ? (
        <SignedToast
          key={signed.seq}
          entry={signed}
          patient={snapshot.patients.find(({ id }) => id === signed.payload.body.patient)?.name ?? ""}
          onUndo={undo}
          onOver={() => setSigned(null)}
        />
      ) : null}
      {route.screen === "work" ? null : (
        <Nav route={route} unsent={unsentCount(snapshot.entries, snapshot.carried)} />
      )}
      {target ? (
        <Sign
          session={session}
          target={target}
          taken={takenNow(target, snapshot)}
          onClose={close}
          onSigned={onSigned}
        />
      ) : null}
    </>
  );
}

const LOOK_AFTER_MS = 8_000;

/** A piece of its own, too: first the list, then the world around. Returns how to stop. */
function lookLater(session: Session): () => void {
  let stop = (): void => undefined;
  const timer = setTimeout(() => {
    let over = false;
    stop = () => (over = true);
    void import("../look/watch.ts").then(({ lookAround }) => {
      if (!over) stop = lookAround(session);
    });
  }, LOOK_AFTER_MS);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

const patientOf = (route: Route): string | null => ("patient" in route ? route.patient : null);

/** To where the thumb was; when that row is gone, to the top of the screen. */
function focusBack(opener: Element | null): void {
  const to = opener?.isConnected ? opener : document.querySelector("h1");
  if (to instanceof HTMLElement) to.focus({ preventScroll: true });
}

function AsOf({ snapshot, persisted }: { snapshot: Snapshot; persisted: boolean | null }) {
  const offline = isOffline(snapshot);
  return (
    <p class={isOld(snapshot) || offline ? "band band-old" : "band"} data-testid="as-of">
      <Icon name={offline ? "offline" : "sent"} />
      <span>
        {asOfWords(snapshot)}
        {offline ? ` · ${t("no network, everything is saved here")}` : ""}
        {persisted === false ? (
          <>
            {" · "}
            <a href={linkTo.unsent} data-testid="storage-mark">
              {t("unprotected storage")}
            </a>
          </>
        ) : null}
      </span>
    </p>
  );
}

type ScreenProps = OpenProps & {
  readonly snapshot: Snapshot;
  readonly route: Route;
  readonly onSign: (asked: Asked) => void;
  readonly onSigned: (entry: SignatureEntry) => void;
};

function Screen(props: ScreenProps) {
  const { route, snapshot, session, onSign } = props;
  if (route.screen === "unsent")
    return (
      <Unsent
        session={session}
        snapshot={snapshot}
        persisted={props.persisted}
        onSignInAgain={props.onSignInAgain}
      />
    );
  if (route.screen === "settings") return <Settings {...props} />;
  if (snapshot.locked) return <LockedData locked={snapshot.locked} onSync={session.syncNow} />;
  if (route.screen === "patient") return <Patient {...props} id={route.patient} />;
  if (route.screen === "paper" || route.screen === "box")
    return <OnPaper {...props} paper={route.screen === "paper" ? route.patient : null} box={boxOf(route)} />;
  if (route.screen === "work") return <WorkThrough {...props} {...route} />;
  if (route.screen === "programme")
    return (
      <Programme
        session={session}
        snapshot={snapshot}
        patient={route.patient}
        prescription={route.prescription}
      />
    );
  return <Today snapshot={snapshot} onSign={onSign} />;
}

type WorkPiece = typeof import("../screens/work/view.tsx");

/** A piece of its own, with its texts: who only signs never loads it. */
function WorkThrough(props: ComponentProps<WorkPiece["WorkThrough"]>) {
  const [piece, setPiece] = useState<WorkPiece | null>(null);
  useEffect(() => void import("../screens/work/view.tsx").then(setPiece), []);
  return piece ? <piece.WorkThrough key={location.hash} {...props} /> : null;
}

const boxOf = (route: Route): string | null => (route.screen === "box" ? route.box : null);

type PaperPiece = typeof import("../screens/paper/view.tsx");

/** A piece of its own, too, and the reader of codes one more behind it. */
function OnPaper({
  session,
  snapshot,
  paper,
  box,
}: ScreenProps & { paper: string | null; box: string | null }) {
  const [piece, setPiece] = useState<PaperPiece | null>(null);
  useEffect(() => void import("../screens/paper/view.tsx").then(setPiece), []);
  if (!piece) return null;
  if (paper) return <piece.PaperScreen session={session} snapshot={snapshot} patient={paper} />;
  return box ? <piece.BoxScreen session={session} snapshot={snapshot} box={box} /> : null;
}

function Nav({ route, unsent }: { route: Route; unsent: number }) {
  const here = (screen: string) => (route.screen === screen ? "page" : undefined);
  return (
    <nav class="nav" aria-label={t("Menu")}>
      <a href={linkTo.today} aria-current={here("today")} data-testid="nav-today">
        <Icon name="calendar" />
        {t("Today")}
      </a>
      <a href={linkTo.unsent} aria-current={here("unsent")} data-testid="nav-unsent">
        <Icon name={unsent > 0 ? "outbox" : "sent"} />
        <span>
          {unsent > 0 ? t("Unsent") : t("All sent")}{" "}
          {unsent > 0 ? (
            <span class="badge nav-badge" data-testid="unsent-number">
              {unsent}
            </span>
          ) : null}
        </span>
      </a>
      <a href={linkTo.guide} data-testid="nav-guide">
        <Icon name="alert" />
        {t("Not working?")}
      </a>
      <a href={linkTo.settings} aria-current={here("settings")} data-testid="nav-settings">
        <Icon name="settings" />
        {t("Settings")}
      </a>
    </nav>
  );
}
