/** How large a page is shown: 1 is as wide as the phone. Pure. */

const MOST = 4;
const STEP = 1.5;

const within = (zoom: number): number => Math.min(MOST, Math.max(1, zoom));

export const larger = (zoom: number): number => within(zoom * STEP);
export const smaller = (zoom: number): number => within(zoom / STEP);
export const mayGrow = (zoom: number): boolean => zoom < MOST;
export const mayShrink = (zoom: number): boolean => zoom > 1;

type Point = { readonly clientX: number; readonly clientY: number };
const apart = (a: Point, b: Point): number => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

/** Two fingers that are twice as far apart as they were make the page twice as large. */
export function pinched(zoom: number, before: readonly [Point, Point], now: readonly [Point, Point]): number {
  const start = apart(...before);
  return start === 0 ? zoom : within((zoom * apart(...now)) / start);
}
