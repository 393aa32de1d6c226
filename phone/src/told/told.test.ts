/** A phone agrees to be told only when browser and server both have it; and it can always say no again. */
import { expect, test } from "vitest";
import * as v from "valibot";
import type { Post } from "../sync/api.ts";
import { failed, ok } from "../result.ts";
import { agree, decline, lookUp, type Browser } from "./told.ts";

const KEY = "BAAB-_8";
const bytes = (text: string) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0)).buffer;

/** A browser as the Push API describes it, and a server as src/beredd/phone_api/notices.py answers. */
function scene({ answer = "granted" as NotificationPermission, key = KEY, service = true } = {}) {
  let permission: NotificationPermission = "default";
  let subscription: PushSubscription | null = null;
  let told = false;
  let down = false;
  const asked: unknown[] = [];
  const made = (forKey: string): PushSubscription =>
    ({
      options: { applicationServerKey: bytes(forKey), userVisibleOnly: true },
      toJSON: () => ({ endpoint: "https://push.example/1", keys: { p256dh: "p", auth: "a" } }),
      unsubscribe: async () => {
        subscription = null;
        return true;
      },
    }) as unknown as PushSubscription;
  const browser: Browser = {
    permission: () => permission,
    ask: async () => (permission = answer),
    now: async () => subscription,
    subscribe: async (forKey) => {
      if (!service) throw new DOMException("Registration failed", "AbortError");
      return (subscription = made(forKey));
    },
  };
  const post: Post = async (path, schema, body) => {
    if (down) return failed({ code: "offline", status: 0, title: "", next: "" });
    asked.push([path, body]);
    const { wanted } = body as { wanted?: boolean };
    if (wanted !== undefined) told = wanted;
    return ok(v.parse(schema, { key, told }));
  };
  return {
    browser,
    post,
    asked,
    has: () => subscription !== null,
    cut: () => (down = true),
    old: () => (subscription = made("AAAA")),
  };
}

test("nothing is asked of the user by looking", async () => {
  const { browser, post, has } = scene();
  expect(await lookUp(post, browser)).toEqual(ok({ told: "off", key: KEY }));
  expect([browser.permission(), has()]).toEqual(["default", false]);
});

test("agreed with the browser and the server, it is on; and off again", async () => {
  const { browser, post, asked, has } = scene();
  expect(await agree(post, browser, KEY)).toEqual(ok("on"));
  expect(asked).toEqual([
    [
      "notices",
      { protocol: 1, wanted: true, address: { endpoint: "https://push.example/1", key: "p", auth: "a" } },
    ],
  ]);
  expect(await lookUp(post, browser)).toEqual(ok({ told: "on", key: KEY }));
  await decline(post, browser);
  expect(has()).toBe(false);
  expect(await lookUp(post, browser)).toEqual(ok({ told: "off", key: KEY }));
});

test("when the server has not heard of it, it is undone", async () => {
  const { browser, post, cut, has } = scene();
  cut();
  expect((await agree(post, browser, KEY)).ok).toBe(false);
  expect(has()).toBe(false);
});

test("without network it is off all the same: the server finds out when it sends", async () => {
  const { browser, post, cut, has } = scene();
  await agree(post, browser, KEY);
  cut();
  await decline(post, browser);
  expect(has()).toBe(false);
});

test("a server with a new key is agreed with anew", async () => {
  const { browser, post, old } = scene();
  old();
  expect(await lookUp(post, browser)).toEqual(ok({ told: "off", key: KEY }));
  expect(await agree(post, browser, KEY)).toEqual(ok("on"));
  expect(await lookUp(post, browser)).toEqual(ok({ told: "on", key: KEY }));
});

test("each way in which it cannot be is told apart", async () => {
  const said = async (made: ReturnType<typeof scene>, browser: Browser | null = made.browser) => {
    const found = await lookUp(made.post, browser);
    return found.ok && found.value.told;
  };
  expect(await said(scene({ key: "" }))).toBe("hidden");
  expect(await said(scene(), null)).toBe("unable");
  const no = scene({ answer: "denied" });
  expect(await agree(no.post, no.browser, KEY)).toEqual(ok("blocked"));
  expect(await said(no)).toBe("blocked");
  const unheard = scene({ service: false });
  const reply = await agree(unheard.post, unheard.browser, KEY);
  expect(!reply.ok && reply.problem.code).toBe("push_service");
  expect(unheard.asked).toEqual([]);
});
