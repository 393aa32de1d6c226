/** Paper in a patient's home: what to put in, exchange and take out; said with the sheet in the hand, without network. */
import { useEffect, useRef, useState } from "preact/hooks";
import { linkTo } from "../../app/route.ts";
import type { Session, Snapshot } from "../../app/session.ts";
import type { HomePaper, PaperJob, PaperSheet, Patient } from "../../contract/docs.ts";
import { shortDay } from "../../i18n/format.ts";
import { addTexts, t } from "../../i18n/t.ts";
import { showSheetId } from "../../rules/sheet.ts";
import { Icon } from "../../ui/icon.tsx";
import { Header, Notice } from "../../ui/pieces.tsx";
import { BoxScreen } from "./box.tsx";
import { Scan } from "./scan.tsx";
import { anothers, choices, known, SHEET, type SheetBody, type SheetState } from "./told.ts";
import { choiceWord, stateWord, taskWord, whyWord } from "./words.ts";
import { texts } from "virtual:catalogue/sv.paper";
import "./paper.css";

addTexts(texts);

export { BoxScreen };

type Props = { readonly session: Session; readonly snapshot: Snapshot; readonly patient: string };

export function PaperScreen({ session, snapshot, patient: id }: Props) {
  const patient = snapshot.patients.find((one) => one.id === id);
  if (!patient?.paper)
    return (
      <>
        <Header title={t("Paper at home")} back={linkTo.today} />
        <Notice kind="info" title={t("Nothing is known of paper here yet.")} />
      </>
    );
  return <Folder session={session} snapshot={snapshot} patient={patient} paper={patient.paper} />;
}

type FolderProps = {
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly patient: Patient;
  readonly paper: HomePaper;
};

function Folder({ session, snapshot, patient, paper }: FolderProps) {
  const [reading, setReading] = useState(false);
  const [held, setHeld] = useState<string | null>(null);
  const [saved, setSaved] = useState("");
  const { sheets, jobs } = known(paper, snapshot.entries, patient.id);
  const sheetOf = (id: string | null | undefined): PaperSheet | undefined =>
    sheets.find((one) => one.id === id);
  const say = async (sheet: string, state: SheetState): Promise<void> => {
    const at = new Date(session.snapshot().now).toISOString();
    await session.tell<SheetBody>(SHEET, { sheet, state, patient: patient.id, at });
    setHeld(null);
    setSaved(`${showSheetId(sheet)}: ${choiceWord(state)}`);
  };
  const onRead = (sheet: string): void => {
    setReading(false);
    setSaved("");
    setHeld(sheet);
  };
  const lying = sheets.filter(({ state }) => state === "placed");
  return (
    <>
      <Header title={t("Paper at home")} back={linkTo.patient(patient.id)}>
        <p class="quiet">{patient.name}</p>
      </Header>
      <div class="stack-wide">
        {paper.wanted ? (
          <p class="quiet" data-testid="folder-place">
            {[paper.tab, paper.place].filter(Boolean).join(", ")}
          </p>
        ) : (
          <Notice kind="warn" title={t("The patient does not want paper at home.")} testid="paper-refused" />
        )}
        <p role="status" data-testid="paper-saved" class={saved ? "notice notice-info" : "hidden"}>
          {saved ? `${t("Saved on the phone.")} ${saved}.` : ""}
        </p>
        {held ? (
          <Held
            sheet={held}
            known={sheetOf(held)}
            whose={anothers(snapshot.patients, patient.id, held)}
            onSay={(state) => void say(held, state)}
            onClose={() => setHeld(null)}
          />
        ) : null}
        {reading ? (
          <Scan onRead={onRead} onClose={() => setReading(false)} />
        ) : (
          <button
            type="button"
            class="button button-main button-wide"
            data-testid="read-sheet"
            onClick={() => setReading(true)}
          >
            <Icon name="search" /> {t("Read a sheet")}
          </button>
        )}
        <section class="stack">
          <h2>{t("To do")}</h2>
          {jobs.length > 0 ? (
            jobs.map((job) => (
              <Job key={`${job.put}${job.take}`} job={job} sheetOf={sheetOf} onSheet={onRead} />
            ))
          ) : (
            <p class="quiet" data-testid="paper-nothing">
              {t("Nothing to do with paper here.")}
            </p>
          )}
        </section>
        <section class="stack">
          <h2>{t("Lies in the folder")}</h2>
          {lying.length > 0 ? (
            <ul class="card card-body paper-list" data-testid="lying">
              {lying.map((sheet) => (
                <li key={sheet.id}>
                  <SheetLine sheet={sheet} onSheet={onRead} />
                </li>
              ))}
            </ul>
          ) : (
            <p class="quiet">{t("Nothing.")}</p>
          )}
        </section>
      </div>
    </>
  );
}

type JobProps = {
  readonly job: PaperJob;
  readonly sheetOf: (id: string | null | undefined) => PaperSheet | undefined;
  readonly onSheet: (id: string) => void;
};

function Job({ job, sheetOf, onSheet }: JobProps) {
  const parts = [
    { word: t("Put in"), sheet: sheetOf(job.put) },
    { word: job.task === "print" ? t("Lies there now") : t("Take out"), sheet: sheetOf(job.take) },
  ];
  return (
    <article class="card card-body stack" data-testid={`job-${job.task}`}>
      <div>
        <h3>
          {taskWord(job.task)}: {parts.find(({ sheet }) => sheet)?.sheet?.title}
        </h3>
        <p class="small">
          {whyWord(job.why)}{" "}
          <span class="quiet">{job.since ? t("since {day}", { day: dayOf(job.since) }) : ""}</span>
        </p>
      </div>
      {parts.map(({ word, sheet }) =>
        sheet ? (
          <div key={sheet.id} class="paper-part">
            <span>
              {word}: <span class="paper-number">{showSheetId(sheet.id)}</span>
            </span>
            {job.task === "print" ? null : (
              <button
                type="button"
                class="button button-small"
                data-testid="part"
                onClick={() => onSheet(sheet.id)}
              >
                {t("I have it")}
                <span class="hidden">: {showSheetId(sheet.id)}</span>
              </button>
            )}
          </div>
        ) : null,
      )}
    </article>
  );
}

function SheetLine({
  sheet,
  onSheet,
}: {
  readonly sheet: PaperSheet;
  readonly onSheet: (id: string) => void;
}) {
  return (
    <div class="paper-part">
      <span>
        {sheet.title}
        <br />
        <span class="paper-number small">{showSheetId(sheet.id)}</span>{" "}
        <span class="quiet small">{sheet.since ? dayOf(sheet.since) : ""}</span>
      </span>
      <button
        type="button"
        class="button button-small"
        data-testid="change-sheet"
        onClick={() => onSheet(sheet.id)}
      >
        {t("Taken out?")}
        <span class="hidden">: {showSheetId(sheet.id)}</span>
      </button>
    </div>
  );
}

type HeldProps = {
  readonly sheet: string;
  readonly known: PaperSheet | undefined;
  readonly whose: Patient | undefined;
  readonly onSay: (state: SheetState) => void;
  readonly onClose: () => void;
};

/** The sheet in the hand: what it is, whether it belongs here, and what has become of it. */
function Held({ sheet, known: found, whose, onSay, onClose }: HeldProps) {
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => top.current?.focus(), [sheet]);
  return (
    <section class="card card-body stack" data-testid="held-sheet" aria-label={showSheetId(sheet)}>
      <div>
        <h2 ref={top} tabIndex={-1}>
          {found?.title ?? t("A sheet")}
        </h2>
        <p>
          <span class="paper-number" data-testid="held-number">
            {showSheetId(sheet)}
          </span>
          {found ? <span class="quiet"> · {stateWord(found.state)}</span> : null}
        </p>
      </div>
      {whose ? (
        <Notice kind="stop" title={t("It belongs to {name}.", { name: whose.name })} testid="anothers-sheet">
          {t("Do not leave it here. Take it with you.")}
        </Notice>
      ) : null}
      {!whose && !found ? (
        <Notice kind="info" title={t("The phone does not know this sheet.")} testid="unknown-sheet">
          {t("It may be a blank one, or printed since the phone last had network. The server will tell.")}
        </Notice>
      ) : null}
      {found && choices(found).length === 0 ? (
        <Notice kind="warn" title={t("It is no longer in use.")} testid="used-up">
          {t("Do not leave it here. Take it with you.")}
        </Notice>
      ) : null}
      {whose
        ? null
        : choices(found).map((state, at) => (
            <button
              key={state}
              type="button"
              class={at === 0 ? "button button-main button-wide" : "button button-wide"}
              data-testid={`say-${state}`}
              onClick={() => onSay(state)}
            >
              {choiceWord(state)}
            </button>
          ))}
      <button type="button" class="button button-plain" data-testid="held-close" onClick={onClose}>
        {t("Nothing, close")}
      </button>
    </section>
  );
}

const dayOf = (since: string): string =>
  shortDay(Date.parse(since.length === 10 ? `${since}T12:00:00Z` : since));
