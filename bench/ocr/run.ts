import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DocumentDataset, OcrOptions } from "../../index.js";
import type { Document } from "../../pipeline/model/document.js";
import { printedBy } from "../measure.js";
import type { EngineName } from "./options.js";

/** Files to read, and where to put what comes of them. */
export interface Job {
  readonly folder: string;
  readonly files: readonly ToRead[];
  readonly ocr: Pick<OcrOptions, "mode" | "engine">;
}

/** A file, and the name under which its dataset knows it. */
interface ToRead {
  readonly path: string;
  readonly fileName: string;
}

/** What reading all files of a job took: processor time, and the most memory of the process. */
export interface Cost {
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** What was read from one file. */
export interface Read {
  readonly document: Document;
  readonly dataset: DocumentDataset;
}

/** Reads files one after another in a process of its own. */
export function readFiles(
  files: readonly ToRead[],
  ocr: Job["ocr"],
): { readonly read: readonly Read[]; readonly cost: Cost } {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    const job: Job = { folder, files, ocr };
    const cost: Cost = JSON.parse(printedOf("read-files.js", job));
    const read = files.map((_, i): Read =>
      JSON.parse(readFileSync(path.join(folder, `${i}.json`), "utf8")),
    );
    return { read, cost };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a script of this folder prints, run in a process of its own with a job that it is given as a file. */
export function printedOf(name: string, job: { readonly folder: string }): string {
  const file = path.join(job.folder, "job.json");
  writeFileSync(file, JSON.stringify(job));
  return printedBy(`ocr/${name}`, file);
}

/** How pages are read by an engine; `text` is the text layer itself, of which nothing may be lost. */
export function ocrOf(engine: EngineName): Job["ocr"] {
  return engine === "text" ? { mode: "never" } : { engine };
}
