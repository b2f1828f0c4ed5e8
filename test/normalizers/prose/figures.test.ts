import { describe, expect, test } from "vitest";
import { FIGURE_OF_NO_GOVERNMENT } from "../../../pipeline/model/records/figures.js";
import { read, told } from "./tell-figures.js";

describe("totals and their parts", () => {
  test("income by where it comes from", () => {
    expect(
      told(
        "2023年预算收入1,200.5万元，其中：一般公共预算收入1,000万元，基金预算收入0万元，财政专户核拨收入200万元，其他来源收入0.5万元。",
      ),
    ).toEqual([
      "income_total 2023 12005000",
      "income_general_public 2023 10000000",
      "income_government_fund 2023 0",
      "income_special_account 2023 2000000",
      "income_other 2023 5000",
    ]);
  });

  test("spending by what it is for", () => {
    expect(
      told(
        "本年支出合计900万元，其中：基本支出600万元，包括人员经费500万元和日常公用经费100万元；项目支出300万元。",
      ),
    ).toEqual([
      "expenditure_total 2023 9000000",
      "expenditure_basic 2023 6000000",
      "expenditure_personnel 2023 5000000",
      "expenditure_public_use 2023 1000000",
      "expenditure_project 2023 3000000",
    ]);
  });

  test.each([
    ["青河县水务局2023年收支总预算12.5万元。", "expenditure_total 2023 125000"],
    ["2023年度收入、支出预算总计1亿元。", "expenditure_total 2023 100000000"],
    ["部门预算收支安排31,214,205.80元。", "expenditure_total 2023 31214205.8"],
    ["2023年，某局收入预算3万元。", "income_total 2023 30000"],
  ])("%s", (sentence, figure) => {
    expect(told(sentence)).toEqual([figure]);
  });

  test("a unit is not repaired", () => {
    expect(told("基本支出500万元，包括人员经费450.5元。")).toContain(
      "expenditure_personnel 2023 450.5",
    );
  });
});

describe("what is no measure is left out", () => {
  test.each([
    "财政拨款收入100万元。",
    "财政拨款支出预算100万元，政府性基金拨款支出预算0万元。",
    "社会保障和就业支出100万元，城乡社区支出20万元，援助其他地区支出3万元。",
    "公共安全（类）支出100万元。",
    "事业收入5万元，上缴上级支出0元，对附属单位补助支出0元。",
    "办公费1万元，差旅费2万元，会议费预算支出3万元。",
    "主要是增加人员经费10万元，减少项目支出20万元。",
    "与2022年预算一致0万元。",
    "单价100万元以上的设备0台。",
    "2023年全市一般公共预算收入安排149亿元，收入总计630亿元。",
    "某基金预算总收入100万元，支出总计100万元。",
  ])("%s", (sentence) => {
    expect(told(sentence).filter((figure) => !figure.startsWith("income_general_public"))).toEqual(
      [],
    );
  });

  test("goals, glossaries and tables of money on other things", () => {
    expect(told("一、绩效目标", "项目支出10万元。", "二、名词解释", "基本支出100万元。")).toEqual(
      [],
    );
  });

  test("the funds of a purchase are no income", () => {
    expect(told("安排政府采购预算2万元，其中一般公共预算拨款2万元，其他来源收入0万元。")).toEqual([
      "procurement_total 2023 20000",
    ]);
  });

  test("totals in a chapter on one fund", () => {
    expect(told("一、政府性基金预算情况", "本年支出合计0万元。")).toEqual([]);
  });

  test("one source of money, unless the whole is the same", () => {
    const qualified = "一般公共预算财政拨款基本支出90万元。";
    expect(told("基本支出95万元。", qualified)).toEqual(["expenditure_basic 2023 950000"]);
    expect(told("基本支出90万元。", qualified)).toHaveLength(2);
  });
});

describe("changes", () => {
  test("are negative where they fall, and of what they name", () => {
    expect(
      told(
        "2023年部门预算收支安排100万元，比2022年减少7万元，其中：基本支出增长3万元，主要是增加人员；项目支出下降10万元。",
      ),
    ).toEqual([
      "expenditure_total 2023 1000000",
      "change_total 2023 -70000",
      "change_basic 2023 30000",
      "change_project 2023 -100000",
    ]);
  });

  test("go on with the sentence before", () => {
    expect(told("此外，基本支出预算数为50万元。与上年相比增加5万元，增长10%。")).toEqual([
      "expenditure_basic 2023 500000",
      "change_basic 2023 50000",
    ]);
  });

  test("of anything else have no measure", () => {
    expect(
      told("机关运行经费支出10万元，比上年增加1万元。公务接待费1万元，本年数小于上年预算数2万元。"),
    ).toEqual(["operating_costs 2023 100000", "three_public_reception 2023 10000"]);
  });
});

describe("years", () => {
  test("the amount that one is compared with is of its own year", () => {
    expect(told("“三公”经费预算6万元，比2022年（9万元）减少3万元。")).toEqual([
      "three_public_total 2023 60000",
      "three_public_total 2022 90000",
    ]);
    expect(told("“三公”经费预算为6万元，较2022年度预算的9万元减少了3万元。")).toContain(
      "three_public_total 2022 90000",
    );
    expect(told("“三公”经费2023年预算为6万元，上年预算数为9万元。")).toContain(
      "three_public_total 2022 90000",
    );
  });

  test("all of an aside is of the aside's year", () => {
    expect(
      told("2023年部门预算较2022年(预算80万元，其中基本支出60万元；项目支出20万元)增加5万元。"),
    ).toEqual([
      "expenditure_total 2022 800000",
      "expenditure_basic 2022 600000",
      "expenditure_project 2022 200000",
      "change_total 2023 50000",
    ]);
  });

  test("the end of last year", () => {
    expect(
      told("某局上年末固定资产金额为32.110028万元，本年度拟购置固定资产总额为5万元。"),
    ).toEqual(["fixed_assets 2022 321100.28", "planned_asset_purchases 2023 50000"]);
  });
});

describe("the three public expenses", () => {
  test("by item, whole or half named, in brackets too", () => {
    expect(
      told(
        "公务用车购置及运维费3万元（其中：公务用车购置费1万元，公务用车运行维护费2万元），较上年减少4万元。因公出国（境）费0万元。",
      ),
    ).toEqual([
      "three_public_vehicles 2023 30000",
      "three_public_vehicle_purchase 2023 10000",
      "three_public_vehicle_running 2023 20000",
      "three_public_abroad 2023 0",
    ]);
    expect(told("公务用车购置及运行费3万元，其中：购置费1万元，运行费2万元。")).toEqual([
      "three_public_vehicles 2023 30000",
      "three_public_vehicle_purchase 2023 10000",
      "three_public_vehicle_running 2023 20000",
    ]);
  });

  test("budget and accounts in one sentence", () => {
    const found = read(
      [
        "“三公”经费财政拨款支出年初预算为0.95万元，支出决算为0.00万元，其中：公务接待费支出决算为0.00万元。",
      ],
      "final_accounts",
    );
    expect(found.map(({ measure, phase, amount }) => [measure, phase, amount])).toEqual([
      ["three_public_total", "budget", "9500"],
      ["three_public_total", "accounts", "0"],
      ["three_public_reception", "accounts", "0"],
    ]);
  });
});

describe("the record", () => {
  test("keeps what was printed, the sentence, the section and the page", () => {
    const [, figure] = read([
      "一、收支情况",
      "说明如下。2023年预算收入 1,200.50 万元。项目支出5万元，",
      "基本支出 6 万元。",
    ]);
    expect(figure).toMatchObject({
      measure: "expenditure_project",
      sentence: "项目支出5万元，基本支出6万元。",
    });
    const all = read([
      "一、收支情况",
      "说明如下。2023年预算收入 1,200.50 万元。项目支出5万元，",
      "基本支出 6 万元。",
    ]);
    expect(all[0]).toEqual({
      section_no: 1,
      page: 2,
      measure: "income_total",
      fiscal_year: 2023,
      phase: "budget",
      amount: "12005000",
      raw: "1,200.50万元",
      sentence: "2023年预算收入1,200.50万元。",
      ...FIGURE_OF_NO_GOVERNMENT,
    });
    expect(all.map(({ page }) => page)).toEqual([2, 2, 3]);
  });

  test("one row a mention", () => {
    expect(told("项目支出5万元。", "项目支出5万元。")).toHaveLength(2);
  });
});

describe("parts and asides", () => {
  test.each([
    ["a class of purchases", "货物类政府采购支出预算21万元，服务类政府采购支出预算43万元。"],
    ["other assets", "其他固定资产12.4万元。"],
    ["the parts of an item", "群众文化96.8万元，其中：基本支出90万元，项目支出6.8万元。"],
    ["the parts of an item in the next sentence", "住房保障52万元。其中：基本支出52万元。"],
    ["what a bracket holds", "事业收入9万元（含某区收入1万元）。"],
  ])("%s: no figure", (_, text) => {
    expect(told(text)).toEqual([]);
  });

  test("of the whole are read", () => {
    expect(told("2023年预算总额10万元，其中：基本支出6万元，项目支出4万元。")).toEqual([
      "expenditure_basic 2023 60000",
      "expenditure_project 2023 40000",
    ]);
  });
});

describe("several amounts behind one word", () => {
  test.each([
    [
      "收、支总计各是3268.74,3295.16万元。",
      ["income_total 2023 32687400", "expenditure_total 2023 32951600"],
    ],
    [
      "基本支出、项目支出分别为6万元、4万元。",
      ["expenditure_basic 2023 60000", "expenditure_project 2023 40000"],
    ],
    [
      "因公出国（境）费、公务用车购置及运行费和公务接待费分别为1万元、5万元和3万元。",
      [
        "three_public_abroad 2023 10000",
        "three_public_vehicles 2023 50000",
        "three_public_reception 2023 30000",
      ],
    ],
  ])("%s", (text, figures) => {
    expect(told(text)).toEqual(figures);
  });

  test.each(["收、支总计各是3,295万元。", "基本支出、项目支出分别为6万元、4万元、2万元。"])(
    "are not parted where their number leaves it open: %s",
    (text) => {
      expect(told(text)).not.toContain("income_total 2023 30000");
      expect(told(text)).not.toContain("expenditure_basic 2023 60000");
    },
  );
});

test("a net decrease is a decrease", () => {
  expect(told("收入预算9万元，比上年净减少2万元。")).toContain("change_total 2023 -20000");
});

describe("numbers as they are printed", () => {
  test.each([
    ["部门支出预算１５２０．３６万元。", "expenditure_total 2023 15203600"],
    ["基本支出9，801，600元。", "expenditure_basic 2023 9801600"],
    ["基本支出9，801.25元。", "expenditure_basic 2023 9801.25"],
  ])("%s", (text, figure) => {
    expect(told(text)).toEqual([figure]);
  });

  test("a full-width comma alone parts no thousands for sure", () => {
    expect(told("基本支出3，500万元。")).toEqual([]);
  });
});

describe("what is no statement of the whole", () => {
  test("spending of the year after the parts of both totals is its own", () => {
    expect(
      told(
        "2023年收支总预算90万元，其中本年收入预算80万元，上年结转10万元；本年支出预算85万元。",
      ).at(-1),
    ).toBe("expenditure_total 2023 850000");
  });

  test.each([
    [
      "支出预算80万元。下属水务站收入预算20万元，支出预算20万元。",
      ["expenditure_total 2023 800000"],
    ],
    [
      "项目支出50万元，其中河道疏浚工程项目支出12万元，泵站检修项目支出9万元。",
      ["expenditure_project 2023 500000"],
    ],
    [
      "支出预算80万元，其中：基本支出30万元，项目支出50万元。",
      [
        "expenditure_total 2023 800000",
        "expenditure_basic 2023 300000",
        "expenditure_project 2023 500000",
      ],
    ],
  ])("%s", (text, figures) => {
    expect(told(text)).toEqual(figures);
  });

  test("a sentence after the parts goes on with their whole", () => {
    expect(
      told("支出预算80万元，其中：基本支出30万元，项目支出50万元。与上年相比减少5万元。").at(-1),
    ).toBe("change_total 2023 -50000");
  });
});
