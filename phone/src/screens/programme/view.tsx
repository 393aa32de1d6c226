/** The programme in the patient's home: one exercise after the other, big pictures, dose first, large text. */
import { useEffect, useState } from "preact/hooks";
import { inForce } from "../../app/plan.ts";
import { linkTo } from "../../app/route.ts";
import type { Session, Snapshot } from "../../app/session.ts";
import { readExercise } from "../../app/exercises.ts";
import { deviceNow } from "../../clock.ts";
import type { Exercise, Item, Version } from "../../contract/docs.ts";
import { t } from "../../i18n/t.ts";
import { Icon } from "../../ui/icon.tsx";
import { Header, Notice } from "../../ui/pieces.tsx";
import { doseWords } from "./dose.ts";
import { Pages } from "./pages.tsx";
import { Pictures } from "./pictures.tsx";
import { Steps } from "./steps.tsx";

type Props = {
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly patient: string;
  readonly prescription: string;
};

export function Programme({ session, snapshot, patient, prescription }: Props) {
  const found = snapshot.patients.find(({ id }) => id === patient);
  const version = found?.prescriptions
    .filter(({ id }) => id === prescription)
    .map((one) => inForce(one, snapshot.now))[0];
  const programme = version?.programme;
  if (!found || !version || !programme)
    return (
      <>
        <Header title={t("Exercise programme")} back={linkTo.patient(patient)} />
        <Notice kind="info" title={t("The programme is not on this phone.")} />
      </>
    );
  return (
    <>
      <Header title={programme.name} back={linkTo.patient(patient)}>
        <p class="quiet">{found.name}</p>
      </Header>
      <div class="stack-wide">
        <Aim version={version} />
        {programme.items.length > 0 ? (
          <WorkThrough session={session} patient={patient} prescription={prescription} />
        ) : null}
        {programme.document ? <Pages session={session} document={programme.document} /> : null}
        {programme.items.map((item, i) => (
          <ExerciseCard key={i} session={session} item={item} place={i + 1} of={programme.items.length} />
        ))}
      </div>
    </>
  );
}

type WorkThroughProps = {
  readonly session: Session;
  readonly patient: string;
  readonly prescription: string;
};

function WorkThrough({ session, patient, prescription }: WorkThroughProps) {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    void import("../work/book.ts")
      .then(({ isHalfDone }) => isHalfDone(session.vault, prescription, deviceNow()))
      .then(setBegun, () => undefined);
  }, [prescription]);
  return (
    <a
      class="button button-main button-wide"
      href={linkTo.work(patient, prescription, null)}
      data-testid="work-through"
    >
      <Icon name="programme" /> {begun ? t("Go on with the exercises") : t("Do the exercises one by one")}
    </a>
  );
}

const Aim = ({ version }: { version: Version }) =>
  version.instruction ? <p class="card card-body">{version.instruction}</p> : null;

type CardProps = {
  readonly session: Session;
  readonly item: Item;
  readonly place: number;
  readonly of: number;
};

function ExerciseCard({ session, item, place, of }: CardProps) {
  const [exercise, setExercise] = useState<Exercise | null | "reading">("reading");
  useEffect(() => {
    readExercise(session.vault, item.exercise).then(setExercise, () => setExercise(null));
  }, [item.exercise]);
  if (exercise === "reading") return <article class="card exercise" aria-busy="true" />;
  return (
    <article class="card exercise" data-testid={`exercise-${place}`}>
      <p class="progress">{t("Exercise {place} of {of}", { place, of })}</p>
      <h2>{exercise?.name ?? t("This exercise is not on the phone yet")}</h2>
      <p class="dose" data-testid="dose">
        {doseWords(item).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      {exercise ? <Pictures exercise={exercise} /> : null}
      {item.note ? <p>{item.note}</p> : null}
      {exercise ? <How exercise={exercise} /> : null}
    </article>
  );
}

function How({ exercise }: { exercise: Exercise }) {
  return (
    <>
      <Steps exercise={exercise} />
      {exercise.easier ? (
        <p>
          <strong>{t("Too hard?")}</strong> {exercise.easier}
        </p>
      ) : null}
    </>
  );
}
