/** Takes the reader to the error summary, or after a part of the page was changed, to the word about it. */

export function focusErrors(page: Document): void {
  const summary = page.querySelector<HTMLElement>("[data-errors]");
  if (summary !== null) {
    summary.focus();
    page.title = `${summary.dataset["errors"] ?? ""} ${page.title}`;
  }
}
