import type { ComponentChildren } from "preact";
import type { Shown } from "../document-view.js";
import type { Spot } from "../../pipeline/model/spot.js";
import type { Sum as SumOf, Term } from "../model/sums.js";
import { useWords } from "../shared/language.js";
import { difference, grouped } from "../shared/numbers.js";

interface Props extends Pick<Shown, "choose"> {
  readonly sum: SumOf;
}

/** A sum as it is added up: each addend leads to its cell, and the difference is told in yuan. */
export function Sum({ sum: { stated, parts, computed }, choose }: Props) {
  const { say } = useWords();
  const off = difference(stated.amount, computed.amount);
  const addends = parts.flatMap(({ spot }) => spot ?? []);
  return (
    <table class="sum">
      <tbody>
        {parts.map((part, i) => (
          <Line key={i} sign={i === 0 ? "" : "+"} amount={part.amount}>
            <TermName term={part} choose={(spot) => choose(spot)} />
          </Line>
        ))}
        <Line sign="=" amount={computed.amount} look="total">
          {say("computed")}
        </Line>
        <Line sign={off === "0" ? "✓" : "✗"} amount={stated.amount}>
          <TermName term={stated} choose={(spot) => choose(spot, addends)} />
        </Line>
        {off !== "0" && (
          <Line sign="" amount={off} look="off">
            {say("difference")}
          </Line>
        )}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly sign: string;
  readonly amount: string;
  readonly look?: "total" | "off";
  readonly children: ComponentChildren;
}

function Line({ sign, amount, look, children }: LineProps) {
  return (
    <tr class={look}>
      <td class="sign">{sign}</td>
      <th scope="row">{children}</th>
      <td class="number">{grouped(amount)}</td>
    </tr>
  );
}

function TermName({ term, choose }: { term: Term; choose: (spot: Spot) => void }) {
  const { name, spot } = term;
  if (spot === null) return <>{name}</>;
  return (
    <button type="button" class="link" onClick={() => choose(spot)}>
      {name}
    </button>
  );
}
