/** The button by which this phone is told of disruptions, or no longer is. Needs network, and says so. */
import { useEffect, useState } from "preact/hooks";
import type { Session } from "../../app/session.ts";
import { t } from "../../i18n/t.ts";
import { browserHere } from "../../told/browser.ts";
import { agree, decline, lookUp, type Browser, type Looked } from "../../told/told.ts";
import { Notice } from "../../ui/pieces.tsx";

type State = { readonly browser: Browser | null; readonly looked: Looked | null; readonly fault: string };
const UNKNOWN: State = { browser: null, looked: null, fault: "" };

export function ToldHere({ session }: { readonly session: Session }) {
  const [{ browser, looked, fault }, setState] = useState(UNKNOWN);
  const [busy, setBusy] = useState(false);
  const { post } = session;

  useEffect(() => {
    const look = async (): Promise<void> => {
      const here = await browserHere();
      const found = await lookUp(post, here);
      if (found.ok) setState({ browser: here, looked: found.value, fault: "" });
    };
    void look();
  }, []);

  if (looked === null || looked.told === "hidden") return null;

  const change = async (wanted: boolean): Promise<void> => {
    if (browser === null) return;
    setBusy(true);
    if (wanted) {
      const reply = await agree(post, browser, looked.key);
      if (reply.ok) setState({ browser, looked: { ...looked, told: reply.value }, fault: "" });
      else
        setState({ browser, looked, fault: reply.problem.title || t("It needs network. Try again later.") });
    } else {
      await decline(post, browser);
      setState({ browser, looked: { ...looked, told: "off" }, fault: "" });
    }
    setBusy(false);
  };

  return (
    <section class="stack" data-testid="told-here">
      <h2>{t("Notices of disruptions")}</h2>
      {looked.told === "on" ? (
        <>
          <p data-testid="told-on">
            {t("This phone is told when something does not work, and when it works again.")}
          </p>
          <button
            type="button"
            class="button button-wide"
            disabled={busy}
            data-testid="told-stop"
            onClick={() => void change(false)}
          >
            {t("Do not tell this phone any more")}
          </button>
        </>
      ) : looked.told === "off" ? (
        <>
          <p class="quiet">
            {t("Also when Beredd is closed. No patient is named. The phone asks you once whether it may.")}
          </p>
          <button
            type="button"
            class="button button-wide"
            disabled={busy}
            data-testid="told-start"
            onClick={() => void change(true)}
          >
            {t("Tell this phone of disruptions")}
          </button>
        </>
      ) : (
        <p class="quiet" data-testid={`told-${looked.told}`}>
          {looked.told === "blocked"
            ? t(
                "The phone has been told not to show notices from Beredd. Allow them in the browser's settings.",
              )
            : t("This browser cannot show notices. On an iPhone: put Beredd on the home screen first.")}
        </p>
      )}
      {fault ? <Notice kind="warn" title={fault} testid="told-fault" /> : null}
    </section>
  );
}
