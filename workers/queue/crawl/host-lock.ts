import type { Redis } from "ioredis";

/** The hosts of a site, while one worker alone visits them. */
export interface HeldHosts {
  /** Aborts where the hold was lost: Redis was away for longer than it lasts, and others may visit them. */
  readonly lost: AbortSignal;
  readonly release: () => Promise<void>;
}

/** Removes a key that still has this value. */
const RELEASE = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) end return 0`;
/** Has such a key last longer. */
const RENEW = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("pexpire", KEYS[1], ARGV[2]) end return 0`;

/** The share of a hold's time without a renewal after which its worker stops visiting. */
const GIVEN_UP_AFTER = 0.75;

/**
 * Takes the hosts of a site for one visitor, over all workers of a Redis: one connection a host. Undefined where
 * another visits one of them. The hold lasts for `lasts` milliseconds after a worker that vanished.
 */
export async function holdHosts(
  redis: Redis,
  hosts: readonly string[],
  { visitor, lasts }: { readonly visitor: string; readonly lasts: number },
): Promise<HeldHosts | undefined> {
  const held: string[] = [];
  const releaseAll = async () => {
    for (const key of held) await redis.eval(RELEASE, 1, key, visitor);
  };
  for (const key of hosts.toSorted().map((host) => `gongkai:visiting:${host}`)) {
    if ((await redis.set(key, visitor, "PX", lasts, "NX")) === null) {
      await releaseAll();
      return undefined;
    }
    held.push(key);
  }
  const lost = new AbortController();
  // A Redis that is away answers late and not with an error: the hold is given up before it can have expired there.
  const expiry = setTimeout(() => lost.abort(), lasts * GIVEN_UP_AFTER);
  const renew = async () => {
    for (const key of held)
      if (Number(await redis.eval(RENEW, 1, key, visitor, lasts)) !== 1) return lost.abort();
    expiry.refresh();
  };
  const timer = setInterval(() => void renew().catch(() => lost.abort()), lasts / 3);
  return {
    lost: lost.signal,
    release: async () => {
      clearInterval(timer);
      clearTimeout(expiry);
      await releaseAll();
    },
  };
}
