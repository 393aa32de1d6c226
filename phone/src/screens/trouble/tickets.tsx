/** Asking somebody's support: what to say, whom to ring, sent with a tap; and the case number noted back. */
import { useState } from "preact/hooks";
import type { Session, Snapshot } from "../../app/session.ts";
import { moment } from "../../i18n/format.ts";
import { t } from "../../i18n/t.ts";
import type { Entry } from "../../log/read.ts";
import type { Routine } from "../../rules/routine.ts";
import type { Status, Support } from "../../rules/trouble.ts";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/pieces.tsx";
import type { ReportBody } from "./saw.ts";
import { askedLately, isAsked, TICKET, wordsOf, type Asked, type TicketBody, type Words } from "./ticket.ts";
import { sayableWord } from "./words.ts";

type Props = { readonly session: Session; readonly snapshot: Snapshot; readonly status: Status | null };
type AskProps = Props & { readonly report: Entry<ReportBody>; readonly routine: Routine | null };

/** Nothing when the municipality has not said who takes tickets. */
export function AskSupport({ session, snapshot, status, report, routine }: AskProps) {
  const [failed, setFailed] = useState(false);
  const supports = status?.supports ?? [];
  const { body, id } = report.payload;
  if (supports.length === 0) return null;
  const unit = snapshot.units.find((one) => one.id === body.unit)?.name ?? "";
  const who = [snapshot.me?.name, snapshot.me?.title].filter(Boolean).join(", ");
  const what = sayableWord({ kind: body.kind, system: body.system, title: titleOf(status, body.system) });
  const words = wordsOf({ report: body, id, what, unit, who, routine });
  const left = supports.filter(({ key }) => !isAsked(snapshot.entries, key, words));
  const ask = async ({ key }: Support, read_aloud: boolean): Promise<void> => {
    const { system } = body;
    setFailed(false);
    const said = { ...about(snapshot, body.unit), ticket: null, number: "", portal: key, system };
    await session.tell<TicketBody>(TICKET, { ...said, ...words, read_aloud }).catch(() => setFailed(true));
  };
  return (
    <section class="stack" data-testid="ask-support" aria-labelledby="ask">
      <h2 id="ask">{t("Ask support")}</h2>
      <Aloud words={words} />
      <ul class="stack">
        {left.map((one) => (
          <li key={one.key} class="card card-body stack" data-testid={`support-${one.key}`}>
            <strong>{one.title}</strong>
            {one.phone ? <Call number={one.phone} /> : null}
            {one.written ? (
              <button
                type="button"
                class="button button-wide"
                data-testid="send"
                onClick={() => void ask(one, false)}
              >
                <Icon name="outbox" /> {t("Send the ticket")}
              </button>
            ) : null}
            <button
              type="button"
              class="button button-wide"
              data-testid="aloud"
              onClick={() => void ask(one, true)}
            >
              <Icon name="check" /> {t("I have read it aloud")}
            </button>
          </li>
        ))}
      </ul>
      {failed ? <p role="alert">{t("The phone's storage did not take it. Try again.")}</p> : null}
    </section>
  );
}

function Aloud({ words }: { readonly words: Words }) {
  return (
    <div class="card card-body stack" data-testid="ticket-words">
      <p class="quiet small">{t("Read this aloud when you ring. Nothing about patients is in it.")}</p>
      {words.text.split("\n").map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

const Call = ({ number }: { readonly number: string }) => (
  <a class="button button-main button-wide" href={`tel:${number.replace(/[^+\d]/g, "")}`} data-testid="call">
    <Icon name="phone" /> {t("Call {number}", { number })}
  </a>
);

/** What has been asked from this phone lately: how it stands, and where the case number is noted. */
export function AskedSupport({ session, snapshot, status }: Props) {
  const asked = askedLately(snapshot.entries, snapshot.now);
  if (asked.length === 0) return null;
  return (
    <section class="stack" data-testid="asked-support" aria-labelledby="asked">
      <h2 id="asked">{t("Your tickets to support")}</h2>
      {asked.map((one) => (
        <One key={one.entry.seq} asked={one} session={session} snapshot={snapshot} status={status} />
      ))}
    </section>
  );
}

function One({ asked, session, snapshot, status }: Props & { readonly asked: Asked }) {
  const { entry, number } = asked;
  const { body, id } = entry.payload;
  const [written, setWritten] = useState("");
  const [failed, setFailed] = useState(false);
  const support = status?.supports.find(({ key }) => key === body.portal);
  const at = moment(Date.parse(body.made_at), snapshot.now);
  const note = async (): Promise<void> => {
    const { portal, system } = body;
    const said = { ...about(snapshot, body.unit), ticket: id, number: written.trim(), portal, system };
    setFailed(false);
    await session
      .tell<TicketBody>(TICKET, { ...said, subject: "", text: "", read_aloud: body.read_aloud })
      .then(() => setWritten(""))
      .catch(() => setFailed(true));
  };
  return (
    <div class="card card-body stack" data-testid="asked">
      <p>
        <strong>{support?.title ?? body.portal}</strong>
        <br />
        <span class="quiet small">
          {body.subject} · {at}
        </span>
      </p>
      {entry.state === "held" || entry.state === "refused" ? (
        <Notice kind="warn" title={t("Support has not had the ticket.")} testid="asked-held">
          {entry.say}
        </Notice>
      ) : (
        <>
          <p data-testid={`asked-${entry.state}`}>{stateOf(entry)}</p>
          {number ? (
            <p data-testid="asked-number">
              <strong>{t("Case number: {number}", { number })}</strong>
            </p>
          ) : null}
          <div class="field">
            <label for={`number-${id}`}>
              {number ? t("Another case number") : t("Case number from support")}
            </label>
            <input
              id={`number-${id}`}
              maxLength={60}
              value={written}
              onInput={(event) => setWritten(event.currentTarget.value)}
            />
          </div>
          <button
            type="button"
            class="button button-wide"
            disabled={written.trim() === ""}
            data-testid="note-number"
            onClick={() => void note()}
          >
            {t("Note the number")}
          </button>
        </>
      )}
      {failed ? <p role="alert">{t("The phone's storage did not take it. Try again.")}</p> : null}
    </div>
  );
}

function stateOf({ state, payload: { body } }: Entry<TicketBody>): string {
  if (body.read_aloud) return t("Read aloud on the telephone.");
  return state === "unsent"
    ? t("The ticket is kept on the phone, and sent by itself when there is network.")
    : t("The server has it and sends it on.");
}

const about = ({ now }: Snapshot, unit: string) => ({ unit, made_at: new Date(now).toISOString() });

const titleOf = (status: Status | null, system: string): string =>
  system ? (status?.systems.find((one) => one.system === system)?.title ?? system) : "";
