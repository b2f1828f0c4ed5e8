import { createHash } from "node:crypto";
import { VERSION } from "../../index.js";

/** The bytes of a document, by their SHA-256. */
export function sourceKey(sha256: string): string {
  return `sources/${sha256.slice(0, SHARD)}/${sha256}`;
}

/** What this version of the program made of a document: its JSON without names, gzipped. */
export function resultKey(sha256: string): string {
  return `results/${VERSION}/${sha256.slice(0, SHARD)}/${sha256}.json.gz`;
}

/**
 * The names that one submission gives to documents of a dataset, for the documents whose id
 * begins with `shard`: lines of JSON, gzipped.
 */
export function namesKey(dataset: string, shard: string, submission: string): string {
  return `datasets/${dataset}/names/${shard}/${submission}.jsonl.gz`;
}

/** The CSV files and datapackage.json of a dataset, compiled when its last document ended. */
export function compiledKey(dataset: string, file: string): string {
  return `datasets/${dataset}/compiled/${file}`;
}

/** That a dataset is to be compared with itself too, and what is known of its issuers: `issuers.yaml` as JSON. */
export function panelKey(dataset: string): string {
  return `datasets/${dataset}/panel.json`;
}

/** What was recognized in a picture, under a key that says which and how. */
export function ocrKey(key: string): string {
  return `ocr/${createHash("sha256").update(key).digest("hex").slice(0, SHARD)}/${key}`;
}

/** How many hexadecimal digits of a SHA-256 name the folder that something stands in. */
export const SHARD = 2;
