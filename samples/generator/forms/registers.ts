/** The forms that list things: 机构设置, 职责—活动绩效, 政府采购, 固定资产. */
import type { Draft } from "../../../pipeline/records.js";
import type { Matrix, Meant, Sheet, TableMeaning } from "../description.js";
import { textAt } from "../grid.js";
import { canonical, exact, stated, withoutNumber, yuan } from "../meaning.js";
import type { Target } from "./target.js";

/** 部门机构设置情况: name, nature, rank, funding. */
export function organizationTable(
  rows: readonly (readonly [string, string, string, string])[],
): Sheet {
  const head = ["单位名称", "单位性质", "单位规格", "经费保障形式"];
  const records = rows.map(([name, nature, rank, funding]): Meant => ({
    file: "organizations",
    row: { name: canonical(name), nature, rank, funding },
  }));
  return {
    type: "sheet",
    meaning: { kind: "organization", caption: "部门机构设置情况" },
    parts: [{ rows: [head, ...rows], head: 1, widths: [4, 2, 2, 3] }],
    records,
  };
}

/** An activity with its graded indicators: name, description, 优, 良, 中, 差. */
export interface Activity {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly goal: string;
  readonly indicators: readonly (readonly [string, string, readonly (Target | null)[]])[];
}

const GRADES = ["excellent", "good", "fair", "poor"] as const;

/** 职责—活动绩效: one row per indicator, one column per grade. */
export function activityTable(year: number, activities: readonly Activity[]): Sheet {
  const head = [
    "活动编码",
    "活动名称",
    "活动描述",
    "预算年度",
    "绩效目标",
    "绩效指标",
    "指标描述",
    "优",
    "良",
    "中",
    "差",
  ];
  const rows = activities.flatMap((activity) =>
    activity.indicators.map(([name, text, grades], at) => [
      ...[activity.code, activity.name, activity.description, String(year), activity.goal].map(
        (cell) => (at === 0 ? cell : "^"),
      ),
      name,
      text,
      ...grades.map((grade) => grade?.cell ?? "　"),
    ]),
  );
  return {
    type: "sheet",
    meaning: { kind: "activity_performance", caption: null, fiscal_year: year },
    parts: [{ rows: [head, ...rows], head: 1, widths: [2, 3, 4, 2, 4, 4, 5, 2, 2, 2, 2] }],
    records: activities.flatMap((activity) => activityRecords(year, activity)),
  };
}

function activityRecords(year: number, activity: Activity): readonly Meant[] {
  const names = { activity_code: activity.code, activity_name: activity.name };
  const row = {
    ...names,
    description: activity.description,
    fiscal_year: year,
    goal: activity.goal,
  };
  return [
    { file: "activities", row },
    ...activity.indicators.flatMap(([level3, description, grades]) =>
      grades.flatMap((target, at): readonly Meant[] => {
        if (target === null) return [];
        const common = { scope: "activity" as const, ...names, level3, description };
        const graded = { grade: GRADES[at] ?? null, ...target.meaning, target_raw: target.cell };
        return [{ file: "indicators", row: { ...common, ...graded } }];
      }),
    ),
  ];
}

type Procured = Draft<"procurement_items">;
type ProcuredColumn = Exclude<keyof Procured, "row" | "page" | "row_kind">;

/** A procurement form; `columns` names the record's fields from left to right, null for unused ones. */
export interface ProcurementForm {
  readonly meaning: Partial<TableMeaning>;
  readonly unit: string;
  readonly corner: Matrix;
  readonly header: Matrix;
  readonly columns: readonly (ProcuredColumn | readonly ProcuredColumn[] | null)[];
  readonly rows: readonly (readonly [Procured["row_kind"], readonly string[]])[];
  readonly widths: readonly number[];
}

/** 政府采购预算. */
export function procurementTable(form: ProcurementForm): Sheet {
  const head = [...form.corner, ...form.header];
  const body = form.rows.map(([, cells]) => cells);
  return {
    type: "sheet",
    meaning: { unit_raw: form.unit, ...form.meaning, kind: "procurement" },
    parts: [{ rows: [...head, ...body], head: head.length, widths: form.widths }],
    records: form.rows.map(([kind], row) => ({
      file: "procurement_items",
      row: { row_kind: kind, ...procured(form, body, row) },
    })),
  };
}

const PROCURED_TEXT: readonly string[] = [
  "label",
  "project_name",
  "item_name",
  "catalogue_code",
  "unit",
];

function procured(form: ProcurementForm, body: Matrix, row: number): Partial<Procured> {
  const isItem = form.rows[row]?.[0] === "item";
  const pairs = form.columns.flatMap((names, column) => {
    const raw = stated(textAt(body, row, column));
    if (names === null || raw === null || body[row]?.[column] === "<") return [];
    const renamed = [names].flat().map((name) => (isItem ? name : labelled(name, form)));
    return renamed.map((name) => [name, procuredValue(name, raw, form.unit)]);
  });
  return Object.fromEntries(pairs) as Partial<Procured>;
}

/** A form without a column for it has the name of a total in its first column. */
function labelled(name: ProcuredColumn, form: ProcurementForm): ProcuredColumn {
  return name === "project_name" && !form.columns.includes("label") ? "label" : name;
}

function procuredValue(name: ProcuredColumn, raw: string, unit: string): string {
  if (PROCURED_TEXT.includes(name)) return canonical(raw);
  return name === "quantity" ? exact(raw) : yuan(raw, unit);
}

const ASSETS = [
  ["total", "资产总额", null],
  ["buildings", "1、房屋（平方米）", "平方米"],
  ["office_buildings", "   其中：办公用房（平方米）", "平方米"],
  ["vehicles", "2、车辆（台、辆）", "台、辆"],
  ["equipment", "3、单价在20万元以上设备", null],
  ["other", "4、其他固定资产", null],
] as const;

/** 部门固定资产占用情况表: six rows of quantity and value; `captioned`: the caption is its first cell. */
export interface AssetForm {
  readonly caption: string;
  readonly captioned: boolean;
  readonly corner: readonly [string, string];
  readonly meaning: Partial<TableMeaning>;
  readonly asOf: string;
  readonly values: readonly (readonly [string, string])[];
}

export function assetTable(form: AssetForm): Sheet {
  const head = [
    ...(form.captioned ? [[form.caption, "<", "<"]] : []),
    [form.corner[0], form.corner[1], "<"],
    ["项   目", "数量", "价值（金额单位：万元）"],
  ];
  const body = ASSETS.map(([, label], at) => [label, ...(form.values[at] ?? ["", ""])]);
  return {
    type: "sheet",
    meaning: { kind: "assets", caption: form.caption, unit_raw: "万元", ...form.meaning },
    parts: [{ rows: [...head, ...body], head: head.length, widths: [5, 3, 4] }],
    records: ASSETS.map((_, at) => assetRecord(form, at)),
  };
}

function assetRecord(form: AssetForm, at: number): Meant {
  const [category, label, unit] = ASSETS[at] ?? ASSETS[0];
  const [quantity, value] = (form.values[at] ?? []).map((raw) => stated(raw));
  const row = {
    category,
    label: label.includes("其中") ? canonical(label) : withoutNumber(label),
    quantity: quantity === null || quantity === undefined ? null : exact(quantity),
    quantity_unit: unit,
    value: value === null || value === undefined ? null : yuan(value, "万元"),
    as_of: form.asOf,
  };
  return { file: "assets", row };
}
