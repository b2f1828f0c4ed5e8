import { expect, test } from "vitest";
import { cookieFor, proofOf } from "../../../workers/served/token.js";

const url = new URL("http://localhost/");
const TOKENS = ["0123456789abcdef", "fedcba9876543210"];

test("the cookies of two servers of one host stand beside one another, and each opens its own", () => {
  // As a browser keeps them: by name, whatever the port.
  const kept = new Map(
    TOKENS.map((token) => {
      const [pair = ""] = cookieFor(token).split(";");
      const [name = "", value = ""] = pair.split("=");
      return [name, value];
    }),
  );
  const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join("; ");
  const shown = { authorization: undefined, cookie, url };
  expect(TOKENS.map((token) => proofOf(shown, token))).toEqual(["sent", "sent"]);
  expect(proofOf(shown, "another-token-of-16")).toBe("none");
});
