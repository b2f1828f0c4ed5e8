import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { ToldError, codeOf } from "../../pipeline/model/errors.js";

const field = z.object({
  name: z.string().min(1),
  title: z.string().optional(),
  description: z.string().optional(),
  type: z.enum(["string", "integer", "number", "boolean", "date", "datetime"]),
  constraints: z.object({ required: z.boolean().optional() }).optional(),
  categories: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
});

const keyFields = z.union([z.string().transform((name) => [name]), z.array(z.string())]);

const resource = z.object({
  name: z.string().min(1),
  title: z.string().optional(),
  description: z.string().optional(),
  path: z.string().regex(/^[^/\\]+\.csv$/u),
  schema: z.object({
    fields: z.array(field).min(1),
    primaryKey: keyFields.optional(),
    foreignKeys: z
      .array(
        z.object({
          fields: keyFields,
          reference: z.object({ resource: z.string(), fields: keyFields }),
        }),
      )
      .optional(),
  }),
});

const dataPackage = z.object({
  name: z.string(),
  title: z.string().optional(),
  version: z.string().optional(),
  licenses: z
    .array(
      z.object({ name: z.string(), title: z.string().optional(), path: z.string().optional() }),
    )
    .optional(),
  resources: z.array(resource).min(1),
});

/** A column as `datapackage.json` describes it. */
export type Field = z.infer<typeof field>;
/** A CSV file as `datapackage.json` describes it. */
export type Resource = z.infer<typeof resource>;

/** A folder of CSV files with its `datapackage.json`: a dataset, or a panel made from datasets. */
export interface Package extends z.infer<typeof dataPackage> {
  readonly folder: string;
}

/** A folder has nothing that a format is made from. */
export class NothingToExport extends ToldError {
  override readonly name = "NothingToExport";
  override readonly exitCode = 2;
}

/** A folder cannot be exported: it has no `datapackage.json`, or not one of this program's. */
class NoPackage extends ToldError {
  override readonly name = "NoPackage";
  override readonly exitCode = 2;
}

/**
 * Reads the `datapackage.json` of a folder; a table comes after those that it refers to.
 *
 * @throws NoPackage
 */
export async function readPackage(folder: string): Promise<Package> {
  const path = join(folder, "datapackage.json");
  try {
    const read = dataPackage.parse(JSON.parse(await readFile(path, "utf8")));
    return { ...read, resources: referredFirst(read.resources), folder };
  } catch (cause) {
    const missing = codeOf(cause) !== undefined;
    throw new NoPackage(missing ? NOT_THERE(folder) : NOT_OURS(path), { cause });
  }
}

const NOT_THERE = (folder: string) => ({
  en: `${folder} has no datapackage.json. Give an output folder of extract, compile or compare.`,
  zh: `${folder} 中没有 datapackage.json。请给出 extract、compile 或 compare 的输出文件夹。`,
});
const NOT_OURS = (path: string) => ({
  en: `${path} is not of the form that this program writes. Run \`gongkai compile\` on the folder.`,
  zh: `${path} 不是本程序所写的形式。请对该文件夹运行 \`gongkai compile\`。`,
});

/**
 * The table of that name.
 *
 * @throws NothingToExport
 */
export function tableNamed({ resources }: Pick<Package, "resources">, wanted: string): Resource {
  const table = resources.find(({ name }) => name === wanted);
  if (table === undefined)
    throw new NothingToExport({
      en: `The folder has no table ${wanted}, which this format is made from. Give a dataset, as extract writes it.`,
      zh: `该文件夹中没有 ${wanted} 表，而此格式由它生成。请给出 extract 所写的数据集。`,
    });
  return table;
}

/** The foreign keys of a table that lead to tables of the package. */
export function foreignKeys({ schema }: Resource, { resources }: Pick<Package, "resources">) {
  return (schema.foreignKeys ?? []).filter(({ reference }) =>
    resources.some(({ name }) => name === reference.resource),
  );
}

/** A database takes a table with foreign keys only after the tables that they lead to. */
function referredFirst(resources: readonly Resource[]): Resource[] {
  const ordered: Resource[] = [];
  const add = (each: Resource): void => {
    if (ordered.includes(each)) return;
    for (const { reference } of foreignKeys(each, { resources: [...resources] })) {
      const referred = resources.find(({ name }) => name === reference.resource);
      if (referred !== undefined && referred !== each) add(referred);
    }
    ordered.push(each);
  };
  resources.forEach(add);
  return ordered;
}
