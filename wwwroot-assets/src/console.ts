import { Reconnection } from "./circuit.ts";
import { keepEntriesIn } from "./entry.ts";
import { FloorClock } from "./floor-clock.ts";
import { keepFocusIn } from "./focus.ts";
import { closeMenusFrom } from "./menus.ts";
import { browserTime } from "./time.ts";
import { TimeSince } from "./time-since.ts";

if (!customElements.get("floor-clock")) customElements.define("floor-clock", FloorClock);
if (!customElements.get("time-since")) customElements.define("time-since", TimeSince);
closeMenusFrom(document);
keepEntriesIn(document);
keepFocusIn(document);

declare const Blazor: { reconnect(): Promise<boolean> };

const reconnection = new Reconnection({
  fetch: (path) => fetch(path),
  reconnect: () => Blazor.reconnect(),
  reload: () => window.location.reload(),
  time: browserTime,
  random: Math.random,
});
document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", (event) =>
  reconnection.tell((event as CustomEvent<{ state: string }>).detail.state),
);
