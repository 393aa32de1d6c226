/** What is unsent: every event with its state, the quarantine with reasons, the phone's condition, a way out by file. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { saveOutbox } from "../../app/download.ts";
import type { Session, Snapshot } from "../../app/session.ts";
import { moment } from "../../i18n/format.ts";
import { entryWord, kindWord, outcomeWord, whyWord } from "../../i18n/labels.ts";
import { t, tn } from "../../i18n/t.ts";
import { isSignature, readOutbox, type Entry } from "../../log/read.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { Notice } from "../../ui/pieces.tsx";
import { syncWords } from "../sync-words.ts";
import { sorted } from "./state.ts";

type Props = {
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly persisted: boolean | null;
  readonly onSignInAgain: () => void;
};

export function Unsent({ session, snapshot, persisted, onSignInAgain }: Props) {
  const { unsent, refused, answered } = sorted(snapshot.entries);
  return (
    <>
      <header class="header">
        <h1 tabIndex={-1}>{t("Unsent")}</h1>
      </header>
      <div class="stack-wide">
        <Count unsent={unsent.length} carried={snapshot.carried} />
        <div class="stack">
          <p class="small" data-testid="sync-line" aria-live="polite">
            {syncWords(snapshot)}
          </p>
          <button type="button" class="button button-wide" data-testid="sync-now" onClick={session.syncNow}>
            <Icon name="refresh" /> {t("Send and fetch now")}
          </button>
          {snapshot.sync.problem?.status === 401 ? (
            <Notice
              kind="warn"
              title={t("The server does not know this phone any more.")}
              testid="not-enrolled"
            >
              {t("Sign in again with your password. What is unsent goes along.")}
              <button
                type="button"
                class="button button-wide"
                data-testid="sign-in-again"
                onClick={onSignInAgain}
              >
                {t("Sign in again")}
              </button>
            </Notice>
          ) : null}
          {unsent.length + refused.length > 0 ? <Export session={session} snapshot={snapshot} /> : null}
        </div>
        {refused.length > 0 ? (
          <section class="stack" data-testid="quarantine">
            <h2>{t("Refused by the server")}</h2>
            <p class="small">{t("These are kept here until someone has looked at them. Tell your unit.")}</p>
            <Rows session={session} entries={refused} snapshot={snapshot} />
          </section>
        ) : null}
        {unsent.length > 0 ? (
          <section class="stack" data-testid="unsent-list">
            <h2>{t("Waiting to be sent")}</h2>
            <Rows session={session} entries={unsent} snapshot={snapshot} />
          </section>
        ) : null}
        <Condition session={session} snapshot={snapshot} persisted={persisted} />
        {answered.length > 0 ? (
          <section class="stack" data-testid="answered-list">
            <h2>{t("Received by the server")}</h2>
            <Rows session={session} entries={answered} snapshot={snapshot} />
          </section>
        ) : null}
      </div>
    </>
  );
}

function Count({ unsent, carried }: { unsent: number; carried: number }) {
  return (
    <div class={unsent + carried > 0 ? "notice notice-warn" : "notice"} data-testid="unsent-count">
      <Icon name={unsent + carried > 0 ? "outbox" : "sent"} />
      <div>
        <strong>
          {unsent === 0
            ? t("Everything you have signed is with the server.")
            : tn("{n} signature is not sent.", "{n} signatures are not sent.", unsent)}
        </strong>
        {unsent > 0 ? (
          <p>
            {tn(
              "It is safe on the phone and goes by itself when there is network.",
              "They are safe on the phone and go by themselves when there is network.",
              unsent,
            )}
          </p>
        ) : null}
        {carried > 0 ? (
          <p data-testid="carried">
            {tn(
              "{n} sealed signature from an earlier sign-in goes along.",
              "{n} sealed signatures from an earlier sign-in go along.",
              carried,
            )}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Export({ session, snapshot }: { session: Session; snapshot: Snapshot }) {
  const save = async (): Promise<void> =>
    saveOutbox(session.vault.account.device, await readOutbox(session.vault.store), snapshot.now);
  return (
    <button type="button" class="button button-wide" data-testid="export" onClick={() => void save()}>
      <Icon name="download" /> {t("Save as a file")}
    </button>
  );
}

const ENTRY_ICONS: Readonly<Record<Entry["state"], IconName>> = {
  unsent: "outbox",
  taken: "sent",
  had: "sent",
  held: "question",
  refused: "alert",
};

type RowsProps = {
  readonly session: Session;
  readonly entries: readonly Entry[];
  readonly snapshot: Snapshot;
};

function Rows({ session, entries, snapshot }: RowsProps) {
  return (
    <ul class="card">
      {entries.map((entry) => (
        <li key={entry.seq} class="item" data-testid={`entry-${entry.payload.id}`} data-state={entry.state}>
          <span class="item-time">{moment(happenedAt(entry), snapshot.now)}</span>
          <span class="item-what">{nameOf(entry, snapshot)}</span>
          <span class="item-state">
            {isSignature(entry) ? <span>{outcomeWord(entry.payload.body.outcome)}</span> : null}
            <span class={`chip chip-${entry.state}`}>
              <Icon name={ENTRY_ICONS[entry.state]} />
              {entryWord(entry.state)}
            </span>
            {entry.why.length > 0 || entry.say ? (
              <span class="small">{entry.say || entry.why.map(whyWord).join(", ")}</span>
            ) : null}
          </span>
          {entry.state === "refused" ? (
            <button
              type="button"
              class="button button-small"
              data-testid="try-again"
              onClick={() => void session.tryAgain(entry.payload.id)}
            >
              {t("Try again")}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const happenedAt = (entry: Entry): number =>
  Date.parse(isSignature(entry) ? entry.payload.body.performed_at : entry.payload.recorded_at);

const nameOf = (entry: Entry, { patients }: Snapshot): string =>
  isSignature(entry)
    ? (patients.find(({ id }) => id === entry.payload.body.patient)?.name ?? t("A patient not on this phone"))
    : kindWord(entry.payload.kind);

function Condition({ session, snapshot, persisted }: Omit<Props, "onSignInAgain">) {
  const { note, now } = snapshot;
  const used = useStorageUse();
  return (
    <section class="stack" data-testid="condition">
      <h2>{t("This phone")}</h2>
      {persisted === false ? (
        <Notice
          kind="warn"
          title={t("The browser does not promise to keep the storage.")}
          testid="not-persisted"
        >
          {t("Put Beredd on the home screen and open it from there. Then the phone keeps what is unsent.")}
        </Notice>
      ) : null}
      {snapshot.unreadable > 0 ? (
        <Notice kind="warn" title={t("Some information needs a newer version of Beredd.")}>
          {t("Update the app when there is network.")}
        </Notice>
      ) : null}
      <dl class="card card-body stack small">
        <Fact name={t("Last contact with the server")}>
          {note.lastContact ? moment(note.lastContact + note.offset, now) : t("none yet")}
        </Fact>
        <Fact name={t("The data can be shown without network until")}>{moment(note.leaseUntil, now)}</Fact>
        <Fact name={t("Storage")}>
          {persisted ? t("protected by the browser") : t("not protected by the browser")}
          {used ? ` · ${used}` : ""}
        </Fact>
        <Fact name={t("Phone id")}>{session.vault.account.device.slice(0, 8)}</Fact>
        <Fact name={t("Version")}>{__VERSION__}</Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt class="quiet">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function useStorageUse(): string {
  const [used, setUsed] = useState("");
  useEffect(() => {
    navigator.storage
      ?.estimate?.()
      .then(({ usage }) => setUsed(usage ? `${(usage / 1_000_000).toFixed(1)} MB` : ""))
      .catch(() => undefined);
  }, []);
  return used;
}
