import { describe, expect, test } from "vitest";
import { issuerInTitle, issuerOnCover } from "../../../normalizers/identity/issuer.js";

describe("the issuer in a title", () => {
  test.each([
    ["青石县水务局2023年部门预算", "青石县水务局"],
    ["2023年青石县水务局部门预算公开说明", "青石县水务局"],
    ["青石县教育部门2022年单位预算", "青石县教育部门"],
    ["2020年度青石市卫健系统部门决算", "青石市卫健系统"],
    ["青石市2023年市级部门预算", null],
    ["青石市市级部门2023年部门预算", null],
    ["2023年某省省级政府预算", null],
    ["2023年政府预算公开", null],
    ["关于2023年部门预算编制的说明", null],
    ["青石乡人民政府部门2023年部门预算", "青石乡人民政府"],
    ["青石县水务局20224年部门预算", "青石县水务局"],
    ["青石县博物馆2022年度部门整体支出绩效自评报告", "青石县博物馆"],
    ["2022年度青石县博物馆项目支出绩效自评报告", "青石县博物馆"],
  ])("of %s is %s", (title, issuer) => {
    expect(issuerInTitle(title)).toBe(issuer);
  });
});

describe("the issuer on a cover", () => {
  test.each([
    ["青石县水务局", "青石县水务局"],
    ["市政府", null],
    ["来源：青石市财政局", null],
    ["青石市第五届人民代表大会", null],
  ])("line %s is %s", (line, issuer) => {
    expect(issuerOnCover(line)).toBe(issuer);
  });
});
