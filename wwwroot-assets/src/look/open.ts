import { openPage, type Page } from "../page.ts";
import { mountPanel } from "./panel.ts";
import type { Audience } from "../view.ts";
import type { View } from "./look.ts";

/** Opens a view of the room that nobody touches, with the panel of its options; in a console's preview there is none. */
export function openScreen(view: View, audience: Audience, mount: (page: Page) => void, address: string): void {
  openPage(audience, mount, address);
  if (window.parent !== window) return;
  const { origin, pathname, search } = location;
  mountPanel({ view, lang: document.documentElement.lang, path: pathname, search, origin, go: (to) => location.assign(to) });
}
