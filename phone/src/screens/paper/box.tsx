/** Looking through the unit's safety box: how many of each lie there, which codes were read, what else was seen. */
import { useState } from "preact/hooks";
import { linkTo } from "../../app/route.ts";
import type { Session, Snapshot } from "../../app/session.ts";
import type { Box } from "../../contract/docs.ts";
import { shortDay } from "../../i18n/format.ts";
import { t, tn } from "../../i18n/t.ts";
import { showSheetId } from "../../rules/sheet.ts";
import { Icon } from "../../ui/icon.tsx";
import { Header, Notice } from "../../ui/pieces.tsx";
import { Scan } from "./scan.tsx";
import { INSPECTION, inspectedAt, type InspectionBody } from "./told.ts";
import { kindWord, staleWord } from "./words.ts";

type Props = { readonly session: Session; readonly snapshot: Snapshot; readonly box: string };

export function BoxScreen({ session, snapshot, box: id }: Props) {
  const box = snapshot.units.flatMap((unit) => unit.boxes).find((one) => one.id === id);
  if (!box)
    return (
      <>
        <Header title={t("Safety box")} back={linkTo.settings} />
        <Notice kind="info" title={t("The box is not on this phone.")} />
      </>
    );
  return <LookThrough session={session} snapshot={snapshot} box={box} />;
}

function LookThrough({ session, snapshot, box }: Omit<Props, "box"> & { readonly box: Box }) {
  const kinds = Object.keys(box.holds).filter((kind) => box.holds[kind]! > 0);
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  const [read, setRead] = useState<readonly string[]>([]);
  const [note, setNote] = useState("");
  const [reading, setReading] = useState(false);
  const last = inspectedAt(box, snapshot.entries);
  const stale = box.sheets.filter((sheet) => sheet.stale);
  const whole = kinds.every((kind) => /^\d{1,2}$/.test(seen[kind] ?? ""));
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const counted = Object.fromEntries(kinds.map((kind) => [kind, Number(seen[kind])]));
    const at = new Date(session.snapshot().now).toISOString();
    await session.tell<InspectionBody>(INSPECTION, {
      box: box.id,
      at,
      seen: counted,
      sheets: read,
      note: note.trim(),
    });
    setSeen({});
    setRead([]);
    setNote("");
  };
  const found = (sheet: string): void => {
    setReading(false);
    setRead([...new Set([...read, sheet])]);
  };
  return (
    <>
      <Header title={box.name} back={linkTo.settings}>
        <p class="quiet">{box.place}</p>
      </Header>
      <div class="stack-wide">
        <p data-testid="looked-through" role="status">
          {last
            ? t("Looked through {day}.", { day: shortDay(Date.parse(last)) })
            : t("Nobody has looked through it yet.")}
        </p>
        {stale.length > 0 ? (
          <Notice kind="warn" title={t("Take these out and destroy them")} testid="stale-sheets">
            <ul>
              {stale.map((sheet) => (
                <li key={sheet.id}>
                  {sheet.title} <span class="paper-number">{showSheetId(sheet.id)}</span>:{" "}
                  {staleWord(sheet.stale!)}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <form class="card card-body stack" onSubmit={(event) => void save(event)} noValidate>
          <h2>{t("How many lie there?")}</h2>
          {kinds.map((kind) => (
            <div key={kind} class="field paper-count">
              <label for={`seen-${kind}`}>
                {kindWord(kind)} <span class="quiet">({t("should be {n}", { n: box.holds[kind]! })})</span>
              </label>
              <input
                id={`seen-${kind}`}
                data-testid={`seen-${kind}`}
                inputMode="numeric"
                autocomplete="off"
                maxLength={2}
                value={seen[kind] ?? ""}
                onInput={(event) => setSeen({ ...seen, [kind]: event.currentTarget.value })}
              />
            </div>
          ))}
          <div class="field">
            <label for="box-note">{t("Anything else you saw?")}</label>
            <input
              id="box-note"
              data-testid="box-note"
              maxLength={300}
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          </div>
          {read.length > 0 ? (
            <p data-testid="read-count">{tn("{n} sheet read.", "{n} sheets read.", read.length)}</p>
          ) : null}
          <button class="button button-main button-wide" data-testid="box-save" disabled={!whole}>
            {t("I have looked through the box")}
          </button>
        </form>
        {reading ? (
          <Scan onRead={found} onClose={() => setReading(false)} />
        ) : (
          <button
            type="button"
            class="button button-wide"
            data-testid="read-sheet"
            onClick={() => setReading(true)}
          >
            <Icon name="search" /> {t("Read a sheet")}
          </button>
        )}
      </div>
    </>
  );
}
