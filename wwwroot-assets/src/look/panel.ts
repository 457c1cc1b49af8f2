// The options of a screen as a panel that writes its address: nobody has to know what stands behind a question mark. It comes by the key `o`, or by
// the button that shows while the pointer moves; what is on the air shows no button.
import { make, setText } from "../dom.ts";
import { addressOf, choicesIn, looks, opaque, type Choices, type Field, type View } from "./look.ts";
import { languages, lookWords } from "./words.ts";

export interface PanelParts {
  view: View;
  lang: string;
  path: string;
  search: string;
  /** Shows the screen at an address. */
  go: (address: string) => void;
  origin: string;
}

export function mountPanel({ view, lang, path, search, go, origin }: PanelParts): void {
  const words = lookWords(lang);
  const look = looks[view];
  const chosen = choicesIn(search, look);
  const form = make("form", "look-form");
  const address = make("input", "look-address");
  const copy = make("button", "look-copy", words.copy);
  const show = make("button", "look-show", words.show);
  const close = make("button", "look-close", words.close);
  const heading = make("h2", "look-title", words.open);
  const dialog = make("dialog", "look", heading, form);
  const open = make("button", "look-open");
  const inputs = new Map<string, HTMLInputElement | HTMLSelectElement>();

  form.append(
    labelled(words.language, select("lang", [["", words.ofHearing], ...languages], chosen.lang)),
    ...look.fields.map((field) => labelled(words[field.label], control(field, chosen.fields[field.name] ?? ""))),
    make("fieldset", "look-parts", make("legend", "", words.shown), ...look.parts.map((part) => labelled(words[part], check(`part-${part}`, chosen.parts.has(part))))),
    labelled(words.address, address),
    make("div", "look-acts", show, copy, close),
  );
  heading.id = "look-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  address.readOnly = true;
  address.dir = "ltr";
  address.addEventListener("focus", () => address.select());
  copy.type = close.type = open.type = "button";
  open.setAttribute("aria-label", words.open);
  open.hidden = view === "overlay";
  write();

  form.addEventListener("input", write);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(written());
  });
  copy.addEventListener("click", () => {
    address.focus();
    // Not every page may write there; what is selected can be copied by hand.
    void navigator.clipboard?.writeText(address.value).then(() => setText(copy, words.copied), () => {});
  });
  close.addEventListener("click", () => dialog.close());
  open.addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    const free = !event.repeat && !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey && !dialog.open;
    if (free && event.key.toLowerCase() === "o") dialog.showModal();
  });
  document.body.append(open, dialog);

  function written(): string {
    const of = (name: string) => inputs.get(name)?.value ?? "";
    const on = (name: string) => (inputs.get(name) as HTMLInputElement).checked;
    const choices: Choices = {
      lang: of("lang"),
      fields: Object.fromEntries(look.fields.map((field) => [field.name, valueOf(field)])),
      parts: new Set(look.parts.filter((part) => on(`part-${part}`))),
    };
    return addressOf(path, search, look, choices);

    function valueOf({ kind, name }: Field): string {
      if (kind === "switch") return on(name) ? "on" : "off";
      // A colour that the picker cannot show stays as long as nobody picks another.
      const before = chosen.fields[name] ?? "";
      return kind === "colour" && of(name) === opaque(before) ? before : of(name);
    }
  }

  function write(): void {
    address.value = origin + written();
    setText(copy, words.copy);
  }

  function control(field: Field, value: string): HTMLElement {
    if (field.kind === "choice") return select(field.name, field.values.map(([of, key]) => [of, words[key]] as const), value);
    if (field.kind === "switch") return check(field.name, value === "on");
    const input = keep(field.name, make("input", `look-${field.kind}`));
    input.type = field.kind === "number" ? "number" : "color";
    if (field.kind === "number") [input.min, input.max, input.step] = [String(field.least), String(field.most), "1"];
    input.value = field.kind === "colour" ? opaque(value) : value;
    return input;
  }

  function select(name: string, values: readonly (readonly [string, string])[], value: string): HTMLElement {
    const field = keep(name, make("select", "look-choice"));
    for (const [of, text] of values) {
      const option = make("option", "", text);
      option.value = of;
      field.append(option);
    }
    field.value = values.some(([of]) => of === value) ? value : "";
    return field;
  }

  function check(name: string, on: boolean): HTMLElement {
    const input = keep(name, make("input", "look-check"));
    input.type = "checkbox";
    input.checked = on;
    return input;
  }

  function keep<T extends HTMLInputElement | HTMLSelectElement>(name: string, input: T): T {
    inputs.set(name, input);
    return input;
  }
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  return make("label", `look-field ${field.className}-field`, make("span", "", text), field);
}
