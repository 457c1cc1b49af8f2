import { Reconnection } from "./circuit.ts";
import { dropUnmeantClicksIn } from "./clicks.ts";
import { keepEntriesIn } from "./entry.ts";
import { FloorClock } from "./floor-clock.ts";
import { keepFocusIn } from "./focus.ts";
import { closeMenusFrom } from "./menus.ts";
import { listenToKeysIn } from "./shortcuts.ts";
import { browserTime } from "./time.ts";
import { TimeSince } from "./time-since.ts";

if (!customElements.get("floor-clock")) customElements.define("floor-clock", FloorClock);
if (!customElements.get("time-since")) customElements.define("time-since", TimeSince);
closeMenusFrom(document);
keepEntriesIn(document);
keepFocusIn(document);
dropUnmeantClicksIn(document, browserTime);
listenToKeysIn(document, storageOf(window));

/** A browser may forbid it by throwing. */
function storageOf(window: Window): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

declare const Blazor: { reconnect(): Promise<boolean> };

const reconnection = new Reconnection({
  fetch: (path) => fetch(path),
  reconnect: () => Blazor.reconnect(),
  reload: () => window.location.reload(),
  time: browserTime,
  random: Math.random,
});
document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", (event) => {
  const { state } = (event as CustomEvent<{ state: string }>).detail;
  reconnection.tell(state);
  // What was typed without a line was not sent: the list must mean what stands in the field.
  if (state === "hide") document.querySelectorAll("[data-entry]").forEach((field) => field.dispatchEvent(new Event("input", { bubbles: true })));
});
