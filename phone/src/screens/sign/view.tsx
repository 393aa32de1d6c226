/** The sign sheet, at the thumb: Performed first, then partly, not performed, note and time. */
import { useEffect, useRef } from "preact/hooks";
import { linkTo } from "../../app/route.ts";
import type { Session } from "../../app/session.ts";
import { clockTime, shortDay } from "../../i18n/format.ts";
import { instant } from "../../rules/zone.ts";
import { REASON_CODES, reasonWord } from "../../i18n/labels.ts";
import { t } from "../../i18n/t.ts";
import type { SignatureEntry } from "../../log/read.ts";
import { Icon } from "../../ui/icon.tsx";
import { Notice, Sheet } from "../../ui/pieces.tsx";
import { useScreen } from "../../ui/screen.ts";
import { AlreadySigned } from "./already-signed.tsx";
import { init, update, type Effect, type Event, type Model, type Target } from "./update.ts";

type Props = {
  /** Who has signed it by now, as the data stands. */
  readonly taken: Target["taken"];
  readonly session: Session;
  readonly target: Target;
  readonly onClose: () => void;
  readonly onSigned: (entry: SignatureEntry) => void;
};

export function Sign({ session, target, taken, onClose, onSigned }: Props) {
  const [model, send] = useScreen<Model, Event, Effect>({
    init: () => init(target),
    update,
    run: (effect, back) => {
      session.sign(effect.body).then(onSigned, () => back({ type: "write_failed" }));
    },
  });
  useEffect(() => {
    if (taken && !target.taken && model.step !== "saving") send({ type: "taken", taken });
  }, [taken?.at, taken?.who]);
  const now = session.snapshot().now;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [model.step, model.agreed]);
  return (
    <Sheet title={target.intervention} onClose={onClose}>
      <div>
        <h2 ref={title} tabIndex={-1}>
          {target.patientName}
        </h2>
        <p>
          {target.intervention}
          {target.when ? <span class="quiet"> · {target.when}</span> : null}
        </p>
      </div>
      {model.failed ? (
        <Notice kind="stop" title={t("The phone could not save. Nothing is signed.")} testid="sign-failed">
          {t("Try again. If it happens again: write it down and tell your unit.")}
        </Notice>
      ) : null}
      {body(model, send, now, onClose)}
      <button type="button" class="button button-plain" data-testid="sign-cancel" onClick={onClose}>
        {t("Cancel")}
      </button>
    </Sheet>
  );
}

type Send = (event: Event) => void;

function body(model: Model, send: Send, now: number, onClose: () => void) {
  if (!model.agreed) return <Taken model={model} send={send} now={now} />;
  if (model.step === "not_performed") return <Reasons model={model} send={send} now={now} />;
  return <Outcomes model={model} send={send} now={now} onClose={onClose} />;
}

type PartProps = { readonly model: Model; readonly send: Send; readonly now: number };

function Taken({ model, send }: PartProps) {
  return (
    <>
      <AlreadySigned taken={model.target.taken!} />
      <button
        type="button"
        class="button button-wide"
        data-testid="sign-anyway"
        onClick={() => send({ type: "agreed" })}
      >
        {t("Sign anyway")}
      </button>
    </>
  );
}

function Outcomes({ model, send, now, onClose }: PartProps & { onClose: () => void }) {
  const busy = model.step === "saving";
  const { target } = model;
  return (
    <>
      {target.delegationMissing ? <DelegationWarning /> : null}
      <button
        type="button"
        class="choice choice-big choice-done"
        data-testid="sign-performed"
        disabled={busy}
        onClick={() => send({ type: "chosen", outcome: "performed", at: now })}
      >
        <Icon name="check" /> {t("Performed")}
      </button>
      <button
        type="button"
        class="choice choice-part"
        data-testid="sign-partly"
        disabled={busy}
        onClick={() => send({ type: "chosen", outcome: "partly", at: now })}
      >
        <Icon name="half" /> {t("Partly performed")}
      </button>
      <button
        type="button"
        class="choice choice-not"
        data-testid="sign-not-performed"
        disabled={busy}
        onClick={() => send({ type: "not_performed" })}
      >
        <Icon name="cross" /> {t("Not performed …")}
      </button>
      {target.exercises && target.corrects === null ? (
        <a
          class="choice"
          data-testid="sign-work-through"
          href={linkTo.work(target.patient, target.prescription, target.occurrence)}
          onClick={onClose}
        >
          <Icon name="programme" /> {t("Do the exercises one by one")}
        </a>
      ) : null}
      {target.corrects ? (
        <button
          type="button"
          class="choice"
          data-testid="sign-void"
          disabled={busy}
          onClick={() => send({ type: "chosen", outcome: "void", at: now })}
        >
          <Icon name="back" /> {t("Signed by mistake: take it back")}
        </button>
      ) : null}
      <More model={model} send={send} now={now} />
    </>
  );
}

function Reasons({ model, send, now }: PartProps) {
  return (
    <>
      <h3>{t("Why was it not performed?")}</h3>
      <ul class="stack reasons">
        {REASON_CODES.map((reason) => (
          <li key={reason}>
            <button
              type="button"
              class="choice"
              data-testid={`reason-${reason}`}
              onClick={() => send({ type: "reason", reason, at: now })}
            >
              {reasonWord(reason)}
            </button>
          </li>
        ))}
      </ul>
      <More model={model} send={send} now={now} />
      <button type="button" class="button" onClick={() => send({ type: "back" })}>
        {t("Back")}
      </button>
    </>
  );
}

function More({ model, send, now }: PartProps) {
  if (!model.more) {
    return (
      <button
        type="button"
        class="button button-plain button-small"
        data-testid="sign-more"
        aria-expanded="false"
        onClick={() => send({ type: "more" })}
      >
        {t("Change time or add a note")}
      </button>
    );
  }
  return (
    <div class="stack">
      <div class="field">
        <label for="performed-at">
          {t("Done at")}
          {model.target.past ? (
            <span class="quiet"> · {shortDay(instant(model.target.past.day, "12:00"))}</span>
          ) : null}
        </label>
        <input
          id="performed-at"
          data-testid="sign-time"
          type="time"
          value={model.time || clockTime(now)}
          onInput={(event) => send({ type: "time", text: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for="note">{t("Note (what the next person needs to know)")}</label>
        <textarea
          id="note"
          data-testid="sign-note"
          maxLength={500}
          value={model.note}
          onInput={(event) => send({ type: "note", text: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

export function DelegationWarning() {
  return (
    <Notice kind="warn" title={t("You have no valid delegation for this.")} testid="delegation-warning">
      {t("Talk to the person who prescribed. If it was done, sign it anyway: it will be reviewed.")}
    </Notice>
  );
}
