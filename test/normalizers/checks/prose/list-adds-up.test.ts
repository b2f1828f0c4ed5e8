import { describe, expect, test } from "vitest";
import { listAddsUp } from "../../../../normalizers/checks/prose/list-adds-up.js";
import { said, unable } from "../make-reading.js";

const listed = (text: string) => listAddsUp.run(said(text));

describe("list_adds_up", () => {
  test.each([
    ["more than the total", "货物4.00万元、工程0万元、服务9.00万元", "error", "13万元"],
    ["less than the total", "货物4.00万元、服务7.00万元", "warning", "11万元"],
    ["more than the total, and is not all", "货物4.00万元、服务9.00万元等", "error", "13万元"],
  ])("finds a list that makes %s", (...[, list, severity, expected]) => {
    expect(listed(`采购金额为12.00万元，其中：${list}。`).findings).toMatchObject([
      {
        severity,
        section_no: 1,
        expected,
        actual: "12万元",
        facts: { stated: { name: "采购金额" } },
      },
    ]);
  });

  test.each([
    ["其中：货物4.00万元，服务9.00万元，另有工程3.00万元"],
    ["其中：货物4.00万元、服务9.00万元；工程3.00万元"],
    ["其中：货物4.00万元，主要包括服务9.00万元，工程3.00万元"],
  ])("only doubts a list that may hold lists of its own: %s", (list) => {
    expect(listed(`采购金额为12.00万元，${list}。`).findings).toMatchObject([
      { severity: "warning" },
    ]);
  });

  test("quotes the amount right before the list, and its parts", () => {
    const text =
      "收入100.00万元，支出12.00万元，比上年增加3.00万元，其中：货物4.00万元、服务9.00万元。";
    expect(listed(text).findings).toMatchObject([
      {
        facts: { stated: { name: "支出" }, parts: [{ name: "货物" }, { name: "服务" }] },
        related: [
          { name: "货物", section_no: 1 },
          { name: "服务", section_no: 1 },
        ],
      },
    ]);
  });

  test.each([
    "收入12.00万元，其中：财政拨款收入10.00万元，占83.33%；其他收入2.00万元，占16.67%。",
    "收入12.00万元，比上年增加3.00万元，其中：财政拨款收入10.00万元、其他收入2.00万元。",
    "收入12.00万元，其中财政拨款收入10.00万元、其他收入2.00万元。",
    "收入12.00万元，其中，财政拨款收入10.00万元、其他收入2.00万元。",
    "收入12.00万元，包括：财政拨款收入10.00万元，（含上年结转），其他收入2.00万元。",
    "收入12.00万元，其中：财政拨款收入10.00万元（含上年结转）、其他收入2.00万元。",
    "收入12.00万元，支出13.00万元，其中：财政拨款收入10.00万元、其他收入2.00万元。",
    `收入12.00万元，其中：${"甲".repeat(30)}10.00万元、其他2.00万元。`,
    "收入12.00万元，其中：返还收入10.00万元、补助收入2.00万元；②上解收入7.00万元；③调入资金3.00万元。",
    "债务限额12.00亿元，其中一般债务10.00亿元，专项债务2.00亿元，债务余额9.00亿元，其中一般债务8.00亿元。",
    "发行债券12.00亿元，其中：发行新增债券9.00亿元，包括一般债券4.00亿元、专项债券5.00亿元；发行再融资债券3.00亿元。",
  ])("passes %s", (text) => {
    expect(listed(text)).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    ["says more than amounts", "支出12.00万元，其中：主要用于办公费4.00万元，比上年减少2.00万元。"],
    ["lists changes", "支出12.00万元，其中：货物增加4.00万元、服务增加9.00万元。"],
    ["has words between", "支出12.00万元，其中：货物4.00万元，另有安排，服务9.00万元。"],
    ["has two amounts in one part", "支出12.00万元，其中：货物4.00万元和1.00万元，服务9.00万元。"],
    ["names its parts in one sign", "支出12.00万元，其中：甲4.00万元、乙9.00万元。"],
    ["has a part of 31 signs", `支出12.00万元，其中：${"甲".repeat(31)}4.00万元、服务9.00万元。`],
    ["has no amounts", "没有金额，其中：也没有。"],
    ["has no total", "其中：货物4.00万元、服务9.00万元。"],
    ["follows nothing but a change", "比上年增加12.00万元，其中：货物4.00万元、服务9.00万元。"],
    ["has one part", "采购金额为12.00万元，其中：货物4.00万元。"],
    ["is not all", "机关运行经费12.00万元，其中：办公费4.00万元、邮电费2.00万元等。"],
    ["is none", "收入12.00万元，财政拨款收入10.00万元、其他收入3.00万元。"],
  ])("cannot run where the list %s", (_, text) => {
    expect(listed(text)).toMatchObject(unable);
  });
});
