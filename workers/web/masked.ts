const MASK = "***";

/** Parameters of an address that let their holder in. */
const SECRET =
  /token|secret|signature|^sig$|passw|^pwd$|api[_-]?key|access[_-]?key|credential|^auth/iu;

/** Text with the secrets of the addresses in it made unreadable: for logs and messages. */
export function masked(text: string): string {
  return text
    .replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^\s/?#]*@/giu, `$1${MASK}@`)
    .replaceAll(/([?&])([^\s=&?#]+)=([^\s&#"']*)/gu, (whole, start: string, name: string) =>
      SECRET.test(name) ? `${start}${name}=${MASK}` : whole,
    );
}

/** An address without who may use it. */
export function publicAddress(url: string): string {
  const parsed = new URL(url);
  parsed.username = "";
  parsed.password = "";
  return masked(parsed.href);
}
