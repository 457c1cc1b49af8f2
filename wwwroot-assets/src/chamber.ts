import { mountChamber } from "./chamber-view.ts";
import { browserTones } from "./chime.ts";
import { looks } from "./look/look.ts";
import { openScreen } from "./look/open.ts";
import { applyTo, optionsIn } from "./options.ts";

openScreen("screen", "chamber", (page) => {
  const options = optionsIn(location.search);
  applyTo(page.root, options, looks.screen.parts);
  mountChamber(page, options.chime ? browserTones() : null);
}, import.meta.url);
