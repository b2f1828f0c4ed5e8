import { countStates, STATES } from "../model/cell-states.js";
import type { Judged } from "../model/cell-states.js";
import { useWords } from "./language.js";

/** What the tints of cells mean, with how many cells have each. */
export function Legend({ judged }: { judged: ReadonlyMap<string, Judged> }) {
  const { say } = useWords();
  const counts = countStates(judged.values());
  return (
    <ul class="legend">
      {STATES.filter((state) => counts[state] > 0).map((state) => (
        <li key={state}>
          <span class={`swatch ${state}`} aria-hidden="true" /> {say(state)}{" "}
          <span class="count">{counts[state].toLocaleString("en")}</span>
        </li>
      ))}
    </ul>
  );
}
