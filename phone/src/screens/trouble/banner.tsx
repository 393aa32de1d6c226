/** What is going on and what to do, above the work: with the time at which it was known, since it may be old. */
import { moment, span } from "../../i18n/format.ts";
import { t } from "../../i18n/t.ts";
import { concerning, papersNow, plannedNow, type Ill, type Planned } from "../../rules/trouble.ts";
import { Notice } from "../../ui/pieces.tsx";
import { GUIDE } from "../guide/address.ts";
import { useStatus } from "./use-status.ts";
import { insteadOf, stateOf, titleOf } from "./words.ts";

type Props = {
  /** null on a locked phone. */
  readonly units: readonly string[] | null;
  readonly now: number;
  readonly inGuide?: boolean;
};

export function Troubles({ units, now, inGuide = false }: Props) {
  const status = useStatus();
  const ill = concerning(status, units);
  const planned = plannedNow(status, now);
  if (status === null || ill.length + planned.length === 0) return null;
  return (
    <section class="stack troubles" aria-label={t("Disruptions")} data-testid="troubles">
      {ill.map((one) => (
        <Told key={one.trouble.id} ill={one} units={units} now={now} />
      ))}
      {planned.map((one) => (
        <PlannedWork key={one.work.id} planned={one} now={now} />
      ))}
      <p class="between">
        <span class="quiet small" data-testid="status-age">
          {t("As known {time}.", { time: moment(Date.parse(status.at), now) })}
        </span>
        {inGuide ? null : (
          <a class="button button-small" href={GUIDE}>
            {t("What do I do?")}
          </a>
        )}
      </p>
    </section>
  );
}

/** Said beforehand, so that nobody takes it for a fault. */
function PlannedWork({ planned: { system, work, starts, ends }, now }: { planned: Planned; now: number }) {
  const instead = insteadOf(system);
  return (
    <Notice
      kind="info"
      title={t("{system}: planned work {when}", { system: system.title, when: span(starts, ends, now) })}
      testid="planned-work"
    >
      <p>{work.what}</p>
      {instead ? <p>{t("Do this meanwhile: {what}", { what: instead })}</p> : null}
    </Notice>
  );
}

type ToldProps = { readonly ill: Ill; readonly units: Props["units"]; readonly now: number };

function Told({ ill: { system, trouble }, units, now }: ToldProps) {
  const paper = papersNow(trouble, units, now);
  const [first] = paper;
  const next = trouble.next_at === null ? null : Date.parse(trouble.next_at);
  const light = trouble.state === "suspected" || trouble.state === "recovering";
  return (
    <Notice
      kind={light ? "info" : "warn"}
      title={`${titleOf(system, trouble)}: ${stateOf(trouble)}`}
      testid={`trouble-${trouble.state}`}
    >
      {trouble.text ? <p>{trouble.text}</p> : light ? null : <p>{insteadOf(system)}</p>}
      {first ? (
        <p data-testid="paper-now">
          <strong>{t("Sign on paper since {time}.", { time: moment(Date.parse(first.since), now) })}</strong>
        </p>
      ) : null}
      {next === null ? null : (
        <p class="small">
          {next > now
            ? t("Next word {time}", { time: moment(next, now) })
            : t("The next word should have come {time}.", { time: moment(next, now) })}
        </p>
      )}
    </Notice>
  );
}
