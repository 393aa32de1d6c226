/** "It does not work", in three taps: here, what, sent. It is kept on the phone until it can be sent, with its time. */
import { useState } from "preact/hooks";
import type { Session, Snapshot } from "../../app/session.ts";
import { useSnapshot } from "../../app/use-snapshot.ts";
import { deviceNow } from "../../clock.ts";
import { clockTime } from "../../i18n/format.ts";
import { t } from "../../i18n/t.ts";
import type { Entry } from "../../log/read.ts";
import { freshRound } from "../../look/latest.ts";
import { advise } from "../../rules/advice.ts";
import { ABOUT_READER, type Pocket } from "../../rules/routine.ts";
import { othersToo, type Sayable, type Status } from "../../rules/trouble.ts";
import { Header, Notice } from "../../ui/pieces.tsx";
import { GUIDE } from "../guide/address.ts";
import { readerFor } from "../guide/reader.ts";
import { runs } from "../guide/runs.ts";
import { Steps } from "../guide/steps.tsx";
import { fresh, REPORT_MADE, reportOf, type ReportBody } from "./saw.ts";
import { Troubles } from "./banner.tsx";
import { AskedSupport, AskSupport } from "./tickets.tsx";
import { useStatus } from "./use-status.ts";
import { sayableWord } from "./words.ts";

export const REPORT = `${GUIDE}/report`;

/** A way out into the world can always be said; the systems as the server has named them. */
const ALWAYS: readonly Sayable[] = ["launch", "phones", "wireless", "fixed"].map((kind) => ({
  kind,
  system: "",
  title: "",
}));

type Props = { readonly session: Session | null; readonly pockets: readonly Pocket[] };

export function Report({ session, pockets }: Props) {
  return (
    <>
      <Header title={t("Report that it does not work")} back={GUIDE} />
      {session ? <Unlocked session={session} pockets={pockets} /> : <Locked />}
    </>
  );
}

function Locked() {
  return (
    <div class="stack">
      <Notice kind="info" title={t("Unlock the phone first.")} testid="report-locked">
        {t(
          "Then the report goes in your name, without network too. A computer can report without signing in.",
        )}
      </Notice>
      <a class="button button-main button-wide" href="#/today">
        {t("Unlock")}
      </a>
      <a class="button button-wide" href="/lage/anmal/">
        {t("Report without signing in")}
      </a>
    </div>
  );
}

function Unlocked({ session, pockets }: Props & { session: Session }) {
  const snapshot = useSnapshot(session);
  const status = useStatus();
  const [unit, setUnit] = useState(
    snapshot.units.find(({ kind }) => kind === "care")?.id ?? snapshot.units[0]?.id,
  );
  const [sent, setSent] = useState<Entry<ReportBody> | null>(null);
  const [failed, setFailed] = useState(false);
  const entry = sent ? (snapshot.entries.find(({ seq }) => seq === sent.seq) ?? sent) : null;
  if (entry && sent)
    return (
      <Answer
        session={session}
        snapshot={snapshot}
        entry={{ ...sent, state: entry.state }}
        status={status}
        pockets={pockets}
      />
    );
  if (!unit) return <Notice kind="warn" title={t("Your units are not on this phone yet.")} />;

  const send = async (what: Sayable): Promise<void> => {
    const run = fresh(runs(), snapshot.now);
    const asked = pockets.find(({ routine }) => routine.id === run?.routine)?.routine;
    const others = run && asked ? othersToo(asked, run.answers) : null;
    const online = navigator.onLine;
    const seen = freshRound(snapshot.now);
    const given = { what, unit, snapshot, online, version: __VERSION__, runs: runs(), others, seen };
    try {
      setSent(await session.tell(REPORT_MADE, reportOf(given)));
      window.scrollTo(0, 0);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div class="stack-wide">
      {failed ? (
        <Notice kind="stop" title={t("The phone's storage did not take the report.")}>
          {t("Try again, or report at a computer.")}
        </Notice>
      ) : null}
      {snapshot.units.length > 1 ? (
        <div class="field">
          <label for="report-unit">{t("Unit")}</label>
          <select id="report-unit" value={unit} onChange={(event) => setUnit(event.currentTarget.value)}>
            {snapshot.units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <section class="stack" aria-labelledby="what">
        <h2 id="what">{t("What does not work?")}</h2>
        <p class="quiet small">{t("One tap sends it. Nothing about patients goes with it.")}</p>
        {choices(status).map((what) => (
          <button
            key={`${what.kind}:${what.system}`}
            type="button"
            class="choice choice-big"
            data-testid={`say-${what.system || what.kind}`}
            onClick={() => void send(what)}
          >
            {sayableWord(what)}
          </button>
        ))}
      </section>
      <AskedSupport session={session} snapshot={snapshot} status={status} />
    </div>
  );
}

const choices = (status: Status | null): readonly Sayable[] =>
  status && status.sayable.length > 0 ? status.sayable : ALWAYS;

type AnswerProps = {
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly entry: Entry<ReportBody>;
  readonly status: Status | null;
  readonly pockets: readonly Pocket[];
};

/** One user or one device is no disruption: another device, and whom to report to, as the routine says. */
function Answer({ session, snapshot, entry, status, pockets }: AnswerProps) {
  const { state, payload } = entry;
  const { body } = payload;
  const { now } = snapshot;
  const routine = pockets.find((one) => one.routine.id === body.guide?.routine)?.routine ?? null;
  const at = clockTime(Date.parse(body.made_at));
  const known = status?.systems.some(({ system, troubles }) => system === body.system && troubles.length > 0);
  return (
    <div class="stack-wide">
      <Notice kind="info" title={t("It is reported, {time}.", { time: at })} testid="reported">
        {state === "unsent"
          ? t("It is kept on the phone, and sent by itself when there is network.")
          : t("The server has it. When several say the same, those who handle disruptions are told.")}
      </Notice>
      <Troubles units={[body.unit]} now={now} inGuide />
      {known ? null : <Alone body={body} pockets={pockets} />}
      <AskedSupport session={session} snapshot={snapshot} status={status} />
      <AskSupport session={session} snapshot={snapshot} status={status} report={entry} routine={routine} />
      <a class="button button-wide" href={GUIDE}>
        {t("What do I do?")}
      </a>
    </div>
  );
}

function Alone({ body, pockets }: { body: ReportBody; pockets: readonly Pocket[] }) {
  const [pocket] = pockets;
  if (!pocket) return null;
  const { routine, days } = pocket;
  const employer = body.guide?.answers[ABOUT_READER.employer];
  const facts = { ...readerFor(routine), ...(employer ? { [ABOUT_READER.employer]: employer } : {}) };
  const { steps } = advise(routine, routine.scope.instead, facts, { now: deviceNow(), days });
  return (
    <section class="stack" data-testid="alone">
      <h2>{t("If it is only you or this phone")}</h2>
      <Steps steps={steps} now={deviceNow()} />
    </section>
  );
}
