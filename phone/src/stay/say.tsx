/** "The coverage is poor here", said at the patient's in one tap. It counts beside what the phone notes by itself. */
import { useState } from "preact/hooks";
import type { Session, Snapshot } from "../app/session.ts";
import type { Patient } from "../contract/docs.ts";
import { clockTime, dayStart } from "../i18n/format.ts";
import { t } from "../i18n/t.ts";
import type { Entry } from "../log/read.ts";
import { freshRound } from "../look/latest.ts";
import { REPORT_MADE, reportOf, type ReportBody } from "../screens/trouble/saw.ts";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/pieces.tsx";

type Props = { readonly session: Session; readonly snapshot: Snapshot; readonly patient: Patient };

/** When it was last said of this home today, or null: once a day is enough. */
export function saidToday(entries: readonly Entry[], home: string, now: number): number | null {
  const said = entries
    .filter(({ payload, state }) => payload.kind === REPORT_MADE && state !== "refused")
    .map(({ payload }) => payload.body as ReportBody)
    .filter((body) => body.home === home && Date.parse(body.made_at) >= dayStart(now));
  const last = said.at(-1);
  return last ? Date.parse(last.made_at) : null;
}

export function SayCoverage({ session, snapshot, patient }: Props) {
  const [failed, setFailed] = useState(false);
  const said = saidToday(snapshot.entries, patient.id, snapshot.now);
  if (said !== null)
    return (
      <Notice
        kind="info"
        title={t("Poor coverage here, said {time}.", { time: clockTime(said) })}
        testid="coverage-said"
      >
        {t("Whoever prescribes sees it, and decides on paper in the home folder.")}
      </Notice>
    );
  const say = async (): Promise<void> => {
    const what = { kind: "coverage", system: "", title: "" };
    const given = { what, unit: patient.unit, snapshot, online: navigator.onLine, version: __VERSION__ };
    try {
      await session.tell(REPORT_MADE, {
        ...reportOf({ ...given, runs: [], others: null, seen: freshRound(snapshot.now) }),
        home: patient.id,
      });
    } catch {
      setFailed(true);
    }
  };
  return (
    <div class="stack">
      {failed ? (
        <Notice kind="stop" title={t("The phone's storage did not take the report.")}>
          {t("Try again, or report at a computer.")}
        </Notice>
      ) : null}
      <button type="button" class="button button-wide" data-testid="say-coverage" onClick={() => void say()}>
        <Icon name="offline" /> {t("The coverage is poor here")}
      </button>
    </div>
  );
}
