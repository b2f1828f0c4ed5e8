import { accessSync, constants, existsSync, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { codeOf } from "../../pipeline/model/errors.js";

/** How the program is called, and where macOS and Windows keep it. */
const NAMES = process.platform === "win32" ? ["soffice.com"] : ["soffice", "libreoffice"];
const ELSEWHERE = [
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.com",
];

/** LibreOffice where it was said to be, else on the PATH or where it is installed; undefined where it is not. */
export function findLibreOffice(given: string | null | undefined): string | undefined {
  const said = given ?? process.env["GONGKAI_LIBREOFFICE"];
  if (said !== undefined && said !== "") return isProgram(said) ? said : undefined;
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...ELSEWHERE].find(isProgram);
}

/** Whether it is installed without a part: distributions of Linux pack each alone, and each brings a file of settings. */
export function lacksPart(program: string, part: "writer" | "calc"): boolean {
  const settings = join(dirname(realpathSync(program)), "../share/registry");
  return existsSync(join(settings, "main.xcd")) && !existsSync(join(settings, `${part}.xcd`));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}
