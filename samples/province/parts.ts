/** What one address of an invented site answers. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds before it is answered. */
  readonly after?: number;
  /** Never ends: as fast as it is taken, or a byte now and then. */
  readonly endless?: "fast" | "slow";
  /** Without this cookie it redirects to itself and hands it out. */
  readonly cookie?: string;
}

/** An invented site: what stands at which path, and which of it are disclosures. */
export interface InventedSite {
  readonly name: string;
  readonly start: string;
  /** By path with its query; `POST path form` where it is sent by POST. */
  readonly replies: ReadonlyMap<string, Reply>;
  /** The paths of the documents that are disclosures. */
  readonly disclosures: readonly string[];
}

/** Makes the bytes of a document by its number. */
export type MakeDocument = (number: number) => Uint8Array;

/** A page of a bureau's site: with its head, its menu and its foot. */
export const html = (title: string, body: string, head = ""): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title} - 云溪县财政局</title>${head}</head><body>
<div class="header"><a href="/">首页</a> <a href="/xwzx/">财政新闻</a> <a href="/lxwm.html">联系我们</a> <a href="/wap/">手机版</a></div>
<div class="main">${body}</div>
<div class="footer"><a href="/help/guide.pdf">网站使用帮助</a> <a href="http://other.example.cn/">友情链接</a></div></body></html>`;

/** A list of links, each with its date. */
export const list = (rows: readonly (readonly [address: string, text: string])[]): string =>
  `<ul>${rows.map(([address, text]) => `<li><a href="${address}">${text}</a><span>2026-02-10</span></li>`).join("\n")}</ul>`;

/** A page of the web. */
export const page = (body: string, headers: Record<string, string> = {}): Reply => ({
  headers: { "content-type": "text/html; charset=utf-8", ...headers },
  body,
});

/** A file with its validators, so that it need not be sent again. */
export const file = (bytes: Uint8Array, more: Record<string, string> = {}): Reply => ({
  headers: {
    "content-type": "application/octet-stream",
    etag: `"${bytes.length}-${bytes.at(-1) ?? 0}-${sum(bytes)}"`,
    ...more,
  },
  body: bytes,
});

function sum(bytes: Uint8Array): number {
  return bytes.reduce((total, byte) => (total * 31 + byte) % 1_000_003, 7);
}
