import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  paginateListObjectsV2,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import pRetry from "p-retry";
import { checkedKey, checkedPrefix, isKey } from "./key-form.js";
import { s3Address } from "./s3-address.js";
import type { S3Address } from "./s3-address.js";
import { isNoSuchKey, s3Fault } from "./s3-faults.js";
import { NoSuchStore, StoreUnavailable } from "./store.js";
import type { Store } from "./store.js";

/**
 * A store in a bucket of an S3-compatible service. What may pass is tried again by the client first,
 * as often as AWS_MAX_ATTEMPTS says. A writer that is killed within a large file leaves its parts in
 * the bucket, unseen: a lifecycle rule for incomplete uploads removes them.
 *
 * @throws NoSuchStore where there is no such bucket, or it must not be used
 * @throws StoreUnavailable where the service does not answer
 */
export async function openS3Store(url: string): Promise<Store> {
  const address = s3Address(url);
  const bucket: Bucket = { client: clientFor(address), address };
  try {
    await assertUsable(bucket);
  } catch (error) {
    bucket.client.destroy();
    throw error;
  }
  return {
    address: address.printed,
    put: (key, bytes) => put(bucket, checkedKey(key), bytes),
    putFile: (key, path) => putFile(bucket, checkedKey(key), path),
    get: (key) => get(bucket, checkedKey(key)),
    size: (key) => size(bucket, checkedKey(key)),
    list: (prefix) => keysUnder(bucket, checkedPrefix(prefix)),
    remove: (key) => remove(bucket, checkedKey(key)),
    close: async () => bucket.client.destroy(),
  };
}

interface Bucket {
  readonly client: S3Client;
  readonly address: S3Address;
}

const CONNECT_MS = 5_000;

/** How long a request may take in all, in times of the longest silence. */
const PATIENCE = 20;

function clientFor({ endpoint, region, pathStyle, credentials, silence }: S3Address): S3Client {
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
      connectionTimeout: Math.min(CONNECT_MS, silence),
      socketTimeout: silence,
      requestTimeout: silence * PATIENCE,
      throwOnRequestTimeout: true,
    },
  });
}

/** Asks what an operation needs most: HEAD would say no more than that it is refused. */
async function assertUsable(bucket: Bucket): Promise<void> {
  const { address } = bucket;
  const answer = await asked(bucket, "be opened", (client) =>
    client.send(
      new ListObjectsV2Command({ Bucket: address.bucket, Prefix: address.prefix, MaxKeys: 1 }),
    ),
  );
  if (answer.Name !== undefined || answer.KeyCount !== undefined) return;
  throw new NoSuchStore(
    `The store ${address.printed} cannot be opened: what answers at its endpoint is no S3-compatible service. Correct the address.`,
  );
}

/** The least part that services take is 5 MiB; they take 10,000 of them. */
const PART_BYTES = 16 * 1024 * 1024;
const MOST_PARTS = 10_000;

async function put(bucket: Bucket, key: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length > PART_BYTES) return upload(bucket, key, { body: bytes, length: bytes.length });
  const answer = await asked(bucket, `write ${key}`, (client) =>
    client.send(
      new PutObjectCommand({ ...objectOf(bucket, key), Body: bytes, ContentLength: bytes.length }),
    ),
  );
  assertStored(bucket, key, answer);
}

/** What stands between may say that all is well, a login page of the network for one. */
function assertStored(
  { address }: Bucket,
  key: string,
  { ETag: tag }: { readonly ETag?: string | undefined },
): void {
  if (tag !== undefined) return;
  throw new StoreUnavailable(
    `The store ${address.printed} cannot write ${key}: what answered is not the service. Look at the network, and at a proxy before it.`,
  );
}

async function putFile(bucket: Bucket, key: string, path: string): Promise<void> {
  const { size: length } = await stat(path);
  if (length <= PART_BYTES) return put(bucket, key, await readFile(path));
  await upload(bucket, key, { body: createReadStream(path), length });
}

/** Uploads in parts, which become one object when the last has arrived. */
async function upload(
  bucket: Bucket,
  key: string,
  { body, length }: { readonly body: Uint8Array | Readable; readonly length: number },
): Promise<void> {
  const answer = await asked(bucket, `write ${key}`, (client) =>
    new Upload({
      client,
      params: { ...objectOf(bucket, key), Body: body },
      partSize: Math.max(PART_BYTES, Math.ceil(length / MOST_PARTS)),
      queueSize: 2,
    }).done(),
  );
  assertStored(bucket, key, answer);
}

/** How often a body is asked for that was cut: the client tries again only until it begins. */
const BODY_RETRIES = 2;

async function get(bucket: Bucket, key: string): Promise<Uint8Array | undefined> {
  return pRetry(() => getOnce(bucket, key), {
    retries: BODY_RETRIES,
    minTimeout: 100,
    shouldRetry: ({ error }) => error instanceof BodyCut,
  }).catch((error: unknown) => {
    throw error instanceof BodyCut ? new StoreUnavailable(error.message, { cause: error }) : error;
  });
}

async function getOnce(bucket: Bucket, key: string): Promise<Uint8Array | undefined> {
  const found = await askedFor(bucket, `read ${key}`, (client) =>
    client.send(new GetObjectCommand(objectOf(bucket, key))),
  );
  if (found === undefined) return undefined;
  const { Body: body, ContentLength: length } = found;
  const cut = (why: string, cause?: unknown) =>
    new BodyCut(`The store ${bucket.address.printed} cannot read ${key}: ${why}.`, { cause });
  if (body === undefined) throw cut("the answer has no body");
  const bytes = await body.transformToByteArray().catch((error: unknown) => {
    throw cut("the answer ended early. Look at the network and at the service", error);
  });
  if (length !== undefined && bytes.length !== length)
    throw cut(`${bytes.length} of ${length} bytes came. Look at the network and at the service`);
  return bytes;
}

class BodyCut extends Error {
  override readonly name = "BodyCut";
}

async function size(bucket: Bucket, key: string): Promise<number | undefined> {
  const found = await askedFor(bucket, `read ${key}`, (client) =>
    client.send(new HeadObjectCommand(objectOf(bucket, key))),
  );
  return found?.ContentLength;
}

async function remove(bucket: Bucket, key: string): Promise<void> {
  await asked(bucket, `remove ${key}`, (client) =>
    client.send(new DeleteObjectCommand(objectOf(bucket, key))),
  );
}

async function* keysUnder(bucket: Bucket, prefix: string): AsyncGenerator<string> {
  const { client, address } = bucket;
  const all = `${address.prefix}${prefix}`;
  let last = "";
  try {
    const pages = paginateListObjectsV2({ client }, { Bucket: address.bucket, Prefix: all });
    for await (const page of pages)
      for (const { Key: key = "" } of page.Contents ?? []) {
        const own = key.slice(address.prefix.length);
        // What others keep in the bucket is none of ours.
        if (!isKey(own)) continue;
        if (key <= last) throw unordered(bucket, last, key);
        last = key;
        yield own;
      }
  } catch (error) {
    throw s3Fault(error, { address: address.printed, what: `list ${prefix}` });
  }
}

/** What relies on the order would leave out or repeat documents without a word. */
function unordered({ address }: Bucket, before: string, after: string): NoSuchStore {
  return new NoSuchStore(
    `The store ${address.printed} lists ${after} after ${before}: out of order, as S3 never does. Use another service or a general purpose bucket.`,
  );
}

function objectOf({ address }: Bucket, key: string) {
  return { Bucket: address.bucket, Key: `${address.prefix}${key}` };
}

async function asked<T>(
  { client, address }: Bucket,
  what: string,
  ask: (client: S3Client) => Promise<T>,
): Promise<T> {
  try {
    return await ask(client);
  } catch (error) {
    throw s3Fault(error, { address: address.printed, what });
  }
}

/** The same where it may be that nothing stands there. */
async function askedFor<T>(
  bucket: Bucket,
  what: string,
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
