/** Registers the service worker. A new version waits until the user says so: never a blind skipWaiting. */

/** Calls `onWaiting` with the function that switches to the new version, `onTold` when a notice has been tapped. */
export async function registerWorker(
  onWaiting: (update: () => void) => void,
  onTold: () => void,
): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const registration = await navigator.serviceWorker
    .register("/app/sw.js", { scope: "/app/", updateViaCache: "none" })
    .catch(() => null);
  if (!registration) return;
  const offer = (): void => {
    const { waiting } = registration;
    if (waiting && navigator.serviceWorker.controller) onWaiting(() => switchTo(waiting));
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
  navigator.serviceWorker.addEventListener("message", (event: MessageEvent<{ type?: string }>) => {
    if (event.data.type === "TOLD") onTold();
  });
  setInterval(() => void registration.update().catch(() => undefined), 3600_000);
}

function switchTo(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ type: "SKIP_WAITING" });
}
