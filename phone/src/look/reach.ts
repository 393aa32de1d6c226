/** Tries one address as far as a browser lets a page try it: an opaque answer is an answer. Never rejects. */
import type { Got } from "./judge.ts";

const OURS = "/api/v1/hello";

/** All of a round: by target, what came of each address; our own server among them. */
export async function reachAll(
  targets: Readonly<Record<string, readonly string[]>>,
  server: string,
  timeoutMs: number,
): Promise<Readonly<Record<string, readonly Got[]>>> {
  const barred = new Set<string>();
  const onBarred = ({ blockedURI }: SecurityPolicyViolationEvent): void =>
    void barred.add(origin(blockedURI));
  document.addEventListener("securitypolicyviolation", onBarred);
  try {
    const tries = Object.entries(targets).map(async ([target, addresses]) => {
      const others = addresses.map((address) => reach(address, { mode: "no-cors" }, timeoutMs));
      const ours = target === server ? [reach(OURS, {}, timeoutMs)] : [];
      return [target, addresses, await Promise.all([...others, ...ours])] as const;
    });
    const found = await Promise.all(tries);
    await new Promise((done) => setTimeout(done)); // a violation is told of after the fetch has failed
    return Object.fromEntries(
      found.map(([target, addresses, those]) => [target, those.map((one, at) => named(one, addresses[at]))]),
    );
  } finally {
    document.removeEventListener("securitypolicyviolation", onBarred);
  }

  // The page may be older than what may be tried: then it was the browser that said no.
  function named(one: Got, address: string | undefined): Got {
    return one === "silent" && address !== undefined && barred.has(origin(address)) ? "barred" : one;
  }
}

async function reach(address: string, how: RequestInit, timeoutMs: number): Promise<Got> {
  const began = performance.now();
  try {
    const response = await fetch(address, {
      ...how,
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const seconds = (performance.now() - began) / 1000;
    return response.type === "opaque" || response.ok ? { seconds } : { seconds, error: true };
  } catch {
    return "silent";
  }
}

const origin = (address: string): string => {
  try {
    return new URL(address, location.href).origin;
  } catch {
    return address;
  }
};
