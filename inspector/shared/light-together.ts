/**
 * Lights a cell on both sides of the screen while the pointer is over it on either. Nothing is drawn
 * anew for it: a table may have thousands of cells. Returns what ends it.
 */
export function lightTogether(root: HTMLElement): () => void {
  let lit: readonly Element[] = [];
  const light = ({ target }: Event) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
    for (const element of lit) element.classList.remove("lit");
    const key = cell?.dataset["cell"];
    lit = key === undefined ? [] : [...root.querySelectorAll(`[data-cell="${key}"]`)];
    for (const element of lit) element.classList.add("lit");
  };
  root.addEventListener("pointerover", light);
  root.addEventListener("pointerleave", light);
  return () => {
    root.removeEventListener("pointerover", light);
    root.removeEventListener("pointerleave", light);
  };
}
