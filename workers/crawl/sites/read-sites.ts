import { readFile } from "node:fs/promises";
import { ToldError, codeOf } from "../../../pipeline/model/errors.js";
import { inBoth } from "../../../pipeline/model/finding.js";
import { type Fault, faultsOf, parseYaml, together } from "../../../pipeline/yaml-file.js";
import { sitesFile } from "./schema.js";
import type { SitesFile } from "./schema.js";

/** `sites.yaml` is not what it should be: says where, by line and column, and what was expected. */
export class WrongSites extends ToldError {
  override readonly name = "WrongSites";
  override readonly exitCode = 2;
}

/**
 * Reads `sites.yaml`.
 *
 * @throws WrongSites where it cannot be read, is no YAML, or says what it may not
 */
export async function readSites(path: string): Promise<SitesFile> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    const code = codeOf(cause) ?? String(cause);
    const says = { en: `${path} cannot be read (${code})`, zh: `无法读取 ${path}（${code}）` };
    throw new WrongSites(says, { cause });
  }
  return parseSites(text, path);
}

/** @throws WrongSites */
export function parseSites(text: string, path: string): SitesFile {
  const parsed = parseYaml(text, { path, schema: sitesFile, faultsIn: twice });
  if ("faults" in parsed) throw new WrongSites(parsed.faults);
  return parsed.value;
}

/**
 * Checks what is said of sites elsewhere than in a file.
 *
 * @throws WrongSites
 */
export function checkSites(said: unknown): SitesFile {
  const parsed = sitesFile.safeParse(said);
  if (parsed.success) return parsed.data;
  throw new WrongSites(together(faultsOf(parsed.error).map(({ says }) => says)));
}

/** Sites under one name would share what is known of them. */
function twice({ sites }: SitesFile): readonly Fault[] {
  return sites.flatMap(({ name }, at) =>
    sites.findIndex((other) => other.name === name) < at
      ? [
          {
            path: ["sites", at, "name"],
            says: inBoth(`sites.name: expected another name than ${name}, which is taken`),
          },
        ]
      : [],
  );
}
