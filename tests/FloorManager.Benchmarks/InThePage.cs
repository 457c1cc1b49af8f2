namespace FloorManager.Benchmarks;

/// <summary>What the browser is told to do and to watch on the chair's console. A frame is painted when the task after its callbacks runs.</summary>
internal static class InThePage
{
    /// <summary>
    /// From the start of the navigation: until the first request stands there, and until the console has answered the first thing done with it – a letter typed
    /// into the search takes the suggestions away.
    /// </summary>
    public const string WatchTheOpening =
        """
        window.opened = new Promise((resolve) => {
          let drawn = 0;
          new MutationObserver((_, observer) => {
            const find = document.getElementById("pool-find");
            if (!drawn && find && document.querySelector(".pool-rows .row .give") && document.querySelector(".suggestion")) {
              drawn = performance.now();
              find.value = "p";
              find.dispatchEvent(new Event("input", { bubbles: true }));
            } else if (drawn && !document.querySelector(".suggestion")) {
              observer.disconnect();
              requestAnimationFrame(() => setTimeout(() => resolve([drawn, performance.now()])));
            }
          }).observe(document, { childList: true, subtree: true });
        });
        """;

    /// <summary>From the click: until the name of who has the floor is in the page, and until the frame that shows it is painted; then that moment by the machine's time.</summary>
    public const string WatchTheFloor =
        """
        () => {
          let began = 0;
          document.addEventListener("click", () => (began = performance.now()), { capture: true, once: true });
          window.given = new Promise((resolve) => {
            new MutationObserver((_, observer) => {
              if (!document.querySelector(".floor-name")) return;
              observer.disconnect();
              const shown = performance.now();
              requestAnimationFrame(() => setTimeout(() => resolve([shown - began, performance.now() - began, performance.timeOrigin + performance.now()])));
            }).observe(document.body, { childList: true, subtree: true });
          });
        }
        """;

    public const string GiveTheFirst = """() => document.querySelector(".pool-rows .row .give").click()""";

    public const string FloorIsFree = """() => !document.querySelector(".floor-name")""";
}
