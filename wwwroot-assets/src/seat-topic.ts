// What the request is about, if its holder likes to say so: one of the panel's guiding questions, or none.
import { make } from "./dom.ts";
import type { Words } from "./messages.ts";
import type { SeatPanel } from "./view.ts";

export interface TopicPart {
  element: HTMLElement;
  /** Shows the panel's topics while something may be asked; a choice stays while the panel does. */
  show(panel: SeatPanel | null, mayAsk: boolean): void;
  /** Null where none was chosen. */
  chosen(): string | null;
}

export function makeTopic(words: Words): TopicPart {
  const field = make("select", "seat-topic-field");
  const label = make("label", "seat-topic-label", words.say("topicLabel"));
  const element = make("div", "seat-topic", label, field);
  let offered = "";

  field.id = label.htmlFor = "seat-topic";
  field.dir = "auto";
  element.hidden = true;

  return {
    element,
    show(panel, mayAsk) {
      const topics = panel?.topics ?? [];
      element.hidden = !mayAsk || topics.length === 0;
      const offer = JSON.stringify([panel?.id, topics]);
      if (offer === offered) return;
      offered = offer;
      field.replaceChildren(option("", words.say("topicNone")), ...topics.map(({ id, text }) => option(id, text)));
    },
    chosen: () => (element.hidden || field.value === "" ? null : field.value),
  };
}

function option(value: string, text: string): HTMLElement {
  const made = make("option", "", text);
  made.value = value;
  return made;
}
