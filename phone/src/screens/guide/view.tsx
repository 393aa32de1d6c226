/** The guide: one question at a time, and always what to do and whom to reach right now. No PIN, no network. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { renewRoutines, routinesAtHand } from "../../app/routines.ts";
import type { Session } from "../../app/session.ts";
import { deviceNow } from "../../clock.ts";
import { t } from "../../i18n/t.ts";
import { newId } from "../../ids.ts";
import { advise, type Facts } from "../../rules/advice.ts";
import {
  ABOUT_AUTHORISATION,
  ABOUT_READER,
  type Pocket,
  type Question,
  type Routine,
} from "../../rules/routine.ts";
import { Header, Notice } from "../../ui/pieces.tsx";
import { addressOf, answered, before, factsOf, GUIDE, placeOf, type Place } from "./address.ts";
import { HelpdeskAnswer, HelpdeskLocked } from "./helpdesk.tsx";
import { forget, isAboutReader, readerFor, remember } from "./reader.ts";
import { keepRun } from "./runs.ts";
import { Report, REPORT } from "../trouble/report.tsx";
import { Tick } from "../trouble/ticks.tsx";
import { Troubles } from "../trouble/banner.tsx";
import { Steps } from "./steps.tsx";
import { said } from "./words.ts";

type Props = { readonly session: Session | null };

/** `session`: when the phone is unlocked; the guide needs none. */
export function Guide({ session }: Props) {
  const [pockets, setPockets] = useState<readonly Pocket[] | null>(null);
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = (): void => {
      setHash(location.hash);
      window.scrollTo(0, 0);
      setTimeout(() => document.querySelector("h1")?.focus({ preventScroll: true }));
    };
    window.addEventListener("hashchange", changed);
    const show = async (): Promise<void> => setPockets(await routinesAtHand());
    void show().then(renewRoutines).then(show);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  if (!pockets) return null;
  const place = placeOf(hash);
  const pocket = pockets.find(({ routine }) => routine.id === place.routine);
  const known = pocket?.routine.situations.some(({ id }) => id === place.situation);
  return (
    <main class="screen screen-bare" data-testid="guide">
      {hash === REPORT ? (
        <Report session={session} pockets={pockets} />
      ) : pocket && known ? (
        <Advised
          key={`${place.routine}/${place.situation}`}
          pocket={pocket}
          place={place}
          session={session}
        />
      ) : (
        <Choose pockets={pockets} session={session} />
      )}
    </main>
  );
}

/** First who one is, if that is not known: it decides what is worth asking about. */
function Choose({ pockets, session }: Props & { readonly pockets: readonly Pocket[] }) {
  const [, again] = useState(0);
  const unknown = pockets
    .map(({ routine }) => routine)
    .find((routine) => hasRole(routine) && !(ABOUT_READER.role in readerFor(routine)));
  const asked = unknown?.questions.find(({ id }) => id === ABOUT_READER.role);
  return (
    <>
      <Header title={t("What does not work?")} back="#/today" />
      <div class="stack-wide">
        <a class="button button-main button-wide" href={REPORT} data-testid="report">
          {t("Report that it does not work")}
        </a>
        <Troubles units={session?.snapshot().units.map(({ id }) => id) ?? null} now={deviceNow()} inGuide />
        {pockets.length === 0 ? <NothingAtHand /> : null}
        {asked ? (
          <Asked
            question={asked}
            onAnswer={(option) => {
              remember(asked.id, option);
              again((n) => n + 1);
            }}
          />
        ) : (
          pockets.map(({ routine }) => <Situations key={routine.id} routine={routine} />)
        )}
        {pockets.length > 0 && !asked ? (
          <button
            type="button"
            class="button button-plain"
            data-testid="another-reader"
            onClick={() => {
              forget();
              again((n) => n + 1);
            }}
          >
            {t("I am somebody else")}
          </button>
        ) : null}
      </div>
    </>
  );
}

function NothingAtHand() {
  return (
    <Notice kind="warn" title={t("The routine is not on this phone yet.")} testid="no-routine">
      {t("Open Beredd once with network. Until then: the routine hangs on paper at your workplace.")}
    </Notice>
  );
}

function Situations({ routine }: { routine: Routine }) {
  const role = readerFor(routine)[ABOUT_READER.role];
  const mine = routine.situations.filter(
    ({ audiences }) => !role || audiences.length === 0 || audiences.includes(role),
  );
  return (
    <section class="stack" aria-label={said(routine.title)}>
      <h2>{said(routine.title)}</h2>
      <ul class="stack">
        {mine.map(({ id, title }) => (
          <li key={id}>
            <a
              class="choice choice-big"
              data-testid={`situation-${id}`}
              href={addressOf({ routine: routine.id, situation: id, given: [] })}
            >
              {said(title)}
            </a>
          </li>
        ))}
      </ul>
      <Decided routine={routine} />
    </section>
  );
}

type AdvisedProps = Props & { readonly pocket: Pocket; readonly place: Place };

function Advised({ pocket, place, session }: AdvisedProps) {
  const { routine, days } = pocket;
  const [begun] = useState(() => ({ id: newId(deviceNow()), at: deviceNow() }));
  const now = useNow();
  const [reader, setReader] = useState(() => readerFor(routine));
  const facts: Facts = { ...reader, ...valid(routine, factsOf(place)) };
  const advice = advise(routine, place.situation, facts, { now, days });
  const title = routine.situations.find(({ id }) => id === place.situation)!.title;
  useEffect(() => {
    const { id: about, version } = routine;
    const { situation } = place;
    keepRun({ ...begun, routine: about, version, situation, reader, answers: factsOf(place) });
  }, [addressOf(place), reader]);

  const answer = (question: Question, option: string): void => {
    if (!isAboutReader(question.id)) {
      location.hash = addressOf(answered(place, question.id, option));
      return;
    }
    remember(question.id, option);
    setReader(readerFor(routine));
  };
  const [last] = place.given.slice(-1);
  return (
    <>
      <Header title={said(title)} back={last ? addressOf(before(place, last[0])) : GUIDE} />
      <div class="stack-wide">
        {advice.applies ? null : (
          <Notice kind="info" title={t("The routine is not meant for this.")} testid="does-not-apply">
            {t("Do this instead.")}
          </Notice>
        )}
        {advice.question ? (
          <Asked question={advice.question} onAnswer={(option) => answer(advice.question!, option)}>
            {advice.question.id !== ABOUT_AUTHORISATION ? null : session ? (
              <HelpdeskAnswer session={session} onUse={(option) => answer(advice.question!, option)} />
            ) : (
              <HelpdeskLocked />
            )}
          </Asked>
        ) : null}
        <section class="stack" data-testid="steps">
          <h2>{advice.question ? t("Do this meanwhile") : t("Do this now")}</h2>
          <Steps
            steps={advice.steps}
            now={now}
            under={(step) =>
              session ? (
                <Tick
                  session={session}
                  routine={routine}
                  role={reader[ABOUT_READER.role] ?? ""}
                  step={step}
                />
              ) : null
            }
          />
        </section>
        <a class="button button-wide" href={REPORT} data-testid="report">
          {t("Report that it does not work")}
        </a>
        <Given routine={routine} place={place} />
        <WhoReads
          routine={routine}
          reader={reader}
          onForget={() => {
            forget();
            setReader({});
          }}
        />
        <Decided routine={routine} />
      </div>
    </>
  );
}

type AskedProps = {
  readonly question: Question;
  readonly onAnswer: (option: string) => void;
  readonly children?: ComponentChildren;
};

function Asked({ question, onAnswer, children }: AskedProps) {
  return (
    <section class="card card-body stack" data-testid={`question-${question.id}`} aria-live="polite">
      <h2>{said(question.text)}</h2>
      {question.options.map(({ id, text }) => (
        <button
          key={id}
          type="button"
          class="choice choice-big"
          data-testid={`option-${id}`}
          onClick={() => onAnswer(id)}
        >
          {said(text)}
        </button>
      ))}
      {children}
    </section>
  );
}

/** What one has said, each to be changed. */
function Given({ routine, place }: { routine: Routine; place: Place }) {
  if (place.given.length === 0) return null;
  return (
    <section class="stack" aria-label={t("Your answers")}>
      <h2>{t("Your answers")}</h2>
      <ul class="stack">
        {place.given.map(([question, option]) => {
          const asked = routine.questions.find(({ id }) => id === question);
          const chosen = asked?.options.find(({ id }) => id === option);
          return asked && chosen ? (
            <li key={question} class="between">
              <span>
                <span class="quiet small">{said(asked.text)}</span>
                <br />
                {said(chosen.text)}
              </span>
              <a class="button button-small button-plain" href={addressOf(before(place, question))}>
                {t("Change")}
              </a>
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}

/** Told once, remembered on this phone. */
function WhoReads(props: { routine: Routine; reader: Facts; onForget: () => void }) {
  const told = props.routine.questions.flatMap(({ id, options }) =>
    options.filter((option) => props.reader[id] === option.id).map(({ text }) => said(text)),
  );
  if (told.length === 0) return null;
  return (
    <p class="between" data-testid="who-reads">
      <span>
        <span class="quiet small">{t("You are")}</span>
        <br />
        {told.join(" · ")}
      </span>
      <button type="button" class="button button-small button-plain" onClick={props.onForget}>
        {t("Change")}
      </button>
    </p>
  );
}

function Decided({ routine }: { routine: Routine }) {
  return (
    <p class="quiet small" data-testid="routine-version">
      {t("Version {n}, decided {day}", { n: routine.version, day: routine.decided_on })}
    </p>
  );
}

const hasRole = ({ questions }: Routine): boolean => questions.some(({ id }) => id === ABOUT_READER.role);

/** An address may be old, or written by hand. */
const valid = (routine: Routine, facts: Facts): Facts => readerFor(routine, facts);

function useNow(): number {
  const [now, setNow] = useState(deviceNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(deviceNow()), 20_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
