import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { text as textFormat } from "../../../extractors/text/index.js";
import { about, aboutRules } from "../../../normalizers/identity/document-metadata.js";
import type { Document } from "../../../pipeline/model/document.js";
import type { Outcome } from "../../../pipeline/model/finding.js";
import type { About } from "../../../pipeline/model/reading.js";
import { printed, tablesOf, type Printed } from "../../make-document.js";

function read(document: Document): Outcome<About> {
  return about({ document, sections: [], tables: tablesOf(document) });
}

const HEADER = ["项目", "预算数", "备注"];
const SUMMARY = [["合计", "10", ""]];

function sheetOf(corner: string): Printed {
  return [[corner, "预算年度：2023", "单位：万元"], HEADER, ...SUMMARY];
}

describe("an odd year in the title", () => {
  test.each(["20224", "1024", "2204"])("%s is told, and the issuer read", (year) => {
    const found = read(printed(`曹妃甸区民政局${year}年部门预算`, "2023年部门预算收入10万元。"));
    expect(found.findings).toMatchObject([{ rule: "year_improbable", actual: year }]);
    expect(found.value).toMatchObject({ issuer_name: "曹妃甸区民政局", fiscal_year: 2023 });
  });
});

describe("texts copied from the web", () => {
  test.each<[string, readonly Printed[], Partial<About>]>([
    [
      "the publisher's place is that of the township in the title",
      ["发布机构： | 麻城市石桥乡人民政府 | 发文日期： | 2023年", "石桥乡人民政府2023年部门预算"],
      { issuer_name: "石桥乡人民政府", region_code: "421181" },
    ],
    [
      "a fuller name in the text",
      ["青山镇人民政府2023年部门预算", "麻城市青山镇人民政府承担本镇管理工作。"],
      { region_code: "421181" },
    ],
    [
      "a form on one line",
      [
        "项目支出绩效自评表 (2021年度) 项目名称 某工程 主管部门 326-麻城市某镇人民政府 实施单位 某站 ",
      ],
      { issuer_name: "麻城市某镇人民政府", region_code: "421181", fiscal_year: 2021 },
    ],
    [
      "who gathered the figures",
      ["经麻城市财政局汇总，2017年各部门“三公”经费决算100万元，比2016年下降。"],
      { title: null, issuer_name: "麻城市财政局", fiscal_year: 2017 },
    ],
    [
      "the year that is not the one compared with",
      ["2019年区本级“三公”经费支出预算为57万元，与2018年预算相当。"],
      { fiscal_year: 2019, scope: "government" },
    ],
    [
      "the heading of the first chapter",
      ["第一部分 麻城市民政局概况", "略。"],
      { issuer_name: "麻城市民政局" },
    ],
    [
      "funds alone make no government",
      ["2020年一般公共预算拨款支出13万元，其中基本支出12万元。"],
      { scope: null },
    ],
  ])("%s", (_, lines, expected) => {
    expect(read(printed(...lines)).value).toMatchObject(expected);
  });
});

describe("a missing title", () => {
  test("is reported", () => {
    expect(read(printed("部门整体绩效目标")).findings).toMatchObject([{ rule: "title_absent" }]);
  });

  test("is not missed in a document of which nothing was read", () => {
    expect(read(printed()).findings).toEqual([]);
  });
});

describe("the issuer", () => {
  test.each<[string, readonly Printed[], string | null]>([
    ["before the year", ["曹妃甸区民政局2020年部门预算"], "曹妃甸区民政局"],
    ["after the year", ["2020年曹妃甸区民政局部门预算公开"], "曹妃甸区民政局"],
    ["after a label", ["上海市2025年市级单位预算", "预算单位：上海市财政局"], "上海市财政局"],
    [
      "before a unit on its line",
      ["收支总表", "部门：  某省人大常委会办公厅  单位：万元"],
      "某省人大常委会办公厅",
    ],
    [
      "alone on the cover",
      [
        ["2022年某省省级政府预算表", 28],
        ["某省财政厅", 24],
      ],
      "某省财政厅",
    ],
    [
      "a bureau with its head",
      ["关于某市2018年预算执行情况的报告", "某市财政局局长 王某"],
      "某市财政局",
    ],
    [
      "of the corner, without 本级",
      [[["316001曹妃甸区民政局(本级）", "预算年度：2023", "单位：万元"], HEADER, ...SUMMARY]],
      "曹妃甸区民政局",
    ],
    ["of the prose", ["现将曹妃甸区民政局2023年部门预算公开如下：", "略。"], "曹妃甸区民政局"],
    ["nowhere", ["部门整体绩效目标"], null],
  ])("%s", (_, lines, issuer) => {
    expect(read(printed(...lines)).value.issuer_name).toBe(issuer);
  });

  test("takes its code from a corner with its own name, not from a subordinate's", () => {
    const sheets = [
      sheetOf("316002曹妃甸区救助站"),
      sheetOf("316002曹妃甸区救助站"),
      sheetOf("316曹妃甸区民政局"),
    ];
    const { value } = read(printed("曹妃甸区民政局2023年部门预算", ...sheets));
    expect(value.issuer_code).toBe("316");
  });

  test.each<[string, string, boolean]>([
    ["an abbreviation", "承德高新技术产业开发区人社局", true],
    ["a name without its zone", "承德高新区劳动人社局", false],
    ["another bureau of the same place", "承德高新区财政局", false],
    ["a part of the issuer", "承德高新区人力资源和社会保障局就业中心", false],
    ["the same name", "承德高新区人力资源和社会保障局", false],
    ["a name with a placeholder", "承德高新区XX局", true],
  ])("printed differently: %s", (_, name, differs) => {
    const sheet = [[`编制部门：${name}`, "", "单位：万元"], HEADER, ...SUMMARY];
    const { findings } = read(printed("承德高新区人力资源和社会保障局2020年部门预算", sheet));
    const found = findings.filter(({ rule }) => rule === "issuer_printed_differently");
    expect(found).toMatchObject(differs ? [{ table_no: 1, actual: name }] : []);
  });
});

describe("year, stage and scope", () => {
  test.each<[string, readonly Printed[], Partial<About>]>([
    [
      "a department's budget",
      ["某县民政局2020年部门预算"],
      { fiscal_year: 2020, stage: "budget", scope: "department" },
    ],
    [
      "a department's accounts",
      ["某县民政局2024年度部门决算"],
      { fiscal_year: 2024, stage: "final_accounts", scope: "department" },
    ],
    [
      "a unit's budget",
      ["某县图书馆2022年单位预算公开"],
      { fiscal_year: 2022, stage: "budget", scope: "unit" },
    ],
    [
      "a government's accounts",
      ["山东省2023年决算情况表"],
      { fiscal_year: 2023, stage: "final_accounts", scope: "government" },
    ],
    [
      "a report on two years",
      ["关于某市2018年预算执行情况和2019年预算草案的报告"],
      { fiscal_year: 2019, stage: "budget", scope: "government" },
    ],
    [
      "full-width digits",
      ["关于某市２０２５年预算执行情况和２０２６年预算草案的报告"],
      { fiscal_year: 2026 },
    ],
    [
      "the year of a corner",
      [[["316某县民政局", "预算年度：2023", "单位：万元"], HEADER, ...SUMMARY]],
      { fiscal_year: 2023 },
    ],
    [
      "the year of a project code",
      [
        [
          ["项目编码", "13030421BTMLPQ5G6TVQ1"],
          ["项目名称", "某项目"],
        ],
      ],
      { fiscal_year: 2021 },
    ],
    [
      "accounts whose account has 预算 in its name",
      ["2025年度青石市一般公共预算支出决算表"],
      { fiscal_year: 2025, stage: "final_accounts" },
    ],
    ["nothing said", ["略"], { fiscal_year: null, stage: null, scope: null }],
  ])("%s", (_, lines, expected) => {
    expect(read(printed(...lines)).value).toMatchObject(expected);
  });
});

describe("dates and approval", () => {
  test.each<[string, string, Partial<About>]>([
    [
      "an approval with its paper",
      "十、预算批准日为2020年2月13日，批复文件文号承高财发〔2020〕12号文（详见下图）。",
      { approved_on: "2020-02-13", approval_reference: "承高财发〔2020〕12号", published_on: null },
    ],
    [
      "a paper after its title",
      "根据《某省财政厅关于2017年省级部门预算的批复》（苏财预[2017]19号）填列。",
      { approved_on: null, approval_reference: "苏财预[2017]19号" },
    ],
    [
      "a paper before the word",
      "本部门预算于2021年1月20日经财政局以栖财预〔2021〕8号文批复。",
      { approved_on: "2021-01-20", approval_reference: "栖财预〔2021〕8号" },
    ],
    ["a date at the foot", "2020年2月12日", { approved_on: null, published_on: "2020-02-12" }],
    ["a month alone", "2021年4月", { published_on: null }],
    [
      "the approval of something else",
      "2019年3月1日国务院批准《某条例》（国发〔2019〕3号）。",
      { approved_on: null, approval_reference: null },
    ],
  ])("%s", (_, line, expected) => {
    expect(read(printed("某县民政局2020年部门预算", "略。", line)).value).toMatchObject(expected);
  });
});

test.each([
  ["2020-02-12", "third", ["联系人：某某", "共印5份"]],
  [null, "fourth", ["联系人：某某", "共印5份", "略。"]],
])("published on %s, by a date alone in the %s line from the end", (published_on, _, after) => {
  const lines = ["某县民政局2020年部门预算", "略。", "2020年2月12日", ...after];
  expect(read(printed(...lines)).value).toMatchObject({ published_on });
});

test("the division comes from issuer, codes and captions", () => {
  expect(read(printed("沧州市南大港管理区民政局2020年部门预算")).value).toMatchObject({
    region_code: "130900",
    region_name: "沧州市",
  });
  const coded = printed([
    ["项目编码", "13030421BTMLPQ5G6TVQ1"],
    ["项目名称", "某项目"],
  ]);
  expect(read(coded).value.region_code).toBe("130304");
  const captioned = printed("河北省2026年地方政府一般债务余额情况表", [HEADER, ...SUMMARY]);
  expect(read(captioned).value.region_code).toBe("130000");
});

test("a monstrous paragraph and a monstrous table cost little", () => {
  const row = ["2080109", "社会保险经办机构", "曹妃甸区某某局"];
  const table = Array.from({ length: 50_000 }, () => row);
  const document = printed("某县民政局2020年部门预算", "唐山市曹妃甸区".repeat(3_000_000), table);
  const tables = tablesOf(document);
  const start = performance.now();
  about({ document, sections: [], tables });
  expect(performance.now() - start).toBeLessThan(3000);
});

const SHARED = new URL("../../../../shared/", import.meta.url);
const isShared = existsSync(SHARED);
if (!isShared) console.warn("skipped: the real documents are not here");

describe.skipIf(!isShared)("the real documents in plain text", () => {
  test.each(["caofeidian-hrss-2023", "chengde-gaoxin-hrss-2020", "nandagang-hrss-2020"])(
    "%s is described as its gold says",
    async (name) => {
      const bytes = readFileSync(new URL(`documents/county/${name}.txt`, SHARED));
      const { value: document } = await textFormat.extract(bytes);
      const [head = "", row = ""] = readFileSync(
        new URL(`gold/${name}/documents.csv`, SHARED),
        "utf8",
      )
        .trim()
        .split(/\r?\n/u);
      const cells = row.split(",");
      const gold = Object.fromEntries(head.split(",").map((key, at) => [key, cells[at] ?? ""]));
      const { value } = read(document);
      const described = Object.entries(value).filter(([key]) => key in gold);
      expect(
        Object.fromEntries(described.map(([key, found]) => [key, String(found ?? "")])),
      ).toEqual(Object.fromEntries(described.map(([key]) => [key, gold[key]])));
    },
  );
});

test("the rules of a head are listed", () => {
  expect(aboutRules.map(({ id }) => id)).toEqual([
    "title_absent",
    "year_improbable",
    "issuer_printed_differently",
    "region_ambiguous",
    "region_contradicted",
    "region_from_prose",
  ]);
});
