import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Command } from "commander";
import {
  addModels,
  bundledModels,
  checkModels,
  chosenModels,
  installedModels,
  knownModels,
  modelsInFolder,
  removeModels,
  sha256Of,
} from "../index.js";
import type { OcrModels } from "../index.js";
import type { ExitCode, Terminal } from "./terminal.js";
import { number, printable, textTable } from "./text-table.js";
import type { Wiring } from "./wiring.js";

/** `gongkai models`: the networks that read pictures of pages; nothing is ever downloaded. */
export function addModelsCommand(program: Command, { terminal, end }: Wiring): void {
  const models = program
    .command("models")
    .description("List, check, add and remove the PP-OCR models that read pictures of pages.")
    .addHelpText("after", EXAMPLES);
  models
    .command("list", { isDefault: true })
    .description("print which models there are, and which are used")
    .action(async () => end(await runList(terminal)));
  models
    .command("check")
    .description("read a page of which every character is known")
    .argument("[dir]", "a folder of models, or bundled; those that are used where none is named")
    .action(async (folder?: string) => end(await runCheck(folder, terminal)));
  models
    .command("add")
    .description("use the models of a wheel, a ZIP or a folder, if they read that page right")
    .argument("<path>", "for instance what `pip download rapidocr==3.10.0 --no-deps` fetched")
    .option("--within <text>", "look only at files whose path inside has this text")
    .action(async (path: string, { within }: { within?: string }) =>
      end(await runAdd(path, within, terminal)),
    );
  models
    .command("remove")
    .description("remove what was added; those of the program are used again")
    .action(async () => end(await runRemove(terminal)));
}

async function runList({ stdout }: Terminal): Promise<ExitCode> {
  const added = await installedModels();
  if (added !== null)
    stdout.write(
      `${await listed(await modelsInFolder(added.path), {
        isUsed: true,
        from: `${added.from}, in ${added.path}`,
      })}\n`,
    );
  stdout.write(await listed(bundledModels(), { isUsed: added === null, from: "bundled" }));
  return 0;
}

/** A set of models as it is listed: what it is, whether it is used, and its files. */
async function listed(
  models: OcrModels,
  { isUsed, from }: { isUsed: boolean; from: string },
): Promise<string> {
  const known = await knownModels(models);
  const head = [
    ["Models", `${known?.name ?? "unknown"}${isUsed ? " (used)" : ""}`],
    ["From", from],
    ["Origin", known?.origin ?? "not known"],
    ["Licence", known?.licence ?? "not known: see the files that came with them"],
  ];
  const files: string[][] = [];
  for (const path of Object.values<string>({ ...models }))
    files.push([basename(path), number((await stat(path)).size), await sha256Of(path)]);
  const lines = [...textTable(head), ...textTable(files, { right: [1], indent: "  " })];
  return `${lines.join("\n")}\n`;
}

async function runCheck(folder: string | undefined, { stdout }: Terminal): Promise<ExitCode> {
  const models =
    folder === undefined || folder === "bundled"
      ? ((await chosenModels(folder)) ?? bundledModels())
      : await modelsInFolder(folder);
  const name = (await knownModels(models))?.name ?? "The models";
  const wrong = await checkModels(models);
  if (wrong.length === 0) stdout.write(`${name}: all lines of the page were read right.\n`);
  for (const { printed, read } of wrong)
    stdout.write(`${name}: ${printable(printed)} was read as ${printable(read) || "nothing"}\n`);
  return wrong.length === 0 ? 0 : 1;
}

async function runAdd(
  path: string,
  within: string | undefined,
  { stdout }: Terminal,
): Promise<ExitCode> {
  const { taken, licences } = await addModels(path, within);
  for (const { path: file, text } of licences) stdout.write(`--- ${file}\n${text.trimEnd()}\n\n`);
  if (licences.length === 0) stdout.write("No licence came with these models.\n\n");
  stdout.write(`Added and used from now on: ${taken.map(printable).join(", ")}\n`);
  stdout.write("They read all lines of the page by which models are checked.\n");
  return 0;
}

async function runRemove({ stdout }: Terminal): Promise<ExitCode> {
  const had = await removeModels();
  stdout.write(had ? "Removed. The models of the program are used.\n" : "None were added.\n");
  return 0;
}

const EXAMPLES = `
Examples:
  gongkai models                                     which models there are, and which are used
  gongkai models check                               read a page of which every character is known
  pip download rapidocr==3.10.0 --no-deps            fetch PP-OCRv6 small (Apache-2.0), then:
  gongkai models add rapidocr-3.10.0-py3-none-any.whl
  gongkai models remove                              use those of the program again

Nothing is downloaded. What is added is kept for this user; GONGKAI_MODELS names another folder.
All machines with workers should have the same.

Exit codes:
  0  done; the page was read right
  1  the page was misread (check)
  2  wrong usage, or models that cannot be used (nothing has changed)
`;
