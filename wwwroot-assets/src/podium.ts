import { looks } from "./look/look.ts";
import { openScreen } from "./look/open.ts";
import { applyTo, optionsIn } from "./options.ts";
import { mountPodium } from "./podium-view.ts";

openScreen("podium", "podium", (page) => {
  applyTo(page.root, optionsIn(location.search), looks.podium.parts);
  mountPodium(page);
}, import.meta.url);
