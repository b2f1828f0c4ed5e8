import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import * as z from "zod";
import { codeOf } from "../../../pipeline/model/errors.js";
import { namesIn } from "../../../pipeline/names-in.js";
import { FILES } from "./folder.js";
import type { ModelSet } from "./model-set.js";
import { UnusableModels } from "./unusable.js";

const installed = z.strictObject({
  folder: z.string().regex(/^[0-9a-f]{12}$/u),
  from: z.string(),
});

/** Models that were added: their folder, and the name of what they were taken out of. */
export interface Installed {
  readonly path: string;
  readonly from: string;
}

const IN_USE = "in-use.json";

/** Where the models of this user are: GONGKAI_MODELS, or the folder that the system has for such data. */
function modelsFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env["GONGKAI_MODELS"] ?? join(dataFolder(env), "gongkai", "models");
}

function dataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support");
  if (process.platform === "win32")
    return env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local");
  return env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share");
}

/**
 * The models that were added and are used, or null where none were.
 *
 * @throws UnusableModels where what was added is damaged
 */
export async function installedModels(): Promise<Installed | null> {
  const file = join(modelsFolder(), IN_USE);
  try {
    const { folder, from } = installed.parse(JSON.parse(await readFile(file, "utf8")));
    return { path: join(modelsFolder(), folder), from };
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return null;
    throw new UnusableModels(
      {
        en: `${file} is damaged: add the models again, or remove them.`,
        zh: `${file} 已损坏：请重新添加模型，或将其删除。`,
      },
      { cause },
    );
  }
}

/** Writes models beside those that are in use; nothing reads with them until they are put to use. */
export async function stageModels(set: ModelSet): Promise<string> {
  await mkdir(modelsFolder(), { recursive: true });
  const staged = await mkdtemp(join(modelsFolder(), ".staged-"));
  for (const part of ["detection", "recognition", "characters", "direction"] as const) {
    const file = set[part];
    if (file !== undefined) await writeFile(join(staged, FILES[part]), file.bytes);
  }
  for (const [i, { path, bytes }] of set.licences.entries())
    await writeFile(join(staged, `licence-${i + 1}-${path.split(/[\\/]/u).at(-1) ?? ""}`), bytes);
  return staged;
}

/** Puts staged models to use at once, under a name of their own: what is running keeps those that it has. */
export async function putToUse(staged: string, folder: string, from: string): Promise<void> {
  const target = join(modelsFolder(), folder);
  await rename(staged, target).catch(async (error: unknown) => {
    if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(codeOf(error) ?? "")) throw error;
    await rm(staged, { recursive: true });
  });
  await writeFileAtomic(join(modelsFolder(), IN_USE), `${JSON.stringify({ folder, from })}\n`);
}

/** What this program makes in the folder of models; whatever else is there is not its own. */
const OWN = /^(?:[0-9a-f]{12}|\.staged-\w+|in-use\.json)$/u;

/** Removes all models that were added, the choice of them first; says whether there were any. */
export async function removeModels(): Promise<boolean> {
  await rm(join(modelsFolder(), IN_USE), { force: true });
  const own = (await namesIn(modelsFolder())).filter((name) => OWN.test(name));
  for (const name of own) await rm(join(modelsFolder(), name), { recursive: true });
  return own.length > 0;
}
