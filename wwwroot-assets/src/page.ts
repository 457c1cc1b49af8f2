// What the plain pages have in common: the shell's `<main id="floor" data-hearing="…">`, its language and one hub.
import { FloorHub } from "./hub.ts";
import { openLink } from "./link.ts";
import { wordsFor, type Words } from "./messages.ts";
import { browserTime, type Time } from "./time.ts";
import { Screen } from "./screen.ts";
import { hidePointer, keepAwake, renew, type Renewal } from "./unattended.ts";
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

/**
 * Mounts the page and then connects.
 * @param address The address of the script, for a screen that nobody touches: it stays awake and becomes a new page with a new deployment.
 */
export function openPage(audience: Audience, mount: (page: Page) => void, address?: string): void {
  // In a console's preview it is nobody's screen.
  const script = window.parent === window ? address : undefined;
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
    ...(script === undefined ? {} : { screen: screenOf(root) }),
  });
  mount({ root, hearing, source: hub, words, time: browserTime });
  onWake(() => hub.wake());
  if (script !== undefined) leaveAlone(hub, script);
  void hub.run();
}

function leaveAlone(source: FloorSource, script: string): void {
  const renewal: Renewal = {
    fetchPage: async () => {
      const answer = await fetch(location.href, { cache: "no-store" });
      return answer.ok ? answer.text() : null;
    },
    script: new URL(script).pathname.split("/").pop() ?? "",
    reload: () => location.reload(),
  };
  let connections = 0;
  keepAwake();
  hidePointer(document.documentElement, browserTime);
  source.onConnection(({ state }) => {
    if (state === "connected" && ++connections > 1) void renew(renewal);
  });
}

function screenOf(root: HTMLElement): Screen {
  return new Screen({ root, storage: localStorage, page: location.pathname + location.search, time: browserTime, open: (page) => location.assign(page) });
}
