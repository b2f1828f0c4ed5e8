import { lookup } from "node:dns";
import type { LookupAddress, LookupAllOptions } from "node:dns";
import { isIP } from "node:net";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { SourceRefused } from "./errors.js";

/** Whether an IP address may be connected to. */
export type Admits = (address: string) => boolean;

/**
 * Connections to admitted addresses alone. Asked as each one is made, of the very addresses that are
 * then connected to: whatever a redirect names, or a name server answers the second time, is seen here.
 */
export function networkOf(admits: Admits, resolve?: Resolve): Agent {
  const connect = buildConnector({ lookup: guardedLookup(admits, resolve) });
  return new Agent({
    connect: (options, done) => {
      const host = options.hostname.replace(/^\[(.*)\]$/u, "$1");
      // Addresses are not looked up.
      if (isIP(host) !== 0 && !admits(host)) done(refusalOf(host, host), null);
      else connect(options, done);
    },
  });
}

/** Finds all addresses of a name, as `lookup` of node:dns does. */
type Resolve = (
  host: string,
  options: LookupAllOptions,
  done: (error: Error | null, found: LookupAddress[]) => void,
) => void;

/** Looks names up, and refuses one of whose addresses any is not admitted. */
export function guardedLookup(admits: Admits, resolve: Resolve = lookup): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      const refused = error === null ? found.find(({ address }) => !admits(address)) : undefined;
      const failure = refused === undefined ? error : refusalOf(host, refused.address);
      if (failure !== null) return done(failure, []);
      const [first] = found;
      if (options.all !== true && first !== undefined) done(null, first.address, first.family);
      else done(null, found);
    });
  };
}

function refusalOf(host: string, address: string): SourceRefused {
  const named = host === address ? host : `${host} (${address})`;
  return new SourceRefused({
    en: `It leads to ${named}, which is no address of the internet: one of this machine, of a network of its own, or of the metadata of a cloud. If it is meant, give --allow-private.`,
    zh: `该网址指向 ${named}，不是互联网地址，而属于本机、专用网络或云的元数据服务。如果确实要获取，请加 --allow-private。`,
  });
}
