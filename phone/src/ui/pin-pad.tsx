/** Six digits with the thumb, or with a keyboard. Says how many are given, never which. */
import { useEffect } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { PIN_LENGTH } from "../vault/pin.ts";
import { Icon } from "./icon.tsx";

type Props = {
  readonly given: number;
  readonly busy: boolean;
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
};

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

export function PinPad({ given, busy, onDigit, onErase }: Props) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (/^\d$/.test(event.key)) onDigit(event.key);
      if (event.key === "Backspace") onErase();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [onDigit, onErase]);

  const key = (digit: string) => (
    <button
      type="button"
      class="pin-key"
      disabled={busy}
      data-testid={`pin-${digit}`}
      onClick={() => onDigit(digit)}
    >
      {digit}
    </button>
  );
  return (
    <div class="pin">
      <p class="hidden" aria-live="polite">
        {t("{given} of {all} digits", { given, all: PIN_LENGTH })}
      </p>
      <p class="pin-dots" aria-hidden="true">
        {Array.from({ length: PIN_LENGTH }, (_, i) => (
          <span key={i} class={i < given ? "dot dot-full" : "dot"} />
        ))}
      </p>
      <div class="pin-keys">
        {DIGITS.map(key)}
        <span />
        {key("0")}
        <button
          type="button"
          class="pin-key pin-erase"
          aria-label={t("Erase")}
          data-testid="pin-erase"
          disabled={busy}
          onClick={onErase}
        >
          <Icon name="backspace" />
        </button>
      </div>
    </div>
  );
}
