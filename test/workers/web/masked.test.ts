import { describe, expect, test } from "vitest";
import { masked } from "../../../workers/web/masked.js";

describe("an address as it may be printed", () => {
  test.each([
    ["a password alone", "redis://:pa55@host:6379/2", "redis://***@host:6379/2"],
    ["a name and a password", "rediss://me:pa55@host", "rediss://***@host"],
    ["a password with an @", "redis://:pa@55@host", "redis://***@host"],
    [
      "a signed address",
      "https://h/x.pdf?v=1&X-Amz-Signature=abc&X-Amz-Credential=me",
      "https://h/x.pdf?v=1&X-Amz-Signature=***&X-Amz-Credential=***",
    ],
    ["an access token", "https://h/x?access_token=abc#p", "https://h/x?access_token=***#p"],
    [
      "inside a sentence",
      "cannot reach redis://:pa55@host, nor s3://id:key@b",
      "cannot reach redis://***@host, nor s3://***@b",
    ],
  ])("%s is not in it", (_, address, printed) => {
    expect(masked(address)).toBe(printed);
  });

  test.each([
    "redis://127.0.0.1:6379",
    "https://www.example.gov.cn/a/b@2x.pdf?id=12&keyword=预算",
    "file:///srv/store",
    "someone@example.org",
  ])("%s holds no secret and stays", (address) => {
    expect(masked(address)).toBe(address);
  });
});
