import { AbortMultipartUploadCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { DOING } from "./doing.js";
import { asked, objectOf } from "./s3-bucket.js";
import type { Bucket } from "./s3-bucket.js";
import { StoreUnavailable } from "./store.js";
import { STORE } from "./settings.js";

const MOST_PARTS = 10_000;

/** Puts bytes under a key. @throws StoreUnavailable or NoSuchStore */
export async function put(bucket: Bucket, key: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length > STORE.part) return upload(bucket, key, { body: bytes, length: bytes.length });
  const answer = await asked(bucket, DOING.write(key), (client) =>
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
  throw new StoreUnavailable({
    en: `The store ${address.printed} cannot write ${key}: what answered is not the service. Look at the network, and at a proxy before it.`,
    zh: `存储 ${address.printed} 无法写入 ${key}：应答的不是存储服务。请检查网络和前面的代理。`,
  });
}

/** Puts a file under a key. @throws StoreUnavailable or NoSuchStore */
export async function putFile(bucket: Bucket, key: string, path: string): Promise<void> {
  const { size: length } = await stat(path);
  if (length <= STORE.part) return put(bucket, key, await readFile(path));
  await upload(bucket, key, { body: createReadStream(path), length });
}

/** Uploads in parts, which become one object when the last has arrived. */
async function upload(
  bucket: Bucket,
  key: string,
  { body, length }: { readonly body: Uint8Array | Readable; readonly length: number },
): Promise<void> {
  const { client } = bucket;
  const object = objectOf(bucket, key);
  const parts = new Upload({
    client,
    params: { ...object, Body: body },
    partSize: Math.max(STORE.part, Math.ceil(length / MOST_PARTS)),
    queueSize: 2,
    leavePartsOnError: true,
  });
  try {
    assertStored(bucket, key, await asked(bucket, DOING.write(key), () => parts.done()));
  } catch (error) {
    const abort = new AbortMultipartUploadCommand({ ...object, UploadId: parts.uploadId });
    // Whether or not its parts can be removed now, the first error says what is wrong.
    if (parts.uploadId !== undefined) await client.send(abort).catch(() => undefined);
    throw error;
  }
}
