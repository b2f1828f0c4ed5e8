import { describe, expect, test } from "vitest";
import { isNextForm } from "../../../../normalizers/structure/stitch/stitch-headers.js";
import { part, stitched } from "../../../pipeline/make-parts.js";

/** A sheet whose title and year are rows of its grid. */
const sheet = (page: number, name: string, funds: string) =>
  part({
    page,
    rows: [
      ["项目绩效目标表", "<", "<"],
      ["（2031年度）", "<", "<"],
      ["项目名称", name, "<"],
      ["主管部门", "县水务局", "<"],
      ["项目资金", funds, "<"],
    ],
  });

describe("sheets of one form on pages of their own", () => {
  test("are not one, though title and year are the same", () => {
    const document = stitched(sheet(1, "清淤", "5.00"), sheet(2, "修渠", "6.00"));
    expect(document.blocks).toHaveLength(2);
  });

  test.each([
    [
      "other labels",
      [
        ["产出指标", "长度", "≥9米"],
        ["效益指标", "水质", "≥3类"],
      ],
      false,
    ],
    [
      "one label again",
      [
        ["项目名称", "修渠", "<"],
        ["效益指标", "水质", "<"],
      ],
      false,
    ],
    [
      "the same labels",
      [
        ["项目名称", "修渠", "<"],
        ["主管部门", "县水务局", "<"],
      ],
      true,
    ],
    [
      "the same rows",
      [
        ["项目名称", "清淤", "<"],
        ["主管部门", "县水务局", "<"],
      ],
      false,
    ],
  ] as const)("are told by what follows the title: %s", (_, rest, expected) => {
    const title = [
      ["项目绩效目标表", "<", "<"],
      ["（2031年度）", "<", "<"],
    ];
    const next = part({ page: 2, rows: [...title, ...rest] });
    expect(isNextForm(sheet(1, "清淤", "5.00"), next, 2)).toBe(expected);
  });
});
