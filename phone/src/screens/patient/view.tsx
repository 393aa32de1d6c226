/** One patient: who and where, what is planned, what was done, and the programme. */
import { useMemo } from "preact/hooks";
import { hasDelegation, planPatient, type Line, type PatientPlan, type Shown } from "../../app/plan.ts";
import { linkTo } from "../../app/route.ts";
import type { Session, Snapshot } from "../../app/session.ts";
import type { Patient as PatientDoc, Prescription, Version } from "../../contract/docs.ts";
import { clockTime, dayEnd, dayStart, shortDay } from "../../i18n/format.ts";
import { entryWord, outcomeWord, reasonWord } from "../../i18n/labels.ts";
import { t, tn } from "../../i18n/t.ts";
import { SayCoverage } from "../../stay/say.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Header, Notice, StateChip } from "../../ui/pieces.tsx";
import { LineRow } from "../lines.tsx";
import { jobCount } from "../paper/told.ts";
import type { Asked } from "../sign/target.ts";
import { DelegationWarning } from "../sign/view.tsx";
import { scheduleWords } from "./schedule-words.ts";

type Props = {
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly id: string;
  readonly onSign: (asked: Asked) => void;
};

export function Patient({ session, snapshot, id, onSign }: Props) {
  const patient = snapshot.patients.find((one) => one.id === id);
  if (!patient) return <Gone />;
  return <Page session={session} snapshot={snapshot} patient={patient} onSign={onSign} />;
}

function Gone() {
  return (
    <>
      <Header title={t("Patient")} back={linkTo.today} />
      <Notice kind="info" title={t("The patient is not on this phone.")}>
        {t("The patient may have moved to another unit. What you have signed is kept.")}
      </Notice>
    </>
  );
}

function Page({ session, snapshot, patient, onSign }: Omit<Props, "id"> & { patient: PatientDoc }) {
  const minute = Math.floor(snapshot.now / 60_000);
  const plan = useMemo(() => planPatient(snapshot, patient), [patient, snapshot.entries, minute]);
  const start = dayStart(snapshot.now);
  const upcoming = plan.lines.filter((line) => line.dueBy >= start && line.opens < dayEnd(snapshot.now));
  const missed = plan.lines.filter((line) => line.dueBy < start && line.state === "unaccounted");
  const later = plan.lines.filter((line) => line.opens >= dayEnd(snapshot.now));
  const rows = (lines: readonly Line[], day = false) =>
    lines.map((line) => (
      <LineRow
        key={line.key}
        line={line}
        now={snapshot.now}
        day={day}
        again
        onSign={() => onSign({ patient, line })}
      />
    ));
  return (
    <>
      <Header title={patient.name} back={linkTo.today} />
      <div class="stack-wide">
        <Who patient={patient} />
        <PaperLink snapshot={snapshot} patient={patient} />
        <section class="stack">
          <h2>{t("Today")}</h2>
          {upcoming.length > 0 ? (
            <div class="card">{rows(upcoming)}</div>
          ) : (
            <p class="quiet">{t("Nothing is planned today.")}</p>
          )}
        </section>
        {missed.length > 0 ? (
          <section class="stack" data-testid="missed">
            <h2>{t("Not signed in recent days")}</h2>
            <div class="card">{rows(missed, true)}</div>
          </section>
        ) : null}
        <Prescriptions snapshot={snapshot} patient={patient} plan={plan} onSign={onSign} />
        <SayCoverage session={session} snapshot={snapshot} patient={patient} />
        {later.length > 0 ? (
          <section class="stack">
            <h2>{t("Coming days")}</h2>
            <div class="card">
              {later.map((line) => (
                <LineRow key={line.key} line={line} now={snapshot.now} day onSign={null} />
              ))}
            </div>
          </section>
        ) : null}
        <History snapshot={snapshot} patient={patient} plan={plan} onSign={onSign} />
      </div>
    </>
  );
}

function Who({ patient }: { patient: PatientDoc }) {
  return (
    <div class="card card-body facts" data-testid="patient-who">
      <div>
        <Icon name="user" />
        <span>{identityWords(patient.identity) || t("No personal identity number")}</span>
      </div>
      {patient.protected ? (
        <Notice kind="warn" title={t("Protected identity")} testid="protected">
          {t("The address is not shown here. Ask your unit.")}
        </Notice>
      ) : (
        <>
          {patient.address ? (
            <div>
              <Icon name="pin" />
              <span>
                {patient.address}
                {patient.door_note ? <span class="quiet"> · {patient.door_note}</span> : null}
              </span>
            </div>
          ) : null}
          {patient.phone ? (
            <div>
              <Icon name="phone" />
              <a href={`tel:${patient.phone}`}>{patient.phone}</a>
            </div>
          ) : null}
        </>
      )}
    </div>
  );
}

/** Only where there is something to see, or somebody has said something of paper. */
function PaperLink({ snapshot, patient }: { snapshot: Snapshot; patient: PatientDoc }) {
  const { paper } = patient;
  if (!paper || (paper.sheets.length === 0 && paper.wanted)) return null;
  const todo = jobCount(patient, snapshot.entries);
  return (
    <a class="button button-wide" href={linkTo.paper(patient.id)} data-testid="open-paper">
      <Icon name="copy" /> {t("Paper at home")}
      {todo > 0 ? ` (${tn("{n} thing to do", "{n} things to do", todo)})` : ""}
    </a>
  );
}

/** 194001022385 is read as 19400102-2385; a reserve number stands as it is. */
const identityWords = (identity: string | null | undefined): string =>
  (identity ?? "").replace(/^(\d{8})(\d{4})$/, "$1-$2");

type PlanProps = {
  readonly snapshot: Snapshot;
  readonly patient: PatientDoc;
  readonly plan: PatientPlan;
  readonly onSign: Props["onSign"];
};

function Prescriptions({ snapshot, patient, plan, onSign }: PlanProps) {
  return (
    <section class="stack">
      <h2>{t("Prescriptions")}</h2>
      {plan.current.length === 0 ? <p class="quiet">{t("No prescription is in force.")}</p> : null}
      {plan.current.map(({ prescription, version }) => (
        <PrescriptionCard
          key={prescription.id}
          patient={patient}
          prescription={prescription}
          version={version}
          allowed={hasDelegation(snapshot, patient, version)}
          onSign={onSign}
        />
      ))}
    </section>
  );
}

type CardProps = {
  readonly patient: PatientDoc;
  readonly prescription: Prescription;
  readonly version: Version;
  readonly allowed: boolean;
  readonly onSign: Props["onSign"];
};

function PrescriptionCard({ patient, prescription, version, allowed, onSign }: CardProps) {
  const by = version.prescribed_by;
  return (
    <article class="card card-body stack" data-testid={`prescription-${prescription.id}`}>
      <div>
        <h3>{version.intervention}</h3>
        <p class="quiet">{scheduleWords(version)}</p>
      </div>
      {version.instruction ? <p>{version.instruction}</p> : null}
      {allowed ? null : <DelegationWarning />}
      <IfNot version={version} />
      {version.programme ? (
        <a
          class="button button-wide"
          href={linkTo.programme(patient.id, prescription.id)}
          data-testid="open-programme"
        >
          <Icon name="programme" /> {version.programme.name}
        </a>
      ) : null}
      {version.schedule.form === "as_needed" ? (
        <button
          type="button"
          class="button button-main button-wide"
          data-testid="sign-as-needed"
          onClick={() => onSign({ patient, prescription: prescription.id, version })}
        >
          {t("Sign")}
        </button>
      ) : null}
      {by ? (
        <p class="quiet small">
          {t("Prescribed by {name}, {title}", { name: by.name, title: by.title ?? "" })}
          {by.phone ? (
            <>
              {" · "}
              <a href={`tel:${by.phone}`}>{by.phone}</a>
            </>
          ) : null}
        </p>
      ) : null}
    </article>
  );
}

function IfNot({ version }: { version: Version }) {
  const rule = version.if_not_performed;
  if (rule?.rule !== "contact") return null;
  const whom = rule.whom ?? version.prescribed_by?.name ?? "";
  return (
    <p class="small">
      <strong>{t("If it is not performed:")}</strong>{" "}
      {rule.within_days
        ? tn("contact {whom} within {n} day.", "contact {whom} within {n} days.", rule.within_days, { whom })
        : t("contact {whom}.", { whom })}
    </p>
  );
}

function History({ snapshot, patient, plan, onSign }: PlanProps) {
  if (plan.history.length === 0) return null;
  const since = dayStart(snapshot.now - 7 * 24 * 3600_000);
  return (
    <section class="stack" data-testid="history">
      <h2>{t("Signed in recent days")}</h2>
      <ul class="card">
        {plan.history
          .filter((shown) => shown.performedAt >= since)
          .map((shown) => (
            <HistoryRow key={shown.id} patient={patient} shown={shown} onSign={onSign} />
          ))}
      </ul>
    </section>
  );
}

function HistoryRow({
  patient,
  shown,
  onSign,
}: {
  patient: PatientDoc;
  shown: Shown;
  onSign: Props["onSign"];
}) {
  return (
    <li class="item" data-testid={`signature-${shown.id}`}>
      <span class="item-time">
        {shortDay(shown.performedAt)} {clockTime(shown.performedAt)}
      </span>
      <span class="item-what">{shown.intervention}</span>
      <span class="item-state">
        {shown.outcome === "void" ? (
          <span class="chip">{outcomeWord("void")}</span>
        ) : (
          <StateChip state={shown.outcome} detail={shown.reason ? reasonWord(shown.reason) : null} />
        )}
        <span class="quiet small">
          {[
            shown.who,
            shown.replaced ? t("corrected") : "",
            shown.sent ? entryWord(shown.sent) : "",
            shown.note,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      {shown.mine && !shown.replaced && shown.outcome !== "void" ? (
        <button
          type="button"
          class="button button-small"
          data-testid="correct"
          onClick={() => onSign({ patient, signature: shown })}
        >
          {t("Correct")}
        </button>
      ) : null}
    </li>
  );
}
