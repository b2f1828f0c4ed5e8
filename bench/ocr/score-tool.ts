import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openOutput } from "../../index.js";
import type { DocumentDataset } from "../../index.js";
import { SCORE } from "./documents.js";

/** A run's dataset, and the folder of what was verified of its document. */
interface ToScore {
  readonly dataset: DocumentDataset;
  readonly gold: string;
  /** How many cells of each file that are not right are told. */
  readonly misses: number;
}

/** F1 of the cells of the CSV files; undefined where the gold lacks the file. */
interface ToolScore {
  readonly amounts: number | undefined;
  readonly indicators: number | undefined;
  readonly all: number;
  /** The tool's own lines, where misses are told. */
  readonly told: string;
}

/** What the tool says of one file. */
interface FileScore {
  readonly f1: number;
  readonly goldCells: number;
  readonly cells: number;
  readonly right: number;
}

/** Scores a dataset by the tool that stands beside the verified documents. */
export async function scored({ dataset, gold, misses }: ToScore): Promise<ToolScore> {
  const out = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    const output = openOutput(out);
    await output.add(dataset);
    await output.close();
    const args = [SCORE, out, gold, "--file", dataset.document.file_name];
    const run = (...more: readonly string[]) =>
      execFileSync(process.execPath, [...args, ...more], { encoding: "utf8" });
    const report: Readonly<Record<string, FileScore>> = JSON.parse(run("--json"));
    return {
      amounts: report["amounts"]?.f1,
      indicators: report["indicators"]?.f1,
      all: allCells(Object.values(report)),
      told: misses === 0 ? "" : run("--misses", String(misses)),
    };
  } finally {
    rmSync(out, { recursive: true });
  }
}

function allCells(files: readonly FileScore[]): number {
  const right = files.reduce((sum, file) => sum + file.right, 0);
  const cells = files.reduce((sum, file) => sum + file.goldCells + file.cells, 0);
  return cells === 0 ? 0 : (2 * right) / cells;
}
