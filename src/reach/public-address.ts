/** Which addresses are of the open internet: a webhook that leads elsewhere would let its operator reach into a network that is not theirs. */
import { BlockList, isIP } from 'node:net'
import { MascotError } from '../errors.ts'

/** Special-purpose ranges of IANA for IPv4 (RFC 6890 and its successors). */
const ours = new BlockList()
for (const [from, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  ours.addSubnet(from, bits, 'ipv4')
/** Those within the one range of IPv6 that IANA gives out: tunnels, benchmarks, documents. */
for (const [from, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  ours.addSubnet(from, bits, 'ipv6')
/** Global unicast (RFC 4291, IANA): whatever else IPv6 has, or an IPv4 address written in it, is not of the open internet. */
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const kind = isIP(address)
  // With a zone it is of one network.
  if (kind === 0 || address.includes('%')) return false
  return kind === 4 ? !ours.check(address, 'ipv4') : givenOut.check(address, 'ipv6') && !ours.check(address, 'ipv6')
}

/** Where the host of an address is written as an IP, that one. */
export function ipIn({ hostname }: URL): string | undefined {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? undefined : host
}

/** What is known of a target before a name is looked up; the rest is looked at with each request. @throws {MascotError} `config-invalid` */
export function checkTarget({ url, mayBePrivate }: { readonly url: string; readonly mayBePrivate: boolean }): void {
  const target = new URL(url)
  const ip = ipIn(target)
  const isHere = /(?:^|\.)localhost\.?$/.test(target.hostname)
  if (mayBePrivate || !(isHere || (ip !== undefined && !isPublicAddress(ip)))) return
  throw new MascotError(
    'config-invalid',
    'WEBHOOKS_URL leads to an address that is not public; if that is meant, set WEBHOOKS_PRIVATE=yes',
  )
}
