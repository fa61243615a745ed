/** What a community talks about, as counts and examples for the operator; what few talk about is not shown. */
import { DAY_MS } from '../domain/durations.ts'
import { threadsNamed } from '../domain/ids.ts'
import { groupTexts } from '../knowledge/grouping/group-texts.ts'
import type { Persona } from '../persona/persona.ts'
import type { Interests, SaidByMember } from '../ports/interests.ts'
import { detectLanguage } from '../words/languages/detect-language.ts'
import { segment } from '../words/terms/segment.ts'
import { sharedPhrases } from './shared-phrases.ts'

/** Fewer fans than this might be known by it. */
const LEAST_FANS = 5
const READ = 2_000
const DAYS = 30
const TOPICS = 10
/** Shorter ones tell nothing. */
const LEAST_LENGTH = 12

export interface Interest {
  readonly fans: number
  readonly messages: number
  /** Words and short phrases that each of five fans wrote. */
  readonly examples: readonly string[]
}

/** Those that most fans talk about first. */
export function interestsIn(
  said: readonly SaidByMember[],
  { languages }: Pick<Persona, 'languages'>,
): readonly Interest[] {
  const telling = said
    .filter(({ text }) => text.length >= LEAST_LENGTH)
    .map((one) => ({ ...one, lang: detectLanguage(one.text, { among: languages }) ?? languages[0] }))
  const names = new Set(said.flatMap(({ name }) => segment(name)))
  return groupTexts(telling)
    .map(({ members }): Interest => {
      const of = members.flatMap((place) => telling[place] ?? [])
      const fans = new Set(of.map(({ fan }) => fan)).size
      return { fans, messages: of.length, examples: sharedPhrases(of, names, LEAST_FANS) }
    })
    .filter(({ examples }) => examples.length > 0)
    .toSorted((a, b) => b.fans - a.fans || b.messages - a.messages)
    .slice(0, TOPICS)
}

/** In words, of the last thirty days. */
export async function interestsText(store: Interests, persona: Persona, now: number): Promise<string> {
  const { interests } = persona.community
  if (interests === undefined) return 'No group may be looked at: name them in persona.yaml (community.interests).'
  const groups = interests === 'all' ? interests : interests.flatMap(threadsNamed)
  const found = interestsIn(await store.saidIn(groups, { since: now - DAYS * DAY_MS, limit: READ }), persona)
  if (found.length === 0) return `Nothing that ${LEAST_FANS} fans talked about within ${DAYS} days.`
  const lines = found.map(
    ({ fans, messages, examples }) =>
      `${fans} fans, ${messages} messages: ${examples.map((one) => `“${one}”`).join(' · ')}`,
  )
  return [`What fans talked about within ${DAYS} days:`, ...lines].join('\n')
}
