/** Takes the names of known people out of a text, in all their parts and as they are typed. Pure. */
import { isAllUnspaced } from '../../words/letters/scripts.ts'
import { isEverydayWord } from '../../words/terms/everyday-words.ts'
import { stopWords } from '../../words/terms/stop-words.ts'

/** Letters of a name from which on another ending is still the same name. */
const STEM = 3
/** Letters that a case may add to it. */
const MOST_ENDING = 3

/**
 * `names`: as their platforms show them; `~ cynthia_Miller92 🌸` is Cynthia, too. `own`: words in small letters by which the brand calls its
 * things, so that somebody called Amber hides no amber roast. `hole`: what stands in their place.
 */
export function createNameHider(
  names: readonly string[],
  { own = nothing, hole = '' }: { readonly own?: ReadonlySet<string> | undefined; readonly hole?: string } = {},
): (text: string) => string {
  const all = [...new Set(names.flatMap((name) => [name.trim().toLowerCase(), ...partsOf(name)]))].filter(
    (part) => [...part].length >= 2 && !own.has(part),
  )
  const words = new Set(all.filter((part) => /^[\p{L}\p{M}\p{N}]+$/u.test(part)))
  const stems = new Set([...words].flatMap(stemOf))
  const whole = all.filter((part) => !words.has(part) || isAllUnspaced(part)).toSorted((a, b) => b.length - a.length)
  const asWhole = whole.length === 0 ? undefined : new RegExp(whole.map(sourceOf).join('|'), 'giu')
  return (text) => {
    const bare = asWhole ? text.replaceAll(asWhole, hole) : text
    if (words.size === 0) return bare
    const isPlain = !/(?!\p{ASCII})\p{L}/u.test(bare)
    return bare.replaceAll(/(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}\p{N}]*/gu, (one) => {
      const low = one.toLowerCase()
      // "Will" is a name, "will" is not.
      if (words.has(low)) return low === one && isCommon(low) ? one : hole
      return !isPlain && /^\p{Lu}/u.test(one) && isInflected(low, stems) && !isCommon(low) ? hole : one
    })
  }
}

const nothing: ReadonlySet<string> = new Set()

/** Whole where it is typed among spaces; a name of letters that stand without them is one anywhere. */
function sourceOf(part: string): string {
  const literal = RegExp.escape(part)
  return isAllUnspaced(part) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`
}

function partsOf(name: string): readonly string[] {
  const parts = name.match(/\p{Lu}?\p{Ll}[\p{Ll}\p{M}]*|[\p{L}\p{M}]+|[\p{L}\p{M}\p{N}]+/gu) ?? []
  return [...parts, ...(name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])].map((part) => part.toLowerCase())
}

/** Without its last vowel, which other cases change: Анна, Анне. */
function stemOf(part: string): readonly string[] {
  const stem = part.replace(/[aeiouyąęáéíóúůаеиіоуыьэюяїєαεηιουωάέήίόύώ]$/u, '')
  return [...stem].length >= STEM ? [stem] : []
}

function isInflected(low: string, stems: ReadonlySet<string>): boolean {
  for (let cut = 0; cut <= MOST_ENDING; cut += 1)
    if (low.length - cut >= STEM && stems.has(low.slice(0, low.length - cut))) return true
  return false
}

const isCommon = (low: string) => isEverydayWord(low) || stopWords('en').has(low)
