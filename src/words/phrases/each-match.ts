/** Every place where a pattern is found. `matchAll` would make a copy of the pattern first, which takes longer than the search does. */

/** In order. `pattern`'s `lastIndex` is 0 afterwards. @throws {TypeError} when the pattern is not global */
export function eachMatch(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (!match) return none
  if (!pattern.global) throw new TypeError(`not a global pattern: ${pattern.source.slice(0, 40)}`)
  const found: RegExpExecArray[] = []
  for (; match; match = pattern.exec(text)) {
    found.push(match)
    // What is empty is found again at the same place, unless the search goes on behind the next character.
    if (match[0] === '') {
      const isPair = (pattern.unicode || pattern.unicodeSets) && (text.codePointAt(match.index) ?? 0) > 0xffff
      pattern.lastIndex += isPair ? 2 : 1
    }
  }
  return found
}

const none: readonly RegExpExecArray[] = []
