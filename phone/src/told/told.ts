/** Is this phone told of disruptions? Only ever asked of the user by a button that they press themselves. */
import * as v from "valibot";
import type { ApiProblem, Post } from "../sync/api.ts";
import { PROTOCOL } from "../sync/api.ts";
import { failed, ok, type Result } from "../result.ts";

/** "hidden": not here, so nothing is said of it. "unable": this browser cannot. "blocked": the user said no to the browser. */
export type Told = "hidden" | "unable" | "blocked" | "off" | "on";
export type Looked = { readonly told: Told; readonly key: string };

/** What of the browser is needed; null in one that lacks it, as on an iPhone until the app is on the home screen. */
export type Browser = {
  readonly permission: () => NotificationPermission;
  readonly ask: () => Promise<NotificationPermission>;
  readonly now: () => Promise<PushSubscription | null>;
  readonly subscribe: (key: string) => Promise<PushSubscription>;
};

const Reply = v.looseObject({ key: v.string(), told: v.boolean() });
const PATH = "notices";

const problem = (code: string): Result<never, ApiProblem> => failed({ code, status: 0, title: "", next: "" });

export async function lookUp(post: Post, browser: Browser | null): Promise<Result<Looked, ApiProblem>> {
  const reply = await post(PATH, Reply, { protocol: PROTOCOL });
  if (!reply.ok) return reply;
  const { key, told } = reply.value;
  if (key === "") return ok({ told: "hidden", key });
  if (browser === null) return ok({ told: "unable", key });
  if (browser.permission() === "denied") return ok({ told: "blocked", key });
  const subscribed = await browser.now();
  return ok({ told: told && subscribed !== null && isFor(subscribed, key) ? "on" : "off", key });
}

/** Agreed with the browser first, then with the server; when the server has not heard of it, it is undone. */
export async function agree(post: Post, browser: Browser, key: string): Promise<Result<Told, ApiProblem>> {
  if ((await browser.ask()) !== "granted")
    return ok<Told>(browser.permission() === "denied" ? "blocked" : "off");
  const subscription = await subscribed(browser, key);
  if (subscription === null) return problem("push_service");
  const { endpoint, keys } = subscription.toJSON();
  const address = { endpoint, key: keys?.p256dh ?? "", auth: keys?.auth ?? "" };
  const reply = await post(PATH, Reply, { protocol: PROTOCOL, wanted: true, address });
  if (reply.ok) return ok<Told>("on");
  await subscription.unsubscribe();
  return reply;
}

/** Without network too: the server finds out when it next tries to send. */
export async function decline(post: Post, browser: Browser | null): Promise<void> {
  const told = post(PATH, Reply, { protocol: PROTOCOL, wanted: false });
  await (await browser?.now())?.unsubscribe();
  await told;
}

/** null: the browser maker's service cannot be reached. */
async function subscribed(browser: Browser, key: string): Promise<PushSubscription | null> {
  try {
    const had = await browser.now();
    if (had && isFor(had, key)) return had;
    await had?.unsubscribe();
    return await browser.subscribe(key);
  } catch {
    return null;
  }
}

/** A server that has lost its key has a new one, and cannot use what was agreed with the old. */
function isFor(subscription: PushSubscription, key: string): boolean {
  const theirs = subscription.options.applicationServerKey;
  if (theirs === null) return false;
  const text = btoa(String.fromCharCode(...new Uint8Array(theirs)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") === key;
}
