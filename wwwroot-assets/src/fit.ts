// Fits a picture into the screen. The style sheet knows a size for every step (`data-fit`); here the first step is
// found at which nothing overflows and the name keeps to its lines. The sizes end at what the last row can still read.

const any = Infinity;

/**
 * How many lines the name may take at each step. First it shrinks, then it wraps, then the digits give way, then the end of a long
 * message. Only a name that fills the screen by itself falls, at the last step, below what the last row can read.
 */
const linesAtStep = [1, 1, 2, any, any, any, any, any, any, any] as const;

/** From this step on the word stands beside the digits instead of below them. */
const besideFrom = 4;

export function fit(root: HTMLElement, name: HTMLElement): void {
  for (const [step, lines] of linesAtStep.entries()) {
    root.dataset["fit"] = String(step);
    root.toggleAttribute("data-beside", step >= besideFrom);
    if (linesOf(name) <= lines && !overflows(root)) return;
  }
}

function overflows(element: HTMLElement): boolean {
  return element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
}

/** How many lines the text of an element takes; 0 where it is not shown. */
export function linesOf(element: HTMLElement): number {
  const lineHeight = parseFloat(getComputedStyle(element).lineHeight);
  return lineHeight > 0 ? Math.round(element.offsetHeight / lineHeight) : 0;
}
