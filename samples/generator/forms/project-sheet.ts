import { line, type Line, type Meant, type Part, type Sheet } from "../description.js";
import { canonical, exact, withoutNumber, yuan } from "../meaning.js";
import type { Draft } from "../../../pipeline/records.js";
import type { Target } from "./target.js";

/** A project as all layouts of its 绩效目标表 tell it; a layout prints what it has room for. */
export interface Project {
  readonly number: string;
  readonly name: string;
  /** The name that the caption prints, where it is another one. */
  readonly captionName?: string;
  readonly code?: string;
  readonly purpose?: string;
  readonly budget?: { readonly total: string; readonly fiscal: string; readonly other: string };
  /** Stated in the prose under the sheet only. */
  readonly proseBudget?: string;
  readonly plan?: readonly [string, string, string, string];
  readonly goals: readonly string[];
  readonly indicators: readonly Indicator[];
}

/** level1, level2, level3, description, target, basis; an empty level continues the one above. */
export type Indicator = readonly [string, string, string, string, Target, string];

export interface SheetLayout {
  readonly corner?: { readonly issuer: string; readonly unit: string };
  readonly planLabel?: string;
}

const LEVEL1 = {
  产出指标: "output",
  效果指标: "outcome",
  效益指标: "outcome",
  满意度指标: "satisfaction",
} as const;
const LEVEL2 = {
  数量指标: "quantity",
  质量指标: "quality",
  时效指标: "timeliness",
  成本指标: "cost",
  经济效益指标: "economic",
  社会效益指标: "social",
  生态效益指标: "ecological",
  可持续影响指标: "sustainability",
  服务对象满意度指标: "satisfaction",
} as const;

const CODED_HEAD = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"];

/** 2020 layout with 符号, 值 and 单位 in three columns, goals labelled 目标1, 目标2. One grid. */
export function threeColumnSheet(project: Project): Sheet {
  const wide = ["<", "<", "<", "<", "<", "<"];
  const strip = [
    ["项目编码", project.code ?? "", "<", "<", "项目名称", project.name, "<", "<"],
    ["项目绩效模板", "　", ...wide],
    ["资金用途", project.purpose ?? "", ...wide],
    ["资金支出计划（累计进度%）", "3月底", "<", "6月底", "<", "10月底", "<", "12月底"],
    ["^", ...planCells(project, [2, 2, 2, 1])],
    ...project.goals.map((goal, at) => [
      at === 0 ? "绩效目标" : "^",
      `目标${at + 1}`,
      goal,
      ...wide.slice(1),
    ]),
  ];
  const rows = [...strip, ...threeColumnGrid(project.indicators)];
  const widths = [3, 3, 3, 4, 2.4, 2, 3, 5];
  return sheet(project, [{ rows, head: 0, widths }], threeRaw);
}

function threeColumnGrid(indicators: readonly Indicator[]): readonly (readonly string[])[] {
  return [
    [...CODED_HEAD, "<", "<", "指标值确定依据"],
    ["^", "^", "^", "^", "符号", "值", "单位（文字描述）", "^"],
    ...indicators.map(([one, two, three, description, target, basis]) => [
      one === "" ? "^" : one,
      two,
      three,
      description,
      ...target.three,
      basis,
    ]),
  ];
}

/** The line over a sheet: `1、` or `1.`, name, 绩效目标表. */
export function sheetCaption({ number, name, captionName = name }: Project, mark = "、"): Line {
  return line(`${number}${mark}${captionName}绩效目标表`, "caption");
}

/** The indicators of a department as a whole, in three columns. */
export function departmentSheet(caption: string, indicators: readonly Indicator[]): Sheet {
  const rows = threeColumnGrid(indicators);
  const widths = [3, 3, 3, 4, 2.4, 2, 3, 5];
  const records = indicatorRecords(indicators, { scope: "department" }, threeRaw);
  const meaning = { kind: "department_performance", caption: canonical(caption) } as const;
  return { type: "sheet", meaning, parts: [{ rows, head: 2, widths }], records };
}

/** 2020 and 2021 layout: a strip with budget, plan and goals over a grid with joined targets. */
export function strippedSheet(project: Project, layout: SheetLayout): Sheet {
  const { total = "", fiscal = "", other = "" } = project.budget ?? {};
  const { issuer = "", unit = "" } = layout.corner ?? {};
  const strip = [
    [issuer, "<", "<", "<", "<", `单位：${unit}`, "<"],
    ["项目编码", project.code ?? "", "<", "项目名称", project.name, "<", "<"],
    ["预算规模及资金用途", "预算数", total, "其中：财政资金", fiscal, "其他资金", other],
    ["^", project.purpose ?? "", "<", "<", "<", "<", "<"],
    [layout.planLabel ?? "资金支出计划（%）", "3月底", "<", "6月底", "10月底", "<", "12月底"],
    ["^", ...planCells(project, [2, 1, 2, 1])],
    ["绩效目标", project.goals.join("\n"), "<", "<", "<", "<", "<"],
  ];
  const widths = [4, 3, 3, 4, 3, 3, 3];
  return sheet(project, [{ rows: strip, head: 0, widths }, joinedGrid(project)], joinedRaw, layout);
}

/** 2023 layout: only the goals stand over the grid. */
export function goalSheet(project: Project): Sheet {
  const strip: Part = { rows: [["绩效目标", project.goals.join("\n")]], head: 0, widths: [3, 17] };
  return sheet(project, [strip, joinedGrid(project)], joinedRaw);
}

function joinedGrid(project: Project): Part {
  const rows = [
    [...CODED_HEAD, "指标值确定依据"],
    ...project.indicators.map(([one, two, three, description, target, basis]) => [
      one === "" ? "^" : one,
      two,
      three,
      description,
      target.cell,
      basis,
    ]),
  ];
  return { rows, head: 1, widths: [3, 3.5, 4, 5, 3.5, 4] };
}

function planCells(project: Project, spans: readonly number[]): readonly string[] {
  return spans.flatMap((span, at) => [
    project.plan?.[at] ?? "",
    ...Array.from({ length: span - 1 }, () => "<"),
  ]);
}

type RawOf = (target: Target) => Partial<Draft<"indicators">>;
const threeRaw: RawOf = (target) => ({
  target_raw: target.three
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join(" "),
});
const joinedRaw: RawOf = (target) => ({ target_raw: target.cell });

function sheet(
  project: Project,
  parts: readonly Part[],
  rawOf: RawOf,
  layout: SheetLayout = {},
): Sheet {
  const [, code = null, issuer = null] = /^(\d*)(.+)$/u.exec(layout.corner?.issuer ?? "") ?? [];
  const printedBy = { issuer_code: code === "" ? null : code, issuer_name: issuer };
  const meaning = {
    kind: "project_performance" as const,
    caption: canonical(`${project.captionName ?? project.name}绩效目标表`),
    unit_raw: layout.corner?.unit ?? null,
    ...printedBy,
  };
  const names = { project_code: project.code ?? null, project_name: canonical(project.name) };
  const records: Meant[] = [
    { file: "projects", row: { ...projectRow(project, layout), ...printedBy, ...names } },
    ...indicatorRecords(project.indicators, { scope: "project", ...names }, rawOf),
  ];
  return { type: "sheet", meaning, parts, records };
}

function projectRow(project: Project, layout: SheetLayout): Partial<Draft<"projects">> {
  const money = (raw = "") => (raw === "" ? null : yuan(raw, layout.corner?.unit ?? "万元"));
  const plan = (at: number) => percent(project.plan?.[at] ?? "");
  const total = project.budget?.total ?? project.proseBudget;
  return {
    number: project.number,
    budget_total: money(total),
    budget_fiscal: money(project.budget?.fiscal),
    budget_other: money(project.budget?.other),
    budget_source: total === undefined ? null : project.budget === undefined ? "prose" : "sheet",
    purpose: project.purpose === undefined ? null : canonical(project.purpose),
    plan_march: plan(0),
    plan_june: plan(1),
    plan_october: plan(2),
    plan_december: plan(3),
    goals: project.goals.map((goal) => withoutNumber(goal)).join("\n"),
  };
}

function percent(raw: string): string | null {
  return raw === "" ? null : exact(raw.replace("%", ""));
}

function indicatorRecords(
  indicators: readonly Indicator[],
  common: Partial<Draft<"indicators">>,
  rawOf: RawOf,
): readonly Meant[] {
  return indicators.map(([, level2, level3, description, target, basis], at) => {
    const level1 = indicators.slice(0, at + 1).findLast(([one]) => one !== "")?.[0] ?? "";
    const row: Partial<Draft<"indicators">> = {
      ...common,
      level1,
      level2,
      level3: canonical(level3),
      level1_code: LEVEL1[level1 as keyof typeof LEVEL1],
      level2_code: LEVEL2[level2 as keyof typeof LEVEL2],
      description: canonical(description),
      ...target.meaning,
      ...rawOf(target),
      basis: canonical(basis),
    };
    return { file: "indicators", row };
  });
}
