/** What one needs, how one begins, what one does, and what to watch for. */
import type { Exercise } from "../../contract/docs.ts";
import { t } from "../../i18n/t.ts";
import { Notice } from "../../ui/pieces.tsx";

export function Steps({ exercise }: { exercise: Exercise }) {
  return (
    <>
      {exercise.equipment ? (
        <p>
          <strong>{t("You need:")}</strong> {exercise.equipment}
        </p>
      ) : null}
      {exercise.start ? (
        <p>
          <strong>{t("Start:")}</strong> {exercise.start}
        </p>
      ) : null}
      <ol class="steps">
        {exercise.how.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {exercise.watch ? (
        <Notice kind="warn" title={t("Watch for")}>
          {exercise.watch}
        </Notice>
      ) : null}
    </>
  );
}
