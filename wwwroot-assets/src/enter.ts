// Signs in with the secret of a link, /enter#<secret>. The part behind # never travels with a request and stands in no log.
import { exchange, secretIn } from "./exchange.ts";
import { wordsFor } from "./messages.ts";

const words = wordsFor(document.documentElement.lang);
const status = document.getElementById("enter-status");
const field = document.getElementById("enter-key");

function signIn(key: string): void {
  const outcome = exchange(key, () => new XMLHttpRequest());
  if (outcome.location !== null) {
    window.location.replace(outcome.location);
    return;
  }
  if (status) status.textContent = outcome.detail ?? words.say(outcome.reached ? "enterFailed" : "enterOffline");
}

document.getElementById("enter-form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const key = field instanceof HTMLInputElement ? field.value.trim() : "";
  if (key !== "") signIn(key);
});

function takeFromAddress(): void {
  const secret = secretIn(window.location.hash);
  if (secret === "") return;
  // Out of the address bar before anything else: a projector shows it to the whole room.
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  signIn(secret);
}

takeFromAddress();
// A second link opened in the same tab changes what stands behind # and loads nothing.
window.addEventListener("hashchange", takeFromAddress);
