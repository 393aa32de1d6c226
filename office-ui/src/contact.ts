/** Says so when the server does not answer: what stands on the page may then be old. */

export function announceSilence(page: Document): void {
  const band = page.querySelector<HTMLElement>("[data-silence]");
  if (band === null) return;
  const show = (silent: boolean) => (): void => {
    band.hidden = !silent;
  };
  page.body.addEventListener("htmx:sendError", show(true));
  page.body.addEventListener("htmx:timeout", show(true));
  page.body.addEventListener("htmx:afterOnLoad", show(false));
}
