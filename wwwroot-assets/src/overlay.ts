import { openScreen } from "./look/open.ts";
import { mountOverlay } from "./overlay-view.ts";

openScreen("overlay", "chamber", (page) => mountOverlay(page, location.search), import.meta.url);
