/** Redis does not answer, and may do so later. */
export class RedisUnavailable extends Error {
  override readonly name = "RedisUnavailable";
}

/** The Redis at an address is none that can be used: the address, the password or the version is wrong. */
export class UnsuitableRedis extends Error {
  override readonly name = "UnsuitableRedis";
}

/** Redis answers that it does not do what it is asked: it is full, or read-only. */
export class RedisRefuses extends Error {
  override readonly name = "RedisRefuses";
}

const REFUSALS = [
  { says: /\bOOM\b|maxmemory/u, advice: "it is full: give it more maxmemory" },
  { says: /\bREADONLY\b/u, advice: "it is a replica: give the address of the primary" },
  { says: /\bMISCONF\b/u, advice: "it cannot write to its disk: make room, and see its log" },
  { says: /\bNOPERM\b/u, advice: "this user may not do it: give it the right" },
];

/** The same error, in words that say what to do, where it is a refusal of Redis. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const refusal = REFUSALS.find(({ says }) => says.test(error.message));
  if (refusal === undefined) return error;
  const message = `Redis refuses: ${refusal.advice}, and run the same command again. It goes on where it was.`;
  return new RedisRefuses(message, { cause: error });
}

/** There is no failed job of that name; the message says what there is. */
export class NoSuchFailure extends Error {
  override readonly name = "NoSuchFailure";
}
