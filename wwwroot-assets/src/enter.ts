// Signs in with the secret of a link, /enter#<secret>. The part behind # never travels with a request and stands in no log.
import { exchange, secretIn } from "./exchange.ts";
import { wordsFor, type PlainKey } from "./messages.ts";
import { codeIn, prove, type Proof } from "./proof.ts";

const words = wordsFor(document.documentElement.lang);
const status = document.getElementById("enter-status");
const field = document.getElementById("enter-key");

// The page comes in the two languages of the consoles; a delegate who types a code reads their own.
for (const element of document.querySelectorAll<HTMLElement>("[data-word]")) element.textContent = words.say(element.dataset["word"] as PlainKey);

// A key that is entered while another is worked for takes its place.
let newest = 0;

function signIn(key: string, proof: Proof | null = null, rounds = 3): void {
  const mine = ++newest;
  const { location, refused, task } = exchange(key, () => new XMLHttpRequest(), proof);
  if (location !== null) {
    window.location.replace(location);
    return;
  }
  // Asked again where the work took longer than it is good for, or the network changed the address.
  const goesOn = task !== null && rounds > 0;
  if (status) status.textContent = words.say(goesOn ? "enterChecking" : refused);
  if (!goesOn) return;
  void prove(task, codeIn(key), () => mine === newest).then((found) => {
    if (found !== null && mine === newest) signIn(key, found, rounds - 1);
  });
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
