import { describe, expect, test } from "vitest";
import {
  containersOf,
  divisionCoded,
  divisionsNamed,
} from "../../../normalizers/reference/divisions.js";
import { rowsOf } from "../../../normalizers/reference/rows.js";
import { region, type RegionEvidence } from "../../../normalizers/identity/region.js";

function evidence(parts: Partial<RegionEvidence>): RegionEvidence {
  return { names: [], title: null, codes: [], text: "", year: 2020, ...parts };
}

function codeOf(parts: Partial<RegionEvidence>): string | null {
  return region(evidence(parts)).value.region_code;
}

describe("an issuer's name tells its division", () => {
  test.each<[string, string, string]>([
    ["a county by its own name", "曹妃甸区人力资源和社会保障局", "130209 曹妃甸区"],
    ["a two-character county", "魏县住房和城乡建设局", "130434 魏县"],
    ["a county behind its prefecture", "秦皇岛市北戴河区人力资源和社会保障局", "130304 北戴河区"],
    ["a county behind its whole chain", "四川省成都市武侯区教育局", "510107 武侯区"],
    ["a county behind a short province name", "河北魏县经济开发区管委会", "130434 魏县"],
    ["a province", "江苏省人民检察院", "320000 江苏省"],
    ["a municipality", "上海市财政局", "310000 上海市"],
    ["a district of a municipality", "上海市普陀区财政局", "310107 普陀区"],
    ["an autonomous region", "内蒙古自治区财政厅", "150000 内蒙古自治区"],
    ["an autonomous prefecture", "恩施土家族苗族自治州教育局", "422800 恩施土家族苗族自治州"],
    ["an autonomous prefecture by its short name", "湘西州信息中心", "433100 湘西土家族苗族自治州"],
    ["an autonomous county by its short name", "墨江县水务局", "530822 墨江哈尼族自治县"],
    ["a district whose name starts with 市", "青岛市市南区民政局", "370202 市南区"],
    ["a district with an everyday name behind its city", "阳泉市城区教育局", "140302 城区"],
    ["a party organ", "中共魏县委员会组织部", "130434 魏县"],
    ["the sender, not where it sits", "河北省人民政府驻上海市办事处", "130000 河北省"],
    ["a county-level city without prefecture", "济源市财政局", "419001 济源市"],
    [
      "a zone that names its prefecture in full",
      "沧州市南大港管理区劳动和社会保障局",
      "130900 沧州市",
    ],
    [
      "a zone that names its prefecture in short",
      "承德高新区人力资源和社会保障局",
      "130800 承德市",
    ],
    ["a zone by its long name", "承德高新技术产业开发区人社局", "130800 承德市"],
    ["a zone behind a short province name", "河北唐山高新技术产业开发区", "130200 唐山市"],
    ["a zone whose name does not tell", "南大港产业园区管委会", "130900 沧州市"],
    ["a zone called like a district", "北戴河新区社会发展局", "130300 秦皇岛市"],
    ["a new area that is a division", "天津市滨海新区教育局", "120116 滨海新区"],
  ])("%s: %s", (_, name, expected) => {
    const { value, findings } = region(evidence({ names: [name] }));
    expect(`${value.region_code} ${value.region_name}`).toBe(expected);
    expect(findings).toEqual([]);
  });

  test("and the prose of a university that names its town does not", () => {
    expect(codeOf({ names: ["西南大学"], text: "重庆市北碚区。".repeat(5) })).toBeNull();
  });

  test.each<[string, string]>([
    ["a university with a place's short name", "南京大学"],
    ["a university without a place", "西南大学"],
    ["a ministry", "中华人民共和国教育部"],
    ["an everyday word", "城区环境卫生管理处"],
    ["a word that starts like a city", "国际合作市场中心"],
    ["a city's name inside other words", "北海城市建设投资公司"],
  ])("but not %s: %s", (_, name) => {
    expect(
      region(evidence({ names: [name], text: "重庆市北碚区。".repeat(5) })).value,
    ).toMatchObject(name.endsWith("中心") || name.endsWith("处") ? {} : { region_code: null });
    expect(codeOf({ names: [name] })).toBeNull();
  });
});

describe("every division of today", () => {
  const codes = rowsOf("./divisions.tsv")()
    .filter(([, , , , to]) => to === undefined || to === "")
    .map(([code = ""]) => code);
  const divisions = codes.flatMap((code) => divisionCoded(code, 2024) ?? []);

  test("there are some three thousand", () => {
    expect(divisions.length).toBeGreaterThan(3000);
  });

  test("is found behind the names of all that contains it", () => {
    const lost = divisions.filter((division) => {
      const chain = [division, ...containersOf(division, 2024)].toReversed();
      const names = [`${chain.map(({ name }) => name).join("")}财政局`];
      return codeOf({ names, year: 2024 }) !== division.code;
    });
    expect(lost).toEqual([]);
  });

  test("is found by its own name alone, or left empty where others share it", () => {
    const wrong = divisions.filter(({ code, name }) => {
      const isShared = divisionsNamed(name, 2024).length > 1;
      return codeOf({ names: [`${name}财政局`], year: 2024 }) !== (isShared ? null : code);
    });
    expect(wrong).toEqual([]);
  });
});

describe("a name that several divisions share", () => {
  const names = ["普陀区财政局"];

  test("is left empty with a finding where nothing settles it", () => {
    const { value, findings } = region(evidence({ names }));
    expect(value).toEqual({ region_code: null, region_name: null });
    expect(findings.map(({ rule }) => rule)).toEqual(["region_ambiguous"]);
    expect(findings[0]?.facts).toEqual({ candidates: "310107 普陀区, 330903 普陀区" });
  });

  test.each<[string, Partial<RegionEvidence>, string]>([
    ["the title's fuller name", { title: "上海市普陀区2025年部门预算" }, "310107"],
    ["another name of the issuer", { names: [...names, "舟山市普陀区财政局"] }, "330903"],
    ["a province named in the prose", { text: "按照上海市财政局的要求编制" }, "310107"],
    ["a prefecture named in the prose", { text: "按照舟山市统一部署" }, "330903"],
    ["a printed code", { codes: ["330903"] }, "330903"],
    ["a project code", { codes: ["310107231GE6ZZN52GTVM"] }, "310107"],
  ])("is settled by %s", (_, parts, code) => {
    expect(region(evidence({ names, ...parts }))).toMatchObject({
      value: { region_code: code, region_name: "普陀区" },
      findings: [],
    });
  });

  test("stays open where the prose speaks of both", () => {
    expect(codeOf({ names, text: "上海市与舟山市开展交流" })).toBeNull();
  });
});

describe("the fiscal year decides which divisions there are", () => {
  test.each<[string, Partial<RegionEvidence>, string | null]>([
    ["a county before it became a district", { names: ["唐海县教育局"], year: 2010 }, "130230"],
    ["a county named in the year of the change", { names: ["唐海县教育局"], year: 2012 }, "130230"],
    ["a county long gone", { names: ["唐海县教育局"], year: 2020 }, null],
    ["a district before it was", { names: ["曹妃甸区教育局"], year: 2008 }, null],
    ["a county that became a city", { names: ["滦州市教育局"], year: 2020 }, "130284"],
  ])("%s", (_, parts, code) => {
    expect(codeOf(parts)).toBe(code);
  });
});

describe("without a division in the issuer's name", () => {
  test.each<[string, Partial<RegionEvidence>, string]>([
    ["the title's counts", { names: ["财政局"], title: "曹妃甸区2023年预算报告" }, "130209"],
    [
      "the project codes count",
      { codes: ["130304213GE6ZZN52GTVM", "130304213GE6ZZN52GTVN"] },
      "130304",
    ],
    ["a zone's own code counts for its prefecture", { codes: ["130871"] }, "130800"],
  ])("%s", (_, parts, code) => {
    expect(codeOf(parts)).toBe(code);
  });

  test("the prose counts where it is clear, and a finding says so", () => {
    const text = "曹妃甸区就业。曹妃甸区社保。唐山市曹妃甸区劳动。河北省预算公开。";
    const { value, findings } = region(evidence({ names: ["人力资源和社会保障局"], text }));
    expect(value.region_code).toBe("130209");
    expect(findings.map(({ rule }) => rule)).toEqual(["region_from_prose"]);
  });

  test("the assembly that a report was laid before counts before other prose", () => {
    const text = `关于全市预算的报告\n——在唐山市第八届人民代表大会\n${"河北省、".repeat(9)}`;
    expect(codeOf({ text })).toBe("130200");
    expect(codeOf({ text: text.replace("人民代表大会", "运动会") })).toBe("130000");
    expect(codeOf({ text, names: ["省教育厅"] })).toBe("130000");
  });

  test("an issuer called by its rank alone is of that rank", () => {
    const text = "曹妃甸区、曹妃甸区、曹妃甸区、曹妃甸区；河北省、河北省、河北省";
    expect(codeOf({ names: ["省教育厅"], text })).toBe("130000");
  });

  test("nothing is guessed from nothing", () => {
    expect(region(evidence({}))).toEqual({
      value: { region_code: null, region_name: null },
      findings: [],
    });
  });
});

describe("codes against names", () => {
  test("a code inside the named division is no contradiction", () => {
    expect(region(evidence({ names: ["唐山市教育局"], codes: ["130209"] })).findings).toEqual([]);
  });

  test("a code of elsewhere is reported, and the name stands", () => {
    const { value, findings } = region(evidence({ names: ["曹妃甸区教育局"], codes: ["130434"] }));
    expect(value.region_code).toBe("130209");
    expect(findings).toMatchObject([
      { rule: "region_contradicted", expected: "130434", actual: "130209" },
    ]);
  });
});

test("a long text costs little", () => {
  const text = "唐山市曹妃甸区与上海市普陀区、各县市区共同推进新市区建设。".repeat(5000);
  const start = performance.now();
  region(evidence({ names: ["财政局"], text }));
  expect(performance.now() - start).toBeLessThan(1500);
});
