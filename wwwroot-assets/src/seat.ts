import { send } from "./commands.ts";
import { openPage } from "./page.ts";
import { mountSeat } from "./seat-view.ts";

openPage("seat", (page) =>
  mountSeat(page, (hearing, command, onTrouble) =>
    send(hearing, command, onTrouble, { fetch: window.fetch.bind(window), time: page.time, random: Math.random }),
  ),
);
