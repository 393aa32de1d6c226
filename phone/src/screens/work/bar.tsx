/** At the thumb: the counter or the timer, and the way on. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { deviceNow } from "../../clock.ts";
import { t } from "../../i18n/t.ts";
import { Icon } from "../../ui/icon.tsx";
import { askedOf, doneIn, isTouched, isWhole, setNow, type Asked, type Part } from "./asked.ts";
import { readySound } from "./awake.ts";
import { gone, isRunning, minutes, timerOf } from "./timer.ts";
import type { Send } from "./view.tsx";
import type { Model } from "./update.ts";
import { amountWords, setWords, spoken } from "./words.ts";
import { partAt } from "./work.ts";

type Props = { readonly model: Model; readonly send: Send };
type CountProps = Props & { readonly part: Part; readonly asked: Asked };

export function ExerciseBar({ model, send }: Props) {
  const { work, items } = model;
  const asked = askedOf(items[work.place]!);
  const part = partAt(work, work.place);
  const props = { model, send, part, asked };
  return (
    <Ways model={model} send={send} ready={isWhole(part, asked) || part.skipped !== null}>
      <p class="hidden" role="status">
        {spoken(part, asked)}
      </p>
      {asked.unit === "seconds" ? <Timer {...props} /> : <Counter {...props} />}
    </Ways>
  );
}

/** Counting with a thumb in a glove: the whole button counts, and says where one is. */
function Counter({ model, send, part, asked }: CountProps) {
  const whole = isWhole(part, asked);
  const set = setNow(part, asked);
  const done = doneIn(part, set);
  return (
    <div class="work-count">
      <button
        type="button"
        class="work-less"
        aria-label={t("Take back one")}
        data-testid="uncount"
        disabled={!isTouched(part)}
        onClick={() => send({ type: "uncount", at: deviceNow() })}
      >
        −
      </button>
      <Tap whole={whole} testid="count" onTap={() => send({ type: "count", at: deviceNow() })}>
        {asked.unit === "once" ? (
          <strong>{t("Done")}</strong>
        ) : (
          <>
            <Ring share={done / asked.each}>
              <span aria-hidden="true">+1</span>
            </Ring>
            <span class="work-said">
              <span class="hidden">{t("Count one more")}</span>
              <strong>{amountWords(done, asked)}</strong>
              {asked.sets > 1 ? <span>{setWords(set, asked)}</span> : null}
            </span>
          </>
        )}
      </Tap>
      {asked.hold && !whole ? <Hold model={model} send={send} seconds={asked.hold} /> : null}
    </div>
  );
}

type TapProps = {
  readonly whole: boolean;
  readonly testid: string;
  readonly onTap: () => void;
  readonly children: ComponentChildren;
};

/** The same button when all is done: whoever counts with a keyboard is not thrown out of it. */
function Tap({ whole, testid, onTap, children }: TapProps) {
  return (
    <button
      type="button"
      class={whole ? "work-tap work-whole" : "work-tap"}
      aria-disabled={whole}
      data-testid={testid}
      onClick={() => (whole ? undefined : onTap())}
    >
      {whole ? (
        <>
          <Icon name="check" />
          <span>{t("The exercise is done")}</span>
        </>
      ) : (
        children
      )}
    </button>
  );
}

/** Each repetition is held for some seconds: the timer counts it when it is over. */
function Hold({ model, send, seconds }: Props & { seconds: number }) {
  const { timer } = model.work;
  const running = isRunning(timer);
  const left = seconds * 1000 - gone(timer ?? timerOf(seconds), model.now);
  return (
    <button
      type="button"
      class="work-less"
      data-testid="hold"
      aria-label={running ? t("Pause") : t("Hold for {n} seconds", { n: seconds })}
      onClick={() => {
        readySound();
        send({ type: running ? "pause" : "start", at: deviceNow() });
      }}
    >
      <Icon name={running ? "pause" : "clock"} />
      <small>{minutes(left)}</small>
    </button>
  );
}

function Timer({ model, send, part, asked }: CountProps) {
  const { timer } = model.work;
  const running = isRunning(timer);
  const whole = isWhole(part, asked);
  const set = setNow(part, asked);
  const shown = timer ?? timerOf(asked.each, doneIn(part, set));
  const past = gone(shown, model.now);
  const left = asked.each * 1000 - past;
  return (
    <div class="work-count">
      <button
        type="button"
        class="work-less"
        aria-label={t("Start the time again")}
        data-testid="restart"
        disabled={past === 0}
        onClick={() => send({ type: "restart", at: deviceNow() })}
      >
        <Icon name="refresh" />
      </button>
      <Tap
        whole={whole}
        testid="timer"
        onTap={() => {
          readySound();
          send({ type: running ? "pause" : "start", at: deviceNow() });
        }}
      >
        <Ring share={past / (asked.each * 1000)}>
          <Icon name={running ? "pause" : "play"} />
        </Ring>
        <span class="work-said">
          <strong class="work-clock" role="timer" data-testid="left">
            {minutes(left)}
          </strong>
          <span>
            {running ? t("Pause") : past > 0 ? t("Go on") : t("Start the time")}
            {asked.sets > 1 ? ` · ${setWords(set, asked)}` : ""}
          </span>
        </span>
      </Tap>
    </div>
  );
}

/** How much has gone, drawn round what it is of. */
function Ring({ share, children }: { share: number; children: ComponentChildren }) {
  return (
    <span class="work-ring">
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r="16" pathLength="100" />
        <circle
          cx="18"
          cy="18"
          r="16"
          pathLength="100"
          stroke-dasharray={`${Math.min(1, share) * 100} 100`}
        />
      </svg>
      <span>{children}</span>
    </span>
  );
}

/** The way back and the way on; `ready`: nothing more is expected here. */
export function Ways({
  model,
  send,
  ready,
  children,
}: Props & { ready: boolean; children?: ComponentChildren }) {
  const { place } = model.work;
  return (
    <Bar>
      {children}
      <div class="work-ways">
        {place > 0 ? <Previous model={model} send={send} /> : null}
        <button
          type="button"
          class={ready ? "button button-main" : "button"}
          data-testid="next"
          onClick={() => send({ type: "go", place: place + 1, at: deviceNow() })}
        >
          {t("Next")}
          <Icon name="chevron" />
        </button>
      </div>
    </Bar>
  );
}

export function Previous({ model, send }: Props) {
  return (
    <button
      type="button"
      class="button"
      data-testid="previous"
      onClick={() => send({ type: "go", place: model.work.place - 1, at: deviceNow() })}
    >
      <Icon name="back" />
      {t("Previous")}
    </button>
  );
}

/** A bar that would take more of the screen than this scrolls with the rest: with large text there is little room. */
const MOST_OF_SCREEN = 0.4;

export function Bar({ children }: { children: ComponentChildren }) {
  const bar = useRef<HTMLDivElement>(null);
  const [still, setStill] = useState(false);
  useEffect(() => {
    const measure = (): void => setStill((bar.current?.offsetHeight ?? 0) > innerHeight * MOST_OF_SCREEN);
    const watching = new ResizeObserver(measure);
    watching.observe(bar.current!);
    watching.observe(document.documentElement);
    return () => watching.disconnect();
  }, []);
  return (
    <div ref={bar} class={still ? "work-bar work-bar-still" : "work-bar"}>
      {children}
    </div>
  );
}
