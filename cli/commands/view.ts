import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { isOutput } from "../../index.js";
import type { Language } from "../../pipeline/model/finding.js";
import { isPlace } from "../../pipeline/model/spot.js";
import type { Extract } from "../../workers/pool/read-document.js";
import { readOne, takesOneOptions } from "../options/read-one.js";
import type { GivenOne } from "../options/read-one.js";
import { checkToken, takesServerOptions } from "../options/server-options.js";
import type { ServerOptions } from "../options/server-options.js";
import { UsageError } from "../terminal/terminal.js";
import type { Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";

/** `gongkai view OUT|FILE`: shows documents beside what was read of them, in a browser. */
export function addView(program: Command, { extract, terminal, end }: Wiring): void {
  const { language } = terminal;
  const command = program
    .command("view")
    .description(HELP.about[language])
    .argument("<path>", HELP.path[language])
    .option("--documents <dir...>", HELP.documents[language])
    .option("--read-only", HELP.readOnly[language], false)
    .option("--at <place>", HELP.at[language]);
  takesServerOptions(takesOneOptions(command, language), language, 3100)
    .addHelpText("after", EXAMPLES[language])
    .action(async (path: string, options: ViewOptions) => {
      end((await runView({ ...options, path, extract }, terminal)) ? 0 : 1);
    });
}

interface ViewOptions extends ServerOptions, GivenOne {
  readonly documents?: readonly string[];
  readonly readOnly: boolean;
  readonly at?: string;
}

interface ToView extends ViewOptions {
  readonly path: string;
  readonly extract: Extract;
}

const HELP = {
  about: {
    en: "Show documents beside what was read of them, in a browser: each value leads to its place on the page.",
    zh: "在浏览器中对照查看文档与读出的内容：每个数值都指回页面上的位置。",
  },
  path: {
    en: "an output folder, or one document, which is read first",
    zh: "输出文件夹，或一份文档（先读取）",
  },
  documents: {
    en: "folders in which the original documents are looked for, by what is in them",
    zh: "在哪些文件夹中按内容查找原文件",
  },
  readOnly: { en: "take no corrections", zh: "不接受更正" },
  at: {
    en: "print the address of a place too: DOCUMENT_ID or DOCUMENT_ID#p12/t3/r4c5",
    zh: "同时打印某个位置的网址：文档编号，或 文档编号#p12/t3/r4c5",
  },
};

/**
 * @throws UsageError where the path is neither an output folder nor a file
 * @throws NotCompiled where the folder has no CSV files
 * @throws CannotListen
 */
async function runView(options: ToView, terminal: Terminal): Promise<boolean> {
  checkToken(options);
  const { at, host, port, token, readOnly } = options;
  if (at !== undefined && !isAddress(at)) throw new UsageError(NO_PLACE);
  const shelf = await shelfOf(options, terminal);
  if (shelf === undefined) return false;
  // A folder that cannot be listed is told here, not in the browser.
  await shelf.entries();
  const { serveInspector } = await import("../../workers/inspector/serve.js");
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => stop.abort());
  const onListening = (address: string) => {
    const to = at === undefined ? address : `${address}documents/${at}`;
    terminal.stdout.write(`${OPEN[terminal.language](to)}\n`);
  };
  await serveInspector({ shelf, readOnly, host, port, token, onListening, stop: stop.signal });
  return true;
}

function isAddress(at: string): boolean {
  const [id = "", ...place] = at.split("#");
  return /^[0-9a-f]{16}$/u.test(id) && isPlace(place.join("#"));
}

const NO_PLACE = {
  en: "--at is a document_id of 16 hex digits, and a place after # where one is meant: 1a24fa43255d94fe#p7/t1/r2c1",
  zh: "--at 为 16 位十六进制的文档编号，可在 # 后写位置：1a24fa43255d94fe#p7/t1/r2c1",
};

const OPEN: Readonly<Record<Language, (address: string) => string>> = {
  en: (address) => `Open ${address} in a browser. Ctrl-C ends it.`,
  zh: (address) => `请在浏览器中打开 ${address} 。按 Ctrl-C 结束。`,
};

async function shelfOf(options: ToView, terminal: Terminal) {
  const { path, documents = [], extract } = options;
  const { documentShelf, folderShelf } = await import("../../workers/inspector/serve.js");
  for (const folder of documents)
    if (!(await isFolder(folder)))
      throw new UsageError({
        en: `--documents ${folder} is no folder`,
        zh: `--documents ${folder} 不是文件夹`,
      });
  if (await isFolder(path)) {
    if (await isOutput(path)) return folderShelf(path, documents);
    throw new UsageError({
      en: `${path} holds no documents/*.json: give an output folder of \`gongkai extract\`, or one document`,
      zh: `${path} 中没有 documents/*.json：请给出 \`gongkai extract\` 的输出文件夹，或一份文档`,
    });
  }
  const read = await readOne({ path, given: options, extract }, terminal);
  return read === undefined ? undefined : documentShelf(read.dataset, read.bytes);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    // What is not there is told of when it is read.
    () => false,
  );
}

const EXAMPLES = {
  en: `
Examples:
  gongkai view out --documents disclosures     all documents of out/; pages come from disclosures/
  gongkai view budget.pdf                      one document, read for it
  gongkai view out --at 1a24fa43255d94fe#p7/t1/r2c1
                                               the cell of a row of a CSV file: page, table_no, row, column

It listens on this machine alone and loads nothing from any other. Corrections of an output folder
are kept in its corrections.csv; gongkai extract applies them. Nothing else is changed.
With --host for others a token is needed: open /?token=TOKEN once. GONGKAI_TOKEN stands in for --token.

Exit codes:
  0  ended by SIGTERM or Ctrl-C
  1  the document or the folder cannot be read, or the port is taken
  2  wrong usage
`,
  zh: `
示例：
  gongkai view out --documents disclosures     out/ 中的全部文档；页面取自 disclosures/
  gongkai view budget.pdf                      一份文档，先读取
  gongkai view out --at 1a24fa43255d94fe#p7/t1/r2c1
                                               CSV 中一行所对应的单元格：page、table_no、row、column

只在本机监听，不从其他机器加载任何内容。对输出文件夹的更正保存在其中的 corrections.csv，
由 gongkai extract 应用；此外不更改任何内容。
用 --host 供他人访问时需要令牌：先打开一次 /?token=TOKEN。GONGKAI_TOKEN 可代替 --token。

退出码：
  0  由 SIGTERM 或 Ctrl-C 结束
  1  文档或文件夹无法读取，或端口已被占用
  2  用法错误
`,
};
