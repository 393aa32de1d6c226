/** How it felt: pain and effort on the same simple scale, as the patient says, and only if asked. */
import { deviceNow } from "../../clock.ts";
import { t } from "../../i18n/t.ts";
import { Ways } from "./bar.tsx";
import type { Model } from "./update.ts";
import type { Send } from "./view.tsx";

type Props = { readonly model: Model; readonly send: Send };

export function Feel({ model, send }: Props) {
  const { work } = model;
  return (
    <>
      <div class="stack-wide work-feel">
        <p>{t("Ask the patient. Whoever does not want to answer need not.")}</p>
        <Scale
          title={t("Pain during the exercises")}
          none={t("no pain")}
          most={t("the worst imaginable")}
          name="pain"
          value={work.pain}
          send={send}
        />
        <Scale
          title={t("How hard was it?")}
          none={t("not hard at all")}
          most={t("as hard as can be")}
          name="effort"
          value={work.effort}
          send={send}
        />
        <div class="field">
          <label for="work-note">{t("Note (what the next person needs to know)")}</label>
          <textarea
            id="work-note"
            data-testid="work-note"
            maxLength={500}
            value={work.note}
            onInput={(event) => send({ type: "note", text: event.currentTarget.value, at: deviceNow() })}
          />
        </div>
      </div>
      <Ways model={model} send={send} ready />
    </>
  );
}

type ScaleProps = {
  readonly title: string;
  readonly none: string;
  readonly most: string;
  readonly name: "pain" | "effort";
  readonly value: number | null;
  readonly send: Send;
};

const STEPS = Array.from({ length: 11 }, (_, step) => step);

function Scale({ title, none, most, name, value, send }: ScaleProps) {
  const choose = (chosen: number | null): void =>
    send({ type: "scale", scale: name, value: chosen, at: deviceNow() });
  return (
    <fieldset class="work-scale" data-testid={`scale-${name}`}>
      <legend>{title}</legend>
      <p class="quiet small" id={`${name}-ends`}>
        {t("0 is {none}, 10 is {most}", { none, most })}
      </p>
      <div class="work-steps">
        {STEPS.map((step) => (
          <label key={step}>
            <input
              type="radio"
              name={name}
              checked={value === step}
              aria-describedby={`${name}-ends`}
              data-testid={`${name}-${step}`}
              onChange={() => choose(step)}
            />
            <span>{step}</span>
          </label>
        ))}
        <label class="work-unasked">
          <input type="radio" name={name} checked={value === null} onChange={() => choose(null)} />
          <span>{t("No answer")}</span>
        </label>
      </div>
    </fieldset>
  );
}
