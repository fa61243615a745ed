/** Short names for the ids of people and of their chats, for a log: equal as long as the key is, and nobody's id without it. */
import { createHmac, randomBytes } from 'node:crypto'

export interface Pseudonyms {
  /** `telegram:77` → `telegram:#3q0x81pd52`; what has no platform is named as a whole. */
  of(id: string): string
  /** The same for each id that stands in a text. */
  within(text: string): string
  /** From now on names are of this key. Before, of one that no other process has. */
  useKey(key: string): void
}

/** 50 bits in ten signs: two of a hundred thousand ids are alike once in two hundred thousand such installations. */
const LENGTH = 10
const ID = /\b(telegram|discord|terminal|web|desk|wechat|qq|whatsapp|line|slack):(?!#)[^\s,;"'()<>[\]{}]+/g

export function createPseudonyms(): Pseudonyms {
  let key: string | Buffer = randomBytes(32)
  const of = (id: string) => {
    const [, platform = '', rest = id] = /^([a-z]+:)(.+)$/s.exec(id) ?? []
    if (rest.startsWith('#')) return id
    const bytes = createHmac('sha256', key).update(id).digest()
    return `${platform}#${BigInt(`0x${bytes.subarray(0, 8).toString('hex')}`)
      .toString(32)
      .padStart(13, '0')
      .slice(-LENGTH)}`
  }
  return {
    of,
    within: (text) => text.replace(ID, of),
    useKey(next) {
      key = next
    },
  }
}
