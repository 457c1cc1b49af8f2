/** Makes an element of a class with what stands in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** A place for a name or other text from outside: it brings its own direction. */
export function makeBdi(): HTMLElement {
  const bdi = document.createElement("bdi");
  bdi.dir = "auto";
  return bdi;
}

/** A text from outside in a place of its own. */
export function bdi(text: string): HTMLElement {
  const place = makeBdi();
  place.textContent = text;
  return place;
}

/** Touches the page only when the text is another one: a live region would speak again, a layout would run again. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Text or nothing at all: an element without text is taken out of the page. */
export function setOptional(element: HTMLElement, text: string, place: Element = element): void {
  setText(place, text);
  element.hidden = text === "";
}
