import { describe, expect, test } from "vitest";
import { captionAlone } from "../../../../normalizers/checks/unread/caption-alone.js";
import { said, unable } from "../make-reading.js";

const run = (...lines: readonly string[]) => captionAlone.run(said(...lines));

describe("caption_alone", () => {
  test.each([
    { of: "nothing", lines: ["部门支出总表", "单位：万元"] },
    { of: "prose", lines: ["部门支出总表", "（2024年度）", "金额单位：元", "二、其他说明"] },
    {
      of: "a further caption",
      lines: ["部门支出总表", "单位名称：云溪县财政局 单位：万元", "部门收入总表"],
    },
  ])("tells of a caption with a unit over $of", ({ lines }) => {
    expect(run(...lines).findings).toMatchObject([
      { severity: "warning", leavesUnread: true, facts: { caption: "部门支出总表" } },
    ]);
  });

  test.each([
    { of: "a note that it is empty", lines: ["部门支出总表", "单位：万元", "本部门无此项支出。"] },
    { of: "lines of its amounts", lines: ["部门支出总表", "单位：万元", "合计 12.50 10.00"] },
  ])("says nothing of one over $of", ({ lines }) => {
    expect(run(...lines)).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    { of: "a caption alone", lines: ["部门支出总表", "正文。"] },
    { of: "a unit alone", lines: ["正文。", "单位：万元"] },
    { of: "a sentence about units", lines: ["见下表", "本表所列单位：财政局。"] },
  ])("cannot run on $of", ({ lines }) => {
    expect(run(...lines)).toMatchObject(unable);
  });
});
