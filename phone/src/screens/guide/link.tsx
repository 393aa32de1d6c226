/** The way to the guide, from wherever nobody has typed a PIN yet. */
import { t } from "../../i18n/t.ts";
import { Icon } from "../../ui/icon.tsx";
import { GUIDE } from "./address.ts";

export function GuideLink() {
  return (
    <p class="guide-link">
      <a class="button button-plain" href={GUIDE} data-testid="open-guide">
        <Icon name="alert" /> {t("Something does not work?")}
      </a>
    </p>
  );
}
