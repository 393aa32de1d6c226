/** The service worker: the whole app is stored at installation, so that it opens without network or server. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

type Worker = {
  __WB_MANIFEST: (string | { url: string; revision: string | null })[];
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener: ((kind: "message", listener: (event: { data?: { type?: string } }) => void) => void) &
    ((kind: "activate", listener: (event: { waitUntil: (work: Promise<void>) => void }) => void) => void);
};
declare const self: Worker;

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL("/app/index.html"), { allowlist: [/^\/app\//] }));

// The very first page is served from here too, so that it can lose the network a second after it was opened.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// The page asks when the user has said yes; until then the old version goes on working.
self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});
