/** Hands the outbox over as a file. */
import { outboxFile, outboxFileName } from "../log/export.ts";
import type { OutboxRow } from "../vault/vault.ts";

export function saveOutbox(device: string, rows: readonly OutboxRow[], at: number): void {
  const text = JSON.stringify(outboxFile(device, rows, at));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = outboxFileName(at);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
