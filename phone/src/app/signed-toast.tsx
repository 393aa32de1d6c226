/** "Performed 09:12 – Undo", for ten seconds. The event is already written; undoing writes a correction. */
import { useEffect, useState } from "preact/hooks";
import { clockTime } from "../i18n/format.ts";
import { outcomeWord } from "../i18n/labels.ts";
import { t } from "../i18n/t.ts";
import type { SignatureEntry } from "../log/read.ts";

const SHOWN_MS = 10_000;

type Props = {
  readonly entry: SignatureEntry;
  readonly patient: string;
  readonly onUndo: (entry: SignatureEntry) => Promise<void>;
  readonly onOver: () => void;
};

export function SignedToast({ entry, patient, onUndo, onOver }: Props) {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(onOver, SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  const { outcome, performed_at, corrects } = entry.payload.body;
  return (
    <div class="toast" role="status" data-testid="signed-toast">
      <span>
        {failed
          ? t("Could not undo. Try again from the patient's page.")
          : `${outcomeWord(outcome)} ${clockTime(Date.parse(performed_at))} · ${patient}`}
      </span>
      {corrects !== null ? null : (
        <button
          type="button"
          class="button button-small"
          data-testid="undo"
          onClick={() => onUndo(entry).catch(() => setFailed(true))}
        >
          {t("Undo")}
        </button>
      )}
    </div>
  );
}
