import { ToldError } from "../../pipeline/model/errors.js";

/**
 * Where documents and their results live, apart from the queue that is worked through: a shared
 * folder, or a bucket. Keys are paths of `/`-joined names of letters, digits, `.`, `_` and `-`, of
 * which none begins with `.`; anything else is a TypeError. Whatever else fails is StoreUnavailable
 * or NoSuchStore, in all that a store does.
 */
export interface Store {
  /** Its address as it may be printed: without secrets. */
  readonly address: string;
  /** Puts bytes under a key, whole or not at all, over what stood there. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Puts a file of any size under a key, whole or not at all, over what stood there. */
  readonly putFile: (key: string, path: string) => Promise<void>;
  /** What stands under a key; undefined where nothing does. */
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  /** How many bytes stand under a key; undefined where nothing does. */
  readonly size: (key: string) => Promise<number | undefined>;
  /** The keys that begin with a prefix, which ends with `/`, in the order of their code units. */
  readonly list: (prefix: string) => AsyncIterable<string>;
  readonly remove: (key: string) => Promise<void>;
  /** Lets go of connections. */
  readonly close: () => Promise<void>;
}

/**
 * The store did not do what it was asked, and may do so later: it is full, away, slow or refuses the
 * connection. Worth another try.
 */
export class StoreUnavailable extends ToldError {
  override readonly name = "StoreUnavailable";
}

/**
 * What stands in the store is not what was put there: half a write, or a damaged disk. Trying again
 * does not help; it names the key and what to do.
 */
export class DamagedStore extends ToldError {
  override readonly name = "DamagedStore";
}

/** The address of a store names none: no such bucket, no permission, an unknown scheme. */
export class NoSuchStore extends ToldError {
  override readonly name = "NoSuchStore";
}
