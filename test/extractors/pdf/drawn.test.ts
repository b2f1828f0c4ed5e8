import { describe, expect, test } from "vitest";
import { pdf } from "../../../extractors/pdf/index.js";
import { type Draw, grid, makePdf, picture, type Point, rectangle, text } from "./make-pdf.js";

const SPEC = { xs: [50, 150, 250, 350], ys: [100, 120, 140, 160] };
const LABELS = [
  ["科目", "合计", "基本支出"],
  ["教育支出", "", ""],
  ["卫生健康支出", "", ""],
];

/** A filled zero of this height, as an outlined digit is drawn. */
function zero([x, y]: Point, size = 8): Draw {
  const [right, high] = [x + size / 2, size];
  return (height) => {
    const bottom = height - y;
    const [top, middle] = [bottom + high, bottom + high / 2];
    return `${x} ${middle} m ${x} ${top} ${right} ${top} ${right} ${middle} c ${right} ${bottom} ${x} ${bottom} ${x} ${middle} c f`;
  };
}

const CELLS: readonly Point[] = [
  [200, 135],
  [300, 135],
  [200, 155],
];

async function rulesOf(...draw: readonly Draw[]): Promise<readonly string[]> {
  const { findings } = await pdf.extract(makePdf([{ draw }]));
  return findings.map(({ rule }) => rule);
}

describe("cells whose text was turned to outlines", () => {
  const table = grid({ ...SPEC, rows: LABELS });

  test("are told of where labels beside them are text", async () => {
    expect(await rulesOf(...table, ...CELLS.map((at) => zero(at)))).toEqual(["cells_drawn"]);
  });

  test.each([
    { of: "nothing in them", draw: [] },
    { of: "shading", draw: CELLS.map(([x, y]) => rectangle([x, y - 8, x + 8, y])) },
    { of: "dots", draw: CELLS.map((at) => zero(at, 1)) },
    { of: "ornaments", draw: CELLS.map((at) => zero(at, 60)) },
    { of: "one or two marks", draw: CELLS.slice(1).map((at) => zero(at)) },
    { of: "shapes outside of the table", draw: CELLS.map(([x, y]) => zero([x, y + 300])) },
  ])("are not found with $of", async ({ draw }) => {
    expect(await rulesOf(...table, ...draw)).toEqual([]);
  });

  test("are not those that hold text", async () => {
    const rows = LABELS.map((row) => row.map((label) => (label === "" ? "12.5" : label)));
    expect(await rulesOf(...grid({ ...SPEC, rows }), ...CELLS.map((at) => zero(at)))).toEqual([]);
  });
});

describe("a picture beside text", () => {
  const caption = [text([200, 60], "部门支出总表"), text([400, 80], "单位：万元")];
  const small = picture([60, 100, 460, 200]);

  test("is told of where it stands under a unit and no table does", async () => {
    expect(await rulesOf(...caption, small)).toEqual(["picture_beside_text"]);
  });

  test("is told of where it covers a good part of the page", async () => {
    const prose = text(
      [60, 60],
      "本部门的主要职责是贯彻执行有关教育工作的方针政策，并组织实施监督检查，指导各级各类学校。",
    );
    expect(await rulesOf(prose, picture([60, 100, 500, 700]))).toEqual(["picture_beside_text"]);
  });

  test("is not told of where it is small beside prose or a table", async () => {
    expect(await rulesOf(text([60, 60], "本部门的主要职责。"), small)).toEqual([]);
    expect(
      await rulesOf(
        ...caption,
        small,
        ...grid({ xs: SPEC.xs, ys: [300, 320, 340, 360], rows: LABELS }),
      ),
    ).toEqual([]);
  });
});
