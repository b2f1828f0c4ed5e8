import type { Command } from "commander";
import { redisOption } from "../options/queue-options.js";
import { checkToken, takesServerOptions } from "../options/server-options.js";
import type { ServerOptions } from "../options/server-options.js";
import { UsageError } from "../terminal/terminal.js";
import type { Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";

interface DashboardOptions extends ServerOptions {
  readonly redis: string;
}

/** `gongkai dashboard`: serves the state of the queues until a signal ends it. */
export function addDashboard(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  const command = program
    .command("dashboard")
    .description(HELP.about[language])
    .addOption(redisOption(language));
  takesServerOptions(command, language, 3000)
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

function checkRedis(url: string): void {
  if (!/^rediss?:\/\/./u.test(url) || !URL.canParse(url))
    throw new UsageError({
      en: "--redis must be the URL of a Redis, such as redis://127.0.0.1:6379",
      zh: "--redis 须为 Redis 的地址，如 redis://127.0.0.1:6379",
    });
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
