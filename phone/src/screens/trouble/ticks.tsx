/** Steps of the guide ticked while a disruption goes on: kept on the phone until they can be sent, with their time. */
import { useState } from "preact/hooks";
import type { Session } from "../../app/session.ts";
import { useSnapshot } from "../../app/use-snapshot.ts";
import { moment } from "../../i18n/format.ts";
import { t } from "../../i18n/t.ts";
import type { Entry } from "../../log/read.ts";
import type { Routine } from "../../rules/routine.ts";
import { workedOn, type Worked } from "../../rules/trouble.ts";
import { Icon } from "../../ui/icon.tsx";
import { useStatus } from "./use-status.ts";

export const STEP_DONE = "incident.step";

export type StepBody = Worked & {
  readonly routine: string;
  readonly version: number;
  readonly step: string;
  readonly role: string;
  readonly done_at: string;
  readonly done: boolean;
};

type Props = {
  readonly session: Session;
  readonly routine: Routine;
  readonly role: string;
  readonly step: string;
};

/** Nothing when no disruption goes on in the user's units, or nobody has said in which role the list is read. */
export function Tick({ session, routine, role, step }: Props) {
  const snapshot = useSnapshot(session);
  const status = useStatus();
  const [failed, setFailed] = useState(false);
  const units = snapshot.units.map(({ id }) => id);
  const worked = workedOn(status, units);
  if (!worked || !role) return null;
  const last = latest(snapshot.entries, worked, step, role);
  const done = last?.done === true;
  const tick = async (): Promise<void> => {
    const { id, version } = routine;
    const done_at = new Date(session.snapshot().now).toISOString();
    const body: StepBody = { ...worked, routine: id, version, step, role, done_at, done: !done };
    setFailed(false);
    await session.tell(STEP_DONE, body).catch(() => setFailed(true));
  };
  return (
    <>
      <button
        type="button"
        class={done ? "button button-small" : "button"}
        aria-pressed={done}
        data-testid={`tick-${step}`}
        onClick={() => void tick()}
      >
        <Icon name={done ? "check" : "clock"} />{" "}
        {done && last
          ? t("Done {time}", { time: moment(Date.parse(last.done_at), snapshot.now) })
          : t("Mark as done")}
      </button>
      {failed ? <p role="alert">{t("The phone's storage did not take it. Try again.")}</p> : null}
    </>
  );
}

/** What this phone has last said of the step. */
export function latest(
  entries: readonly Entry[],
  { incident, unit }: Worked,
  step: string,
  role: string,
): StepBody | null {
  const said = entries
    .filter(({ payload }) => payload.kind === STEP_DONE)
    .map(({ payload }) => payload.body as StepBody)
    .filter((body) => body.incident === incident && body.unit === unit)
    .filter((body) => body.step === step && body.role === role);
  return said.at(-1) ?? null;
}
