import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Doing } from "./doing.js";
import { NoSuchStore, StoreUnavailable } from "./store.js";

const RIGHTS = {
  en: "these credentials may not do this. They need s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject and s3:DeleteObject on what is in it",
  zh: "这些凭证无权这样做。需要对存储桶有 s3:ListBucket 权限，对其内容有 s3:GetObject、s3:PutObject 和 s3:DeleteObject 权限",
};
const REGION = {
  en: "the bucket is in another region. Say it in the address: region=NAME",
  zh: "存储桶在其他区域。请在地址中写明：region=NAME",
};
const KEY = {
  en: "the access key id is not known there. Check AWS_ACCESS_KEY_ID, or the address",
  zh: "服务端不认识这个访问密钥 ID。请检查 AWS_ACCESS_KEY_ID 或地址",
};
const SECRET = {
  en: "the secret does not fit the access key id. Check AWS_SECRET_ACCESS_KEY",
  zh: "密钥与访问密钥 ID 不符。请检查 AWS_SECRET_ACCESS_KEY",
};
const TOKEN = {
  en: "the session token is not valid, or not any more. Fetch new credentials",
  zh: "会话令牌无效或已过期。请获取新的凭证",
};
const CERTIFICATE = {
  en: "its certificate is not trusted here. Name the authority's file in NODE_EXTRA_CA_CERTS",
  zh: "本机不信任其证书。请用 NODE_EXTRA_CA_CERTS 指定颁发机构的证书文件",
};

/** Refusals that stay until someone changes the address, the credentials or their rights. */
const LASTING: Readonly<Record<string, Bilingual<string>>> = {
  NoSuchBucket: {
    en: "there is no such bucket. Make it, or correct the address",
    zh: "没有这个存储桶。请创建，或更正地址",
  },
  InvalidBucketName: {
    en: "no bucket can be called so. Correct the address",
    zh: "存储桶不能叫这个名称。请更正地址",
  },
  AccessDenied: RIGHTS,
  AllAccessDisabled: RIGHTS,
  Forbidden: RIGHTS,
  InvalidAccessKeyId: KEY,
  SignatureDoesNotMatch: SECRET,
  ExpiredToken: TOKEN,
  InvalidToken: TOKEN,
  PermanentRedirect: REGION,
  AuthorizationHeaderMalformed: REGION,
  IllegalLocationConstraintException: REGION,
  RequestTimeTooSkewed: {
    en: "the clock of this machine is wrong. Set it",
    zh: "本机时钟不准。请校准",
  },
  CredentialsProviderError: {
    en: "no credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile",
    zh: "没有找到凭证。请设置 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，或配置 profile",
  },
  ERR_INVALID_URL: {
    en: "its endpoint is no address. Correct it",
    zh: "其端点不是网址。请更正",
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
  ERR_TLS_CERT_ALTNAME_INVALID: CERTIFICATE,
  CERT_HAS_EXPIRED: {
    en: "its certificate has expired. It is to be renewed there",
    zh: "其证书已过期。需在服务端更新",
  },
};

const SLOW = {
  en: "it did not answer in time. Look at the network, or say timeout=SECONDS in the address",
  zh: "没有及时应答。请检查网络，或在地址中写 timeout=SECONDS",
};
const CUT = {
  en: "the connection was cut. Look at the network and at the service",
  zh: "连接被切断。请检查网络和存储服务",
};
const FULL = {
  en: "its quota is used up. Make room or have it raised; the work then goes on",
  zh: "配额已用完。请腾出空间或提高配额，之后工作会继续",
};
const DAMAGED = {
  en: "what arrived there is not what was sent. Look at the network",
  zh: "收到的与发出的不同。请检查网络",
};
const NAME = {
  en: "the name of its host is not known here, or not now. Check the address and the network",
  zh: "本机目前无法解析其主机名。请检查地址和网络",
};
const UNREACHABLE = {
  en: "its host cannot be reached. Look at the network",
  zh: "无法连接其主机。请检查网络",
};

/** Faults that pass. */
const PASSING: Readonly<Record<string, Bilingual<string>>> = {
  ECONNREFUSED: {
    en: "nothing answers at its address. Start the service; the work then goes on",
    zh: "其地址没有服务应答。请启动服务，之后工作会继续",
  },
  ECONNRESET: CUT,
  ECONNABORTED: CUT,
  EPIPE: CUT,
  ETIMEDOUT: SLOW,
  TimeoutError: SLOW,
  RequestTimeout: SLOW,
  ENOTFOUND: NAME,
  EAI_AGAIN: NAME,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  EHOSTDOWN: {
    en: "its host is away. Start it; the work then goes on",
    zh: "其主机不在线。请启动，之后工作会继续",
  },
  EPROTO: {
    en: "it does not speak TLS as it should. Check the endpoint: http or https?",
    zh: "TLS 通信不正常。请检查端点是 http 还是 https",
  },
  QuotaExceeded: FULL,
  XMinioStorageFull: {
    en: "its disk is full. Make room; the work then goes on",
    zh: "其磁盘已满。请腾出空间，之后工作会继续",
  },
  IncompleteBody: CUT,
  BadDigest: DAMAGED,
  XAmzContentSHA256Mismatch: DAMAGED,
  SlowDown: {
    en: "it is asked too much at once. Run fewer workers",
    zh: "请求过于频繁。请少运行几个 worker",
  },
  OperationAborted: {
    en: "another writer was there at the same time. Trying again helps",
    zh: "同时有其他写入者。重试即可",
  },
};

/** The error to throw for a fault of the service; anything else is returned as it is. */
export function s3Fault(error: unknown, { address, what }: Doing): unknown {
  if (!(error instanceof Error)) return error;
  const name = nameOf(error);
  const told = (why: Bilingual<string>) => ({
    en: `The store ${address} cannot ${what.en}: ${why.en} (${name}).`,
    zh: `存储 ${address} 无法${what.zh}：${why.zh}（${name}）。`,
  });
  const names = [error.name, codeOf(error)];
  const cause = bare(error);
  const lasting = wordsFor(names, LASTING);
  if (lasting !== undefined) return new NoSuchStore(told(lasting), { cause });
  const passing = wordsFor(names, PASSING);
  if (passing !== undefined) return new StoreUnavailable(told(passing), { cause });
  const status = statusOf(error);
  if (status === undefined) return error;
  const { message } = error;
  const answer = { en: `it answers ${status}: ${message}`, zh: `它返回 ${status}：${message}` };
  return refusal(status, told(answer), cause);
}

/** The error without the request and the sockets that the client hangs on it: it may be printed. */
export function bare({ name, message, stack }: Error): Error {
  return Object.assign(new Error(message), { name, stack });
}

/** How a service says 'not now': too many requests, or a fault of its own. */
function refusal(status: number, says: Bilingual<string>, cause: Error): Error {
  if (status === 403 || status === 401) {
    const rights = { en: `${says.en} ${RIGHTS.en}.`, zh: `${says.zh}${RIGHTS.zh}。` };
    return new NoSuchStore(rights, { cause });
  }
  const passes = status >= 500 || status === 408 || status === 429 || status === 409;
  return passes ? new StoreUnavailable(says, { cause }) : new NoSuchStore(says, { cause });
}

/** Whether the fault is that nothing stands under the key. */
export function isNoSuchKey(error: unknown): boolean {
  return error instanceof Error && (error.name === "NoSuchKey" || error.name === "NotFound");
}

function wordsFor(
  names: readonly (string | undefined)[],
  table: Readonly<Record<string, Bilingual<string>>>,
): Bilingual<string> | undefined {
  return names.flatMap((name) => (name === undefined ? [] : (table[name] ?? [])))[0];
}

function nameOf(error: Error): string {
  return codeOf(error) ?? error.name;
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** The HTTP status that a service answered with, where one did. */
function statusOf(error: Error): number | undefined {
  if (!("$metadata" in error)) return undefined;
  const metadata = error.$metadata;
  if (typeof metadata !== "object" || metadata === null) return undefined;
  if (!("httpStatusCode" in metadata)) return undefined;
  return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : undefined;
}
