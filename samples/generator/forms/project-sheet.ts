/** The performance sheets of projects (绩效目标表) and of the department as a whole. */
import type { Draft } from "../../../pipeline/model/records/registry.js";
import { line, type Line, type Matrix, type Part, type Sheet } from "../description.js";
import { canonical, exact, withoutNumber, yuan } from "../meaning.js";
import { indicatorGrid, indicatorRecords, type Indicator, type TargetCells } from "./indicators.js";

/** A project as all layouts tell it; a layout prints what it has room for. */
export interface Project {
  readonly number: string;
  readonly name: string;
  /** The name that the caption prints, where it is another one. */
  readonly captionName?: string;
  readonly code?: string;
  readonly purpose?: string;
  readonly budget?: { readonly total: string; readonly fiscal: string; readonly other: string };
  /** In 万元, stated in the prose under the sheet only. */
  readonly proseBudget?: string;
  /** Cumulative, at the end of March, June, October and December. */
  readonly plan?: readonly [string, string, string, string];
  readonly goals: readonly string[];
  readonly indicators: readonly Indicator[];
}

/** The corner row of a sheet. */
export interface Corner {
  readonly code: string;
  readonly issuer: string;
  readonly unit: string;
}

const THREE_WIDTHS = [3, 3, 3, 4, 2.4, 2, 3, 5];

/** The line over a sheet: `1、` or `1.`, name, 绩效目标表. */
export function sheetCaption({ number, name, captionName = name }: Project, mark = "、"): Line {
  return line(`${number}${mark}${captionName}绩效目标表`, "caption");
}

/** The indicators of a department as a whole, in three columns. */
export function departmentSheet(caption: string, indicators: readonly Indicator[]): Sheet {
  const rows = indicatorGrid(indicators, "three");
  return {
    type: "sheet",
    meaning: { kind: "department_performance", caption },
    parts: [{ rows, head: 2, widths: THREE_WIDTHS }],
    records: indicatorRecords(indicators, "three", { scope: "department" }),
  };
}

/** 2020 layout with 符号, 值 and 单位 in three columns, goals labelled 目标1, 目标2. One grid. */
export function threeColumnSheet(project: Project): Sheet {
  const rows = [...labelledStrip(project), ...indicatorGrid(project.indicators, "three")];
  return sheet(project, { parts: [{ rows, head: 0, widths: THREE_WIDTHS }], cells: "three" });
}

function labelledStrip(project: Project): Matrix {
  const wide = ["<", "<", "<", "<", "<", "<"];
  return [
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
}

/** 2020 and 2021 layout: a strip with budget, plan and goals over a grid with joined targets. */
export function strippedSheet(project: Project, corner: Corner): Sheet {
  const { total = "", fiscal = "", other = "" } = project.budget ?? {};
  const rows = [
    [`${corner.code}${corner.issuer}`, "<", "<", "<", "<", `单位：${corner.unit}`, "<"],
    ["项目编码", project.code ?? "", "<", "项目名称", project.name, "<", "<"],
    ["预算规模及资金用途", "预算数", total, "其中：财政资金", fiscal, "其他资金", other],
    ["^", project.purpose ?? "", "<", "<", "<", "<", "<"],
    ["资金支出计划（%）", "3月底", "<", "6月底", "10月底", "<", "12月底"],
    ["^", ...planCells(project, [2, 1, 2, 1])],
    ["绩效目标", project.goals.join("\n"), "<", "<", "<", "<", "<"],
  ];
  const strip: Part = { rows, head: 0, widths: [4, 3, 3, 4, 3, 3, 3] };
  return sheet(project, { parts: [strip, joinedGrid(project)], cells: "joined", corner });
}

/** 2023 layout: only the goals stand over the grid. */
export function goalSheet(project: Project): Sheet {
  const strip: Part = { rows: [["绩效目标", project.goals.join("\n")]], head: 0, widths: [3, 17] };
  return sheet(project, { parts: [strip, joinedGrid(project)], cells: "joined" });
}

function joinedGrid(project: Project): Part {
  const rows = indicatorGrid(project.indicators, "joined");
  return { rows, head: 1, widths: [3, 3.5, 4, 5, 3.5, 4] };
}

function planCells(project: Project, spans: readonly number[]): readonly string[] {
  return spans.flatMap((span, at) => [
    project.plan?.[at] ?? "",
    ...Array.from({ length: span - 1 }, () => "<"),
  ]);
}

interface Layout {
  readonly parts: readonly Part[];
  readonly cells: TargetCells;
  readonly corner?: Corner;
}

function sheet(project: Project, { parts, cells, corner }: Layout): Sheet {
  const printedBy = { issuer_code: corner?.code ?? null, issuer_name: corner?.issuer ?? null };
  const names = { project_code: project.code ?? null, project_name: canonical(project.name) };
  const about = { ...projectRecord(project, corner?.unit), ...printedBy, ...names };
  return {
    type: "sheet",
    meaning: {
      kind: "project_performance",
      caption: canonical(`${project.captionName ?? project.name}绩效目标表`),
      unit_raw: corner?.unit ?? null,
      ...printedBy,
    },
    parts,
    records: [
      { file: "projects", row: about },
      ...indicatorRecords(project.indicators, cells, { scope: "project", ...names }),
    ],
  };
}

function projectRecord(project: Project, unit = "万元"): Partial<Draft<"projects">> {
  const { budget, proseBudget, plan = ["", "", "", ""] } = project;
  const [march, june, october, december] = plan;
  const inProse = budget === undefined && proseBudget !== undefined;
  const inSheet = budget === undefined ? null : "sheet";
  return {
    number: project.number,
    budget_total: money(budget?.total ?? proseBudget, unit),
    budget_fiscal: money(budget?.fiscal, unit),
    budget_other: money(budget?.other, unit),
    budget_source: inProse ? "prose" : inSheet,
    purpose: project.purpose === undefined ? null : canonical(project.purpose),
    plan_march: percent(march),
    plan_june: percent(june),
    plan_october: percent(october),
    plan_december: percent(december),
    goals: project.goals.map(withoutNumber).join("\n"),
  };
}

function money(raw: string | undefined, unit: string): string | null {
  return raw === undefined || raw === "" ? null : yuan(raw, unit);
}

function percent(raw: string): string | null {
  return raw === "" ? null : exact(raw.replace("%", ""));
}
