/** How the systems stand, drawn anew whenever the server has told. */
import { useEffect, useState } from "preact/hooks";
import { watchStatus } from "../../app/status.ts";
import type { Status } from "../../rules/trouble.ts";

export function useStatus(): Status | null {
  const [status, setStatus] = useState<Status | null>(null);
  useEffect(() => watchStatus(setStatus), []);
  return status;
}
