// Hands the secret of an invitation, /join#<secret>, to the page's form. The part behind # never travels with an address and stands in no log.
import { secretIn } from "./exchange.ts";

function takeFromAddress(): void {
  const secret = secretIn(window.location.hash);
  const form = document.getElementById("join-open");
  const field = document.getElementById("join-secret");
  if (!(form instanceof HTMLFormElement) || !(field instanceof HTMLInputElement)) return;
  if (secret === "") {
    // Without one there is nothing to continue with.
    const told = document.getElementById("join-told");
    if (told && told.textContent === "") told.textContent = told.dataset["noSecret"] ?? "";
    form.hidden = true;
    return;
  }
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  field.value = secret;
  form.hidden = false;
  form.requestSubmit();
}

takeFromAddress();
window.addEventListener("hashchange", takeFromAddress);
