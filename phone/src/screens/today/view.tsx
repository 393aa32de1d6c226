/** Today's list: by patient, late first, with the age of the data and what is unsent always in sight. */
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import { mark } from "../../app/marks.ts";
import { planDay, type Line } from "../../app/plan.ts";
import { linkTo } from "../../app/route.ts";
import type { Snapshot } from "../../app/session.ts";
import { longDay } from "../../i18n/format.ts";
import { t, tn } from "../../i18n/t.ts";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/pieces.tsx";
import { LineRow } from "../lines.tsx";
import type { Asked } from "../sign/target.ts";
import { today, upTo, type Card, type Group, type Urgency } from "./state.ts";

/** Names and rows: more than a tall phone has room for. */
const SCREENFUL = 16;

type Props = { readonly snapshot: Snapshot; readonly onSign: (asked: Asked) => void };

export function Today({ snapshot, onSign }: Props) {
  const [name, setName] = useState("");
  const [unit, setUnit] = useState<string | null>(null);
  const minute = Math.floor(snapshot.now / 60_000);
  const plans = useMemo(() => planDay(snapshot), [snapshot.patients, snapshot.entries, minute]);
  const groups = today(plans, { name, unit });
  const whole = useWhole();
  const shown = whole ? groups : upTo(SCREENFUL, groups);
  return (
    <>
      <header class="header">
        <h1 tabIndex={-1}>{t("Today")}</h1>
        <p class="quiet" data-testid="today-date">
          {longDay(snapshot.now)}
        </p>
      </header>
      <div class="stack-wide">
        <div class="stack">
          {snapshot.units.length > 1 ? <Units snapshot={snapshot} unit={unit} onUnit={setUnit} /> : null}
          {plans.length > 5 ? <Search name={name} onName={setName} /> : null}
        </div>
        {groups.length === 0 ? <Nothing snapshot={snapshot} filtered={name !== "" || unit !== null} /> : null}
        {shown.map((group) => (
          <Section key={group.urgency} group={group} now={snapshot.now} onSign={onSign} />
        ))}
      </div>
    </>
  );
}

/** False for the first frame: what is beyond the screen's edge is drawn after what is looked at. */
function useWhole(): boolean {
  const [whole, setWhole] = useState(false);
  useLayoutEffect(() => {
    afterFrame(() => {
      mark(whole ? "today-whole" : "today-shown");
      setWhole(true);
    });
  }, [whole]);
  return whole;
}

const afterFrame = (work: () => void): void => void requestAnimationFrame(() => setTimeout(work));

function Units(props: { snapshot: Snapshot; unit: string | null; onUnit: (unit: string | null) => void }) {
  return (
    <div class="field">
      <label for="unit">{t("Unit")}</label>
      <select
        id="unit"
        data-testid="unit"
        value={props.unit ?? ""}
        onChange={(event) => props.onUnit(event.currentTarget.value || null)}
      >
        <option value="">{t("All my units")}</option>
        {props.snapshot.units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Search({ name, onName }: { name: string; onName: (name: string) => void }) {
  return (
    <div class="field">
      <label class="hidden" for="search">
        {t("Search by name")}
      </label>
      <input
        id="search"
        data-testid="search"
        type="search"
        placeholder={t("Search by name")}
        value={name}
        onInput={(event) => onName(event.currentTarget.value)}
      />
    </div>
  );
}

function Nothing({ snapshot, filtered }: { snapshot: Snapshot; filtered: boolean }) {
  if (filtered) return <p class="quiet">{t("No patient fits your choice.")}</p>;
  if (snapshot.note.asOf === null)
    return (
      <Notice kind="info" title={t("The list is on its way.")} testid="first-fetch">
        {t("Patients are fetched the first time there is network. The nearest hours come first.")}
      </Notice>
    );
  return (
    <p class="quiet" data-testid="nothing-today">
      {t("Nothing is planned today.")}
    </p>
  );
}

const heading = (urgency: Urgency, n: number): string => {
  switch (urgency) {
    case "late":
      return tn("Late: {n} patient", "Late: {n} patients", n);
    case "due":
      return tn("Now: {n} patient", "Now: {n} patients", n);
    case "coming":
      return tn("Later today: {n} patient", "Later today: {n} patients", n);
    case "none":
      return tn("Nothing planned: {n} patient", "Nothing planned: {n} patients", n);
    case "done":
      return tn("Done: {n} patient", "Done: {n} patients", n);
  }
};

function Section({ group, now, onSign }: { group: Group; now: number; onSign: Props["onSign"] }) {
  return (
    <section class="stack" data-testid={`group-${group.urgency}`}>
      <h2>{heading(group.urgency, group.size)}</h2>
      <ul class="stack">
        {group.cards.map((card) => (
          <PatientCard key={card.patient.id} card={card} now={now} onSign={onSign} />
        ))}
      </ul>
    </section>
  );
}

function PatientCard({ card, now, onSign }: { card: Card; now: number; onSign: Props["onSign"] }) {
  const { patient, lines, urgency } = card;
  const sign = (line: Line): void => onSign({ patient, line });
  return (
    <li class={`card card-${urgency}`} data-testid={`patient-${patient.id}`}>
      <a class="card-head" href={linkTo.patient(patient.id)} data-testid="open-patient">
        <h3>{patient.name}</h3>
        <Icon name="chevron" />
      </a>
      {lines.map((line) => (
        <LineRow key={line.key} line={line} now={now} onSign={() => sign(line)} />
      ))}
    </li>
  );
}
