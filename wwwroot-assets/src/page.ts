// What the three plain pages have in common: the shell's `<main id="floor" data-hearing="…">`, its language and one hub.
import { FloorHub } from "./hub.ts";
import { openLink } from "./link.ts";
import { wordsFor, type Words } from "./messages.ts";
import { browserTime, type Time } from "./time.ts";
import { onWake } from "./wake.ts";
import type { FloorSource } from "./source.ts";
import type { Audience } from "./view.ts";

export interface Page {
  root: HTMLElement;
  hearing: string;
  source: FloorSource;
  words: Words;
  time: Time;
}

/** Mounts the page and then connects. */
export function openPage(audience: Audience, mount: (page: Page) => void): void {
  const root = document.getElementById("floor");
  if (root === null) throw new Error('The page has no <main id="floor">.');
  const words = wordsFor(document.documentElement.lang);
  const hearing = root.dataset["hearing"] ?? "";
  const hub = new FloorHub({
    hearing,
    audience,
    open: openLink,
    time: browserTime,
    random: Math.random,
    signInAgain: words.say("signInAgain"),
  });
  mount({ root, hearing, source: hub, words, time: browserTime });
  onWake(() => hub.wake());
  void hub.run();
}
