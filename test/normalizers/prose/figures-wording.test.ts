import { describe, expect, test } from "vitest";
import { read, told } from "./tell-figures.js";

describe("what a label or a heading names", () => {
  test("the amounts after it are of it, this year's and the one compared with", () => {
    expect(
      told(
        "2.公务接待费。2023年预算数2万元，比2022年预算数3万元减少1万元。",
        "1.办公费。2023年预算数5万元。",
      ),
    ).toEqual(["three_public_reception 2023 20000", "three_public_reception 2022 30000"]);
  });

  test("the words before a colon", () => {
    expect(told("（一）收入预算：2023年年初预算数60万元，其中，一般公共预算拨款60万元。")).toEqual([
      "income_total 2023 600000",
      "income_general_public 2023 600000",
    ]);
  });

  test("a heading, of the first words under it alone", () => {
    expect(
      told(
        "一、公务接待费支出情况",
        "2023年预算安排4万元，比上年减少1万元。",
        "共接待三批。",
        "2023年预算安排6万元用于会议。",
      ),
    ).toEqual(["three_public_reception 2023 40000"]);
  });
});

describe("other ways to say it", () => {
  test.each([
    ["2023年部门财务总收入80万元。", "income_total 2023 800000"],
    ["共有项目3个，采购预算总额28万元。", "procurement_total 2023 280000"],
    ["2023年一般公共预算财政拨款运行经费7万元。", "operating_costs 2023 70000"],
    ["2023年实际支出“三公经费”决算为7万元。", "three_public_total 2023 70000"],
    ["收入9万元。其中：一般公共预算拨款7万元。", "income_general_public 2023 70000"],
    ["收入7万元，其中：一般公共财政预算拨款7万元。", "income_general_public 2023 70000"],
    ["公务用车费7万元。", "three_public_vehicles 2023 70000"],
    ["公务用车运转维护费7万元。", "three_public_vehicle_running 2023 70000"],
    ["全县“三公”经费预安排7万元。", "three_public_total 2023 70000"],
    [
      "2023年“三公”经费预算5万元，比2022年“三公”经费预算9万元减少4万元。",
      "three_public_total 2022 90000",
    ],
  ])("%s", (sentence, figure) => {
    expect(told(sentence)).toContain(figure);
  });

  test("an aside that names all the items before it", () => {
    expect(
      told("因公出国（境）费、公务接待费、公车购置费、公车运行费（“三公”经费）决算总额27万元。"),
    ).toEqual(["three_public_total 2023 270000"]);
  });

  test("a budget said after what was spent", () => {
    expect(told("公务接待费支出2万元，年初预算为3万元，差值为1万元。")).toEqual([
      "three_public_reception 2023 20000",
      "three_public_reception 2023 30000",
    ]);
  });

  test("two amounts of income and of spending", () => {
    expect(told("2023年度收、支总计分别为90万元、70万元。")).toEqual([
      "income_total 2023 900000",
      "expenditure_total 2023 700000",
    ]);
  });

  test("a paragraph on goals by its label", () => {
    expect(told("（六）预算绩效目标说明：纳入目标的金额为9万元，其中，基本支出9万元。")).toEqual(
      [],
    );
  });

  test("guests of one kind and purchases of one class are parts", () => {
    expect(told("其中：国内公务接待支出3万元，货物采购总额2万元。")).toEqual([]);
  });

  test("the parts of spending from one source are not those of all spending", () => {
    expect(
      told("财政拨款安排支出60万元，其中，基本支出50万元，与上年对比增加5万元；项目支出10万元。"),
    ).toEqual([]);
    expect(told("一般公共预算支出60万元，其中：特定目标类项目支出10万元。")).toEqual([]);
    expect(told("财政拨款支出预算总额60万元。其中：基本支出50万元；项目支出10万元。")).toEqual([]);
  });
});

describe("reports of a government", () => {
  test("its income is no department's", () => {
    expect(told("关于青石市市级一般公共预算收入的说明", "1.其他收入预算数为3亿元。")).toEqual([]);
    expect(told("2023年青石市和市本级财政决算", "17、其他收入29亿元。")).toEqual([]);
    expect(told("青石市财政局2023年部门预算", "1.其他收入29万元。")).toHaveLength(1);
  });

  test("a chapter on the year executed is of that year, and spent", () => {
    const [figure] = read([
      "一、2022年预算执行情况",
      "全县“三公”经费支出6万元。",
      "二、2023年预算安排",
      "略。",
    ]);
    expect(figure).toMatchObject({ fiscal_year: 2022, phase: "accounts" });
  });

  test("so is one on the accounts of the year before", () => {
    const [figure] = read(["一、2022年“三公”经费决算情况", "“三公”经费合计支出6万元。"]);
    expect(figure).toMatchObject({ fiscal_year: 2022, phase: "accounts" });
  });
});

describe("an amount that another became", () => {
  test.each([
    [
      "支出预算由2022年的7万元增加到2023年的9万元。",
      ["expenditure_total 2022 70000", "expenditure_total 2023 90000"],
    ],
    [
      "2023年“三公”经费预算从上年的7万元降至5万元，减少2万元。",
      ["three_public_total 2022 70000", "three_public_total 2023 50000"],
    ],
    [
      "基本支出由2022年7万元增至9万元。",
      ["expenditure_basic 2022 70000", "expenditure_basic 2023 90000"],
    ],
    ["人员增加，办公室由2022年的7万元增加到9万元。", []],
  ])("is of the year spoken of, the other of its own: %s", (text, figures) => {
    expect(told(text)).toEqual(figures);
  });
});
