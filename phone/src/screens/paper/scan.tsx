/** Reading a sheet's code with the camera, from a photo, or typing its number. */
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { findSheetId } from "../../rules/sheet.ts";
import { Notice } from "../../ui/pieces.tsx";
import { watch, type Watching } from "./camera.ts";

type Props = { readonly onRead: (sheet: string) => void; readonly onClose: () => void };

export function Scan({ onRead, onClose }: Props) {
  return (
    <section class="card card-body stack" data-testid="scan" aria-label={t("Read a sheet")}>
      <Camera onRead={onRead} />
      <Typed onRead={onRead} />
      <button type="button" class="button button-plain" data-testid="scan-close" onClick={onClose}>
        {t("Close the camera")}
      </button>
    </section>
  );
}

function Camera({ onRead }: Pick<Props, "onRead">) {
  const video = useRef<HTMLVideoElement>(null);
  const [blind, setBlind] = useState(false);
  useEffect(() => {
    let watching: Watching | null = null;
    let gone = false;
    watch(video.current!, onRead).then(
      (found) => {
        watching = found;
        if (gone) found.stop();
      },
      () => setBlind(true),
    );
    return () => {
      gone = true;
      watching?.stop();
    };
  }, []);
  if (blind)
    return (
      <Notice kind="warn" title={t("The camera cannot be used.")} testid="no-camera">
        {t("Type the number that stands at the bottom of the sheet.")}
      </Notice>
    );
  return (
    <>
      <p>{t("Hold the phone over one of the square codes in the corners of the sheet.")}</p>
      <video ref={video} class="scan-view" playsInline muted aria-label={t("What the camera sees")} />
    </>
  );
}

function Typed({ onRead }: Pick<Props, "onRead">) {
  const [text, setText] = useState("");
  const [slip, setSlip] = useState(false);
  const read = (event: SubmitEvent): void => {
    event.preventDefault();
    const sheet = findSheetId(text);
    setSlip(sheet === null);
    if (sheet) onRead(sheet);
  };
  return (
    <form class="stack" onSubmit={read} noValidate>
      <div class="field">
        <label for="sheet-number">{t("Or type the number of the sheet")}</label>
        <input
          id="sheet-number"
          data-testid="sheet-number"
          value={text}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          aria-invalid={slip}
          aria-describedby={slip ? "sheet-slip" : undefined}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {slip ? (
          <p id="sheet-slip" class="small" role="alert" data-testid="sheet-slip">
            {t("A character is wrong. Compare with the number on the paper.")}
          </p>
        ) : null}
      </div>
      <button class="button" data-testid="sheet-typed">
        {t("Use the number")}
      </button>
    </form>
  );
}
