/**
 * The app's page lies on the phone, and with it what the browser lets it reach. When the server has named an address
 * since then, the page is laid there anew; it holds from when the app is opened next. Only the same page: another
 * version comes with its own files, when the user has said yes (app/worker.ts).
 */
const ANEW = "/app/-/page"; // no file: so it is the page, and not the one that lies here
const PAGES: readonly string[] = ["/app/", "/app/index.html"];

/** Never rejects. */
export async function layPageAnew(): Promise<void> {
  try {
    const fresh = await fetch(ANEW, { cache: "no-store", credentials: "omit" });
    if (!fresh.ok) return;
    const text = await fresh.clone().text();
    for (const name of await caches.keys()) {
      const shelf = await caches.open(name);
      for (const key of await shelf.keys()) {
        if (!PAGES.includes(new URL(key.url).pathname)) continue;
        const lies = await shelf.match(key);
        if (lies && (await lies.text()) === text) await shelf.put(key, fresh.clone());
      }
    }
  } catch {
    // no network or no room: the page that lies here goes on working
  }
}
