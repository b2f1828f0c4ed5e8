import { growCsvFiles } from "./csv-files.js";
import { datasetPath, documentIds } from "../folder.js";
import { readDataset } from "../json.js";
import { printedRows } from "./printed-rows.js";

/**
 * Builds the CSV files and datapackage.json of an output folder from its `documents/*.json`, read
 * one at a time, in the order of their ids. Old CSV files stay until the new ones are whole. The records
 * of `validated` documents are known to fit their schemas. Returns how many documents there are.
 *
 * @throws UnreadableDataset where a JSON file is not of this version's form; the old CSV files stay
 */
export async function compile(
  folder: string,
  validated: ReadonlySet<string> = new Set(),
): Promise<number> {
  const ids = await documentIds(folder);
  const csvFiles = await growCsvFiles(folder);
  try {
    for (const id of ids) {
      const path = datasetPath(folder, id);
      if (!validated.has(id)) await csvFiles.add(await readDataset(path));
      else
        for await (const { file, records } of printedRows(path))
          await csvFiles.append(file, records);
    }
    await csvFiles.finish();
  } catch (error) {
    await csvFiles.abandon();
    throw error;
  }
  return ids.length;
}
