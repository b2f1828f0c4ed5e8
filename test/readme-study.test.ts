import { execFile, spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import * as z from "zod";
import { compare } from "../panel/compare.js";
import { datasetOf, scratch } from "./panel/sample-panel.js";

const root = join(import.meta.dirname, "..");
const notebook = join(root, "docs/python/study.ipynb");
const rewrite = process.env["UPDATE_DOCS"] === "1";
const python = process.env["GONGKAI_PYTHON"] ?? "python3";
const isMissing = spawnSync(python, ["-c", "import duckdb, pandas"]).status !== 0;
if (isMissing) console.warn(`skipped: ${python} has no pandas and DuckDB to run the study with`);

const folder = scratch("study");
const text = z.array(z.string());
const stream = z.strictObject({
  name: z.literal("stdout"),
  output_type: z.literal("stream"),
  text,
});
/** A notebook of version 4.5, as far as this one goes. */
const notebookOf = z.strictObject({
  cells: z.array(
    z.discriminatedUnion("cell_type", [
      z.strictObject({
        cell_type: z.literal("markdown"),
        id: z.string(),
        metadata: z.strictObject({}),
        source: text,
      }),
      z.strictObject({
        cell_type: z.literal("code"),
        execution_count: z.int().nullable(),
        id: z.string(),
        metadata: z.strictObject({}),
        outputs: z.array(stream),
        source: text,
      }),
    ]),
  ),
  metadata: z.looseObject({ kernelspec: z.looseObject({ language: z.literal("python") }) }),
  nbformat: z.literal(4),
  nbformat_minor: z.literal(5),
});

/** Counted by hand from the printed tables of the samples, without the one that contradicts itself. */
const COUNTED = [
  "11 documents: {'ok': 10, 'partial': 1}\n",
  "栖云县交通运输局 2023 19 errors\n",
  // 2635.77 + 1600.80 + 186.24 + 1138.70 + 1834.66005 + 1842.36 + 860.40 万元, of it 4949.59005 for projects.
  "7 budgets, 100989300.5 yuan\nof all money: 49.01 %\nmedian: 55.60 %\n",
  // 26.40 + 11.80 + 0 + 17.40 + 17.45 + 2.80 + 3.70 万元.
  "三公 795500.00 yuan, 78.77 of 10,000 yuan that are spent\n",
  "栖云县司法局 2024 140000.00 111500.00 -20.4 %\n",
  "栖云县农业农村局 page 1 prints 2635.77 万元 = 26357700 yuan\n",
];

test.skipIf(isMissing)(
  "the study prints what was counted by hand, and the notebook holds it (npm run docs)",
  async () => {
    const samples = globSync("samples/*/source.pdf", { cwd: root, absolute: true }).toSorted();
    await datasetOf(samples, join(folder, "out"));
    await compare({ folders: [join(folder, "out")], out: join(folder, "comparison") });
    const { stdout } = await promisify(execFile)(
      python,
      [join(root, "test/run-notebook.py"), notebook],
      { cwd: folder, env: { ...process.env, PYTHONPATH: join(root, "docs/python") } },
    );
    const printed = text.parse(JSON.parse(stdout));
    expect(printed).toEqual(COUNTED);
    if (rewrite) await keepOutputs(printed);
    const { cells } = await readNotebook();
    expect(cells.flatMap((cell) => (cell.cell_type === "code" ? [outputOf(cell)] : []))).toEqual(
      printed,
    );
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
  },
  300_000,
);

type Notebook = z.infer<typeof notebookOf>;
type CodeCell = Extract<Notebook["cells"][number], { readonly cell_type: "code" }>;

const readNotebook = async (): Promise<Notebook> =>
  notebookOf.parse(JSON.parse(await readFile(notebook, "utf8")));

const outputOf = ({ outputs }: CodeCell): string => outputs.flatMap((each) => each.text).join("");

/** Writes what each cell printed under it. */
async function keepOutputs(printed: readonly string[]): Promise<void> {
  const read = await readNotebook();
  const code = read.cells.filter((cell) => cell.cell_type === "code");
  for (const [at, cell] of code.entries()) {
    cell.execution_count = at + 1;
    cell.outputs = [
      { name: "stdout", output_type: "stream", text: (printed[at] ?? "").split(/(?<=\n)/u) },
    ];
  }
  await writeFile(notebook, `${JSON.stringify(read, null, 1)}\n`);
}
