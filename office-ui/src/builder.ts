/** The programme builder: dragging, Alt with the arrow keys, and that nothing written is lost. */
import type Sortable from "sortablejs";

export function buildProgrammes(page: Document): void {
  const builder = page.querySelector<HTMLElement>("[data-builder]");
  if (builder === null) return;
  builder.addEventListener("keydown", moveByKey);
  void letDrag(builder);
  saveOnLeaving(page, builder);
  waitForSaving(page);
  saySaved(page);
}

/** What is typed is sent first: pressing the button takes the focus from the field. */
function moveByKey(event: KeyboardEvent): void {
  const wanted = event.key === "ArrowUp" ? "[data-up]" : event.key === "ArrowDown" ? "[data-down]" : null;
  if (!event.altKey || wanted === null || !(event.target instanceof Element)) return;
  const line = event.target.closest<HTMLElement>("[data-line]");
  if (line === null) return;
  event.preventDefault();
  if (event.target instanceof HTMLInputElement)
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
  line.querySelector<HTMLButtonElement>(wanted)?.click();
}

/** The list is drawn anew after each change, so each new list is made to be dragged in. */
async function letDrag(builder: HTMLElement): Promise<void> {
  const { default: sortable } = await import("sortablejs");
  const ready = new WeakSet<Element>();
  const look = (): void => {
    const list = builder.querySelector<HTMLElement>("[data-sortable]");
    if (list === null || ready.has(list)) return;
    ready.add(list);
    sortable.create(list, {
      handle: "[data-grip]",
      animation: wantsLessMotion() ? 0 : 150,
      ghostClass: "line--ghost",
      onEnd: moveByDrag,
    });
    list.dataset["ready"] = "";
  };
  look();
  builder.addEventListener("htmx:afterSettle", look);
}

function moveByDrag({ item, newIndex, oldIndex }: Sortable.SortableEvent): void {
  const to = item.querySelector<HTMLInputElement>("[data-to]");
  if (to === null || newIndex === undefined || newIndex === oldIndex) return;
  to.value = String(newIndex + 1);
  item.querySelector<HTMLButtonElement>("[data-move]")?.click();
}

/** A field is saved when one leaves it; who leaves the page in the middle of one is saved from there. */
function saveOnLeaving(page: Document, builder: HTMLElement): void {
  page.addEventListener("visibilitychange", () => {
    const field = page.activeElement;
    if (page.visibilityState !== "hidden" || !(field instanceof HTMLInputElement)) return;
    const form = field.form;
    if (form === null || form.method !== "post" || !builder.contains(form)) return;
    const told = new FormData(form);
    if (field.closest("[data-line]") !== null) told.set("do", "dose");
    navigator.sendBeacon(form.action, told);
  });
}

/** The next page must show what was written last: a link waits for what is under way. */
function waitForSaving(page: Document): void {
  let underWay = 0;
  let next: string | null = null;
  page.body.addEventListener("htmx:beforeRequest", () => {
    underWay += 1;
  });
  page.body.addEventListener("htmx:afterRequest", () => {
    underWay -= 1;
    if (underWay === 0 && next !== null) page.location.assign(next);
  });
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (underWay === 0 || link === null || link.target !== "" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    next = link.href;
  });
}

/** Nobody must believe that a change is kept when it is not. */
function saySaved(page: Document): void {
  const show = (saved: boolean) => (): void => {
    for (const yes of page.querySelectorAll<HTMLElement>(".saved__yes")) yes.hidden = !saved;
    for (const no of page.querySelectorAll<HTMLElement>(".saved__no")) no.hidden = saved;
  };
  for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"])
    page.body.addEventListener(failure, show(false));
  page.body.addEventListener("htmx:afterOnLoad", show(true));
}

const wantsLessMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
