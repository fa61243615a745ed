/** Which addresses are of the open internet: a webhook that leads elsewhere would let its operator reach into a network that is not theirs. */
import { BlockList, isIP } from 'node:net'

/** Special-purpose ranges of IANA (RFC 6890 and its successors), and those that carry an IPv4 address within. */
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
for (const [from, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  ours.addSubnet(from, bits, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const kind = isIP(address)
  return kind !== 0 && !ours.check(address, kind === 4 ? 'ipv4' : 'ipv6')
}
