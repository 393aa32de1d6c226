/** One exercise of the programme: the picture first, the dose, what to ask and how to do it, and what was done. */
import { useEffect, useRef, useState } from "preact/hooks";
import { deviceNow } from "../../clock.ts";
import type { Exercise, Item } from "../../contract/docs.ts";
import { t } from "../../i18n/t.ts";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/pieces.tsx";
import { doseWords } from "../programme/dose.ts";
import { Pictures } from "../programme/pictures.tsx";
import { Steps } from "../programme/steps.tsx";
import { askedOf, doneIn, isWhole, type Part } from "./asked.ts";
import { chooseSound, wantsSound } from "./awake.ts";
import type { Model } from "./update.ts";
import type { Send } from "./view.tsx";
import { amountWords, setWords, SKIP_CODES, skipWord } from "./words.ts";
import { partAt } from "./work.ts";

type Props = { readonly model: Model; readonly send: Send; readonly exercise: Exercise | null };

export function ExerciseStep({ model, send, exercise }: Props) {
  const { work, items } = model;
  const item = items[work.place]!;
  const part = partAt(work, work.place);
  return (
    <article class="work-exercise" data-testid={`work-${work.place + 1}`}>
      <p class="dose" data-testid="dose">
        {doseWords(item).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      {exercise ? <Pictures exercise={exercise} /> : null}
      {item.note ? <p>{item.note}</p> : null}
      {exercise ? <Told exercise={exercise} /> : null}
      {exercise ? <Variants exercise={exercise} part={part} send={send} /> : null}
      {item.seconds ? <Sound /> : null}
      <Done item={item} part={part} send={send} />
      <Skip model={model} part={part} send={send} />
    </article>
  );
}

function Told({ exercise }: { exercise: Exercise }) {
  const questions = exercise.ask_first ?? [];
  return (
    <>
      {questions.length > 0 ? (
        <Notice kind="info" title={t("Ask first")} testid="ask-first">
          <ul>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
          <p class="small">{t("Are you unsure? Skip it, and ask the person who prescribed.")}</p>
        </Notice>
      ) : null}
      <Steps exercise={exercise} />
    </>
  );
}

/** As it is written in the library; which one was used goes with the signature. */
function Variants({ exercise, part, send }: { exercise: Exercise; part: Part; send: Send }) {
  const ways = [
    { way: "easier", text: exercise.easier, word: t("Easier") },
    { way: "harder", text: exercise.harder, word: t("Harder") },
  ] as const;
  const told = ways.filter(({ text }) => text);
  if (told.length === 0) return null;
  const choice = (way: Part["variant"], word: string, text: string) => (
    <label class="work-choice" key={word}>
      <input
        type="radio"
        name="variant"
        checked={part.variant === way}
        data-testid={`variant-${way ?? "prescribed"}`}
        onChange={() => send({ type: "variant", variant: way, at: deviceNow() })}
      />
      <span>
        <strong>{word}</strong>
        {text ? <span class="quiet"> {text}</span> : null}
      </span>
    </label>
  );
  return (
    <details class="card work-fold" open={part.variant !== null}>
      <summary>{t("Too hard or too easy?")}</summary>
      <fieldset class="stack">
        <legend class="hidden">{t("Which way was it done?")}</legend>
        {choice(null, t("As it was prescribed"), "")}
        {told.map(({ way, word, text }) => choice(way, word, text ?? ""))}
      </fieldset>
    </details>
  );
}

function Sound() {
  const [wanted, setWanted] = useState(wantsSound);
  return (
    <label class="work-choice">
      <input
        type="checkbox"
        checked={wanted}
        data-testid="sound"
        onChange={(event) => {
          chooseSound(event.currentTarget.checked);
          setWanted(event.currentTarget.checked);
        }}
      />
      <span>{t("A sound when the time is over")}</span>
    </label>
  );
}

function Done({ item, part, send }: { item: Item; part: Part; send: Send }) {
  const asked = askedOf(item);
  const step = asked.unit === "seconds" ? 5 : 1;
  const adjust = (set: number, amount: number): void =>
    send({ type: "adjust", set, amount, at: deviceNow() });
  return (
    <section class="card work-done" aria-label={t("What was done")}>
      <h2>{t("What was done")}</h2>
      {part.skipped !== null ? (
        <p data-testid="skipped">{t("Skipped: {why}", { why: skipWord(part.skipped) })}</p>
      ) : null}
      <ul class="stack">
        {Array.from({ length: asked.sets }, (_, set) => {
          const done = doneIn(part, set);
          const name = asked.sets > 1 ? setWords(set, asked) : t("This exercise");
          return (
            <li key={set} class="work-set" data-testid={`set-${set + 1}`}>
              <span>
                {asked.sets > 1 ? <strong>{name}</strong> : null} <span>{amountWords(done, asked)}</span>
              </span>
              <button
                type="button"
                class="work-step"
                aria-label={t("Fewer: {what}", { what: name })}
                data-testid="fewer"
                disabled={done === 0}
                onClick={() => adjust(set, done - step)}
              >
                −
              </button>
              <button
                type="button"
                class="work-step"
                aria-label={t("More: {what}", { what: name })}
                data-testid="more"
                onClick={() => adjust(set, done + step)}
              >
                +
              </button>
            </li>
          );
        })}
      </ul>
      {isWhole(part, asked) ? null : (
        <button
          type="button"
          class="button button-wide"
          data-testid="all-done"
          onClick={() => send({ type: "all_done", at: deviceNow() })}
        >
          <Icon name="check" /> {t("All of it was done")}
        </button>
      )}
    </section>
  );
}

function Skip({ model, part, send }: { model: Model; part: Part; send: Send }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (model.skipping) title.current?.focus();
  }, [model.skipping]);
  if (!model.skipping)
    return part.skipped !== null ? null : (
      <button
        type="button"
        class="button button-plain"
        data-testid="skip"
        onClick={() => send({ type: "ask_skip", at: deviceNow() })}
      >
        {t("Skip this exercise …")}
      </button>
    );
  return (
    <section class="stack">
      <h2 ref={title} tabIndex={-1}>
        {t("Why is it skipped?")}
      </h2>
      <ul class="stack reasons">
        {SKIP_CODES.map((reason) => (
          <li key={reason}>
            <button
              type="button"
              class="choice"
              data-testid={`skip-${reason}`}
              onClick={() => send({ type: "skip", reason, at: deviceNow() })}
            >
              {skipWord(reason)}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => send({ type: "cancel_skip", at: deviceNow() })}>
        {t("Do not skip")}
      </button>
    </section>
  );
}
