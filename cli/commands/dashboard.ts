import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import type { Language } from "../../pipeline/model/finding.js";
import { isLoopback } from "../../workers/dashboard/token.js";
import { redisOption } from "../options/queue-options.js";
import { UsageError } from "../terminal/terminal.js";
import type { Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";
import { DASHBOARD } from "../../workers/dashboard/settings.js";

interface DashboardOptions {
  readonly redis: string;
  readonly host: string;
  readonly port: number;
  readonly token?: string;
}

/** `gongkai dashboard`: serves the state of the queues until a signal ends it. */
export function addDashboard(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  program
    .command("dashboard")
    .description(HELP.about[language])
    .addOption(redisOption(language))
    .option("--host <address>", HELP.host[language], "127.0.0.1")
    .option("-p, --port <number>", HELP.port[language], portNumber(language), 3000)
    .addOption(new Option("--token <token>", HELP.token[language]).env("GONGKAI_TOKEN"))
    .addHelpText("after", EXAMPLES[language])
    .action(async (options: DashboardOptions) => {
      await runDashboard(options, terminal);
      end(0);
    });
}

const HELP = {
  about: {
    en: "Serve the state of the queues over HTTP: pages, Prometheus metrics, JSON.",
    zh: "通过 HTTP 提供队列的状态：网页、Prometheus 指标和 JSON。",
  },
  host: { en: "the address to listen on", zh: "监听的地址" },
  port: { en: "the port to listen on; 0 takes a free one", zh: "监听的端口；0 为任一空闲端口" },
  token: { en: "what requests must show", zh: "请求须出示的令牌" },
};

/** @throws UsageError where the token is missing or too short */
async function runDashboard(options: DashboardOptions, terminal: Terminal): Promise<void> {
  checkToken(options);
  checkRedis(options.redis);
  const { serveDashboard } = await import("../../workers/dashboard/index.js");
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => stop.abort());
  await serveDashboard({ ...options, output: terminal.stdout, stop: stop.signal });
}

function checkToken({ host, token }: DashboardOptions): void {
  if (token === undefined && !isLoopback(host))
    throw new UsageError({
      en: `others can reach ${host}: a token is needed\n${HOW_TO_MAKE_ONE.en}`,
      zh: `其他机器可以访问 ${host}，需要令牌\n${HOW_TO_MAKE_ONE.zh}`,
    });
  if (token !== undefined && token.length < DASHBOARD.shortestToken)
    throw new UsageError({
      en: `the token has fewer than ${DASHBOARD.shortestToken} characters\n${HOW_TO_MAKE_ONE.en}`,
      zh: `令牌少于 ${DASHBOARD.shortestToken} 个字符\n${HOW_TO_MAKE_ONE.zh}`,
    });
}

const HOW_TO_MAKE_ONE = {
  en: "Make one and hand it over as GONGKAI_TOKEN, for instance: export GONGKAI_TOKEN=$(openssl rand -hex 32)",
  zh: "请生成一个并放入 GONGKAI_TOKEN，例如：export GONGKAI_TOKEN=$(openssl rand -hex 32)",
};

function checkRedis(url: string): void {
  if (!/^rediss?:\/\/./u.test(url) || !URL.canParse(url))
    throw new UsageError({
      en: "--redis must be the URL of a Redis, such as redis://127.0.0.1:6379",
      zh: "--redis 须为 Redis 的地址，如 redis://127.0.0.1:6379",
    });
}

const NO_PORT = { en: "It is a whole number up to 65535.", zh: "须为不大于 65535 的整数。" };

function portNumber(language: Language): (text: string) => number {
  return (text) => {
    if (!/^\d{1,5}$/u.test(text) || Number(text) > 65_535)
      throw new InvalidArgumentError(NO_PORT[language]);
    return Number(text);
  };
}

const EXAMPLES = {
  en: `
Examples:
  gongkai dashboard                                  on this machine: http://127.0.0.1:3000/
  gongkai dashboard --host 0.0.0.0 --port 8080       for others too; GONGKAI_TOKEN holds the token

Addresses:
  /             the queues and their jobs; nothing can be changed here
  /metrics      for Prometheus
  /api/status   the same numbers as JSON
  /health       200 while Redis answers, 503 otherwise; asks for no token

GONGKAI_REDIS and GONGKAI_TOKEN stand in for --redis and --token. The log is JSON, a line an event.
Where Redis is away or refuses, it says so there and on its pages, and goes on when Redis is back.
With a token, requests send "Authorization: Bearer TOKEN", or open /?token=TOKEN once.

Exit codes:
  0  ended by SIGTERM or Ctrl-C
  1  the port is taken
  2  wrong usage
`,
  zh: `
示例：
  gongkai dashboard                                  在本机：http://127.0.0.1:3000/
  gongkai dashboard --host 0.0.0.0 --port 8080       供其他机器访问；令牌在 GONGKAI_TOKEN 中

网址：
  /             队列及其任务；在此不能更改任何内容
  /metrics      供 Prometheus 采集
  /api/status   同样的数字，JSON 格式
  /health       Redis 有应答时为 200，否则为 503；不需要令牌

GONGKAI_REDIS 和 GONGKAI_TOKEN 可代替 --redis 和 --token。日志为 JSON，每个事件一行。
Redis 不可用或拒绝时，日志和网页上会说明；Redis 恢复后继续。
设有令牌时，请求须带 "Authorization: Bearer TOKEN"，或先打开一次 /?token=TOKEN。

退出码：
  0  由 SIGTERM 或 Ctrl-C 结束
  1  端口已被占用
  2  用法错误
`,
};
