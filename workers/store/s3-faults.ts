import { NoSuchStore, StoreUnavailable } from "./store.js";
import type { Doing } from "./file-faults.js";

const RIGHTS =
  "these credentials may not do this. They need s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject and s3:DeleteObject on what is in it";
const REGION = "the bucket is in another region. Say it in the address: region=NAME";
const KEY = "the access key id is not known there. Check AWS_ACCESS_KEY_ID, or the address";
const SECRET = "the secret does not fit the access key id. Check AWS_SECRET_ACCESS_KEY";
const TOKEN = "the session token is not valid, or not any more. Fetch new credentials";
const CERTIFICATE =
  "its certificate is not trusted here. Name the authority's file in NODE_EXTRA_CA_CERTS";

/** Refusals that stay until someone changes the address, the credentials or their rights. */
const LASTING: Readonly<Record<string, string>> = {
  NoSuchBucket: "there is no such bucket. Make it, or correct the address",
  InvalidBucketName: "no bucket can be called so. Correct the address",
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
  RequestTimeTooSkewed: "the clock of this machine is wrong. Set it",
  CredentialsProviderError:
    "no credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile",
  ERR_INVALID_URL: "its endpoint is no address. Correct it",
  DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
  ERR_TLS_CERT_ALTNAME_INVALID: CERTIFICATE,
  CERT_HAS_EXPIRED: "its certificate has expired. It is to be renewed there",
};

const SLOW =
  "it did not answer in time. Look at the network, or say timeout=SECONDS in the address";
const CUT = "the connection was cut. Look at the network and at the service";
const FULL = "its quota is used up. Make room or have it raised; the work then goes on";
const DAMAGED = "what arrived there is not what was sent. Look at the network";
const NAME =
  "the name of its host is not known here, or not now. Check the address and the network";

/** Faults that pass. */
const PASSING: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing answers at its address. Start the service; the work then goes on",
  ECONNRESET: CUT,
  ECONNABORTED: CUT,
  EPIPE: CUT,
  ETIMEDOUT: SLOW,
  TimeoutError: SLOW,
  RequestTimeout: SLOW,
  ENOTFOUND: NAME,
  EAI_AGAIN: NAME,
  EHOSTUNREACH: "its host cannot be reached. Look at the network",
  ENETUNREACH: "its host cannot be reached. Look at the network",
  EHOSTDOWN: "its host is away. Start it; the work then goes on",
  EPROTO: "it does not speak TLS as it should. Check the endpoint: http or https?",
  QuotaExceeded: FULL,
  XMinioStorageFull: "its disk is full. Make room; the work then goes on",
  IncompleteBody: CUT,
  BadDigest: DAMAGED,
  XAmzContentSHA256Mismatch: DAMAGED,
  SlowDown: "it is asked too much at once. Run fewer workers",
  OperationAborted: "another writer was there at the same time. Trying again helps",
};

/** The error to throw for a fault of the service; anything else is returned as it is. */
export function s3Fault(error: unknown, { address, what }: Doing): unknown {
  if (!(error instanceof Error)) return error;
  const told = (why: string) => `The store ${address} cannot ${what}: ${why} (${nameOf(error)}).`;
  const names = [error.name, codeOf(error)];
  const cause = bare(error);
  const lasting = wordsFor(names, LASTING);
  if (lasting !== undefined) return new NoSuchStore(told(lasting), { cause });
  const passing = wordsFor(names, PASSING);
  if (passing !== undefined) return new StoreUnavailable(told(passing), { cause });
  const status = statusOf(error);
  if (status === undefined) return error;
  return refusal(status, told(`it answers ${status}: ${error.message}`), cause);
}

/** The error without the request and the sockets that the client hangs on it: it may be printed. */
export function bare({ name, message, stack }: Error): Error {
  return Object.assign(new Error(message), { name, stack });
}

/** How a service says 'not now': too many requests, or a fault of its own. */
function refusal(status: number, message: string, cause: Error): Error {
  if (status === 403 || status === 401) return new NoSuchStore(`${message} ${RIGHTS}.`, { cause });
  const passes = status >= 500 || status === 408 || status === 429 || status === 409;
  return passes ? new StoreUnavailable(message, { cause }) : new NoSuchStore(message, { cause });
}

/** Whether the fault is that nothing stands under the key. */
export function isNoSuchKey(error: unknown): boolean {
  return error instanceof Error && (error.name === "NoSuchKey" || error.name === "NotFound");
}

function wordsFor(
  names: readonly (string | undefined)[],
  table: Readonly<Record<string, string>>,
): string | undefined {
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
