/** Counts down to a time limit while the page is open; without a script it says how long was left when it was opened. */

const EVERY_MS = 15_000;

export function countDown(page: Document): void {
  const places = [...page.querySelectorAll<HTMLElement>("[data-counts-down]")].filter(
    (one) => one.textContent !== "",
  );
  if (places.length === 0) return;
  setInterval(() => {
    for (const place of places) place.textContent = left(place, Date.now());
  }, EVERY_MS);
}

function left(place: HTMLElement, now: number): string {
  const minutes = Math.ceil((Date.parse(place.dataset["countsDown"] ?? "") - now) / 60_000);
  const words = place.dataset["words"] ?? "";
  return minutes > 0 ? words.replace("{n}", String(minutes)) : (place.dataset["over"] ?? "");
}
