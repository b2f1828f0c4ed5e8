/** The forms that list things: 机构设置, 职责—活动绩效, 固定资产. */
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { Matrix, Meant, Sheet, TableMeaning } from "../description.js";
import { canonical, exact, stated, withoutNumber, yuan } from "../meaning.js";
import { tableWith } from "../text-table.js";
import type { Target } from "./target.js";

/** 部门机构设置情况: name, nature, rank, funding. */
export function organizationTable(rows: Matrix): Sheet {
  const head = ["单位名称", "单位性质", "单位规格", "经费保障形式"];
  return {
    type: "sheet",
    meaning: { kind: "organization", caption: "部门机构设置情况" },
    parts: [{ rows: [head, ...rows], head: 1, widths: [4, 2, 2, 3] }],
    records: rows.map(([name = "", nature, rank, funding]) => ({
      file: "organizations",
      row: {
        name: canonical(name),
        nature: stated(nature),
        rank: stated(rank),
        funding: stated(funding),
      },
    })),
  };
}

/** An activity with its graded indicators. */
export interface Activity {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly goal: string;
  readonly indicators: readonly GradedIndicator[];
}

/** The grades from 优 to 差; a blank one is no target. */
interface GradedIndicator {
  readonly name: string;
  readonly description: string;
  readonly grades: readonly (Target | null)[];
}

/** Graded indicators, one a line: name | description | 优 | 良 | 中 | 差. */
export function graded(
  parts: TemplateStringsArray,
  ...values: readonly Target[]
): readonly GradedIndicator[] {
  return tableWith(parts, values).map(([name, description, ...grades]) => {
    if (typeof name !== "string" || typeof description !== "string")
      throw new Error("A graded indicator begins with its name and description");
    return {
      name,
      description,
      grades: grades.map((grade) => (typeof grade === "string" ? null : grade)),
    };
  });
}

const ACTIVITY_HEAD =
  "活动编码 活动名称 活动描述 预算年度 绩效目标 绩效指标 指标描述 优 良 中 差".split(" ");
const GRADES = ["excellent", "good", "fair", "poor"] as const;

/** 职责—活动绩效: one row per indicator, one column per grade. */
export function activityTable(year: number, activities: readonly Activity[]): Sheet {
  const rows = activities.flatMap(({ code, name, description, goal, indicators }) =>
    indicators.map((indicator, at) => [
      ...[code, name, description, String(year), goal].map((cell) => (at === 0 ? cell : "^")),
      indicator.name,
      indicator.description,
      ...indicator.grades.map((grade) => grade?.cell ?? "　"),
    ]),
  );
  return {
    type: "sheet",
    meaning: { kind: "activity_performance", caption: null, fiscal_year: year },
    parts: [{ rows: [ACTIVITY_HEAD, ...rows], head: 1, widths: [2, 3, 4, 2, 4, 4, 5, 2, 2, 2, 2] }],
    records: activities.flatMap((activity) => activityRecords(year, activity)),
  };
}

function activityRecords(year: number, activity: Activity): readonly Meant[] {
  const { code, name, description, goal } = activity;
  const names = { activity_code: code, activity_name: name };
  const own = { ...names, description: canonical(description), fiscal_year: year, goal };
  return [
    { file: "activities", row: own },
    ...activity.indicators.flatMap((indicator) =>
      gradeRecords(indicator).map((row): Meant => ({
        file: "indicators",
        row: { ...names, ...row },
      })),
    ),
  ];
}

function gradeRecords({
  name,
  description,
  grades,
}: GradedIndicator): readonly Partial<Draft<"indicators">>[] {
  const common = { scope: "activity", level3: name, description } as const;
  return grades.flatMap((target, at) =>
    target === null
      ? []
      : [{ ...common, grade: GRADES[at] ?? null, ...target.meaning, target_raw: target.cell }],
  );
}

const ASSETS = [
  ["total", "资产总额", null],
  ["buildings", "1、房屋（平方米）", "平方米"],
  ["office_buildings", "   其中：办公用房（平方米）", "平方米"],
  ["vehicles", "2、车辆（台、辆）", "台、辆"],
  ["equipment", "3、单价在20万元以上设备", null],
  ["other", "4、其他固定资产", null],
] as const;

/** 部门固定资产占用情况表; `captioned`: the caption is its first cell. `values`: quantity and value by row. */
export interface AssetForm {
  readonly caption: string;
  readonly captioned: boolean;
  readonly corner: readonly [string, string];
  readonly meaning: Partial<TableMeaning>;
  readonly asOf: string;
  readonly values: Matrix;
}

/** The six rows of the asset form. */
export function assetTable(form: AssetForm): Sheet {
  const head = [
    ...(form.captioned ? [[form.caption, "<", "<"]] : []),
    [...form.corner, "<"],
    ["项   目", "数量", "价值（金额单位：万元）"],
  ];
  const body = ASSETS.map(([, label], at) => [label, ...(form.values[at] ?? ["", ""])]);
  return {
    type: "sheet",
    meaning: { caption: form.caption, unit_raw: "万元", ...form.meaning, kind: "assets" },
    parts: [{ rows: [...head, ...body], head: head.length, widths: [5, 3, 4] }],
    records: ASSETS.map(([category, label, unit], at): Meant => {
      const [quantity = null, value = null] = (form.values[at] ?? []).map(stated);
      const row = {
        category,
        label: label.includes("其中") ? canonical(label) : withoutNumber(label),
        quantity: quantity === null ? null : exact(quantity),
        quantity_unit: unit,
        value: value === null ? null : yuan(value, "万元"),
        as_of: form.asOf,
      };
      return { file: "assets", row };
    }),
  };
}
