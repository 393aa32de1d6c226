/** Speaks to the server: one call, one checked reply, never longer than eight seconds. */
import * as v from "valibot";
import { Problem } from "../contract/wire.ts";
import { failed, ok, type Result } from "../result.ts";

export type ApiProblem = {
  /** "offline" and "timeout" are ours; "bad_reply" is a reply we cannot read; all else the server's own code. */
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly next: string;
};

export type Post = <S extends v.GenericSchema>(
  path: string,
  schema: S,
  body: unknown,
) => Promise<Result<v.InferOutput<S>, ApiProblem>>;

const TIMEOUT_MS = 8000;
export const PROTOCOL = 1;

const problem = (code: string, status = 0, title = "", next = "") => failed({ code, status, title, next });

/** Older WebKit calls a timeout an abort; nobody else aborts our calls. */
const isTimeout = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === "TimeoutError" || error.name === "AbortError");

/** `authorization` is asked for at each call: null before enrolment. */
export const api =
  (authorization: () => string | null): Post =>
  async (path, schema, body) => {
    const token = authorization();
    let response: Response;
    let json: unknown;
    try {
      response = await fetch(`/api/v1/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...(token ? { Authorization: token } : {}) },
        body: JSON.stringify(body),
        credentials: "omit",
        cache: "no-store",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      json = await response.json().catch(() => null);
    } catch (error) {
      return problem(isTimeout(error) ? "timeout" : "offline");
    }
    if (!response.ok) {
      const said = v.safeParse(Problem, json);
      if (!said.success) return problem("server_error", response.status);
      const { code, title, next } = said.output.problem;
      return problem(code, response.status, title, next);
    }
    const reply = v.safeParse(schema, json);
    return reply.success ? ok(reply.output) : problem("bad_reply", response.status);
  };
