/** Moments a bench can read: app-start, lock-shown, pin-accepted, today-shown (its first screenful), today-whole. */

export type Moment = "app-start" | "lock-shown" | "pin-accepted" | "today-shown" | "today-whole";

export const mark = (moment: Moment): void => void performance.mark(moment);
