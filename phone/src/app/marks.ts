/** Moments a bench can read: app-start, lock-shown, pin-accepted, today-shown. */

export type Moment = "app-start" | "lock-shown" | "pin-accepted" | "today-shown";

export const mark = (moment: Moment): void => void performance.mark(moment);
