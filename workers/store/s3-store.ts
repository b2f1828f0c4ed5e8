import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
} from "@aws-sdk/client-s3";
import pRetry from "p-retry";
import { ToldError } from "../../pipeline/model/errors.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { DOING } from "./doing.js";
import { checkedKey, checkedPrefix, isKey } from "./key-form.js";
import { s3Address } from "./s3-address.js";
import { asked, askedFor, clientFor, objectOf } from "./s3-bucket.js";
import type { Bucket } from "./s3-bucket.js";
import { bare, s3Fault } from "./s3-faults.js";
import { put, putFile } from "./s3-put.js";
import { NoSuchStore, StoreUnavailable } from "./store.js";
import type { Store } from "./store.js";
import { STORE } from "./settings.js";

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
    await assertRegion(bucket);
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

async function assertRegion({ client, address }: Bucket): Promise<void> {
  try {
    await client.config.region();
  } catch (cause) {
    throw new NoSuchStore(
      {
        en: `The store ${address.printed} cannot be opened: its region is not known. Say it in the address, region=NAME, or set AWS_REGION.`,
        zh: `存储 ${address.printed} 无法打开：不知道其区域。请在地址中写 region=NAME，或设置 AWS_REGION。`,
      },
      { cause },
    );
  }
}

/** Asks what an operation needs most: HEAD would say no more than that it is refused. */
async function assertUsable(bucket: Bucket): Promise<void> {
  const { address } = bucket;
  const answer = await asked(bucket, DOING.open, (client) =>
    client.send(
      new ListObjectsV2Command({ Bucket: address.bucket, Prefix: address.prefix, MaxKeys: 1 }),
    ),
  );
  if (answer.Name !== undefined || answer.KeyCount !== undefined) return;
  throw new NoSuchStore({
    en: `The store ${address.printed} cannot be opened: what answers at its endpoint is no S3-compatible service. Correct the address.`,
    zh: `存储 ${address.printed} 无法打开：其端点应答的不是 S3 兼容服务。请更正地址。`,
  });
}

async function get(bucket: Bucket, key: string): Promise<Uint8Array | undefined> {
  return pRetry(() => getOnce(bucket, key), {
    retries: STORE.bodyRetries,
    minTimeout: 100,
    shouldRetry: ({ error }) => error instanceof BodyCut,
  }).catch((error: unknown) => {
    throw error instanceof BodyCut
      ? new StoreUnavailable(error.says, { cause: error.cause })
      : error;
  });
}

async function getOnce(bucket: Bucket, key: string): Promise<Uint8Array | undefined> {
  const found = await askedFor(bucket, DOING.read(key), (client) =>
    client.send(new GetObjectCommand(objectOf(bucket, key))),
  );
  if (found === undefined) return undefined;
  const { Body: body, ContentLength: length } = found;
  const { printed } = bucket.address;
  const cut = ({ en, zh }: Bilingual<string>, cause?: unknown) =>
    new BodyCut(
      {
        en: `The store ${printed} cannot read ${key}: ${en}. Look at the network and at the service.`,
        zh: `存储 ${printed} 无法读取 ${key}：${zh}。请检查网络和存储服务。`,
      },
      { cause: cause instanceof Error ? bare(cause) : cause },
    );
  if (body === undefined) throw cut(NO_BODY);
  const bytes = await body.transformToByteArray().catch((error: unknown) => {
    throw cut(ENDED_EARLY, error);
  });
  const came = bytes.length;
  if (length !== undefined && came !== length)
    throw cut({
      en: `${came} of ${length} bytes came`,
      zh: `只收到 ${length} 字节中的 ${came} 字节`,
    });
  return bytes;
}

const NO_BODY = { en: "the answer has no body", zh: "应答没有内容" };
const ENDED_EARLY = { en: "the answer ended early", zh: "应答中途结束" };

class BodyCut extends ToldError {
  override readonly name = "BodyCut";
}

async function size(bucket: Bucket, key: string): Promise<number | undefined> {
  const found = await askedFor(bucket, DOING.read(key), (client) =>
    client.send(new HeadObjectCommand(objectOf(bucket, key))),
  );
  return found?.ContentLength;
}

async function remove(bucket: Bucket, key: string): Promise<void> {
  await asked(bucket, DOING.remove(key), (client) =>
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
    throw s3Fault(error, { address: address.printed, what: DOING.list(prefix) });
  }
}

/** What relies on the order would leave out or repeat documents without a word. */
function unordered({ address }: Bucket, before: string, after: string): NoSuchStore {
  return new NoSuchStore({
    en: `The store ${address.printed} lists ${after} after ${before}: out of order, as S3 never does. Use another service or a general purpose bucket.`,
    zh: `存储 ${address.printed} 把 ${after} 列在 ${before} 之后：次序不对，S3 不会如此。请改用其他服务或通用存储桶。`,
  });
}
