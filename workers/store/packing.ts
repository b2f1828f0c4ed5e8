import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

/** Gzips bytes. */
export const pack = promisify(gzip);

/** The bytes that were gzipped; fails with a code that begins with Z_ where they are damaged. */
export const unpack = promisify(gunzip);
