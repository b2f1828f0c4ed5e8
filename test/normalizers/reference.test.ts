import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { officialName } from "../../normalizers/reference/classification.js";
import {
  containersOf,
  divisionCoded,
  divisionsNamed,
  divisionsStemmed,
  stem,
  zoneContainers,
} from "../../normalizers/reference/divisions.js";
import { catalogueName } from "../../normalizers/reference/procurement.js";

describe("officialName", () => {
  test.each<[string, string, string]>([
    ["a functional class", "208", "社会保障和就业支出"],
    ["a functional item", "2080505", "机关事业单位基本养老保险缴费支出"],
    ["a class after its renaming", "210", "卫生健康支出"],
    ["the same class before", "210", "医疗卫生与计划生育支出"],
    ["a department economic item", "30101", "基本工资"],
    ["a government economic item", "50101", "工资奖金津补贴"],
    ["a revenue class", "103", "非税收入"],
    ["a name with quotes", "2119803", "“三北”工程建设"],
  ])("knows %s: %s", (_, code, name) => {
    expect(officialName(code).names).toContain(name);
    expect(officialName(code).known).toBe(true);
  });

  test("knows from which year on a code exists", () => {
    expect(officialName("30240", 2017).known).toBe(false);
    expect(officialName("30240", 2018).known).toBe(true);
  });

  test("knows until when a code existed", () => {
    expect(officialName("2100601", 2020).known).toBe(true);
    expect(officialName("2100601", 2026)).toMatchObject({ known: false, complete: true });
  });

  test("says where its list is not complete, so that a gap is no contradiction", () => {
    expect(officialName("2019998", 2020)).toEqual({ names: [], known: false, complete: false });
    expect(officialName("30298", 2020)).toEqual({ names: [], known: false, complete: true });
  });

  test("holds no fragments of prose", () => {
    for (const code of ["102", "209", "223", "227"])
      expect(officialName(code).names.join("")).toMatch(/^\p{sc=Han}+$/u);
    expect(officialName("218").known).toBe(false);
  });
});

describe("catalogueName keeps the editions apart", () => {
  test.each<[string, "2013" | "2022", string | null]>([
    ["A02010104", "2013", "台式计算机"],
    ["A02010104", "2022", "服务器"],
    ["A02021003", "2022", "A4黑白打印机"],
    ["A02030618", "2022", "通信指挥车"],
    ["C23120301", "2022", "车辆维修和保养服务"],
    ["A060101", "2022", null],
    ["A02110202", "2022", null],
  ])("%s in %s", (code, edition, name) => {
    expect(catalogueName(code, edition)).toBe(name);
  });
});

describe("divisions", () => {
  test("a code stands for what it stood for in the year", () => {
    expect(divisionCoded("130209", 2020)?.name).toBe("曹妃甸区");
    expect(divisionCoded("130209", 2000)).toBeNull();
    expect(divisionCoded("500101", 1997)?.name).toBe("万县区");
  });

  test("a name can be several", () => {
    expect(divisionsNamed("普陀区", 2024).map(({ code }) => code)).toEqual(["310107", "330903"]);
  });

  test("a short name leads to every rank", () => {
    expect(divisionsStemmed("承德", 2024).map(({ code }) => code)).toEqual(["130800", "130821"]);
    expect(stem("内蒙古自治区")).toBe("内蒙古");
    expect(stem("魏县")).toBe("魏县");
  });

  test("containers come nearest first", () => {
    const [district] = divisionsNamed("曹妃甸区", 2024);
    expect(district && containersOf(district, 2024).map(({ name }) => name)).toEqual([
      "唐山市",
      "河北省",
    ]);
  });

  test("every listed zone lies in a division of today", () => {
    const lost = [...zoneContainers()].filter(([, code]) => divisionCoded(code, null) === null);
    expect(lost).toEqual([]);
  });

  test("the list stays small", () => {
    const file = new URL("../../normalizers/reference/divisions.tsv", import.meta.url);
    expect(statSync(file).size).toBeLessThan(400_000);
  });
});
