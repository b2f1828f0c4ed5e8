import { fetch } from "undici";
import type { Agent, Response } from "undici";
import { UnreadableSource } from "../../index.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { WEB } from "./settings.js";

/** How an address is asked for. */
export interface Asking {
  readonly network: Agent;
  readonly signal: AbortSignal;
  /** What is said beside the address. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The fields of a form, encoded, where it is sent by POST. */
  readonly form?: string | undefined;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * What answers at an address, after its redirects. The name and password of an address are shown to
 * its own server alone.
 *
 * @throws UnreadableSource `not_found` where redirects lead nowhere
 */
export async function answerAt(address: string, asking: Asking): Promise<Response> {
  let url = new URL(address);
  for (let count = 0; count <= WEB.mostRedirects; count += 1) {
    const response = await ask(url, asking);
    const location = locationOf(response);
    if (location === null) return response;
    await response.body?.cancel();
    url = redirected(url, location);
  }
  throw nowhere({
    en: `It is redirected more than ${WEB.mostRedirects} times`,
    zh: `重定向超过 ${WEB.mostRedirects} 次`,
  });
}

/** Where an answer redirects to, as it says it; null where it does not. */
export function locationOf({ status, headers }: Response): string | null {
  return REDIRECTS.has(status) ? headers.get("location") : null;
}

/** What one server answers, be it a redirect. */
export async function ask(url: URL, { network, signal, ...said }: Asking): Promise<Response> {
  const { username, password } = url;
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers: Record<string, string> = {
    ...said.headers,
    ...(user === ":" ? {} : { authorization: `Basic ${Buffer.from(user).toString("base64")}` }),
    ...(said.form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
  };
  // `fetch` takes no name and password in an address.
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  const sent = said.form === undefined ? {} : { method: "POST", body: said.form };
  return fetch(bare, { ...sent, dispatcher: network, headers, signal, redirect: "manual" });
}

/**
 * The address that a redirect leads to.
 *
 * @throws UnreadableSource `not_found` where it is none of the web
 */
export function redirected(from: URL, location: string): URL {
  // Headers are bytes; addresses that are not percent-encoded are UTF-8 in them.
  const text = Buffer.from(location, "latin1").toString("utf8");
  if (!URL.canParse(text, from.href))
    throw nowhere({
      en: "It is redirected to what is no address",
      zh: "重定向的目标不是网址",
    });
  const to = new URL(text, from);
  if (to.protocol !== "http:" && to.protocol !== "https:")
    throw nowhere({
      en: `It is redirected to an address beginning with ${to.protocol}, not http or https`,
      zh: `重定向到以 ${to.protocol} 开头的网址，不是 http 或 https`,
    });
  if (to.origin === from.origin && to.username === "" && to.password === "") {
    to.username = from.username;
    to.password = from.password;
  }
  return to;
}

function nowhere(what: Bilingual<string>): UnreadableSource {
  return new UnreadableSource("not_found", {
    en: `${what.en}. Open the address in a browser, and submit the address or the file that it shows.`,
    zh: `${what.zh}。请在浏览器中打开该网址，然后提交浏览器显示的网址或文件。`,
  });
}
