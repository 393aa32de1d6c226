/** The exercise as a moving picture, or its pictures side by side: for who asked for less motion, on paper, or by choice. */
import { useState } from "preact/hooks";
import type { Exercise } from "../../contract/docs.ts";
import { t } from "../../i18n/t.ts";
import { asImage, asPhoto } from "./picture.ts";

const wantsLessMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function Pictures({ exercise }: { exercise: Exercise }) {
  const [moving, setMoving] = useState(() => !wantsLessMotion());
  const stills = exercise.pictures.flatMap(({ svg, photo, alt }) => {
    const src = asImage(svg) ?? asPhoto(photo);
    return src ? [{ src, alt: alt || exercise.name }] : [];
  });
  const film = exercise.motion ? asImage(exercise.motion) : null;
  if (stills.length === 0) return null;
  const shown = film !== null && moving;
  return (
    <>
      {shown ? <img class="movement" src={film} alt={alike(stills)} data-testid="picture" /> : null}
      <div class={shown ? "pictures on-paper" : "pictures"}>
        {stills.map(({ src, alt }) => (
          <img key={src} src={src} alt={alt} data-testid={shown ? undefined : "picture"} />
        ))}
      </div>
      {film ? (
        <button
          type="button"
          class="button button-plain button-small"
          onClick={() => setMoving(!moving)}
          data-testid="motion"
        >
          {moving ? t("Show as pictures") : t("Show the movement")}
        </button>
      ) : null}
    </>
  );
}

const alike = (stills: readonly { readonly alt: string }[]): string => stills.map(({ alt }) => alt).join(" ");
