import { writeGrown } from "../../pipeline/dataset/growing-file.js";
import type { ExportJob } from "../package/job.js";
import { NothingToExport, tableNamed } from "../package/package.js";
import { cellsBy, rowsOf } from "../package/rows.js";
import { releaseOf } from "./release-of.js";
import type { PackageHead, Release } from "./release.js";
import { sourcesOf, startOf } from "./sources.js";

/**
 * Writes planned procurements as a release package of the Open Contracting Data Standard 1.1: one planning release for
 * each row that is an item. A plan without any date is left out and told: a release needs one, and none is guessed.
 *
 * @throws NothingToExport where the folder has no planned procurement with a date
 */
export async function writeOcds(job: ExportJob): Promise<void> {
  const told: Told = { undated: 0, latest: "" };
  try {
    await writeGrown(job.path, async (append) => {
      let separator = '{\n"releases": [\n';
      for await (const release of releases(job, told)) {
        await append(`${separator}${printed(release)}`);
        separator = ",\n";
      }
      if (told.latest === "") throw new NothingToExport(NO_PLANS);
      await append(`\n],\n${printed(head(told.latest, job.ocds)).slice(1)}\n`);
    });
  } finally {
    if (told.undated > 0) job.note(UNDATED(told.undated));
  }
}

const NO_PLANS = {
  en: "The folder has no planned procurement that is dated, and OCDS is made of them.",
  zh: "该文件夹中没有带日期的采购计划，而 OCDS 由采购计划组成。",
};
const UNDATED = (count: number) => ({
  en: `${count} plans are left out: their documents state no date, and OCDS requires one. --date YYYY-MM-DD gives it.`,
  zh: `略去 ${count} 项采购计划：其文件没有写明日期，而 OCDS 要求日期。可用 --date YYYY-MM-DD 给出。`,
});

/** What is known of the releases so far. */
interface Told {
  undated: number;
  /** The latest date. */
  latest: string;
}

async function* releases({ from, ocds }: ExportJob, told: Told): AsyncGenerator<Release> {
  const sources = await sourcesOf(from);
  const items = tableNamed(from, "procurement_items");
  const cell = cellsBy(items);
  const given = ocds.date === undefined ? undefined : startOf(ocds.date);
  for await (const row of rowsOf(from, items)) {
    if (cell(row, "row_kind") !== "item") continue;
    const source = sources.get(cell(row, "document_id"));
    const date = source?.date ?? given;
    if (date === undefined) told.undated += 1;
    else {
      if (date > told.latest) told.latest = date;
      yield releaseOf((name) => cell(row, name), { ...source, date, prefix: ocds.prefix });
    }
  }
}

/** A package is of the day of its latest plan, so that the same plans give the same bytes. */
function head(latest: string, { publisher = "gongkai", license }: ExportJob["ocds"]): PackageHead {
  return {
    uri: "urn:x-gongkai:planning-releases",
    version: "1.1",
    publishedDate: latest,
    publisher: { name: publisher },
    license,
  };
}

const EXACT = /"(?<name>amount|quantity)":"(?<digits>-?\d+(?:\.\d+)?)"/gu;

/** JSON in which exact decimals stand digit for digit, as numbers. Within a text quotes are escaped: none is taken for one. */
function printed(value: Release | PackageHead): string {
  return JSON.stringify(value).replaceAll(EXACT, '"$<name>":$<digits>');
}
