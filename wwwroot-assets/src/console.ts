import { Reconnection, retryAfterMs } from "./circuit.ts";
import { dropUnmeantClicksIn } from "./clicks.ts";
import { keepEntriesIn } from "./entry.ts";
import { FloorClock } from "./floor-clock.ts";
import { keepFocusIn } from "./focus.ts";
import { closeMenusFrom } from "./menus.ts";
import { SeatMap } from "./seat-map.ts";
import { listenToKeysIn } from "./shortcuts.ts";
import { browserTime } from "./time.ts";
import { TimeSince } from "./time-since.ts";

if (!customElements.get("floor-clock")) customElements.define("floor-clock", FloorClock);
if (!customElements.get("time-since")) customElements.define("time-since", TimeSince);
if (!customElements.get("seat-map")) customElements.define("seat-map", SeatMap);
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

// The server pings every two seconds. A line that falls silent without being closed is left after three missed ones, and not after half a minute
// in which the chair believes that what it does is done; and an attempt that nobody answers does not hold the next one up.
const silenceMs = 7_000;

interface SignalRBuilder {
  withUrl(url: string, options: { timeout: number }): SignalRBuilder;
  withServerTimeout(ms: number): SignalRBuilder;
}

declare const Blazor: {
  start(options: {
    circuit: {
      configureSignalR(builder: SignalRBuilder): void;
      reconnectionOptions: { maxRetries: number; retryIntervalMilliseconds(attemptsBefore: number): number };
    };
  }): Promise<void>;
};

const reconnection = new Reconnection({
  fetch: (path) => fetch(path),
  reload: () => window.location.reload(),
  time: browserTime,
  random: Math.random,
});
document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", (event) => {
  const { state } = (event as CustomEvent<{ state: string }>).detail;
  reconnection.tell(state);
  if (state !== "hide") return;
  // An attempt that failed halfway is told by Blazor as an error of the console; with the line back it is none.
  document.getElementById("blazor-error-ui")?.style.removeProperty("display");
  // What was typed without a line was not sent: the list must mean what stands in the field.
  document.querySelectorAll("[data-entry]").forEach((field) => field.dispatchEvent(new Event("input", { bubbles: true })));
});

void Blazor.start({
  circuit: {
    configureSignalR: (builder) => void builder.withUrl("_blazor", { timeout: silenceMs }).withServerTimeout(silenceMs),
    reconnectionOptions: { maxRetries: Infinity, retryIntervalMilliseconds: (attemptsBefore) => retryAfterMs(attemptsBefore, Math.random) },
  },
});
