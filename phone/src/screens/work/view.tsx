/** Working through a programme in the patient's home: one exercise at a time, then how it felt, then the signature. */
import { useEffect, useRef, useState } from "preact/hooks";
import { readExercise } from "../../app/exercises.ts";
import { linkTo } from "../../app/route.ts";
import type { Session, Snapshot } from "../../app/session.ts";
import { deviceNow } from "../../clock.ts";
import type { Exercise, Item } from "../../contract/docs.ts";
import { addTexts, t } from "../../i18n/t.ts";
import type { SignatureEntry } from "../../log/read.ts";
import { Icon } from "../../ui/icon.tsx";
import { Header, Notice } from "../../ui/pieces.tsx";
import { useScreen } from "../../ui/screen.ts";
import { takenNow } from "../sign/target.ts";
import type { Target } from "../sign/update.ts";
import { ring, useAwake } from "./awake.ts";
import { ExerciseBar } from "./bar.tsx";
import { begun, drop, keep } from "./book.ts";
import { ExerciseStep } from "./exercise.tsx";
import { Feel } from "./feel.tsx";
import { aimOf } from "./aim.ts";
import { Summary } from "./summary.tsx";
import { isRunning } from "./timer.ts";
import { init, update, type Effect, type Event, type Model } from "./update.ts";
import { begin, type Work } from "./work.ts";
import { texts } from "virtual:catalogue/sv.work";
import "./work.css";

addTexts(texts);

export type Send = (event: Event) => void;

type Props = {
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly patient: string;
  readonly prescription: string;
  readonly occurrence: string | null;
  readonly onSigned: (entry: SignatureEntry) => void;
};

type Ready = {
  readonly target: Target;
  readonly items: readonly Item[];
  readonly name: string;
  readonly work: Work;
  readonly exercises: ReadonlyMap<string, Exercise>;
};

export function WorkThrough(props: Props) {
  const { session, patient, prescription } = props;
  const [ready, setReady] = useState<Ready | "coming" | "nothing">("coming");
  useEffect(() => {
    prepare(props).then(
      (found) => setReady(found ?? "nothing"),
      () => setReady("nothing"),
    );
  }, []);
  if (ready === "coming")
    return (
      <p class="hidden" role="status">
        {t("One moment …")}
      </p>
    );
  if (ready === "nothing")
    return (
      <>
        <Header title={t("Exercise programme")} back={linkTo.programme(patient, prescription)} />
        <Notice kind="info" title={t("There is nothing to sign here now.")} testid="work-nothing">
          {t("Go back to the patient, and choose what was done there.")}
        </Notice>
      </>
    );
  return <Working {...props} session={session} ready={ready} />;
}

/** What has been begun goes on; all that is needed is read at once, so that nothing is waited for between exercises. */
async function prepare({
  session,
  snapshot,
  patient,
  prescription,
  occurrence,
}: Props): Promise<Ready | null> {
  const aim = aimOf(snapshot, patient, prescription, occurrence);
  if (!aim) return null;
  const { target, programme } = aim;
  const { items, name } = programme;
  const subject = {
    patient,
    prescription,
    version: target.version,
    occurrence: target.occurrence,
    slot: target.slot,
  };
  const at = deviceNow();
  const ids = [...new Set(items.map(({ exercise }) => exercise))];
  const [kept, ...read] = await Promise.all([
    begun(session.vault, subject, at),
    ...ids.map((id) => readExercise(session.vault, id).catch(() => null)),
  ]);
  const exercises = new Map(read.flatMap((exercise) => (exercise ? [[exercise.id, exercise] as const] : [])));
  const done = target.taken?.mine === true && target.taken.at >= (kept?.begunAt ?? at); // signed in another way since
  const work = kept?.parts.length === items.length && !done ? kept : begin(subject, items, at);
  return { target, items, name, work, exercises };
}

function Working({ session, snapshot, ready, onSigned }: Props & { ready: Ready }) {
  const { items, exercises } = ready;
  const [unkept, setUnkept] = useState(false);
  const [model, send] = useScreen<Model, Event, Effect>({
    init: () => init(ready.work, items, deviceNow()),
    update,
    run: (effect, back) => {
      if (effect.do === "ring") return ring();
      if (effect.do === "keep") return void keep(session.vault, effect.work).catch(() => setUnkept(true));
      session
        .sign(effect.body)
        .then(async (entry) => {
          await drop(session.vault, effect.work.subject, deviceNow()).catch(() => undefined);
          onSigned(entry);
        })
        .catch(() => back({ type: "write_failed", at: deviceNow() }));
    },
  });
  const running = isRunning(model.work.timer);
  useAwake(running);
  useTicks(running, send);
  const { place } = model.work;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, [place]);
  const target = { ...ready.target, taken: takenNow(ready.target, snapshot) };
  const exercise = exercises.get(items[place]?.exercise ?? "") ?? null;
  const heading =
    place < items.length
      ? (exercise?.name ?? t("This exercise is not on the phone yet"))
      : place === items.length
        ? t("How did it feel?")
        : t("Summary");
  return (
    <div class="work">
      <header class="work-head">
        <a class="back" href={linkTo.patient(target.patient)} data-testid="back">
          <Icon name="back" />
          <span>{target.patientName}</span>
        </a>
        <p class="progress" data-testid="work-place">
          {place < items.length
            ? t("Exercise {place} of {of}", { place: place + 1, of: items.length })
            : ready.name}
        </p>
        <Way model={model} />
        <h1 ref={title} tabIndex={-1}>
          {heading}
        </h1>
      </header>
      {unkept ? (
        <Notice
          kind="warn"
          title={t("The phone cannot keep this. Do not close Beredd before you have signed.")}
        />
      ) : null}
      {place < items.length ? (
        <>
          <ExerciseStep key={place} model={model} send={send} exercise={exercise} />
          <ExerciseBar model={model} send={send} />
        </>
      ) : place === items.length ? (
        <Feel model={model} send={send} />
      ) : (
        <Summary model={model} send={send} target={target} exercises={exercises} now={snapshot.now} />
      )}
    </div>
  );
}

/** Where one is, for the eye; the words beside it say the same. */
function Way({ model }: { model: Model }) {
  const { place, parts } = model.work;
  return (
    <div class="work-way" aria-hidden="true">
      {parts.map((_, i) => (
        <span key={i} class={i < place ? "gone" : i === place ? "here" : ""} />
      ))}
    </div>
  );
}

const TICK_MS = 250;

function useTicks(running: boolean, send: Send): void {
  useEffect(() => {
    if (!running) return undefined;
    const tick = (): void => send({ type: "tick", at: deviceNow() });
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener("visibilitychange", tick); // timers sleep in the background: look at once on return
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [running]);
}
