/** Asks for the day's news while somebody can see the page, and leaves alone a part that somebody is using. */

const EVERY_MS = 8_000;

export function keepBoardFresh(page: Document): void {
  if (page.querySelector("[data-fresh]") === null) return;
  const ask = (): void => {
    if (page.visibilityState === "visible" && !isInUse(page)) page.body.dispatchEvent(new Event("fresh"));
  };
  setInterval(ask, EVERY_MS);
  page.addEventListener("visibilitychange", ask);
  page.body.addEventListener("asof", (event) => {
    const place = page.querySelector("[data-asof]");
    if (place !== null && event instanceof CustomEvent) place.textContent = String(event.detail.value);
  });
}

/** An open list, or text being marked, must not be pulled away from under the reader. */
function isInUse(page: Document): boolean {
  const board = page.querySelector("[data-fresh]");
  const marked = page.getSelection();
  if (marked !== null && !marked.isCollapsed && board?.contains(marked.anchorNode)) return true;
  return page.activeElement instanceof HTMLSelectElement && board?.contains(page.activeElement) === true;
}
