/** Facts a fan tells of themselves in so many words, found without a model. Few patterns, sure ones; a model finds more. */
import type { ToldFact } from '../../domain/conversation.ts'
import type { Lang } from '../../domain/message.ts'
import { asksForPerson } from '../../hearing/asks-for-person.ts'
import { fold } from '../../words/letters/fold.ts'
import { findPersonalData, hasPlaceholder, neverShown } from '../../words/personal-data/personal-data.ts'
import { stopWords } from '../../words/terms/stop-words.ts'
import { tellingWords } from '../../words/terms/telling-words.ts'

/** Never learnt: cards, accounts, identity numbers, secrets, and what was masked already. */
export function mayLearn(value: string): boolean {
  return !hasPlaceholder(value) && findPersonalData(value, { kinds: neverShown }).length === 0
}

const NAME = String.raw`(\p{L}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?)`
const patterns: readonly { readonly key: string; readonly pattern: RegExp }[] = [
  { key: 'name', pattern: new RegExp(String.raw`\b(?:my name is|call me)\s+${NAME}`, 'iu') },
  { key: 'name', pattern: new RegExp(String.raw`\b(?:je m['’]appelle|appelez-moi|appelle-moi)\s+${NAME}`, 'iu') },
  { key: 'name', pattern: new RegExp(String.raw`\b(?:ich hei(?:ß|ss)e|me llamo|mi chiamo|me chamo)\s+${NAME}`, 'iu') },
  {
    key: 'name',
    pattern:
      /(?<![帮替给你不别])(?:我叫|叫我)(?![了个不过])([\p{sc=Han}A-Za-z]{1,12}?)(?:吧|就行|就好|[，。！,.!\s]|$)/u,
  },
  { key: 'allergy', pattern: /\bI(?:'m| am|’m) allergic to ([\p{L} ]{2,40})/iu },
  { key: 'allergy', pattern: /我对([\p{sc=Han}]{1,10})过敏/u },
  {
    key: 'remember',
    pattern:
      /\b(?:please )?remember(?: that)?[,:]? (i(?:'m|’m| am| have| like| love| prefer| hate| always| never)[^.!?\n]{3,100})/iu,
  },
  { key: 'remember', pattern: /(?:帮我|请)?记(?:住|一下)[，：:,]?(我[^。！？\n]{2,60})/u },
]

const ambiguous = /\bcall me\b|appel(?:ez|le)-moi/iu
const denied = /(?:n['’]?t|not|never|pas|nicht|no|non|não|nunca|别|不要)\s*(?:call me|appelez-moi|appelle-moi|叫我)/iu

/** "call me back", "call me later": what is written small is a name only where a name is told and nothing else can be. */
function isName(value: string, text: string, lang: Lang): boolean {
  if (denied.test(text) || asksForPerson(text)) return false
  const [first = ''] = value.split(' ')
  if (isSmallWord(fold(first), lang)) return false
  if (/^[\p{Lu}\p{Lo}]/u.test(value)) return true
  return !ambiguous.test(text) && !/^\s*[\p{L}\p{N}]/u.test(text.slice(text.indexOf(value) + value.length))
}

function isSmallWord(word: string, lang: Lang): boolean {
  return ['en', lang].some((one) => stopWords(one).has(word) || tellingWords(one).has(word))
}

/** At most three, first match a pattern; values are the fan's own words. */
export function toldFacts(text: string, lang: Lang): readonly ToldFact[] {
  const found = patterns.flatMap(({ key, pattern }) => {
    const value = pattern.exec(text.slice(0, 2000))?.[1]?.trim()
    return value && mayLearn(value) && (key !== 'name' || isName(value, text, lang)) ? [{ key, value }] : []
  })
  return found.filter((fact, index) => found.findIndex(({ key }) => key === fact.key) === index).slice(0, 3)
}
