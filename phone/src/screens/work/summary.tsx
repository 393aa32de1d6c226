/** What was done, what it amounts to, and the signature. What is suggested is only a beginning: the performer says. */
import { deviceNow } from "../../clock.ts";
import type { Exercise } from "../../contract/docs.ts";
import { outcomeWord, REASON_CODES, reasonWord } from "../../i18n/labels.ts";
import { t } from "../../i18n/t.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { Notice } from "../../ui/pieces.tsx";
import { AlreadySigned } from "../sign/already-signed.tsx";
import type { Target } from "../sign/update.ts";
import { DelegationWarning } from "../sign/view.tsx";
import { askedOf, isTouched, isWhole } from "./asked.ts";
import { Bar, Previous } from "./bar.tsx";
import { canSign, outcomeOf, type Model } from "./update.ts";
import type { Send } from "./view.tsx";
import { doneWords } from "./words.ts";
import { partAt, suggested } from "./work.ts";

type Props = {
  readonly model: Model;
  readonly send: Send;
  readonly target: Target;
  readonly exercises: ReadonlyMap<string, Exercise>;
  /** The clock, corrected by what the server last said: what is signed is signed by it. */
  readonly now: number;
};

const OUTCOMES = [
  ["performed", "check"],
  ["partly", "half"],
  ["not_performed", "cross"],
] as const satisfies readonly (readonly [string, IconName])[];

export function Summary({ model, send, target, exercises, now }: Props) {
  const { work, items } = model;
  return (
    <>
      <div class="stack-wide work-summary">
        {model.failed ? (
          <Notice kind="stop" title={t("The phone could not save. Nothing is signed.")} testid="sign-failed">
            {t("Try again. If it happens again: write it down and tell your unit.")}
          </Notice>
        ) : null}
        {target.taken ? <AlreadySigned taken={target.taken} /> : null}
        {target.delegationMissing ? <DelegationWarning /> : null}
        <ul class="card" data-testid="worked">
          {items.map((item, place) => {
            const part = partAt(work, place);
            const icon = isWhole(part, askedOf(item)) ? "check" : isTouched(part) ? "half" : "cross";
            return (
              <li key={place}>
                <button
                  type="button"
                  class="work-line"
                  data-testid={`worked-${place + 1}`}
                  onClick={() => send({ type: "go", place, at: deviceNow() })}
                >
                  <Icon name={icon} />
                  <span>
                    <strong>
                      {exercises.get(item.exercise)?.name ?? t("Exercise {place}", { place: place + 1 })}
                    </strong>
                    <span class="quiet">{doneWords(part, item)}</span>
                  </span>
                  <Icon name="chevron" />
                </button>
              </li>
            );
          })}
        </ul>
        <Felt model={model} />
        <Outcome model={model} send={send} />
      </div>
      <Bar>
        <div class="work-ways">
          <Previous model={model} send={send} />
          <button
            type="button"
            class="button button-main"
            data-testid="work-sign"
            disabled={model.saving || !canSign(model)}
            onClick={() => send({ type: "sign", at: now })}
          >
            <Icon name="check" />
            {target.taken ? t("Sign anyway") : t("Sign")}
          </button>
        </div>
      </Bar>
    </>
  );
}

function Felt({ model }: { model: Model }) {
  const { pain, effort, note } = model.work;
  const said = (value: number | null): string =>
    value === null ? t("No answer") : t("{n} of 10", { n: value });
  return (
    <dl class="work-felt">
      <div>
        <dt>{t("Pain")}</dt>
        <dd>{said(pain)}</dd>
      </div>
      <div>
        <dt>{t("Effort")}</dt>
        <dd>{said(effort)}</dd>
      </div>
      {note.trim() ? (
        <div>
          <dt>{t("Note")}</dt>
          <dd>{note}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function Outcome({ model, send }: { model: Model; send: Send }) {
  const chosen = outcomeOf(model);
  const hint = suggested(model.work, model.items);
  return (
    <fieldset class="stack">
      <legend class="label">{t("What is signed")}</legend>
      {OUTCOMES.map(([outcome, icon]) => (
        <label key={outcome} class="work-choice">
          <input
            type="radio"
            name="outcome"
            checked={chosen === outcome}
            data-testid={`outcome-${outcome}`}
            onChange={() => send({ type: "outcome", outcome, at: deviceNow() })}
          />
          <Icon name={icon} />
          <span>
            <strong>{outcomeWord(outcome)}</strong>
            {hint === outcome ? <span class="quiet"> {t("as it was counted")}</span> : null}
          </span>
        </label>
      ))}
      {chosen === "not_performed" ? (
        <div class="field">
          <label for="work-reason">{t("Why was it not performed?")}</label>
          <select
            id="work-reason"
            data-testid="work-reason"
            value={model.reason ?? ""}
            onChange={(event) => send({ type: "reason", reason: event.currentTarget.value, at: deviceNow() })}
          >
            <option value="" disabled>
              {t("Choose why")}
            </option>
            {REASON_CODES.map((reason) => (
              <option key={reason} value={reason}>
                {reasonWord(reason)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
    </fieldset>
  );
}
