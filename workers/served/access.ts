import type { NextFunction, Request, Response } from "express";
import { cookieFor, isLoopback, proofOf } from "./token.js";

/** Lets a request through, or answers it. */
export type Step = (request: Request, response: Response, next: NextFunction) => void;

/** Nothing of another host is loaded, and no other page may frame this one. */
const POLICY = [
  "default-src 'none'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** Headers that every answer has; `allowed` says what scripts, styles and pictures a page may load. */
export function withHeaders(allowed: readonly string[]): Step {
  const policy = [...POLICY, ...allowed].join("; ");
  return (_request, response, next) => {
    response.set({
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
    });
    next();
  };
}

/** Reading is all that is allowed; `why` says what changes things instead. */
export function onlyReading(why: string): Step {
  return ({ method }, response, next) => {
    if (method === "GET" || method === "HEAD") return next();
    refuse(response.set("Allow", "GET, HEAD"), { status: 405, why });
  };
}

/**
 * Answers only to the names of this machine while it listens to this machine alone: another name
 * that leads here is that of a page which wants to read what it must not see (DNS rebinding).
 */
export function onlyNamed(host: string): Step {
  return (request, response, next) => {
    if (!isLoopback(host) || isLoopback(nameIn(request))) return next();
    refuse(response, {
      status: 421,
      why: "This server answers to localhost, 127.0.0.1 and [::1] only.",
    });
  };
}

/** The name in the Host header, without its port. */
function nameIn({ headers }: Request): string {
  return (headers.host ?? "").toLowerCase().replace(/:\d*$/u, "").replaceAll(/[[\]]/gu, "");
}

/** Asks for the token where there is one. A link with `?token=` leaves a cookie in its stead. */
export function onlyWith(token: string | undefined): Step {
  return (request, response, next) => {
    if (token === undefined) return next();
    const url = addressOf(request);
    const { authorization, cookie } = request.headers;
    const proof = proofOf({ authorization, cookie, url }, token);
    if (proof === "sent") return next();
    if (proof === "link") {
      response.set("Set-Cookie", cookieFor(token)).redirect(303, withoutToken(url));
      return;
    }
    refuse(response.set("WWW-Authenticate", 'Bearer realm="gongkai"'), {
      status: 401,
      why: "The token is missing or another one: open /?token=TOKEN once, or send `Authorization: Bearer TOKEN`.",
    });
  };
}

/** Never of another host: what a path that begins with two slashes would lead to. */
function withoutToken(url: URL): string {
  url.searchParams.delete("token");
  return `${url.pathname.replace(/^\/+/u, "/")}${url.search}`;
}

function addressOf({ originalUrl }: Request): URL {
  return new URL(originalUrl.replace(/^\/+/u, "/"), "http://localhost");
}

/** Answers a request with why nothing is done. */
export function refuse(
  response: Response,
  { status, why }: { readonly status: number; readonly why: string },
): void {
  response.status(status).type("text/plain").send(`${why}\n`);
}
