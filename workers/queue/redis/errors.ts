import { ToldError } from "../../../pipeline/model/errors.js";
import type { Bilingual } from "../../../pipeline/model/finding.js";

/** Redis does not answer, and may do so later. */
export class RedisUnavailable extends ToldError {
  override readonly name = "RedisUnavailable";
}

/** The Redis at an address is none that can be used: the address, the password or the version is wrong. */
export class UnsuitableRedis extends ToldError {
  override readonly name = "UnsuitableRedis";
}

/** Redis answers that it does not do what it is asked: it is full, read-only, or lets this user in no more. */
class RedisRefuses extends ToldError {
  override readonly name = "RedisRefuses";
}

/** How Redis words a refusal, and what to do. */
interface Refusal {
  readonly wording: RegExp;
  readonly advice: Bilingual<string>;
}

/** How Redis says that it lets nobody in by this address, at first or when a connection is made again. */
const CLOSED: readonly Refusal[] = [
  {
    wording: /\bNOAUTH\b/u,
    advice: {
      en: "it asks for a password (NOAUTH): write it into the address, redis://:PASSWORD@HOST:PORT",
      zh: "它要求密码（NOAUTH），请写进地址：redis://:PASSWORD@HOST:PORT",
    },
  },
  {
    wording: /\bWRONGPASS\b|\binvalid password\b/u,
    advice: {
      en: "it knows no such user and password (WRONGPASS): correct them in the address",
      zh: "用户名或密码不对（WRONGPASS），请在地址中更正",
    },
  },
  {
    wording: /\bClient sent AUTH\b|\bAUTH <password> called without\b/u,
    advice: {
      en: "it has no password: take it out of the address",
      zh: "它没有设密码，请从地址中去掉密码",
    },
  },
  {
    wording: /\binvalid DB\b|\bDB index is out of range\b/u,
    advice: {
      en: "it has no database of that number: correct the end of the address",
      zh: "它没有该编号的数据库，请更正地址末尾的编号",
    },
  },
  {
    wording: /\bNOPERM\b/u,
    advice: {
      en: "this user may not do it (NOPERM): give it the right",
      zh: "该用户无权这样做（NOPERM），请授予权限",
    },
  },
];

/** Why Redis lets nobody in, and what to do; undefined where an error says something else. */
export function whyClosed({ message }: Error): Bilingual<string> | undefined {
  return CLOSED.find(({ wording }) => wording.test(message))?.advice;
}

const REFUSALS: readonly Refusal[] = [
  ...CLOSED,
  {
    wording: /\bOOM\b|maxmemory/u,
    advice: { en: "it is full: give it more maxmemory", zh: "它的内存已满，请调大 maxmemory" },
  },
  {
    wording: /\bREADONLY\b/u,
    advice: {
      en: "it is a replica: give the address of the primary",
      zh: "它是副本，请给出主节点的地址",
    },
  },
  {
    wording: /\bMISCONF\b/u,
    advice: {
      en: "it cannot write to its disk: make room, and see its log",
      zh: "它无法写入磁盘，请腾出空间并查看其日志",
    },
  },
];

/** The same error, in words that say what to do, where it is a refusal of Redis. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const refusal = REFUSALS.find(({ wording }) => wording.test(error.message));
  if (refusal === undefined) return error;
  const { en, zh } = refusal.advice;
  const says = {
    en: `Redis refuses: ${en}, and run the same command again. It goes on where it was.`,
    zh: `Redis 拒绝执行：${zh}，然后再次运行同一命令，它会接着做。`,
  };
  return new RedisRefuses(says, { cause: error });
}

/** There is no failed job of that name; it says what there is. */
export class NoSuchFailure extends ToldError {
  override readonly name = "NoSuchFailure";
}
