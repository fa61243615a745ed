/** Facts a fan tells of themselves in so many words, found without a model. Few patterns, sure ones; a model finds more. */
import type { ToldFact } from '../../domain/conversation.ts'
import type { Lang } from '../../domain/message.ts'
import { asksForPerson } from '../../hearing/asks-for-person.ts'
import { toldOfSelf } from '../../hearing/told-of-self.ts'
import { findPersonalData, hasPlaceholder, neverShown } from '../../words/personal-data/personal-data.ts'
import { stopWords } from '../../words/terms/stop-words.ts'
import { tellingWords } from '../../words/terms/telling-words.ts'

/** Never learnt: cards, accounts, identity numbers, secrets, and what was masked already. */
export function mayLearn(value: string): boolean {
  return !hasPlaceholder(value) && findPersonalData(value, { kinds: neverShown }).length === 0
}

/** What is written without spaces, and has no other mark around it; the rest stands in the packs. */
const patterns: readonly { readonly key: string; readonly pattern: RegExp }[] = [
  {
    key: 'name',
    pattern:
      /(?<![帮替给你不别])(?:我叫|叫我)(?![了个不过])([\p{sc=Han}A-Za-z]{1,12}?)(?:吧|就行|就好|[，。！,.!\s]|$)/u,
  },
  {
    key: 'remember',
    pattern:
      /\b(?:please )?remember(?: that)?[,:]? (i(?:'m|’m| am| have| like| love| prefer| hate| always| never)[^.!?\n]{3,100})/iu,
  },
  { key: 'remember', pattern: /(?:帮我|请)?记(?:住|一下)[，：:,]?(我[^。！？\n]{2,60})/u },
]

/** At most three, one of a key; values are the fan's own words. */
export function toldFacts(text: string, lang: Lang): readonly ToldFact[] {
  const found = [
    ...ofSelf(withoutName(text), lang),
    ...patterns.flatMap(({ key, pattern }) => {
      const value = pattern.exec(text.slice(0, 2000))?.[1]?.trim()
      return value && (key !== 'name' || !isSmallWord(value)) ? [{ key, value }] : []
    }),
  ]
  return found
    .filter(({ value }) => mayLearn(value))
    .filter((fact, index, all) => all.findIndex(({ key }) => key === fact.key) === index)
    .slice(0, 3)
}

/** "我叫小薇，对坚果过敏": what goes on behind a name is told of who bears it; a point stands where it was. */
function withoutName(text: string): string {
  const [named] = patterns
  const match = named?.pattern.exec(text.slice(0, 2000))
  const name = match?.[1]
  if (!match || !name || isSmallWord(name)) return text
  const end = match.index + match[0].lastIndexOf(name) + name.length
  return `${text.slice(0, match.index)}${'.'.repeat(end - match.index)}${text.slice(end)}`
}

const isSmallWord = (word: string) => stopWords('zh').has(word) || tellingWords('zh').has(word)

function ofSelf(text: string, lang: Lang): readonly ToldFact[] {
  return toldOfSelf(text, lang).flatMap(({ kind, value }) => {
    if (kind === 'notAllergic' || kind === 'notNamed' || value === '') return []
    if (kind === 'called' && asksForPerson(text)) return []
    return [{ key: kind === 'allergic' ? 'allergy' : 'name', value }]
  })
}

/** What the fan told of themselves before and takes back; an empty value means all of that key. */
export function takenBackFacts(text: string, lang: Lang): readonly ToldFact[] {
  return toldOfSelf(text, lang).flatMap(({ kind, value }) =>
    kind === 'notAllergic' ? [{ key: 'allergy', value }] : kind === 'notNamed' ? [{ key: 'name', value }] : [],
  )
}
