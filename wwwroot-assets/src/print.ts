// The record's pages are printed, or saved as a PDF, by the browser.
document.getElementById("print")?.addEventListener("click", () => window.print());
