import { looks } from "./look/look.ts";
import { openScreen } from "./look/open.ts";
import { applyTo, optionsIn } from "./options.ts";
import { mountQueue } from "./queue-view.ts";

openScreen("queue", "queue", (page) => {
  applyTo(page.root, optionsIn(location.search), looks.queue.parts);
  mountQueue(page);
}, import.meta.url);
