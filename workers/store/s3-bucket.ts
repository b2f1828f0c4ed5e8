import { S3Client } from "@aws-sdk/client-s3";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { S3Address } from "./s3-address.js";
import { isNoSuchKey, s3Fault } from "./s3-faults.js";
import { STORE } from "./settings.js";

/** A bucket and how it is spoken to. */
export interface Bucket {
  readonly client: S3Client;
  readonly address: S3Address;
}

/** A client of the service. It asks again, as often as AWS_MAX_ATTEMPTS says, where that may help. */
export function clientFor({
  endpoint,
  region,
  pathStyle,
  credentials,
  silence,
}: S3Address): S3Client {
  // It would tell of later versions of the client that want a later Node: not of the one in use.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  // Services of one place need no region, but the signature does.
  const here = region ?? (endpoint === undefined ? undefined : process.env["AWS_REGION"]);
  const signedFor = here ?? (endpoint === undefined ? undefined : "us-east-1");
  return new S3Client({
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(signedFor === undefined ? {} : { region: signedFor }),
    ...(credentials === undefined ? {} : { credentials }),
    forcePathStyle: pathStyle,
    // By default the client ends each upload with a CRC32 in a trailer, and asks for one with each
    // download. Many services refuse the trailer or store it as part of the bytes. What is put is
    // covered by its signature; what is got is checked against its length here, and against its
    // SHA-256 or the CRC of gzip where it is read.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    // Services that do not answer `Expect: 100-continue` would cost a timeout for each large part.
    expectContinueHeader: false,
    requestHandler: {
      connectionTimeout: Math.min(STORE.connecting, silence),
      socketTimeout: silence,
      requestTimeout: silence * STORE.patience,
      throwOnRequestTimeout: true,
    },
  });
}

/** How the client calls what stands under a key. */
export function objectOf({ address }: Bucket, key: string) {
  return { Bucket: address.bucket, Key: `${address.prefix}${key}` };
}

/** What the client is asked for. @throws StoreUnavailable or NoSuchStore */
export async function asked<T>(
  { client, address }: Bucket,
  what: Bilingual<string>,
  ask: (client: S3Client) => Promise<T>,
): Promise<T> {
  try {
    return await ask(client);
  } catch (error) {
    throw s3Fault(error, { address: address.printed, what });
  }
}

/** The same; undefined where nothing stands there. */
export async function askedFor<T>(
  bucket: Bucket,
  what: Bilingual<string>,
  ask: (client: S3Client) => Promise<T>,
): Promise<T | undefined> {
  return asked(bucket, what, async (client) => {
    try {
      return await ask(client);
    } catch (error) {
      if (isNoSuchKey(error)) return undefined;
      throw error;
    }
  });
}
