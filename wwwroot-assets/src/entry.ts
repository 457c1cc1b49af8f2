// <input data-entry="…">: a field into which one entry after the other is typed, faster than the server answers. The server never writes into
// it – that would swallow the first letters of the next entry. Enter and Escape select what stands there, so that the next letter replaces it;
// when the server has taken the entry it changes the attribute, and what is still selected, because nobody has typed on, goes away.
// <textarea data-note>: Enter is meant for the server, which keeps what stands there; Shift and Enter make a line.

export function keepEntriesIn(document: Document): void {
  document.addEventListener("keydown", (event) => {
    const { target, key, shiftKey, isComposing } = event;
    if (isComposing) return;
    if (target instanceof HTMLTextAreaElement) {
      if (key !== "Enter" || shiftKey || target.dataset["note"] === undefined) return;
      event.preventDefault();
      if (isEntry(target)) target.select();
    } else if ((key === "Enter" || key === "Escape") && isEntry(target)) target.select();
  });
  // One who points at a person in the list means the same as Enter, and types on.
  document.addEventListener("click", ({ target }) => {
    const list = target instanceof Element ? target.closest('[role="option"]')?.parentElement : null;
    const field = list?.id ? document.querySelector(`[aria-controls="${list.id}"]`) : null;
    if (isEntry(field)) {
      field.focus();
      field.select();
    }
  });
  new MutationObserver((changes) => {
    for (const { target } of changes) if (isEntry(target) && isSelected(target)) target.value = "";
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-entry"] });
}

function isEntry(target: unknown): target is HTMLInputElement | HTMLTextAreaElement {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.dataset["entry"] !== undefined;
}

function isSelected(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  return field.selectionStart === 0 && field.selectionEnd === field.value.length;
}
