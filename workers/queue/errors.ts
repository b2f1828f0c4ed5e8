/** Redis does not answer, and may do so later. */
export class RedisUnavailable extends Error {
  override readonly name = "RedisUnavailable";
}

/** The Redis at an address is none that can be used: the address, the password or the version is wrong. */
export class UnsuitableRedis extends Error {
  override readonly name = "UnsuitableRedis";
}

/** Redis answers that it does not do what it is asked: it is full, read-only, or lets this user in no more. */
export class RedisRefuses extends Error {
  override readonly name = "RedisRefuses";
}

/** How Redis says that it lets nobody in by this address, at first or when a connection is made again. */
const CLOSED = [
  {
    says: /\bNOAUTH\b/u,
    advice:
      "it asks for a password (NOAUTH): write it into the address, redis://:PASSWORD@HOST:PORT",
  },
  {
    says: /\bWRONGPASS\b|\binvalid password\b/u,
    advice: "it knows no such user and password (WRONGPASS): correct them in the address",
  },
  {
    says: /\bClient sent AUTH\b|\bAUTH <password> called without\b/u,
    advice: "it has no password: take it out of the address",
  },
  {
    says: /\binvalid DB\b|\bDB index is out of range\b/u,
    advice: "it has no database of that number: correct the end of the address",
  },
  { says: /\bNOPERM\b/u, advice: "this user may not do it (NOPERM): give it the right" },
];

/** Why Redis lets nobody in, and what to do; undefined where an error says something else. */
export function whyClosed({ message }: Error): string | undefined {
  return CLOSED.find(({ says }) => says.test(message))?.advice;
}

const REFUSALS = [
  ...CLOSED,
  { says: /\bOOM\b|maxmemory/u, advice: "it is full: give it more maxmemory" },
  { says: /\bREADONLY\b/u, advice: "it is a replica: give the address of the primary" },
  { says: /\bMISCONF\b/u, advice: "it cannot write to its disk: make room, and see its log" },
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
