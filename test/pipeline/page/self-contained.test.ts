import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { selfContainedPage } from "../../../pipeline/page/self-contained.js";

const PARTS = { language: "zh", style: "p{}", script: "run()", body: "<p></p>" };

test("data cannot end the element that holds it, and is read as it was given", () => {
  const told = "</script><!-- <script>alert(1)</script> & \u2028";
  const page = selfContainedPage({ ...PARTS, data: { told: { told } } });
  const held = /id="told">(.*)<\/script>\n<script>run/u.exec(page)?.[1] ?? "";
  expect(held).not.toMatch(/[<>&\u2028]/u);
  expect(JSON.parse(held)).toEqual({ told });
});

test("nothing runs but the script that stands in the page, and nothing is loaded", () => {
  const page = selfContainedPage({ ...PARTS, data: {} });
  const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1];
  const hash = createHash("sha256").update("run()").digest("base64");
  expect(policy).toContain(`script-src 'sha256-${hash}';`);
  expect(policy).toContain("default-src 'none'");
});
