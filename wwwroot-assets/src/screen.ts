// A screen of the room as the secretariat knows it: a name that stays with this browser, what it shows, and how exactly it knows the time. It takes three
// orders: to say which one it is, to be called something else, and to show another page of the same hearing.
import { make } from "./dom.ts";
import type { Time } from "./time.ts";
import { uuid } from "./uuid.ts";

/** So long somebody looks from the list to the wall and back. */
const identifiedMs = 10_000;
const idKey = "floormanager.screen";
const nameKey = "floormanager.screen-name";

export interface Report {
  id: string;
  name: string;
  page: string;
}

export interface Orders {
  Identify: (number: number) => void;
  Rename: (name: string) => void;
  Open: (page: string) => void;
}

export interface ScreenParts {
  root: HTMLElement;
  storage: Pick<Storage, "getItem" | "setItem">;
  /** Path and query of the page. */
  page: string;
  time: Time;
  open: (page: string) => void;
}

export class Screen {
  readonly #parts: ScreenParts;
  readonly #number = make("p", "screen-number");
  #cancel = () => {};

  constructor(parts: ScreenParts) {
    this.#parts = parts;
    this.#number.hidden = true;
    this.#number.dir = "ltr";
    parts.root.after(this.#number);
  }

  report(): Report {
    const { storage, page } = this.#parts;
    let id = storage.getItem(idKey);
    if (id === null) storage.setItem(idKey, (id = uuid()));
    return { id, name: storage.getItem(nameKey) ?? "", page };
  }

  readonly orders: Orders = {
    Identify: (number) => {
      // What is on the air stays as it is.
      if (/\/overlay(\?|$)/.test(this.#parts.page)) return;
      this.#cancel();
      this.#number.textContent = String(number);
      this.#number.hidden = false;
      this.#cancel = this.#parts.time.after(identifiedMs, () => (this.#number.hidden = true));
    },
    Rename: (name) => this.#parts.storage.setItem(nameKey, name),
    Open: (page) => {
      if (isScreen(page)) this.#parts.open(page);
    },
  };
}

/** A view of a hearing on this server: an order leads nowhere else. */
export function isScreen(page: string): boolean {
  return /^\/[a-z0-9-]+\/(screen|queue|podium|overlay)(\?[^#]*)?$/.test(page);
}
