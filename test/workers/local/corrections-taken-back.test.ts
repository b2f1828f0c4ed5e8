import { copyFile, mkdir, readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { lastStanding } from "../../../inspector/model/corrected.js";
import { printSpot, spotOf } from "../../../pipeline/model/spot.js";
import { readDataset } from "../../../pipeline/dataset/json.js";
import type { DocumentDataset } from "../../../index.js";
import { addCorrection, correctionRows } from "../../../workers/local/corrections.js";
import type { CorrectionRow } from "../../../workers/local/corrections.js";
import { real, run } from "../../cli/run.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { filesIn } from "../../files-in.js";

const { at } = temporaryFolder();

const COUNT = 200;

/** What the folder holds beside the corrections themselves. */
async function extracted(): Promise<Readonly<Record<string, string>>> {
  const { code, stderr } = await run(
    ["extract", at("in"), "--out", at("out"), "--concurrency", "1"],
    real,
  );
  if (code !== 0) throw new Error(stderr);
  const files = Object.entries(await filesIn(at("out")));
  return Object.fromEntries(files.filter(([path]) => !path.endsWith("corrections.csv")));
}

async function dataset(): Promise<DocumentDataset> {
  const [name = ""] = await readdir(at("out", "documents"));
  return readDataset(at("out", "documents", name));
}

/** Numbers below a bound that are the same in every run. */
function numbers(): (below: number) => number {
  let state = 20_260_301;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const TEXTS = ["", "0.00", "1,234.56", "-5", "合计", "两\n行", "单位：元", "2140106", "=1+1", '"'];

/** Corrections of cells and dismissals, some of them of what was corrected before. */
function randomCorrections({ document, tables, findings }: DocumentDataset): CorrectionRow[] {
  const below = numbers();
  const cells = tables.flatMap((table) => table.cells.map((cell) => ({ table, cell })));
  const now = new Map<string, string>();
  return Array.from({ length: COUNT }, () => {
    const { table, cell } = cells[below(cells.length)] ?? { table: undefined, cell: undefined };
    const finding = findings[below(findings.length)];
    if (table === undefined || finding === undefined) throw new Error("nothing was read");
    const isCell = below(4) > 0;
    const of = isCell ? { ...cell, table_no: table.table_no } : finding;
    const place = printSpot(spotOf({ ...of, page: null })).slice(1);
    const what = isCell ? "text" : `finding:${finding.rule}`;
    const from = now.get(`${place} ${what}`) ?? (isCell ? cell.text : "open");
    const to = isCell ? (TEXTS[below(TEXTS.length)] ?? "") : "dismissed";
    now.set(`${place} ${what}`, to);
    const signed = { who: "李明", when: "2026-03-01T08:00:00Z", why: "试" };
    return { document: document.sha256, place, what, from, to, ...signed };
  });
}

test(`${COUNT} corrections that are taken back one by one leave every file as it was, byte for byte`, async () => {
  await mkdir(at("in"));
  await copyFile("samples/contradictions-2023/source.txt", at("in", "a.txt"));
  const before = await extracted();
  for (const row of randomCorrections(await dataset())) await addCorrection(at("out"), row);

  const corrected = await extracted();
  expect(Object.keys(corrected)).toEqual(Object.keys(before));
  expect(corrected).not.toEqual(before);
  const { findings } = await dataset();
  const rules = findings.map(({ rule }) => rule);
  expect(rules.filter((rule) => rule === "cell_corrected").length).toBeGreaterThan(50);
  expect(rules).toContain("finding_dismissed");
  // What was dismissed may be found no more; every text is put in.
  const unfit = findings.filter(({ rule }) => rule === "correction_unfit");
  expect(unfit.filter(({ message }) => message.includes("(text)"))).toEqual([]);

  for (;;) {
    const last = lastStanding(await correctionRows(at("out")));
    if (last === undefined) break;
    await addCorrection(at("out"), { ...last, from: last.to, to: last.from, who: "王芳" });
  }
  expect(await extracted()).toEqual(before);
}, 120_000);
