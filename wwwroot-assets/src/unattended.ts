// What a screen needs that nobody touches for a day: it stays awake, shows no pointer, and becomes a new page when the server has a new one.
import type { Time } from "./time.ts";

/** So long the pointer stands still, and it is in the way. */
const pointerRestsMs = 3_000;

export interface Renewal {
  /** The page as the server would give it now; null where it does not answer. */
  fetchPage: () => Promise<string | null>;
  /** File name of the script that runs; it has another with every change. */
  script: string;
  reload: () => void;
}

/** Called with each connection after the first: a server that comes back may be a new one. */
export async function renew({ fetchPage, script, reload }: Renewal): Promise<void> {
  const page = await fetchPage().catch(() => null);
  // A page without any script is an error or somebody else's: what is here goes on.
  if (page !== null && page.includes("<script") && page.includes('id="floor"') && !page.includes(script)) reload();
}

/** The machine's display must not go dark. Not every browser can be asked, and one that is not seen need not. */
export function keepAwake(): void {
  const ask = () => {
    if (document.visibilityState === "visible") void navigator.wakeLock?.request("screen").catch(() => {});
  };
  document.addEventListener("visibilitychange", ask);
  ask();
}

export function hidePointer(root: HTMLElement, time: Time): void {
  let cancel = () => {};
  const rest = () => root.toggleAttribute("data-still", true);
  window.addEventListener("pointermove", () => {
    cancel();
    root.toggleAttribute("data-still", false);
    cancel = time.after(pointerRestsMs, rest);
  });
  rest();
}
