/** The print button: shown only where a script can print. Everything folded away is opened on paper. */

export function printOnClick(page: Document): void {
  page.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-print]") !== null) window.print();
  });
  window.addEventListener("beforeprint", () => {
    for (const fold of page.querySelectorAll<HTMLDetailsElement>("details[data-print-open]"))
      fold.open = true;
  });
}
