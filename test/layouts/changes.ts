import type { Matrix } from "../../samples/generator/description.js";
import { textAt } from "../../samples/generator/grid.js";
import type { Layout } from "./layout.js";

/** A way to print the same layout otherwise: its records stay the same. */
export type Change = (layout: Layout) => Layout;

const isNumber = (text: string): boolean => /^-?[\d,]+(?:\.\d+)?%?$/u.test(text);

/** The columns in blocks that no merged cell crosses, from left to right. */
function blocksOf(rows: Matrix): readonly (readonly number[])[] {
  const [first = []] = rows;
  return first.reduce<number[][]>((blocks, _, column) => {
    const last = blocks.at(-1);
    const joined = rows.some((row, at) => row[column] === "<" || isUnderWide(rows, at, column));
    if (last === undefined || !joined) blocks.push([column]);
    else last.push(column);
    return blocks;
  }, []);
}

/** Whether a cell goes on down from a wide one that began further left. */
function isUnderWide(rows: Matrix, row: number, column: number): boolean {
  let top = row;
  while (rows[top]?.[column] === "^") top -= 1;
  return top !== row && rows[top]?.[column] === "<";
}

/** Whether a row of the header numbers the columns. */
function isNumbered(row: readonly string[]): boolean {
  return row.filter(isNumber).length > 2 && row.every((text) => !/\d\./u.test(text));
}

/** Moves the blocks that hold amounts: the last to the front of them. Serial numbers of columns keep their place. */
export const columnsMoved: Change = (layout) => {
  const blocks = blocksOf(layout.rows);
  const body = layout.rows.slice(layout.head);
  const movable = blocks.map((block) =>
    block.some((column) => body.some((row) => /\d\.\d/u.test(row[column] ?? ""))),
  );
  const moved = blocks.filter((_, at) => movable[at]);
  const last = moved.at(-1);
  const ordered = last === undefined ? [] : [last, ...moved.slice(0, -1)];
  const order = blocks.flatMap((block, at) => (movable[at] ? (ordered.shift() ?? []) : block));
  const rows = layout.rows.map((row, at) =>
    at < layout.head && isNumbered(row) ? row : order.map((column) => row[column] ?? ""),
  );
  return { ...layout, rows };
};

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["科目编码", "功能分类科目编码"],
  ["科目代码", "支出功能分类科目编码"],
  ["科目名称", "功能分类科目名称"],
  ["预算数", "2024年预算数"],
  ["基本支出", "基  本  支  出"],
  ["项目支出", "项目\n支出"],
  ["合计", "合　计"],
  ["指标值", "年度指标值"],
  ["度量单位", "计量单位"],
  ["指标性质", "符号"],
  ["一级指标", "一级绩效指标"],
  ["二级指标", "二级绩效指标"],
  ["三级指标", "三级绩效指标"],
  ["项目名称", "项目 名称"],
  ["年度目标", "年度绩效目标"],
]);

/** Heads the columns by other words of the same meaning. */
export const headersRenamed: Change = (layout) => ({
  ...layout,
  rows: layout.rows.map((row, at) =>
    at < layout.head ? row.map((text) => SYNONYMS.get(text) ?? text) : row,
  ),
});

/** Prints merged cells of the body once for each row. */
export const bodyRepeated: Change = (layout) => ({
  ...layout,
  rows: layout.rows.map((row, at) =>
    at < layout.head
      ? row
      : row.map((text, column) => (text === "^" ? textAt(layout.rows, at, column) : text)),
  ),
});

/** Leaves blank cells where cells of the body are merged down. */
export const bodyBlank: Change = (layout) => ({
  ...layout,
  rows: layout.rows.map((row, at) =>
    at < layout.head ? row : row.map((text) => (text === "^" ? "" : text)),
  ),
});

/** Leaves blank cells below where cells of the header are merged down. */
export const headerBlank: Change = (layout) => ({
  ...layout,
  rows: layout.rows.map((row, at) =>
    at < layout.head
      ? row.map((text, column) =>
          text === "^" && row[column + 1] !== "<" && !isUnderWide(layout.rows, at, column)
            ? ""
            : text,
        )
      : row,
  ),
});

/** Prints what stands over the grid in its first rows, each over the whole width. */
export const linesInside: Change = (layout) => {
  const [first = []] = layout.rows;
  const wide = layout.above.map((text) => [text, ...first.slice(1).map(() => "<")]);
  return { ...layout, above: [], rows: [...wide, ...layout.rows], head: layout.head + wide.length };
};

/** Prints further lines between the caption and the grid. */
export const linesAdded: Change = (layout) => ({
  ...layout,
  above: [
    ...layout.above.slice(0, 1),
    "2024年度",
    ...layout.above.slice(1),
    "填报日期：2024年1月20日",
  ],
});

/** Gives each row without a code a list number. */
export const rowsNumbered: Change = (layout) => {
  const [first = []] = layout.rows;
  if (layout.amounts === undefined || !/^(?:项目|收\s*入)/u.test(first[0] ?? "")) return layout;
  let count = 0;
  const rows = layout.rows.map((row, at) => {
    const [label = "", ...rest] = row;
    const plain =
      at >= layout.head &&
      /^[\p{sc=Han}“]/u.test(label) &&
      !/[合总]\s*计|^[一二三四五六七八九十]+、|^其中/u.test(label);
    if (!plain) return row;
    count += 1;
    return [`${count}.${label}`, ...rest];
  });
  return { ...layout, rows };
};
