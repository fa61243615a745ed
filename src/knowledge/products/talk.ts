/** Words in which a language asks for anything at all, so that they say nothing of what is wanted: heard in its own packs. Pure. */
import type { Lang } from '../../domain/message.ts'
import { packs } from '../../hearing/packs/packs.ts'
import { segment } from '../../words/terms/segment.ts'
import { stemmerFor } from '../../words/terms/stem.ts'

/** Said in so many kinds of matters, and for such a share of all that is listened for, a word belongs to none. */
const KINDS = 2
const SHARE = 1 / 9
const known = new Map<Lang, Talk>()

/** By stem. */
export interface Talk {
  readonly all: ReadonlySet<string>
  /** Those alone that stand in messages of several kinds. */
  readonly ofMatters: ReadonlySet<string>
}

/** What stands in messages of several kinds, in many signs, and in how one calls for a person. */
export function talkIn(lang: Lang): Talk {
  const found = known.get(lang)
  if (found) return found
  const pack = packs[lang]
  const stem = stemmerFor(lang)
  const stemsOf = (texts: readonly string[]) => new Set(texts.flatMap((text) => segment(text, lang)).map(stem))
  const spread = (texts: readonly (readonly string[])[], least: number): readonly string[] => {
    const counts = new Map<string, number>()
    for (const one of texts) for (const term of stemsOf(one)) counts.set(term, (counts.get(term) ?? 0) + 1)
    return [...counts].flatMap(([term, count]) => (count >= least ? [term] : []))
  }
  const signs = Object.values(pack?.signs ?? {}).map(({ says }) => says)
  const asking = stemsOf(pack?.signs['asks-for-person']?.says ?? [])
  const ofMatters = new Set(spread(Object.values(pack?.kinds ?? {}), KINDS))
  const talk = { all: new Set([...asking, ...ofMatters, ...spread(signs, signs.length * SHARE)]), ofMatters }
  known.set(lang, talk)
  return talk
}
