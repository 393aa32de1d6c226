/** The steps of an advice, each with whom to reach at this moment, to be called with a tap. */
import type { ComponentChildren } from "preact";
import { moment } from "../../i18n/format.ts";
import { t } from "../../i18n/t.ts";
import type { AdvisedStep } from "../../rules/advice.ts";
import type { Reached } from "../../rules/contacts.ts";
import { Icon } from "../../ui/icon.tsx";
import { said } from "./words.ts";

type StepsProps = {
  readonly steps: readonly AdvisedStep[];
  readonly now: number;
  /** What stands under a step, by its id. */
  readonly under?: (step: string) => ComponentChildren;
};

export function Steps({ steps, now, under }: StepsProps) {
  return (
    <ol class="stack steps">
      {steps.map(({ step, reach }, index) => (
        <li key={step.id} class="card card-body stack" data-testid={`step-${step.id}`}>
          <p class="step">
            <span class="step-number" aria-hidden="true">
              {index + 1}
            </span>
            <span>{said(step.text)}</span>
          </p>
          {step.decides ? (
            <p class="quiet small">{t("Decided by {who}", { who: said(step.decides) })}</p>
          ) : null}
          {reach.map((one) => (
            <Whom key={one.contact.id} reached={one} now={now} />
          ))}
          {under?.(step.id)}
        </li>
      ))}
    </ol>
  );
}

function Whom({ reached, now }: { reached: Reached; now: number }) {
  const { contact, open, openUntil, opensAt, instead } = reached;
  const name = said(contact.name);
  return (
    <div class="stack whom" data-testid={`reach-${contact.id}`}>
      {open ? (
        <>
          <p>
            <strong>{name}</strong>
            {openUntil === null ? null : (
              <span class="quiet"> · {t("open until {time}", { time: moment(openUntil, now) })}</span>
            )}
          </p>
          {contact.phone ? (
            <a
              class="button button-main button-wide"
              href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}
              data-testid="call"
            >
              <Icon name="phone" /> {t("Call {number}", { number: contact.phone })}
            </a>
          ) : null}
          {contact.mail ? (
            <a class="button button-wide" href={`mailto:${contact.mail}`}>
              {contact.mail}
            </a>
          ) : null}
          {contact.portal ? <Portal address={contact.portal} /> : null}
        </>
      ) : (
        <>
          <p>
            <strong>{name}</strong>{" "}
            <span class="quiet">
              {opensAt === null
                ? t("Closed until further notice.")
                : t("Closed. Opens {time}.", { time: moment(opensAt, now) })}
            </span>
          </p>
          {instead ? (
            <>
              <p>{t("Until then, turn to:")}</p>
              <Whom reached={instead} now={now} />
            </>
          ) : null}
        </>
      )}
    </div>
  );
}

function Portal({ address }: { address: string }) {
  if (!/^https?:\/\//.test(address)) return <p>{address}</p>;
  return (
    <a class="button button-wide" href={address} target="_blank" rel="noreferrer">
      {address.replace(/^https?:\/\//, "")}
    </a>
  );
}
