import ipaddr from "ipaddr.js";

/** Addresses of the public ranges behind which clouds keep the secrets of their machines. */
const METADATA: ReadonlySet<string> = new Set([
  // Azure, for its machines alone: learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
  "168.63.129.16",
]);

/** What is handed out as addresses of the internet (RFC 4291); IPv6 outside of it leads elsewhere. */
const GLOBAL_UNICAST = ipaddr.IPv6.parse("2000::");
const GLOBAL_UNICAST_BITS = 3;

/**
 * Whether an address is one of the internet. Those of this machine, of private networks, of single
 * links, of groups, of no use yet, of the metadata of clouds, and those that carry an IPv4 address in
 * an IPv6 one are not, but for IPv4-mapped ones, which are what they carry.
 */
export function isPublic(address: string): boolean {
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast" || METADATA.has(parsed.toString())) return false;
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_UNICAST, GLOBAL_UNICAST_BITS);
}
