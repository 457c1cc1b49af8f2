import { make } from "./dom.ts";
import type { Words } from "./messages.ts";
import type { FloorView } from "./view.ts";

/** "We resume at 15:00": a line whose time can be set larger than its words. Languages put the time where they like. */
export class Resumption {
  readonly line: HTMLElement;
  readonly #words: Words;
  #shown: string | null = null;

  constructor(className: string, words: Words) {
    this.line = make("p", className);
    this.line.hidden = true;
    this.#words = words;
  }

  show({ resumesAt }: FloorView): void {
    const at = resumesAt?.trim() ?? "";
    this.line.hidden = at === "";
    if (at === this.#shown) return;
    this.#shown = at;
    const time = make("time", "resume-time", at);
    time.dir = "ltr";
    // The message is asked for with its own placeholder, which then marks the place of the time.
    const [before = "", after = ""] = this.#words.say("resumesAt", { time: "{time}" }).split("{time}");
    this.line.replaceChildren(before, time, after);
  }
}
