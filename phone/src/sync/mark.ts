/** A mark names the point in the server's ledger that an answer stood on. We hold on to the furthest one. Pure. */

const place = (mark: string): { epoch: string; position: number } | null => {
  const found = /^([^:]+):(\d+):/.exec(mark);
  return found ? { epoch: found[1]!, position: Number(found[2]) } : null;
};

/** Within an epoch the furthest wins (it proves a restore); a mark of another epoch replaces the old. */
export function furthest(ours: string | null, theirs: string | null): string | null {
  if (!theirs || !ours) return theirs ?? ours;
  const [a, b] = [place(ours), place(theirs)];
  return a && b && a.epoch === b.epoch && a.position > b.position ? ours : theirs;
}
