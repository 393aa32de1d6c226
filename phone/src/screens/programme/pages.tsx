/** A programme printed elsewhere, page by page: fits the width, grows by button or two fingers, and can be read as text. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { readPage } from "../../app/exercises.ts";
import type { Session } from "../../app/session.ts";
import type { Page, Programme } from "../../contract/docs.ts";
import { t } from "../../i18n/t.ts";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/pieces.tsx";
import { asPhoto } from "./picture.ts";
import { larger, mayGrow, mayShrink, pinched, smaller } from "./zoom.ts";

type Props = { readonly session: Session; readonly document: NonNullable<Programme["document"]> };

export function Pages({ session, document }: Props) {
  const { source, dated, pages } = document;
  return (
    <>
      <p class="quiet">
        {t("Printed from {source} on {day}. It is shown as it was printed.", { source, day: dated })}
      </p>
      {pages.map((id, i) => (
        <PageCard key={id} session={session} id={id} n={i + 1} of={pages.length} />
      ))}
    </>
  );
}

type CardProps = { readonly session: Session; readonly id: string; readonly n: number; readonly of: number };

function PageCard({ session, id, n, of }: CardProps) {
  const [page, setPage] = useState<Page | null | "reading">("reading");
  useEffect(() => {
    readPage(session.vault, id).then(setPage, () => setPage(null));
  }, [id]);
  const name = t("Page {n} of {of}", { n, of });
  if (page === "reading") return <article class="card exercise" aria-busy="true" />;
  const src = page ? asPhoto(page.image) : null;
  return (
    <article class="card exercise" data-testid={`page-${n}`}>
      {page && src ? (
        <Sheet name={name} src={src} text={page.text ?? ""} />
      ) : (
        <>
          <h2>{name}</h2>
          <Notice kind="info" title={t("This page is not on the phone yet. It comes at the next contact.")} />
        </>
      )}
    </article>
  );
}

function Sheet({ name, src, text }: { name: string; src: string; text: string }) {
  const [zoom, setZoom] = useState(1);
  return (
    <>
      <div class="page-head">
        <h2>{name}</h2>
        <div class="page-zoom">
          <button
            type="button"
            class="button button-small"
            disabled={!mayShrink(zoom)}
            onClick={() => setZoom(smaller(zoom))}
            data-testid="smaller"
          >
            <Icon name="zoomOut" /> {t("Smaller")}
          </button>
          <button
            type="button"
            class="button button-small"
            disabled={!mayGrow(zoom)}
            onClick={() => setZoom(larger(zoom))}
            data-testid="larger"
          >
            <Icon name="zoomIn" /> {t("Larger")}
          </button>
        </div>
      </div>
      <Window name={name} src={src} zoom={zoom} onZoom={setZoom} />
      {text ? (
        <details>
          <summary>{t("Read the page as text")}</summary>
          <p class="page-text">{text}</p>
        </details>
      ) : null}
    </>
  );
}

type WindowProps = {
  readonly name: string;
  readonly src: string;
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
};
type Fingers = readonly [Touch, Touch];

const fingersOf = ({ touches }: TouchEvent): Fingers | null =>
  touches.length === 2 ? [touches[0]!, touches[1]!] : null;

/** What was in the middle stays there when the page grows. Reached and moved by keyboard, too. */
function Window({ name, src, zoom, onZoom }: WindowProps) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(zoom);
  const begun = useRef<{ fingers: Fingers; zoom: number } | null>(null);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box || shown.current === zoom) return;
    const grown = zoom / shown.current;
    box.scrollLeft = (box.scrollLeft + box.clientWidth / 2) * grown - box.clientWidth / 2;
    box.scrollTop = (box.scrollTop + box.clientHeight / 2) * grown - box.clientHeight / 2;
    shown.current = zoom;
  }, [zoom]);
  return (
    <div
      ref={frame}
      class="page-window"
      tabIndex={0}
      role="group"
      aria-label={name}
      onTouchStart={(event) => {
        const fingers = fingersOf(event);
        begun.current = fingers && { fingers, zoom };
      }}
      onTouchMove={(event) => {
        const fingers = fingersOf(event);
        if (fingers && begun.current) onZoom(pinched(begun.current.zoom, begun.current.fingers, fingers));
      }}
    >
      <img src={src} alt={name} style={{ width: `${zoom * 100}%` }} data-testid="page-picture" />
    </div>
  );
}
