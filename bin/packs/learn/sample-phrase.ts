/** Texts that a phrase hears: its choices made by lot, the same lot every time. So the classifier learns also the words of which no example has one. */

type Part = string | { readonly choices: readonly (readonly Part[])[] }

/** At most `count` different ones. */
export function samplesOf(phrase: string, count: number): readonly string[] {
  const wanted = phrase.split(' & ').filter((part) => !part.startsWith('!'))
  const parts = createReader(wanted.join(' ')).read()
  const chance = createChance()
  const say = (some: readonly Part[]): string =>
    some
      .map((part) => {
        if (typeof part === 'string') return part
        return say(part.choices[Math.floor(chance() * part.choices.length)] ?? [])
      })
      .join('')
  const drawn = Array.from({ length: count }, () => say(parts).replace(/\s+/g, ' ').trim())
  return [...new Set(drawn)].filter((text) => text !== '')
}

/** A linear congruential generator, as in the C standard. */
function createChance(): () => number {
  let seed = 7
  return () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return seed / 2 ** 32
  }
}

/** What only looks, and what stands for any word, says nothing. */
function createReader(phrase: string) {
  let at = 0
  const takes = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(phrase.slice(at))
    if (found) at += found[0].length
    return found ?? undefined
  }
  return { read: () => choice() }

  function choice(): readonly Part[] {
    const choices: Part[][] = [[]]
    while (at < phrase.length && phrase[at] !== ')') {
      if (takes(/^\|/)) choices.push([])
      else choices.at(-1)?.push(...one())
    }
    return choices.length === 1 ? (choices[0] ?? []) : [{ choices }]
  }

  function one(): readonly Part[] {
    const look = takes(/^\(\?<?[=!]/)
    if (look || takes(/^\((?:\?:)?/)) {
      const inner = choice()
      at += 1
      return look ? [] : repeated(inner)
    }
    const set = takes(/^\[(\^?)((?:\\.|[^\]\\])*)\]/)
    if (set) return repeated(set[1] ? [] : [set[2]?.replaceAll('\\', '').at(0) ?? ''])
    const escaped = takes(/^\\(.)/u)
    if (escaped) return repeated(escaped[1] === 'd' ? ['3'] : /\w/.test(escaped[1] ?? '') ? [] : [escaped[1] ?? ''])
    if (takes(/^[~^$]/)) return []
    return repeated([takes(/^./u)?.[0] ?? ''])
  }

  function repeated(parts: readonly Part[]): readonly Part[] {
    if (takes(/^\?/)) return [{ choices: [[], parts] }]
    const times = takes(/^\{(\d+)(?:,(\d+))?\}/)
    if (!times) return parts
    const least = Number(times[1])
    return [{ choices: [least, Math.max(least, 1)].map((count) => Array.from({ length: count }, () => parts).flat()) }]
  }
}
