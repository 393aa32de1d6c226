/** The service worker: the whole app is stored at installation, so that it opens without network or server. */
import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

type Stored = { readonly url: string; readonly revision: string | null };
type Waiting = { readonly waitUntil: (work: Promise<unknown>) => void };
type Pushed = Waiting & { readonly data: { readonly json: () => unknown } | null };
type Clicked = Waiting & { readonly notification: { readonly close: () => void } };
type Page = {
  readonly url: string;
  readonly focus: () => Promise<unknown>;
  readonly postMessage: (message: { readonly type: string }) => void;
};
/** Static routing: in Chromium, not yet in the libraries of TypeScript. */
type Installing = { readonly addRoutes?: (routes: readonly object[]) => Promise<void> };
type Listen = ((kind: "message", listener: (event: { data?: { type?: string } }) => void) => void) &
  ((kind: "install", listener: (event: Waiting & Installing) => void) => void) &
  ((kind: "push", listener: (event: Pushed) => void) => void) &
  ((kind: "notificationclick", listener: (event: Clicked) => void) => void) &
  ((kind: "activate", listener: (event: Waiting) => void) => void);
type Worker = {
  readonly __WB_MANIFEST: Stored[];
  readonly skipWaiting: () => Promise<void>;
  readonly registration: {
    readonly showNotification: (title: string, options: object) => Promise<void>;
  };
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: (which: object) => Promise<readonly Page[]>;
    readonly openWindow: (address: string) => Promise<unknown>;
  };
  readonly addEventListener: Listen;
};
declare const self: Worker;

const PAGE = "/app/index.html";
const ICON = "/app/icons/beredd-192.png";
const TOLD = "TOLD"; // heard in app/worker.ts
const files = self.__WB_MANIFEST;
const stored = new PrecacheController();

stored.addToCacheList(files);
cleanupOutdatedCaches();
registerRoute(new PrecacheRoute(stored));
registerRoute(new NavigationRoute(stored.createHandlerBoundToURL(PAGE), { allowlist: [/^\/app\//] }));

// Waking this worker costs a cold start more than anything it does: a browser that can be told where the files lie takes
// them itself. It looks for /app/ as it stands, so the page lies once more under that name, in a cache for each version,
// since a new one waits until the user has said yes. Where it finds nothing it asks the network, never this worker:
// therefore the installation fails if the page could not be laid there.
const PAGES = "beredd-page-";
const ours = PAGES + String(files.find(({ url }) => PAGE.endsWith(`/${url}`))?.revision);
const routes = [
  {
    condition: { urlPattern: { pathname: "/app/", search: "" }, requestMode: "navigate" },
    source: { cacheName: ours },
  },
  { condition: { urlPattern: { pathname: "/app/assets/*" } }, source: "cache" },
];

self.addEventListener("install", (event) => {
  event.waitUntil(stored.install(event).then(layPage));
  if (event.addRoutes) event.waitUntil(event.addRoutes(routes));
});

async function layPage(): Promise<void> {
  const page = await stored.matchPrecache(PAGE);
  if (!page) throw new Error("The page was not stored");
  await (await caches.open(ours)).put("/app/", page);
}

async function dropOtherPages(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(PAGES) && name !== ours);
  await Promise.all(others.map((name) => caches.delete(name)));
}

// The very first page is served from here too, so that it can lose the network a second after it was opened.
self.addEventListener("activate", (event) =>
  event.waitUntil(Promise.all([self.clients.claim(), stored.activate(event), dropOtherPages()])),
);

// The page asks when the user has said yes; until then the old version goes on working.
self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});

// A notice from the server, as encrypted for this phone: src/beredd/notices/rules/push.py. The same tag again replaces
// what is shown, without a sound.
self.addEventListener("push", (event) => event.waitUntil(show(event.data?.json())));

async function show(said: unknown): Promise<void> {
  const { title = "Beredd", text = "", tag = "" } = (said ?? {}) as Record<string, string | undefined>;
  await self.registration.showNotification(title, { body: text, tag, icon: ICON });
}

// Opens the app where it says what is going on: above today's list.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openApp());
});

async function openApp(): Promise<unknown> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const [page] = pages.filter(({ url }) => new URL(url).pathname.startsWith("/app/"));
  if (!page) return self.clients.openWindow("/app/");
  page.postMessage({ type: TOLD });
  return page.focus();
}
