import { make, setText } from "./dom.ts";
import type { Words } from "./messages.ts";
import type { Connection } from "./source.ts";

/** The mark of a plain page: nothing while the line is there, else what is the matter – and where to sign in when that is the matter. */
export function tellIn(mark: HTMLElement, connection: Connection, words: Words): void {
  mark.hidden = connection.state === "connected";
  if (connection.state !== "refused") return setText(mark, connection.state === "connected" ? "" : words.say(connection.state));
  // The refusal comes again every half minute: the link that somebody is about to open stays the same.
  if (mark.querySelector("a") !== null && mark.firstChild?.textContent === connection.sentence) return;
  const enter = make("a", "mark-enter", words.say("enterByCode"));
  enter.href = "/enter";
  mark.replaceChildren(make("span", "mark-sentence", connection.sentence), " ", enter);
}
