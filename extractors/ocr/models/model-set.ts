import { posix } from "node:path";
import type { Bilingual } from "../../../pipeline/model/finding.js";
import { onnxFile } from "./onnx-file.js";
import { UnusableModels } from "./unusable.js";

/** A file by its path inside of what holds it. */
export interface HeldFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What makes an engine: each network told by its output, and the characters that the recognition knows. */
export interface ModelSet {
  readonly detection: HeldFile;
  readonly recognition: HeldFile;
  readonly characters: HeldFile;
  readonly direction?: HeldFile;
  /** The texts of licences that came with them. */
  readonly licences: readonly HeldFile[];
}

type Part = "detection" | "recognition" | "direction";

/** What an engine must have for each character: the recognition has two classes more, nothing and the blank. */
const CLASSES_BESIDE = 2;
const LICENCE = /LICEN[CS]E|NOTICE/iu;

/** Whether a file is a licence, by its name. */
export function isLicence(path: string): boolean {
  return LICENCE.test(posix.basename(path));
}

/**
 * The models among some files, told by what is in them, never by their names.
 *
 * @throws UnusableModels where one is missing, or there are several to choose from
 */
export function modelSet(files: readonly HeldFile[], from: string): ModelSet {
  const parts = files.map((file) => ({ file, part: partOf(file.bytes) }));
  const among = (part: Part) => parts.filter((one) => one.part === part).map(({ file }) => file);
  const detection = theOne(among("detection"), {
    en: `${from}: network that finds lines`,
    zh: `${from}：检测文字行的网络`,
  });
  const recognition = theOne(among("recognition"), {
    en: `${from}: network that reads lines`,
    zh: `${from}：识别文字行的网络`,
  });
  const directions = among("direction");
  const direction = directions.length === 1 ? directions[0] : undefined;
  return {
    detection,
    recognition,
    characters: charactersOf(recognition, files),
    ...(direction && { direction }),
    licences: files.filter(({ path }) => isLicence(path)),
  };
}

/** DBNet gives a map of the page; CTC steps of classes along the line; the direction two likelihoods. */
function partOf(bytes: Uint8Array): Part | null {
  const output = onnxFile(bytes)?.output;
  if (output?.length === 4) return "detection";
  if (output?.length === 3) return "recognition";
  return output?.length === 2 && output[1] === 2 ? "direction" : null;
}

function theOne(found: readonly HeldFile[], what: Bilingual<string>): HeldFile {
  const [only, ...others] = found;
  if (only === undefined)
    throw new UnusableModels({ en: `${what.en}: there is none.`, zh: `${what.zh}没有。` });
  if (others.length === 0) return only;
  const names = found.map(({ path }) => path).join(", ");
  throw new UnusableModels({
    en: `${what.en}: there are several, choose by --within: ${names}`,
    zh: `${what.zh}有几个，请用 --within 选择：${names}`,
  });
}

/** The characters stand in the recognition itself, or in a text beside it that has as many lines as it needs. */
function charactersOf(recognition: HeldFile, files: readonly HeldFile[]): HeldFile {
  const { notes, output } = onnxFile(recognition.bytes) ?? {};
  const classes = output?.[2] ?? null;
  const own = notes?.get("character");
  const texts = files.filter(({ path }) => path.endsWith(".txt"));
  const said =
    own === undefined ? texts : [{ path: "keys.txt", bytes: new TextEncoder().encode(own) }];
  const fitting = said.filter(
    ({ bytes }) => characterLines(bytes).length + CLASSES_BESIDE === classes,
  );
  const { path } = recognition;
  return theOne(fitting, {
    en: `${path}: list of its ${classes ?? "unknown"} classes`,
    zh: `${path}：其${classes === null ? "未知数目的类别" : `${classes} 个类别`}的字表`,
  });
}

/** The characters of a list, one a line. */
export function characterLines(bytes: Uint8Array): string[] {
  const listed = new TextDecoder().decode(bytes).split(/\r?\n/u);
  if (listed.at(-1) === "") listed.pop();
  return listed;
}
