/** Redis does not answer, and may do so later. */
export class RedisUnavailable extends Error {
  override readonly name = "RedisUnavailable";
}

/** The Redis at an address is none that can be used: the address, the password or the version is wrong. */
export class UnsuitableRedis extends Error {
  override readonly name = "UnsuitableRedis";
}

/** There is no failed job of that name; the message says what there is. */
export class NoSuchFailure extends Error {
  override readonly name = "NoSuchFailure";
}
