import { spawn } from "node:child_process";
import { text as textOf } from "node:stream/consumers";
import stringWidth from "string-width";
import { beforeAll, describe, expect, test } from "vitest";
import { statusText } from "../../cli/commands/status.js";
import { built } from "../build.js";
import { filesIn } from "../files-in.js";
import { run } from "./run.js";
import { temporaryFolder } from "./temporary-folder.js";

const { at, write } = temporaryFolder();

const HAN = /\p{Script=Han}/u;
const zh = (...args: readonly string[]) => run([...args, "--lang", "zh"]);

/** The help of every command and its commands, by how it is called. */
async function allHelp(command: readonly string[] = []): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await zh(...command, "--help");
  const found = new Map([[command.join(" "), stdout]]);
  for (const name of itemsOf(stdout, "命令：").map(([term = ""]) => term.split(" ")[0] ?? ""))
    if (name !== "help")
      for (const [called, help] of await allHelp([...command, name])) found.set(called, help);
  return found;
}

/** Descriptions go on under where they began. */
function unwrapped(help: string): string {
  return help.replaceAll(/\n {10,}/gu, "");
}

/** Terms with their descriptions, of one part of a help. */
function itemsOf(help: string, title: string): readonly (readonly string[])[] {
  const [, rest = ""] = `\n${unwrapped(help)}`.split(`\n${title}\n`);
  const lines = rest.split("\n\n")[0]?.split("\n") ?? [];
  return lines.filter((line) => line !== "").map((line) => line.trim().split(/ {2,}/u));
}

describe("help in Chinese", () => {
  let help: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    help = await allHelp();
  });

  test("is there for every command", () => {
    const commands = [
      "extract",
      "crawl",
      "discover",
      "schedule",
      "show",
      "view",
      "compile",
      "compare",
      "reference",
      "report",
      "export",
      "doctor",
      "worker",
      "submit",
      "status",
      "retry",
    ];
    const models = ["models", "models list", "models check", "models add", "models remove"];
    expect([...help.keys()].toSorted()).toEqual(
      ["", ...commands, ...models, "dashboard"].toSorted(),
    );
  });

  test("describes every command, argument and option in Chinese", () => {
    const items = [...help].flatMap(([command, printed]) =>
      ["参数：", "选项：", "命令："].flatMap((title) =>
        itemsOf(printed, title).map((item) => [command, ...item]),
      ),
    );
    expect(items.length).toBeGreaterThan(60);
    expect(items.filter(([, , about = ""]) => !HAN.test(about))).toEqual([]);
  });

  test("has no line without Chinese but commands to copy", () => {
    const lines = [...help.values()].flatMap((printed) => unwrapped(printed).split("\n"));
    const foreign = lines.filter((line) => line !== "" && !HAN.test(line));
    expect(foreign.filter((line) => !/^ {2}(?:gongkai|pip) /u.test(line))).toEqual([]);
  });

  test("has no three English words in a row but commands to copy", () => {
    const texts = [...help.values()].map((printed) =>
      printed.replaceAll(/^用法: .*$|^ {2}(?:gongkai|pip) .*?(?: {2,}|$)|`[^`]*`/gmu, ""),
    );
    expect(texts.flatMap((printed) => printed.match(/[a-z]+ [a-z]+ [a-z]+/giu) ?? [])).toEqual([]);
  });

  test("breaks descriptions within 80 columns, a Chinese character counted as two", () => {
    const described = [...help.values()].map((printed) => printed.split("\n示例：")[0] ?? "");
    const lines = described.flatMap((printed) => printed.split("\n"));
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
    expect(lines.filter((line) => /^\s*[，。；：、）”]/u.test(line))).toEqual([]);
    expect(help.get("extract")).toContain("                         `gongkai models add` 添加的");
  });
});

describe("what commander refuses, in Chinese", () => {
  test.each([
    [["frobnicate"], "错误：没有命令 'frobnicate'"],
    [["extrat"], "错误：没有命令 'extrat'\n（是否要用 extract？）"],
    [["extract"], "错误：缺少参数 'path'"],
    [["show", "a", "b"], "错误：'show' 的参数过多，应为 1 个，给出了 2 个。"],
    [["show", "a", "--tabel", "3"], "错误：没有选项 '--tabel'\n（是否要用 --table？）"],
    [["worker"], "错误：必须给出选项 '--store <url>'"],
    [
      ["extract", "a", "--ocr", "no"],
      "错误：选项 '--ocr <mode>' 的取值 'no' 无效。可选：auto, always, never。",
    ],
    [
      ["extract", "a", "-c", "0"],
      "错误：选项 '-c, --concurrency <n>' 的取值 '0' 无效。须为不小于 1 的整数。",
    ],
    [
      ["extract", "a", "--memory", "5"],
      "错误：选项 '--memory <megabytes>' 的取值 '5' 无效。读取进程至少需要 64。",
    ],
    [["show", "a", "-t", "x"], "错误：选项 '-t, --table <number>' 的取值 'x' 无效。表序从 1 起。"],
    [
      ["dashboard", "--port", "70000"],
      "错误：选项 '-p, --port <number>' 的取值 '70000' 无效。须为不大于 65535 的整数。",
    ],
  ])("%j", async (args, says) => {
    const { code, stderr } = await zh(...args);
    expect([code, stderr]).toEqual([2, `${says}\n（用 --help 查看用法）\n`]);
  });

  test("an option without its value", async () => {
    const { stderr } = await run(["--lang", "zh", "show", "a", "-t"]);
    expect(stderr).toContain("错误：选项 '-t, --table <number>' 没有取值\n");
  });
});

describe("commands in Chinese", () => {
  test("show prints the Chinese sentences of findings", async () => {
    const path = "samples/contradictions-2023/source.txt";
    const { stdout } = await runReal("zh_CN.UTF-8", "show", path);
    expect(stdout).toMatch(/^状态 +存疑$/mu);
    expect(stdout).toMatch(/^年度 +2023，预算，部门$/mu);
    expect(stdout).toMatch(
      /^ {2}错误 {2}income_equals_expenditure .* 支出“支出总计”.*不等于收入/mu,
    );
    const [, findings = ""] = stdout.split("\n核查发现\n");
    const lines = findings.split("\n").filter((line) => line !== "");
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => /[a-z]+ [a-z]+ [a-z]+/iu.test(line))).toEqual([]);
  });

  test("show names a table that is not there, and a file that is not", async () => {
    const { stderr } = await zh("show", await write("a.txt", "a document"), "--table", "7");
    expect(stderr).toBe("错误：没有表 7：该文档有表 1 至 1\n");
    const missing = await zh("show", at("none.pdf"));
    expect([missing.code, missing.stderr]).toEqual([
      1,
      `无法读取 ${at("none.pdf")}（not_found）：没有这个文件。\n`,
    ]);
  });

  test("compile says what it wrote", async () => {
    await zh("extract", await write("a.txt", "a document"), "--out", at("out"));
    const { code, stdout } = await zh("compile", at("out"));
    expect([code, stdout]).toEqual([0, `1 份文档的 CSV 文件已写到 ${at("out")}\n`]);
  });

  test("the status stands in columns of two a character", () => {
    const counts = { waiting: 12_345, active: 2, delayed: 0, failed: 1, completed: 5_000 };
    const failure = { job: "d", document: "0123456789abcdef", file_name: "bad.doc", dataset: "a" };
    const text = statusText(
      {
        documents: counts,
        datasets: { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 },
        sites: { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 },
        last_minute: { read: 240, failed: 1 },
        oldest: { waiting: { job: "a", file_name: "预算.pdf", seconds: 7_300 }, active: null },
        workers: 2,
        pending: [{ dataset: "hebei", job: "c", is_being_submitted: true, documents: 12 }],
        failures: [{ ...failure, reason: "x: y", reason_zh: "x：原因", failed_at: "" }],
      },
      "zh",
    );
    expect(text).toBe(`          等待  处理中  推迟  失败   完成
文档    12,345       2     0     1  5,000
数据集       0       0     0     0      0

worker      2
最近一分钟  读取 240 份，失败 1 份
等待最久    2 小时：预算.pdf
读取最久    无

尚未编成
  hebei  还有 12 份文档  正在提交；如已停止，请再次提交

最近失败
  0123456789abcdef  bad.doc  x：原因
`);
  });
});

/** Runs the program as it is installed, in a locale. */
async function runReal(locale: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [built("bin/gongkai.js"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LC_ALL: locale },
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

describe("the program in a Chinese locale", () => {
  const sample = "samples/contradictions-2023/source.txt";
  const extract = async (locale: string, out: string, ...options: readonly string[]) => {
    const bad = await write("in/坏.xlsx", "PK\u0003\u0004ppt/presentation.xml");
    return runReal(locale, "extract", sample, bad, at("in/none.pdf"), "--out", at(out), ...options);
  };

  test("sums up in Chinese, and says in Chinese why a document failed", async () => {
    const { code, stdout, stderr } = await extract("zh_CN.UTF-8", "out");
    expect(code).toBe(1);
    expect(stdout).toContain("文档      读取 3 份：正常 0，存疑 1，失败 2\n");
    expect(stdout).toMatch(
      /^单元格 {4}(?<all>\d+) 个中 \k<all> 个有交代（采用 \d+，忽略 \d+，报告 0）$/mu,
    );
    expect(stdout).toContain(`写到      ${at("out")}\n`);
    expect(stdout).toMatch(
      /坏\.xlsx +unsupported_format {2}尚不支持读取这种格式（演示文稿）。请另存为 PDF 后重试。\n/u,
    );
    expect(stderr).toMatch(
      /^\[\d\/3\] samples\/.*：存疑，\d+ 张表，\d+ 项核查发现（其中错误 \d+ 项）$/mu,
    );
    expect(stderr).toMatch(/^\[\d\/3\] .*none\.pdf：失败，not_found：没有这个文件。$/mu);
    expect(`${stdout}${stderr}`).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/iu);
  });

  test("writes the same files as in an English one", async () => {
    await extract("zh_CN.UTF-8", "zh");
    const english = await extract("zh_CN.UTF-8", "en", "--lang", "en");
    expect(english.stdout).toContain("Documents   3 read: 0 ok, 1 partial, 2 failed\n");
    expect(await filesIn(at("zh"))).toEqual(await filesIn(at("en")));
    const { "documents.csv": documents = "" } = await filesIn(at("zh"));
    expect(documents).toContain("This is a presentation, which is not read.");
    expect(documents).toContain("尚不支持读取这种格式（演示文稿）。");
  });
});
