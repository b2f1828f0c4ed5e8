import type { Bilingual } from "../../pipeline/model/finding.js";
import { NoSuchStore } from "./store.js";
import { STORE } from "./settings.js";

/** What the address of a bucket says. */
export interface S3Address {
  readonly bucket: string;
  /** What the keys of the store begin with in the bucket: empty, or ends with `/`. */
  readonly prefix: string;
  /** Of a service that is not Amazon's. */
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
  /** Whether the bucket stands in the path of a request rather than in its host name. */
  readonly pathStyle: boolean;
  /** How long the service may keep silent, in milliseconds. */
  readonly silence: number;
  /** As the address gives them; without them they are looked for where the AWS client does. */
  readonly credentials: Credentials | undefined;
  /** The address without them. */
  readonly printed: string;
}

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const PARAMETERS = ["endpoint", "region", "path-style", "timeout"];
const FORM = "s3://BUCKET/PREFIX?endpoint=http://HOST:PORT&region=REGION";

/** The error of an address that something is wrong with. */
type Wrong = (why: Bilingual<string>) => NoSuchStore;

const NO_BUCKET = {
  en: `it names no bucket; it looks like ${FORM}`,
  zh: `没有写存储桶，地址形如 ${FORM}`,
};
const NO_PORT = {
  en: `a bucket has no port; it looks like ${FORM}`,
  zh: `存储桶没有端口，地址形如 ${FORM}`,
};
const NO_ENDPOINT = {
  en: "its endpoint looks like http://HOST:PORT or https://HOST, without a password",
  zh: "端点形如 http://HOST:PORT 或 https://HOST，不带密码",
};
const NO_PATH_STYLE = { en: "path-style is true or false", zh: "path-style 只能是 true 或 false" };
const NO_TIMEOUT = { en: "timeout is a number of seconds", zh: "timeout 是秒数" };
const HALF_A_KEY = {
  en: "before the @ it has a key without a secret, or a secret without a key",
  zh: "@ 之前只有密钥 ID 没有密钥，或只有密钥没有密钥 ID",
};
const UNREADABLE = {
  en: `The address of the store cannot be read; it looks like ${FORM}. Write "/", "+" and "@" in a key or secret as %2F, %2B and %40.`,
  zh: `无法解析存储的地址，地址形如 ${FORM}。密钥 ID 和密钥中的 "/"、"+"、"@" 要写成 %2F、%2B、%40。`,
};
const STRAY_PERCENT = {
  en: "The address of the store has a % that is not followed by two digits.",
  zh: "存储的地址中有一个 % 后面不是两位数字。",
};

/**
 * Reads `s3://[KEY:SECRET@]BUCKET[/PREFIX][?endpoint=URL&region=NAME&path-style=true&timeout=SECONDS]`.
 * Other services than Amazon's want the bucket in the path, unless `path-style=false`.
 *
 * @throws NoSuchStore where it is none; the message holds no secret
 */
export function s3Address(address: string): S3Address {
  const url = parsed(address);
  const printed = printedAddress(url);
  const wrong: Wrong = ({ en, zh }) =>
    new NoSuchStore({
      en: `${printed} is no address of a store: ${en}.`,
      zh: `${printed} 不是存储的地址：${zh}。`,
    });
  const odd = Array.from(url.searchParams.keys()).find((name) => !PARAMETERS.includes(name));
  if (odd !== undefined)
    throw wrong({
      en: `it may say ${PARAMETERS.join(", ")}, not ${odd}`,
      zh: `参数可以是 ${PARAMETERS.join("、")}，不能是 ${odd}`,
    });
  if (url.hostname === "") throw wrong(NO_BUCKET);
  if (url.port !== "") throw wrong(NO_PORT);
  const endpoint = url.searchParams.get("endpoint") ?? undefined;
  if (endpoint !== undefined && !isEndpoint(endpoint)) throw wrong(NO_ENDPOINT);
  const pathStyle = url.searchParams.get("path-style") ?? String(endpoint !== undefined);
  if (pathStyle !== "true" && pathStyle !== "false") throw wrong(NO_PATH_STYLE);
  const seconds = Number(url.searchParams.get("timeout") ?? STORE.silence);
  if (!(seconds > 0)) throw wrong(NO_TIMEOUT);
  return {
    bucket: url.hostname,
    prefix: prefixOf(url),
    endpoint,
    region: url.searchParams.get("region") ?? undefined,
    pathStyle: pathStyle === "true",
    silence: seconds * 1_000,
    credentials: credentialsIn(url, wrong),
    printed,
  };
}

function parsed(address: string): URL {
  // The parser's own error holds the address with its secret.
  if (!URL.canParse(address)) throw new NoSuchStore(UNREADABLE);
  return new URL(address);
}

function prefixOf({ pathname }: URL): string {
  const names = decoded(pathname)
    .split("/")
    .filter((name) => name !== "");
  return names.map((name) => `${name}/`).join("");
}

function credentialsIn({ username, password }: URL, wrong: Wrong): Credentials | undefined {
  if (username === "" && password === "") return undefined;
  if (username === "" || password === "") throw wrong(HALF_A_KEY);
  return { accessKeyId: decoded(username), secretAccessKey: decoded(password) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    throw new NoSuchStore(STRAY_PERCENT);
  }
}

function isEndpoint(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, username, password } = new URL(endpoint);
  return ["http:", "https:"].includes(protocol) && username === "" && password === "";
}

/** The address with what identifies the place alone: an odd parameter may be a secret. */
function printedAddress(url: URL): string {
  const said = PARAMETERS.flatMap((name) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [`${name}=${withoutPassword(value)}`];
  });
  const query = said.length === 0 ? "" : `?${said.join("&")}`;
  return `s3://${url.host}${url.pathname.replace(/\/$/u, "")}${query}`;
}

function withoutPassword(value: string): string {
  return value.replace(/\/\/[^/]*@/u, "//***@");
}
