import { NoSuchStore } from "./store.js";

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
const SECONDS = 30;

/**
 * Reads `s3://[KEY:SECRET@]BUCKET[/PREFIX][?endpoint=URL&region=NAME&path-style=true&timeout=SECONDS]`.
 * Other services than Amazon's want the bucket in the path, unless `path-style=false`.
 *
 * @throws NoSuchStore where it is none; the message holds no secret
 */
export function s3Address(address: string): S3Address {
  const url = parsed(address);
  const printed = printedAddress(url);
  const wrong = (why: string) => new NoSuchStore(`${printed} is no address of a store: ${why}.`);
  const odd = Array.from(url.searchParams.keys()).find((name) => !PARAMETERS.includes(name));
  if (odd !== undefined) throw wrong(`it may say ${PARAMETERS.join(", ")}, not ${odd}`);
  if (url.hostname === "") throw wrong(`it names no bucket; it looks like ${FORM}`);
  if (url.port !== "") throw wrong(`a bucket has no port; it looks like ${FORM}`);
  const endpoint = url.searchParams.get("endpoint") ?? undefined;
  if (endpoint !== undefined && !isEndpoint(endpoint))
    throw wrong("its endpoint looks like http://HOST:PORT or https://HOST, without a password");
  const pathStyle = url.searchParams.get("path-style") ?? String(endpoint !== undefined);
  if (pathStyle !== "true" && pathStyle !== "false") throw wrong("path-style is true or false");
  const seconds = Number(url.searchParams.get("timeout") ?? SECONDS);
  if (!(seconds > 0)) throw wrong("timeout is a number of seconds");
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
  if (!URL.canParse(address))
    throw new NoSuchStore(
      `The address of the store cannot be read; it looks like ${FORM}. Write "/", "+" and "@" in a key or secret as %2F, %2B and %40.`,
    );
  return new URL(address);
}

function prefixOf({ pathname }: URL): string {
  const names = decoded(pathname)
    .split("/")
    .filter((name) => name !== "");
  return names.map((name) => `${name}/`).join("");
}

function credentialsIn(
  { username, password }: URL,
  wrong: (why: string) => NoSuchStore,
): Credentials | undefined {
  if (username === "" && password === "") return undefined;
  if (username === "" || password === "")
    throw wrong("before the @ it has a key without a secret, or a secret without a key");
  return { accessKeyId: decoded(username), secretAccessKey: decoded(password) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    throw new NoSuchStore("The address of the store has a % that is not followed by two digits.");
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
