import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../cli/run.js";
import { correctionRows } from "../../workers/local/corrections.js";
import { startView } from "./start-view.js";
import type { Viewing } from "./start-view.js";
import { removeFolder } from "../remove-folder.js";

const PAGE = `<!doctype html><meta charset="utf-8"><title>2024年部门预算</title>
<p>2024年部门预算公开</p><script>alert(1)</script>`;

describe("what gongkai view answers to", () => {
  let folder = "";
  let viewing: Viewing;
  const id = async () => {
    const response = await fetch(new URL("/api/documents", viewing.address));
    return /"document_id":"([0-9a-f]+)"/u.exec(await response.text())?.[1] ?? "";
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gongkai-view-"));
    await mkdir(join(folder, "documents"));
    await writeFile(join(folder, "documents", "page.html"), PAGE);
    await writeFile(join(folder, "secret.json"), "{}");
    const out = join(folder, "out");
    await run(["extract", join(folder, "documents"), "--out", out]);
    viewing = await startView(out, "--documents", join(folder, "documents"));
  });
  afterAll(async () => {
    await viewing?.stop();
    await removeFolder(folder);
  });

  const statusOf = (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(viewing.address);
      const sent = request({ hostname, port, path, headers, method }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on("error", reject);
      sent.end();
    });

  test.each([
    ["/api/documents/..%2f..%2fsecret", 404],
    ["/api/documents/%2e%2e/%2e%2e/secret.json", 404],
    ["/api/documents/0000000000000000", 404],
    ["/pdfjs/..%2f..%2fpackage.json", 404],
    ["/pdfjs/../../package.json", 404],
    ["/..%2f..%2fsecret.json", 404],
  ])("%s leads nowhere outside", async (path, status) => {
    expect(await statusOf(path)).toBe(status);
  });

  test.each(["evil.example", "evil.example:80", "127.0.0.1.evil.example"])(
    "a name that was bound to this machine gets nothing: %s",
    async (host) => {
      expect(await statusOf("/", { Host: host })).toBe(421);
      expect(await statusOf("/api/documents", { Host: host })).toBe(421);
    },
  );

  test.each(["cross-site", "same-site"])(
    "a page of another site gets no document (%s)",
    async (site) => {
      expect(await statusOf("/api/documents", { "Sec-Fetch-Site": site })).toBe(403);
      expect(await statusOf("/api/documents", { "Sec-Fetch-Site": "same-origin" })).toBe(200);
    },
  );

  const correct = async (headers: Readonly<Record<string, string>>, body: unknown) => {
    const address = new URL(`/api/documents/${await id()}/corrections`, viewing.address);
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return response.status;
  };
  const row = { place: "t1/r1c1", what: "text", from: "1", to: "2", who: "李明", why: "看错" };

  test("corrections are taken from the pages of this server alone", async () => {
    const own = { Origin: new URL(viewing.address).origin };
    expect(await correct({}, row)).toBe(403);
    expect(await correct({ Origin: "http://evil.example" }, row)).toBe(403);
    expect(await correct({ Origin: "null" }, row)).toBe(403);
    expect(await correct({ ...own, "Sec-Fetch-Site": "cross-site" }, row)).toBe(403);
    expect(await correct({ ...own, "Content-Type": "text/plain" }, row)).toBe(400);
    expect(await correct(own, { ...row, place: "../../etc" })).toBe(400);
    expect(await correct(own, { ...row, document: "0".repeat(64) })).toBe(400);
    expect(await correctionRows(join(folder, "out"))).toEqual([]);
    expect(await correct(own, row)).toBe(201);
    expect(await correctionRows(join(folder, "out"))).toMatchObject([row]);
  });

  test("a folder that is opened read-only takes none", async () => {
    const readOnly = await startView(join(folder, "out"), "--read-only");
    const address = new URL(`/api/documents/${await id()}/corrections`, readOnly.address);
    const headers = { "Content-Type": "application/json", Origin: address.origin };
    const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(row) });
    expect(response.status).toBe(405);
    await readOnly.stop();
  });

  test.each(["POST", "PUT", "DELETE"])("nothing is changed by %s", async (method) => {
    expect(await statusOf("/api/documents", {}, method)).toBe(405);
  });

  test("an original is never a page of this server", async () => {
    const response = await fetch(new URL(`/api/documents/${await id()}/original`, viewing.address));
    expect(await response.text()).toBe(PAGE);
    expect(response.headers.get("Content-Type")).toBe("application/octet-stream");
    expect(response.headers.get("Content-Disposition")).toMatch(/^attachment/u);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  test("pages may load nothing but what this server gives", async () => {
    const { headers } = await fetch(viewing.address);
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/u);
  });
});

describe("gongkai view with a token", () => {
  test("shows nothing without it", async () => {
    const token = "0123456789abcdef";
    const viewing = await startView("samples/contradictions-2023/source.txt", "--token", token);
    const status = async (path: string) =>
      (await fetch(new URL(path, viewing.address), { redirect: "manual" })).status;
    expect(await status("/")).toBe(401);
    expect(await status("/api/documents")).toBe(401);
    expect(await status(`/?token=${token}`)).toBe(303);
    await viewing.stop();
  });

  test("of one document serves what was read of it", async () => {
    const viewing = await startView(
      "samples/contradictions-2023/source.txt",
      "--at",
      "abcdf8ab1883c9a8#t1/r2",
    );
    expect(viewing.address).toMatch(/\/documents\/abcdf8ab1883c9a8#t1\/r2$/u);
    const response = await fetch(
      new URL("/api/documents/abcdf8ab1883c9a8/checks", viewing.address),
    );
    expect(await response.json()).toMatchObject({ failed: 16 });
    await viewing.stop();
  });
});
