import { describe, expect, test } from "vitest";
import { codeNameFits } from "../../../../normalizers/checks/across/code-name-fits.js";
import { amount, reading, unable } from "../make-reading.js";

const coded = (code: string, label: string) =>
  codeNameFits.run(
    reading({
      amounts: [amount("3.00", { table_kind: "budget_general_public_basic", code, label })],
    }),
  );

describe("code_name_fits", () => {
  test("doubts a name of something else", () => {
    expect(coded("30201", "公务接待费").findings).toMatchObject([
      { severity: "warning", expected: "办公费", actual: "公务接待费" },
    ]);
  });

  test("doubts a code that does not exist", () => {
    expect(coded("30277", "特别费用").findings).toMatchObject([
      { severity: "warning", actual: "特别费用" },
    ]);
  });

  test.each([
    ["30201", "办公费"],
    ["30231", "公务用车运行维护费用"],
  ])("passes %s %s", (code, label) => {
    expect(coded(code, label)).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    ["公务用餐招待", 0, "two of five"],
    ["公务接待", 1, "one of three"],
  ])("of %s makes %d findings: %s pairs of characters are those of the name", (label, findings) => {
    expect(coded("30231", label).findings).toHaveLength(findings);
  });

  test("says where, and what the name is", () => {
    expect(coded("30201", "公务接待费").findings).toMatchObject([
      {
        table_no: 1,
        row: 1,
        page: 3,
        facts: { code: "30201", label: "公务接待费", names: ["办公费"] },
      },
    ]);
    expect(coded("30277", "特别费用").findings.map((found) => "expected" in found)).toEqual([
      false,
    ]);
  });

  test.each([
    ["is of another list", "40277", "特别费用"],
    ["has four digits", "3027", "特别费用"],
    ["has nine digits", "302770101", "特别费用"],
    ["has letters", "A30277", "特别费用"],
    ["has a label without words", "30201", "——"],
    ["has a shortened label", "30201", "办公"],
    ["has a longer label", "30201", "局机关办公费用"],
    ["has blanks in its label", "30201", "办 公 费"],
  ])("passes a code that %s: %s %s", (_, code, label) => {
    expect(coded(code, label)).toMatchObject({ compared: 1, findings: [] });
  });

  test("tells a code with its name once, with another name again", () => {
    const one = { table_kind: "budget_general_public_basic", code: "30201" } as const;
    const amounts = ["公务接待费", "公务接待费", "会议费"].map((label) =>
      amount("3.00", { ...one, label }),
    );
    expect(codeNameFits.run(reading({ amounts }))).toMatchObject({
      compared: 2,
      findings: [{ actual: "公务接待费" }, { actual: "会议费" }],
    });
  });

  test.each([
    ["without a code", null, "办公费"],
    ["without a name", "30201", null],
    ["with a total for a name", "30201", "小计"],
  ])("cannot run on rows %s", (_, code, label) => {
    const amounts = [amount("3.00", { table_kind: "budget_general_public_basic", code, label })];
    expect(codeNameFits.run(reading({ amounts }))).toMatchObject(unable);
  });
});
