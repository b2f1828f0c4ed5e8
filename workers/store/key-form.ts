const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/u;

/** Whether something in a store can be called so. Hidden names are a store's own. */
export function isName(name: string): boolean {
  return NAME.test(name);
}

/** Whether something in a store can stand under this path. */
export function isKey(path: string): boolean {
  return path.split("/").every(isName);
}

/** The key. @throws TypeError where it is none: that is the caller's fault */
export function checkedKey(key: string): string {
  if (isKey(key)) return key;
  throw new TypeError(`${JSON.stringify(key)} is no key of a store`);
}

/** The prefix of keys. @throws TypeError where it is neither empty nor a key with a `/` after it */
export function checkedPrefix(prefix: string): string {
  if (prefix === "") return prefix;
  if (prefix.endsWith("/")) return `${checkedKey(prefix.slice(0, -1))}/`;
  throw new TypeError(`${JSON.stringify(prefix)} is no prefix of keys: it does not end with "/"`);
}
