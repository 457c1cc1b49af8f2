// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { TimeSince } from "../src/time-since.ts";
import { HandTime } from "./clocks.ts";

test("A waiting time is said in whole minutes and goes on by itself", () => {
  const time = (TimeSince.time = new HandTime());
  if (!customElements.get("time-since")) customElements.define("time-since", TimeSince);
  document.body.innerHTML = '<time-since data-ms="59000"></time-since>';
  const since = document.querySelector<HTMLElement>("time-since")!;
  expect(since.textContent).toBe("just now");
  time.pass(1_000);
  expect(since.textContent).toBe("1 min");
  time.pass(60_000);
  expect(since.textContent).toBe("2 min");
  since.dataset["ms"] = "600000";
  expect(since.textContent).toBe("10 min");
  since.remove();
  time.pass(120_000);
  expect(since.textContent).toBe("10 min");
});
