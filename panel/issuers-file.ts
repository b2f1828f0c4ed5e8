import { readFile } from "node:fs/promises";
import * as z from "zod";
import { ToldError, codeOf } from "../pipeline/model/errors.js";
import { type Fault, parseYaml } from "../pipeline/yaml-file.js";

/** What a user knows of issuers: names that are one, and whose part it is. */
export const issuersFile = z.strictObject({
  issuers: z.array(
    z.strictObject({
      id: z.string().min(1),
      names: z.array(z.string().min(1)).min(1),
      /** The division whose issuers are meant; those of all, where not given. */
      region: z
        .string()
        .regex(/^\d{6}$/u)
        .optional(),
      part_of: z.string().min(1).optional(),
    }),
  ),
});

export type IssuersFile = z.infer<typeof issuersFile>;

/** Where the user says nothing. */
export const NOTHING_KNOWN: IssuersFile = { issuers: [] };

/** `issuers.yaml` is not what it should be. */
class WrongIssuers extends ToldError {
  override readonly name = "WrongIssuers";
  override readonly exitCode = 2;
}

/**
 * Reads the user's `issuers.yaml`; where none is given, nothing is known.
 *
 * @throws WrongIssuers where it cannot be read, is not of its form, or says two things of one name
 */
export async function readIssuers(path: string | undefined): Promise<IssuersFile> {
  if (path === undefined) return NOTHING_KNOWN;
  try {
    return parseIssuers(await readFile(path, "utf8"), path);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    const says = { en: `${path} cannot be read (${code}).`, zh: `无法读取 ${path}（${code}）。` };
    throw new WrongIssuers(says, { cause });
  }
}

/** @throws WrongIssuers */
function parseIssuers(text: string, path: string): IssuersFile {
  const parsed = parseYaml(text, { path, schema: issuersFile, faultsIn: contradictions });
  if ("value" in parsed) return parsed.value;
  const { en, zh } = parsed.faults;
  throw new WrongIssuers({
    en: `${en}\nThe file lists issuers, each with an id, its names and, where wanted, region and part_of.`,
    zh: `${zh}\n文件中列出 issuers，每个有 id、names，可另有 region 和 part_of。`,
  });
}

/** A name of two issuers would have its documents counted for both; an issuer is part of one. */
function contradictions({ issuers }: IssuersFile): readonly Fault[] {
  const names = issuers.flatMap(({ region, names: all }, at) =>
    all.map((name, index) => ({ name, region, path: ["issuers", at, "names", index] })),
  );
  const parts = issuers.flatMap(({ id, part_of: whole }, at) =>
    whole === undefined ? [] : [{ id, whole, path: ["issuers", at, "part_of"] }],
  );
  return [
    ...names.flatMap((one, at) =>
      names.slice(0, at).some((other) => areOneName(one, other)) ? [nameTaken(one)] : [],
    ),
    ...parts.flatMap((one, at) =>
      parts.slice(0, at).some(({ id, whole }) => id === one.id && whole !== one.whole)
        ? [partTaken(one)]
        : [],
    ),
  ];
}

interface Name {
  readonly name: string;
  readonly region: string | undefined;
}

/** Without a region a name is meant in all. */
const areOneName = (a: Name, b: Name): boolean =>
  a.name === b.name && (a.region === b.region || a.region === undefined || b.region === undefined);

const nameTaken = ({ name, path }: Pick<Name, "name"> & Pick<Fault, "path">): Fault => ({
  path,
  says: {
    en: `${name} is named before; a name that issuers of several regions have needs the region of each`,
    zh: `${name} 已在前面列出；不同地区的单位同名时，各项都须写明 region`,
  },
});

const partTaken = ({ id, path }: { readonly id: string } & Pick<Fault, "path">): Fault => ({
  path,
  says: { en: `${id} is part of another before`, zh: `前面已写明 ${id} 属于另一单位` },
});
