import type { Redis } from "ioredis";
import { UnsuitableRedis } from "./errors.js";

/** The oldest Redis that the queue runs on. */
const OLDEST = [6, 2] as const;

/**
 * What may cost documents in the settings of a Redis server, each with what to set.
 *
 * @throws UnsuitableRedis where it is too old
 */
export async function serverWarnings(redis: Redis): Promise<readonly string[]> {
  const info = fieldsOf(await redis.info());
  const version = info.get("redis_version") ?? "";
  if (isOlder(version))
    throw new UnsuitableRedis({
      en: `Redis ${version} is too old: ${OLDEST.join(".")} or newer is needed.`,
      zh: `Redis ${version} 版本太旧，需要 ${OLDEST.join(".")} 或更高版本。`,
    });
  return [...policyWarning(info.get("maxmemory_policy")), ...aofWarning(info.get("aof_enabled"))];
}

function policyWarning(policy: string | undefined): readonly string[] {
  if (policy === undefined || policy === "noeviction") return [];
  return [
    `Redis may throw jobs away when its memory is full: its maxmemory-policy is ${policy}. ` +
      'Set it with "CONFIG SET maxmemory-policy noeviction", and "maxmemory-policy noeviction" in redis.conf.',
  ];
}

function aofWarning(enabled: string | undefined): readonly string[] {
  if (enabled !== "0") return [];
  return [
    "Redis may forget jobs when it ends: it keeps no append-only file. " +
      'Set it with "CONFIG SET appendonly yes", and "appendonly yes" in redis.conf.',
  ];
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

function fieldsOf(info: string): ReadonlyMap<string, string> {
  const lines = info.split(/\r?\n/u).filter((line) => line.includes(":"));
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]),
  );
}
