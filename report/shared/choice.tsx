import { useState } from "preact/hooks";
import type { ByIssuer } from "../../panel/report/data.js";
import { useWords } from "./language.js";
import { useMore, useWanted } from "./parts.js";

/** One issuer of a part, and what chooses another. Of those that are looked for the first, until one is chosen. */
export function useIssuer<T>({ issuers, more }: ByIssuer<T>) {
  const { say } = useWords();
  const wanted = useWanted(issuers, ({ name }) => name);
  const [chosen, choose] = useState("");
  const left = useMore(more, "moreIssuers");
  const issuer = wanted.find(({ name }) => name === chosen) ?? wanted[0];
  const choice = (
    <p class="choice">
      <label>
        {say("issuer")}{" "}
        <select value={issuer?.name ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
          {wanted.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>{" "}
      {left !== undefined && <span class="more">{left}</span>}
    </p>
  );
  return { issuer, choice };
}
