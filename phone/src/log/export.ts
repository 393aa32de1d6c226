/** The outbox as a file: sealed boxes that any enrolled phone, or the office, can hand to the server. */
import { iso } from "../clock.ts";
import type { OutboxRow } from "../vault/vault.ts";

export type OutboxFile = {
  readonly format: "beredd-outbox-1";
  readonly device: string;
  readonly made_at: string;
  readonly boxes: readonly string[];
};

/** Everything the server has not safely answered, refused events too. Holds nothing readable. */
export const outboxFile = (device: string, rows: readonly OutboxRow[], at: number): OutboxFile => ({
  format: "beredd-outbox-1",
  device,
  made_at: iso(at),
  boxes: rows.filter((row) => row.answer === null || row.answer === "refused").map((row) => row.box),
});

/** beredd-osant-2026-11-23-0912.json */
export const outboxFileName = (at: number): string =>
  `beredd-osant-${iso(at).slice(0, 16).replace("T", "-").replace(":", "")}.json`;
