/** Traditional Chinese characters as simplified ones, by the data of OpenCC: to compare texts, never to show one. */
import variants from 'opencc-js/dict/HKVariantsRev'
import pairs from 'opencc-js/dict/TSCharacters'

/** What OpenCC changes within certain words only, and 係, which alone is the Cantonese 是. */
const always = { 覆: '复', 瞭: '了', 係: '是', 著: '着' }
const relations = /([關关聯联])係/g

const FIRST = 0x3400
const LAST = 0x9fff
let table: Uint16Array | undefined

/** Of the same length: what would become a character of two units is too rare to matter, and stays. */
export function simplified(text: string): string {
  let made = ''
  let from = 0
  const plain = text.includes('係') ? text.replace(relations, '$1系') : text
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charCodeAt(at)
    if (unit < FIRST || unit > LAST) continue
    table ??= readTable()
    const simple = table[unit - FIRST] ?? 0
    if (simple === 0) continue
    made += plain.slice(from, at) + String.fromCharCode(simple)
    from = at + 1
  }
  return from === 0 ? plain : made + plain.slice(from)
}

/** Read with the first Chinese text: a thousandth of a second. */
function readTable(): Uint16Array {
  const read = new Uint16Array(LAST - FIRST + 1)
  const add = (character: string, simple: string) => {
    const unit = character.charCodeAt(0)
    if (character.length === 1 && simple.length === 1 && unit >= FIRST && unit <= LAST)
      read[unit - FIRST] = simple.charCodeAt(0)
  }
  const characters = new Map(each(pairs))
  for (const [character, simple] of characters) add(character, simple)
  // As Hong Kong prints them; what Taiwan prints otherwise is in the first list.
  for (const [character, usual] of each(variants))
    if (!characters.has(character)) add(character, characters.get(usual) ?? usual)
  for (const [character, simple] of Object.entries(always)) add(character, simple)
  return read
}

/** `萬 万|與 与|…`; of several forms the first is the usual one. */
function each(list: string): (readonly [string, string])[] {
  return list.split('|').map((pair) => {
    const [character = '', form = ''] = pair.split(' ')
    return [character, form] as const
  })
}
