/**
 * Calls when the page comes back to somebody's eyes or to the network. A sleeping device may have stopped its monotonic clock, so
 * whatever was counted from an old anchor is in doubt.
 */
export function onWake(wake: () => void): void {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") wake();
  });
  document.addEventListener("resume", wake);
  window.addEventListener("pageshow", (event) => {
    // The first pageshow of a page is its birth.
    if (event.persisted) wake();
  });
  window.addEventListener("online", wake);
}
