/** Takes out of a text what belongs to one person: names, addresses, numbers, links. Pure. */

const patterns: readonly RegExp[] = [
  // Mail addresses, links, handles.
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu,
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]{3,}/giu,
  // IBANs and order numbers: letters and digits mixed, six or more.
  /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b/gu,
  /#\s?[\p{L}\p{N}-]{3,}/gu,
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\d)(?=[\p{L}\p{N}-]*\p{L})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*\d[\p{L}\p{N}-]{2,}/gu,
  // Telephone, card and other long numbers, however they are grouped.
  /(?<!\d)\+?\(?\d(?:[\s().-]?\d){6,}(?!\d)/gu,
  /(?<!\d)\d{5,}(?!\d)/gu,
  // "my name is Ana Silva", "I'm called Ana", "我叫安娜"
  /(?<=\bmy name(?:'s|’s| is)\s)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*/giu,
  /(?<=我叫|我是)[\p{sc=Han}]{2,4}(?=[，。,.\s]|$)/gu,
]

/** `names`: of the people in the talk. Leaves the sentence readable: gaps close, marks left alone go. */
export function stripPersonal(text: string, names: readonly string[]): string {
  let bare = text
  for (const pattern of patterns) bare = bare.replaceAll(pattern, '')
  for (const name of names.flatMap((one) => [one, ...one.split(/\s+/)])) {
    const word = name.trim()
    if ([...word].length < 2) continue
    const literal = word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
    const pattern = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+$/u.test(word)
      ? new RegExp(literal, 'gu')
      : new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu')
    bare = bare.replaceAll(pattern, '')
  }
  return bare
    .replaceAll(/\(\s*\)|\[\s*\]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s+([,.!?;:，。！？])/g, '$1')
    .replaceAll(/([,，])\s*(?=[,.!?，。！？])/g, '')
    .replaceAll(/^[\s,，:;.]+/gm, '')
    .trim()
}
