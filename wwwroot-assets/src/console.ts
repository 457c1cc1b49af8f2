import { FloorClock } from "./floor-clock.ts";

if (!customElements.get("floor-clock")) customElements.define("floor-clock", FloorClock);
