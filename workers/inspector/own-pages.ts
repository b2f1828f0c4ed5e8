import { refuse } from "../served/access.js";
import type { Step } from "../served/access.js";

/** Pages of other sites get no document, not even to show it without reading it. */
export const onlyOwn: Step = ({ headers }, response, next) => {
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return next();
  refuse(response, { status: 403, why: "This was asked for by a page of another site." });
};

/** Writing is for the pages of this server alone: a browser says of each write whose page it is. */
export const onlyFromOwn: Step = ({ headers }, response, next) => {
  const { origin, host } = headers;
  if (origin !== undefined && URL.canParse(origin) && new URL(origin).host === host) return next();
  refuse(response, { status: 403, why: "Corrections are taken from the pages of this server." });
};

/** An id is 16 hex digits, so no path can be one. */
export const isId = (id: string): boolean => /^[0-9a-f]{16}$/u.test(id);
