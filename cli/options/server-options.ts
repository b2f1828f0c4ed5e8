import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import type { Language } from "../../pipeline/model/finding.js";
import { SHORTEST_TOKEN, isLoopback } from "../../workers/served/token.js";
import { UsageError } from "../terminal/terminal.js";

/** Where a command serves its pages, and what requests must show. */
export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly token?: string;
}

/** Adds `--host`, `--port` and `--token` to a command that serves pages. */
export function takesServerOptions(command: Command, language: Language, port: number): Command {
  return command
    .option("--host <address>", HELP.host[language], "127.0.0.1")
    .option("-p, --port <number>", HELP.port[language], portNumber(language), port)
    .addOption(new Option("--token <token>", HELP.token[language]).env("GONGKAI_TOKEN"));
}

const HELP = {
  host: { en: "the address to listen on", zh: "监听的地址" },
  port: { en: "the port to listen on; 0 takes a free one", zh: "监听的端口；0 为任一空闲端口" },
  token: { en: "what requests must show", zh: "请求须出示的令牌" },
};

/** @throws UsageError where the token is missing or too short */
export function checkToken({ host, token }: ServerOptions): void {
  if (token === undefined && !isLoopback(host))
    throw new UsageError({
      en: `others can reach ${host}: a token is needed\n${HOW_TO_MAKE_ONE.en}`,
      zh: `其他机器可以访问 ${host}，需要令牌\n${HOW_TO_MAKE_ONE.zh}`,
    });
  if (token !== undefined && token.length < SHORTEST_TOKEN)
    throw new UsageError({
      en: `the token has fewer than ${SHORTEST_TOKEN} characters\n${HOW_TO_MAKE_ONE.en}`,
      zh: `令牌少于 ${SHORTEST_TOKEN} 个字符\n${HOW_TO_MAKE_ONE.zh}`,
    });
}

const HOW_TO_MAKE_ONE = {
  en: "Make one and hand it over as GONGKAI_TOKEN, for instance: export GONGKAI_TOKEN=$(openssl rand -hex 32)",
  zh: "请生成一个并放入 GONGKAI_TOKEN，例如：export GONGKAI_TOKEN=$(openssl rand -hex 32)",
};

const NO_PORT = { en: "It is a whole number up to 65535.", zh: "须为不大于 65535 的整数。" };

function portNumber(language: Language): (text: string) => number {
  return (text) => {
    if (!/^\d{1,5}$/u.test(text) || Number(text) > 65_535)
      throw new InvalidArgumentError(NO_PORT[language]);
    return Number(text);
  };
}
