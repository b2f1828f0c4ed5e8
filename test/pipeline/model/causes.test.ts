import { expect, test } from "vitest";
import { runChecks } from "../../../pipeline/model/check.js";
import { finding, type Rule, sentencesOf } from "../../../pipeline/model/finding.js";
import { reading } from "../../normalizers/checks/make-reading.js";

const about = { en: "About.", zh: "内容。" };
const lost: Rule = {
  id: "lost",
  severity: "warning",
  explains: true,
  about,
  say: { en: () => "Lost.", zh: () => "缺失。" },
};
const sum: Rule = {
  id: "sum",
  severity: "error",
  about,
  say: { en: () => "It fails.", zh: () => "不符。" },
};

/** What is published of a failed sum in table 2, an addend of which stands in table 3. */
function failedSum(lostIn: number, compares = true) {
  const failed = finding(sum, {}, { table_no: 2, related: [{ name: "一", table_no: 3 }] });
  const run = () => ({ compared: 1, findings: [failed] });
  const check = { rule: sum, run, ...(compares ? { compares: true as const } : {}) };
  const findings = [finding(lost, {}, { table_no: lostIn, row: 4 })];
  return runChecks(reading({ findings }), [check]).findings;
}

test.each([2, 3])(
  "a sum over a table %i that was not read whole is a warning with its cause",
  (table) => {
    const [found] = failedSum(table);
    expect(found).toMatchObject({
      severity: "warning",
      facts: { cause: { rule: "lost", table_no: table } },
      related: [{ name: "一" }, { name: "lost", table_no: table, row: 4 }],
    });
    expect(found === undefined ? null : sentencesOf(found)).toEqual({
      en: `It fails. Table ${table} was not read whole (\`lost\`).`,
      zh: `不符。第${table}张表未读全（\`lost\`）。`,
    });
  },
);

test("a sum over other tables stays an error, as does what is no sum", () => {
  expect(failedSum(4)).toMatchObject([{ severity: "error", facts: {} }]);
  expect(failedSum(2, false)).toMatchObject([{ severity: "error", facts: {} }]);
});
