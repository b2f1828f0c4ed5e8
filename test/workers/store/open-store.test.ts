import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../../workers/store/open-store.js";
import { s3Address } from "../../../workers/store/s3-address.js";
import { NoSuchStore } from "../../../workers/store/store.js";

let folder: string;
const before = process.cwd();
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "gongkai-open-")));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const messageOf = (opening: Promise<unknown>): Promise<string> =>
  opening.then(
    () => "no error",
    (error: unknown) => (error instanceof NoSuchStore ? error.message : String(error)),
  );

describe("the address of a folder", () => {
  test.each([
    ["a path", "some/store", "some/store"],
    ["a path with a colon and a percent sign", "C:100%", "C:100%"],
    ["a relative path after file:", "file:some/other", "some/other"],
    ["one in capitals", "FILE:some/other", "some/other"],
    ["one with a space and Chinese as they are", "file:新 store", "新 store"],
    ["one with them escaped", "file:%E6%96%B0%20store", "新 store"],
  ])("is %s", async (_name, address, path) => {
    const store = await openStore(address);
    expect(store.address).toBe(`file://${join(folder, path)}`);
  });

  test.each(["file://FOLDER/abs", "file:FOLDER/abs", "file://localhostFOLDER/abs", "FOLDER/abs"])(
    "is an absolute one: %s",
    async (address) => {
      const store = await openStore(address.replace("FOLDER", folder));
      expect(store.address).toBe(`file://${folder}/abs`);
    },
  );

  test.each(["file:", "file:a?b", "file:///a#b", "file:100%", "file://host/share"])(
    "is not %s",
    async (address) => {
      expect(await messageOf(openStore(address))).toBe(
        `${address} is no address of a folder; it looks like file:///PATH. Write "%", "?" and "#" in a path as %25, %3F and %23, or give the path alone.`,
      );
    },
  );
});

describe("an address of no known kind", () => {
  test.each(["ftp://host/store", "https://user:geheim@host/store", "redis://127.0.0.1"])(
    "such as %s is answered with those that are, and without its secrets",
    async (address) => {
      const [scheme = ""] = address.split(":");
      expect(await messageOf(openStore(address))).toBe(
        `A store at ${scheme}: is not known. Give a folder (file:///PATH or PATH), or a bucket (s3://BUCKET/PREFIX).`,
      );
    },
  );
});

describe("the address of a bucket", () => {
  test("may name the bucket alone: all else is for the client to find", () => {
    expect(s3Address("s3://budgets")).toEqual({
      bucket: "budgets",
      prefix: "",
      endpoint: undefined,
      region: undefined,
      pathStyle: false,
      silence: 30_000,
      credentials: undefined,
      printed: "s3://budgets",
    });
  });

  test("may name everything; its credentials are used and not printed", () => {
    const said =
      "s3://AKIA%2F1:ge%2Bheim%40@budgets/some//where/?endpoint=https://minio:9000/&region=cn-north-1&path-style=false&timeout=2.5";
    expect(s3Address(said)).toEqual({
      bucket: "budgets",
      prefix: "some/where/",
      endpoint: "https://minio:9000/",
      region: "cn-north-1",
      pathStyle: false,
      silence: 2_500,
      credentials: { accessKeyId: "AKIA/1", secretAccessKey: "ge+heim@" },
      printed:
        "s3://budgets/some//where?endpoint=https://minio:9000/&region=cn-north-1&path-style=false&timeout=2.5",
    });
  });

  test("puts the bucket into the path for services that are not Amazon's", () => {
    expect(s3Address("s3://budgets?endpoint=http://127.0.0.1:9000").pathStyle).toBe(true);
  });

  test.each([
    ["s3://", "names no bucket"],
    ["s3:budgets", "names no bucket"],
    ["S3:///budgets", "names no bucket"],
    ["s3://budgets:9000", "a bucket has no port"],
    ["s3://geheim@budgets", "a key without a secret"],
    ["s3://:geheim@budgets", "a secret without a key"],
    ["s3://AKIA:ge/heim@budgets", "cannot be read"],
    ["s3://budgets?secret=geheim", "endpoint, region, path-style, timeout, not secret"],
    ["s3://budgets?endpoint=http://me:geheim@minio", "its endpoint looks like"],
    ["s3://budgets?endpoint=minio:9000", "its endpoint looks like"],
    ["s3://budgets?endpoint=http://", "its endpoint looks like"],
    ["s3://budgets?path-style=yes", "path-style is true or false"],
    ["s3://budgets?timeout=soon", "timeout is a number of seconds"],
    ["s3://budgets?timeout=0", "timeout is a number of seconds"],
    ["s3://budgets/%zz", "a % that is not followed by two digits"],
  ])("is not %s, which is said without a secret", async (address, why) => {
    const message = await messageOf(openStore(address));
    expect(message).toContain(why);
    expect(message).not.toMatch(/geheim|heim@/u);
  });
});
