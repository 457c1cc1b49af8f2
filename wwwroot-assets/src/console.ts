import { onReconnection } from "./circuit.ts";
import { keepEntriesIn } from "./entry.ts";
import { FloorClock } from "./floor-clock.ts";
import { closeMenusFrom } from "./menus.ts";
import { browserTime } from "./time.ts";
import { TimeSince } from "./time-since.ts";

if (!customElements.get("floor-clock")) customElements.define("floor-clock", FloorClock);
if (!customElements.get("time-since")) customElements.define("time-since", TimeSince);
closeMenusFrom(document);
keepEntriesIn(document);

document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", (event) => {
  const { state } = (event as CustomEvent<{ state: string }>).detail;
  onReconnection(state, { fetch: (path) => fetch(path), reload: () => window.location.reload(), time: browserTime, random: Math.random });
});
