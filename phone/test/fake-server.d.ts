export type Doc = { k: string; id: string; v: number; body: unknown };
export type FakeReply = { status: number; json: unknown };
export class FakeServer {
  static make(options?: { docs?: Doc[]; now?: () => number }): Promise<FakeServer>;
  epoch: string;
  ledger: { id: string; payload: string; device: string }[];
  docs: Doc[];
  calls: { path: string; body: any }[];
  down: boolean;
  loseReplies: number;
  revoked: boolean;
  offlineHours: number;
  refuse: (payload: any) => boolean;
  hold: (payload: any) => boolean;
  restoreTo(length: number): void;
  put(doc: { k: string; id: string; body: unknown }): void;
  remove(k: string, id: string): void;
  handle(path: string, body: unknown, authorization: string | null): Promise<FakeReply>;
  fetch: typeof fetch;
}
