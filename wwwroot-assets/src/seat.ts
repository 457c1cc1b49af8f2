import { send } from "./commands.ts";
import { openPage } from "./page.ts";
import { finder } from "./seat-people.ts";
import { mountSeat } from "./seat-view.ts";

openPage("seat", (page) =>
  mountSeat(
    page,
    (hearing, command, onTrouble) =>
      send(hearing, command, onTrouble, { fetch: window.fetch.bind(window), time: page.time, random: Math.random, lang: document.documentElement.lang }),
    tabStorage(),
    finder(window.fetch.bind(window), page.time),
  ),
);

/** A browser may forbid it by throwing. */
function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
