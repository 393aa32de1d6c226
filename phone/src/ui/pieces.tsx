/** Dumb pieces that several screens draw with. */
import type { ComponentChildren } from "preact";
import { stateWord } from "../i18n/labels.ts";
import { t } from "../i18n/t.ts";
import { Icon, type IconName } from "./icon.tsx";

const STATE_ICONS: Readonly<Record<string, IconName>> = {
  coming: "clock",
  due: "calendar",
  late: "hourglass",
  performed: "check",
  partly: "half",
  not_performed: "cross",
  unaccounted: "question",
  double: "copy",
  paused: "pause",
};

/** A state in word and icon; the colour only repeats it. */
export function StateChip({ state, detail, word }: { state: string; detail?: string | null; word?: string }) {
  return (
    <span class={`chip chip-${state}`} data-testid={`state-${state}`}>
      <Icon name={STATE_ICONS[state] ?? "question"} />
      <span>
        {word ?? stateWord(state)}
        {detail ? `: ${detail}` : ""}
      </span>
    </span>
  );
}

type NoticeKind = "info" | "warn" | "stop";

export function Notice(props: {
  kind: NoticeKind;
  title?: string;
  children?: ComponentChildren;
  testid?: string;
}) {
  return (
    <div
      class={`notice notice-${props.kind}`}
      role={props.kind === "stop" ? "alert" : undefined}
      data-testid={props.testid}
    >
      <Icon name="alert" />
      <div>
        {props.title ? <strong>{props.title}</strong> : null}
        {props.children ? <div>{props.children}</div> : null}
      </div>
    </div>
  );
}

export function Header({
  title,
  back,
  children,
}: {
  title: string;
  back?: string;
  children?: ComponentChildren;
}) {
  return (
    <header class="header">
      {back ? (
        <a class="back" href={back} data-testid="back">
          <Icon name="back" />
          <span>{t("Back")}</span>
        </a>
      ) : null}
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </header>
  );
}

/** A sheet from the bottom edge, where the thumb is. */
export function Sheet(props: { title: string; onClose: () => void; children: ComponentChildren }) {
  return (
    <div class="sheet-back" onClick={(event) => event.target === event.currentTarget && props.onClose()}>
      <section
        class="sheet"
        role="dialog"
        aria-modal="true"
        aria-label={props.title}
        data-testid="sheet"
        onKeyDown={(event) => event.key === "Escape" && props.onClose()}
      >
        {props.children}
      </section>
    </div>
  );
}
