import { mountChamber } from "./chamber-view.ts";
import { openPage } from "./page.ts";

openPage("chamber", mountChamber);
