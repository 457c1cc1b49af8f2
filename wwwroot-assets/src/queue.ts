import { mountQueue } from "./queue-view.ts";
import { openPage } from "./page.ts";

openPage("queue", mountQueue);
