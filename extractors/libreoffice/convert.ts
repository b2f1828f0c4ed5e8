import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { UnreadableSource, codeOf } from "../../pipeline/model/errors.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Conversion } from "../common/format.js";
import { findLibreOffice, lacksPart } from "./find.js";
import { CONVERSION, registry } from "./settings.js";

/** What a document is converted to: the filter of LibreOffice that writes it, and the part of LibreOffice that has the filter. */
const TARGETS = {
  docx: { filter: "docx:MS Word 2007 XML", part: "writer", called: "DOCX" },
  xlsx: { filter: "xlsx:Calc MS Excel 2007 XML", part: "calc", called: "XLSX" },
} as const;

/** From what to what a document is converted. */
export interface FromTo {
  /** The ending that LibreOffice knows the format by. */
  readonly ending: "doc" | "rtf" | "odt" | "xml" | "xlsb";
  readonly target: keyof typeof TARGETS;
}

/**
 * A document as DOCX or XLSX, converted by LibreOffice in a process of its own with a profile of its own, both
 * of which are gone afterwards.
 *
 * @throws UnreadableSource `converter_unavailable` where it is not installed, or not the part that is needed;
 *   `timeout`; `damaged` where it cannot open the document
 */
export async function convert(
  bytes: Uint8Array,
  { ending, target }: FromTo,
  { program: given, onProcess = () => undefined }: Conversion = {},
): Promise<Uint8Array> {
  const program = findLibreOffice(given);
  if (program === undefined || lacksPart(program, TARGETS[target].part))
    throw new UnreadableSource("converter_unavailable", notInstalled(target));
  const folder = await mkdtemp(join(tmpdir(), `gongkai-office-${hostname()}-${process.pid}-`));
  try {
    await mkdir(join(folder, "profile/user"), { recursive: true });
    await writeFile(join(folder, "profile/user/registrymodifications.xcu"), registry());
    await writeFile(join(folder, `document.${ending}`), bytes);
    const said = await run(program, { folder, ending, target, onProcess });
    return await result(join(folder, `out/document.${target}`), said);
  } finally {
    onProcess(null);
    await rm(folder, { recursive: true, force: true });
  }
}

interface Run extends FromTo {
  readonly folder: string;
  readonly onProcess: NonNullable<Conversion["onProcess"]>;
}

/** Runs it to its end, or to its limit. Returns what it said. */
async function run(program: string, { folder, ending, target, onProcess }: Run): Promise<string> {
  const options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"];
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const how = ["--convert-to", TARGETS[target].filter, "--outdir", join(folder, "out")];
  const command = [program, ...options, profile, ...how, join(folder, `document.${ending}`)];
  const [first = program, ...rest] = [...withoutNetwork(), ...command];
  // It heads a group of processes, which is ended by its number: the program starts others.
  const child = spawn(first, rest, {
    cwd: folder,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: environment(folder),
  });
  if (child.pid !== undefined) onProcess({ group: child.pid, folder });
  const said = lastWords(child);
  const closed = once(child, "close");
  // Where it cannot be started both fail; one tells.
  closed.catch(() => undefined);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    endGroup(child.pid);
  }, CONVERSION.seconds * 1000);
  try {
    await once(child, "exit");
  } catch (cause) {
    throw new UnreadableSource("converter_unavailable", notInstalled(target), { cause });
  } finally {
    clearTimeout(timer);
    // What it started may go on, and keep its output open.
    endGroup(child.pid);
  }
  await closed;
  if (isLate) throw new UnreadableSource("timeout", TOO_SLOW);
  return said();
}

/** Nothing of the user's: no home, no settings, no display. */
function environment(folder: string): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return {
    PATH,
    SystemRoot,
    HOME: folder,
    TMPDIR: folder,
    TEMP: folder,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
    LANG: "C.UTF-8",
    SAL_USE_VCLPLUGIN: "svp",
  };
}

let unshare: readonly string[] | undefined;

/** What takes the network away from a command, where Linux allows that to users; the profile leads nowhere everywhere. */
function withoutNetwork(): readonly string[] {
  const command = ["unshare", "--map-root-user", "--net", "--"];
  const [program = "", ...args] = command;
  unshare ??=
    process.platform === "linux" && spawnSync(program, [...args, "true"]).status === 0
      ? command
      : [];
  return unshare;
}

function lastWords(child: ChildProcess): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said = `${said}${text}`.slice(-CONVERSION.keptOutput);
    });
  return () => said.trim();
}

/** Ends a group of processes by the number of its first. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // All of them have ended.
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

async function result(path: string, said: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size > CONVERSION.mostBytes)
      throw new UnreadableSource("too_large", TOO_LARGE);
    return await readFile(path);
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT") throw cause;
    throw new UnreadableSource("damaged", CANNOT_OPEN, { cause: new Error(said, { cause }) });
  }
}

const notInstalled = (target: keyof typeof TARGETS): Bilingual<string> => {
  const { part, called } = TARGETS[target];
  const install = `apt-get install --no-install-recommends libreoffice-${part}`;
  return {
    en: `This format is read by LibreOffice, which was not found, or lacks its part ${part}. Install it (Debian, Ubuntu: ${install}), or say where it is with --libreoffice or GONGKAI_LIBREOFFICE; or convert the document to ${called}.`,
    zh: `这种格式由 LibreOffice 读取，但没有找到它，或缺少其 ${part} 组件。请安装（Debian、Ubuntu：${install}），或用 --libreoffice 或 GONGKAI_LIBREOFFICE 指明其位置；也可将文档转换为 ${called}。`,
  };
};
const TOO_SLOW = {
  en: `LibreOffice took longer than ${CONVERSION.seconds} s to convert it. Convert it to DOCX or XLSX yourself.`,
  zh: `LibreOffice 转换用时超过 ${CONVERSION.seconds} 秒。请自行转换为 DOCX 或 XLSX。`,
};
const TOO_LARGE = {
  en: "Converted to DOCX or XLSX it is too large: split it.",
  zh: "转换成的 DOCX 或 XLSX 过大，请拆分。",
};
const CANNOT_OPEN = {
  en: "LibreOffice cannot open it: it is damaged, or protected by a password. Open and save it in Word or Excel.",
  zh: "LibreOffice 无法打开：文件已损坏，或有密码保护。请用 Word 或 Excel 打开后另存。",
};
