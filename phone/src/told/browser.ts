/** The browser's own Push API. */
import type { Browser } from "./told.ts";

export async function browserHere(): Promise<Browser | null> {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window))
    return null;
  const registration = await navigator.serviceWorker.getRegistration("/app/");
  if (!registration) return null;
  return {
    permission: () => Notification.permission,
    ask: () => Notification.requestPermission(),
    now: () => registration.pushManager.getSubscription(),
    subscribe: (key) =>
      registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }),
  };
}
