import { useReport, useWords } from "../shared/language.js";
import { Section } from "../shared/parts.js";

/** How much there is. */
export function Overview() {
  const { say, value } = useWords();
  const { data } = useReport();
  const { issuers, amounts, open, firstYear, lastYear, documents } = data.counts;
  const years = firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`;
  return (
    <Section name="overview">
      <dl class="counts">
        <Count name={say("issuers")} of={issuers} />
        <Count name={say("years")} of={years ?? ""} />
        <Count name={say("amounts")} of={amounts} />
        <Count name={say("open")} of={open} />
        {Object.entries(documents).map(([status, count]) => (
          <Count key={status} name={`${say("documents")}: ${value(status)}`} of={count} />
        ))}
      </dl>
      <p class="note">
        {say("about")}
        {data.inspector !== null && (
          <>
            {" "}
            {say("places")} <code>gongkai view OUT</code> ({data.inspector})
          </>
        )}
      </p>
    </Section>
  );
}

function Count({ name, of }: { name: string; of: number | string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{typeof of === "number" ? of.toLocaleString("en") : of}</dd>
    </div>
  );
}
