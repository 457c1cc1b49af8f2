// Wishes that were not reached: what would have been said can be handed in in writing. A text that is being typed is never written over.
import { make, setText } from "./dom.ts";
import type { Answer } from "./commands.ts";
import type { Words } from "./messages.ts";
import type { Unheard } from "./view.ts";

/** As the server takes it. */
const longest = 4000;

export type HandIn = (requestId: string, text: string, onTrouble: () => void) => Promise<Answer>;

export class UnheardList {
  readonly root = make("section", "seat-unheard");
  readonly #forms = new Map<string, UnheardForm>();
  readonly #words: Words;
  readonly #handIn: HandIn;

  constructor(words: Words, handIn: HandIn) {
    [this.#words, this.#handIn] = [words, handIn];
    this.root.hidden = true;
  }

  show(unheard: readonly Unheard[]): void {
    for (const [id, form] of this.#forms) {
      if (unheard.some((each) => each.requestId === id)) continue;
      form.root.remove();
      this.#forms.delete(id);
    }
    for (const each of unheard) {
      let form = this.#forms.get(each.requestId);
      if (form === undefined) {
        form = new UnheardForm(each, this.#words, this.#handIn);
        this.#forms.set(each.requestId, form);
        this.root.append(form.root);
      }
      form.show(each);
    }
    this.root.hidden = unheard.length === 0;
  }
}

class UnheardForm {
  readonly root = make("form", "seat-hand-in");
  readonly #text = make("textarea", "seat-hand-in-text");
  readonly #button = make("button", "seat-hand-in-send");
  readonly #told = make("p", "seat-hand-in-told");
  readonly #words: Words;
  #handedIn: string | null = null;
  #sending = false;

  constructor({ requestId, panel }: Unheard, words: Words, handIn: HandIn) {
    this.#words = words;
    const id = `hand-in-${requestId}`;
    const heading = make("h2", "seat-hand-in-heading", words.say("unheardHeading", { panel }));
    const label = make("label", "seat-hand-in-label", words.say("unheardSentence", { longest: String(longest) }));
    label.htmlFor = this.#text.id = id;
    heading.dir = this.#text.dir = "auto";
    [this.#text.rows, this.#text.maxLength] = [6, longest];
    this.#text.addEventListener("input", () => setText(this.#told, ""));
    this.#told.setAttribute("role", "status");
    this.#button.type = "submit";
    this.root.append(heading, label, this.#text, this.#button, this.#told);
    this.root.addEventListener("submit", (e) => {
      e.preventDefault();
      void this.#send(requestId, handIn);
    });
    this.#label();
  }

  show({ text }: Unheard): void {
    // What the desk handed in for them comes into a field that they have not touched.
    if (text !== null && this.#text.value.trim() === (this.#handedIn ?? "")) this.#text.value = text;
    this.#handedIn = text ?? this.#handedIn;
    this.#label();
  }

  async #send(requestId: string, handIn: HandIn): Promise<void> {
    const text = this.#text.value.trim();
    if (this.#sending || text === "") return;
    this.#sending = true;
    this.#tell("unheardSending");
    const answer = await handIn(requestId, text, () => this.#tell("unheardRetrying"));
    this.#sending = false;
    if (answer.accepted) this.#handedIn = text;
    this.#label();
    if (answer.accepted) this.#tell("unheardDone");
    else setText(this.#told, answer.sentence ?? this.#words.say("notAccepted"));
  }

  #tell(key: "unheardSending" | "unheardRetrying" | "unheardDone"): void {
    setText(this.#told, this.#words.say(key));
  }

  #label(): void {
    setText(this.#button, this.#words.say(this.#handedIn === null ? "unheardHandIn" : "unheardAgain"));
  }
}
