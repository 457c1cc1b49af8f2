// Single keys for a console. Whatever carries data-key="p" is pressed by that key – a field is gone to –, so that any part of a console may add
// a key of its own; several stand with a space between them, and "Enter" is the space bar as well. It is the button itself that is clicked:
// what it guards against, it guards against here too. WCAG 2.1.4: they can be switched off, and never fire where a key means something else.
import { isSeen, keyed, keysOf, listKeys, tellKeys } from "./key-help.ts";

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
/** Here Enter and the space bar already press what has the focus. */
const pressing = 'a, button, summary, label, iframe, [role="button"], [role="option"], [role="switch"], [tabindex]:not([tabindex="-1"])';
/** Something has been asked or unfolded: the next key is an answer to that. */
const open = ':is(dialog[open], [role="dialog"], [role="alertdialog"], [role="menu"], details.more[open], .mud-popover-open):not([hidden])';
const stored = "floormanager.keys";

export function listenToKeysIn(document: Document, storage: Pick<Storage, "getItem" | "setItem"> | null): void {
  let on = read(storage) !== "off";
  const sheet = () => document.querySelector<HTMLDialogElement>("dialog.keys");

  function act(key: string): boolean {
    const target = targetOf(document, key);
    if (target === null) return false;
    if (target.matches(typing)) target.focus();
    else target.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (!on || event.defaultPrevented || event.repeat || event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = event.target instanceof Element ? event.target : document.body;
    const key = keyOf(event);
    if (at.closest(typing) || (key === "Enter" && at.closest(pressing)) || document.querySelector(open)) return;
    if (act(key)) event.preventDefault();
  });

  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const shown = sheet();
    if (target.closest("[data-keys-open]") && shown) show(shown);
    if (target.closest("[data-keys-close]")) shown?.close();
  });

  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches("[data-keys-switch]")) return;
    on = target.checked;
    write(storage, on ? "on" : "off");
    tellKeys(document, on);
  });

  function show(dialog: HTMLDialogElement): void {
    const from = document.activeElement;
    const toggle = dialog.querySelector<HTMLInputElement>("[data-keys-switch]");
    if (toggle) toggle.checked = on;
    dialog.addEventListener("close", () => from instanceof HTMLElement && from.isConnected && from.focus(), { once: true });
    listKeys(dialog);
    dialog.showModal();
  }

  tellKeys(document, on);
  new MutationObserver(() => tellKeys(document, on)).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-key"],
  });
}

/** The character, whatever the capitals; on a keyboard without Latin letters, the letter that stands there on one that has them. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (key === " ") return "Enter";
  if (key.length > 1) return key;
  return /[^\0-\x7f]/.test(key) && code.startsWith("Key") ? code.slice(3).toLowerCase() : key.toLowerCase();
}

/** The first that can be pressed now. */
function targetOf(document: Document, key: string): HTMLElement | null {
  return (
    keyed(document).find(
      (element) => keysOf(element).includes(key) && !element.matches(':disabled, [aria-disabled="true"], [inert] *') && isSeen(element),
    ) ?? null
  );
}

function read(storage: Pick<Storage, "getItem"> | null): string | null {
  try {
    return storage?.getItem(stored) ?? null;
  } catch {
    return null; // a browser may refuse to remember
  }
}

function write(storage: Pick<Storage, "setItem"> | null, value: string): void {
  try {
    storage?.setItem(stored, value);
  } catch {
    // Then it holds until the page is left.
  }
}
