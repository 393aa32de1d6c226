/** What the helpdesk has answered, shown where the guide asks for it; asked for often while it does. */
import { useEffect } from "preact/hooks";
import type { Session } from "../../app/session.ts";
import { useSnapshot } from "../../app/use-snapshot.ts";
import type { Authorisation } from "../../contract/docs.ts";
import { moment } from "../../i18n/format.ts";
import { t } from "../../i18n/t.ts";
import { Notice } from "../../ui/pieces.tsx";

const HOLDS_MS = 24 * 3600 * 1000;
const ASK_MS = 10_000;

type Props = { readonly session: Session; readonly onUse: (option: string) => void };

/** Under the question; without an answer it says that one waits. */
export function HelpdeskAnswer({ session, onUse }: Props) {
  const { me, now } = useSnapshot(session);
  useEffect(() => {
    session.syncNow();
    const timer = setInterval(session.syncNow, ASK_MS);
    return () => clearInterval(timer);
  }, [session]);
  const answer = me?.authorisation;
  return (
    <div aria-live="polite" data-testid="helpdesk">
      {answer && holds(answer, now) ? (
        <Notice kind={answer.right ? "info" : "warn"} title={titleOf(answer)} testid="helpdesk-answer">
          <div class="stack">
            <p>{reasonOf(answer)}</p>
            <p class="small">
              {t("{name}, {time}", { name: answer.by_name ?? "", time: when(answer, now) })}
            </p>
            <button
              type="button"
              class="button button-wide"
              data-testid="use-answer"
              onClick={() => onUse(answer.right ? "yes" : "no")}
            >
              {t("Go on with this answer")}
            </button>
          </div>
        </Notice>
      ) : (
        <p class="quiet small">{t("When the Helpdesk answers, it is shown here by itself.")}</p>
      )}
    </div>
  );
}

/** On a locked phone nobody knows whose answer to show. */
export function HelpdeskLocked() {
  return (
    <p class="quiet small" data-testid="helpdesk-locked">
      {t("Unlock the phone first, and the Helpdesk's answer is shown here by itself.")}
    </p>
  );
}

export const holds = ({ at }: Authorisation, now: number): boolean => now - Date.parse(at) < HOLDS_MS;

export function reasonOf({ why, note }: Authorisation): string {
  const said = [...why, note ?? ""].filter(Boolean).join(", ");
  return said.charAt(0).toLocaleUpperCase() + said.slice(1);
}

const titleOf = ({ right }: Authorisation): string =>
  right ? t("The Helpdesk answers: you are authorised.") : t("The Helpdesk answers: you are not authorised.");

const when = ({ at }: Authorisation, now: number): string => moment(Date.parse(at), now);
