/** Parameters that name a visit and not what is visited. */
const SESSION =
  /^(?:jsessionid|phpsessid|aspsessionid\w*|sessionid|session_id|sid|_t|timestamp|rand(?:om)?|utm_\w+|spm)$/iu;

/** An address as it is told apart from others: without sessions, fragments and what counts visits. */
export function keyOf(url: string, form: string | null = null): string {
  const known = new URL(url);
  known.hash = "";
  known.pathname = known.pathname.replace(/;jsessionid=[^/?;]{0,200}/iu, "");
  for (const name of Array.from(known.searchParams.keys()))
    if (SESSION.test(name)) known.searchParams.delete(name);
  return form === null ? known.href : `${known.href} ${form}`;
}

/** Addresses that show again what others show, or days without end; the first that fits is said. */
const TRAPS: readonly (readonly [why: string, pattern: RegExp])[] = [
  ["print_view", /[?&](?:print|isprint|printable)=|\/print(?:page|view)?(?:\/|\.|\?|$)/iu],
  ["mobile_mirror", /^https?:\/\/(?:m|wap|3g|mobile)\.|\/(?:m|wap|mobile)\//iu],
  ["calendar", /[?&](?:date|day|month|ym|calendar)=\d|\/(?:calendar|rili)\//iu],
  ["login", /\/(?:login|logout|register|passport)(?:\/|\.|\?|$)/iu],
  ["loop", /(\/[^/?]{1,60})\1\1/u],
  ["too_long", /^.{1500}/u],
];

/** Why an address is not visited: a mirror, a calendar, a loop; undefined where it is none of these. */
export function trapIn(url: string): string | undefined {
  return TRAPS.find(([, pattern]) => pattern.test(url))?.[0];
}

/** An address without its digits and the values of its parameters: pages of one kind have one shape. */
export function shapeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${host}${pathname.replaceAll(/\d+/gu, "0")}?${[...searchParams.keys()].toSorted().join("&")}`;
}

/** Addresses of files by how their names end, or by what they are called by the systems that send them. */
const FILE_ENDING =
  /\.(?:pdf|docx?|docm|rtf|wps|xlsx?|xlsm|et|ods|odt|ofd|csv|zip|rar|7z|tar|t?gz)$/iu;
const SENDS_FILES = /down(?:load|file|att)|attach|getfile|filedown|openfile|\/file\b/iu;

/** Whether an address is one of a file. */
export function isFileAddress(url: string): boolean {
  const { pathname, searchParams } = new URL(url);
  if (FILE_ENDING.test(pathname)) return true;
  if ([...searchParams.values()].some((value) => FILE_ENDING.test(value))) return true;
  return SENDS_FILES.test(pathname) && !/\.s?html?$/iu.test(pathname);
}
