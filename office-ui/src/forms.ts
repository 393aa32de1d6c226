/** Forms that save a click: a choice that sends itself, and boxes that say how many are ticked. */

export function submitOnChange(page: Document): void {
  page.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement)) return;
    if (target.hasAttribute("data-submits")) target.form?.requestSubmit();
  });
}

/** A second click while the first is under way must not prescribe twice. */
export function sendOnce(page: Document): void {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset["sent"] !== undefined) event.preventDefault();
    form.dataset["sent"] = "";
  });
  window.addEventListener("pageshow", () => {
    for (const form of page.querySelectorAll<HTMLFormElement>("form[data-sent]")) delete form.dataset["sent"];
  });
}

/** `data-chooses="name"`: ticks all boxes of that name; `data-chosen="name"`: shows how many are. */
export function countChosen(page: Document): void {
  page.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "checkbox") return;
    const all = target.dataset["chooses"];
    if (all !== undefined) for (const box of boxes(page, all)) box.checked = target.checked;
    for (const place of page.querySelectorAll<HTMLElement>("[data-chosen]")) {
      const ticked = boxes(page, place.dataset["chosen"] ?? "").filter((box) => box.checked);
      place.textContent = String(ticked.length);
    }
  });
}

function boxes(page: Document, name: string): HTMLInputElement[] {
  return [...page.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${CSS.escape(name)}"]`)];
}
