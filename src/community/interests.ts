/** What a community talks about, as counts and examples for the operator; what few talk about is not shown. */
import { DAY_MS } from '../domain/durations.ts'
import { threadsNamed } from '../domain/ids.ts'
import { groupTexts } from '../knowledge/grouping/group-texts.ts'
import type { Persona } from '../persona/persona.ts'
import type { Interests, SaidByMember } from '../ports/interests.ts'
import { detectLanguage } from '../words/languages/detect-language.ts'
import { maskPersonalData } from '../words/personal-data/personal-data.ts'

/** Fewer fans than this might be known by it. */
const LEAST_FANS = 5
const READ = 2_000
const DAYS = 30
const TOPICS = 10
const EXAMPLES = 2
const QUOTED = 120
/** Shorter ones tell nothing. */
const LEAST_LENGTH = 12

export interface Interest {
  readonly fans: number
  readonly messages: number
  /** Each of another fan, without names, addresses and numbers. */
  readonly examples: readonly string[]
}

/** Those that most fans talk about first. */
export function interestsIn(
  said: readonly SaidByMember[],
  { languages }: Pick<Persona, 'languages'>,
): readonly Interest[] {
  const telling = said.filter(({ text }) => text.length >= LEAST_LENGTH)
  const groups = groupTexts(telling.map(({ text }) => ({ text, lang: detectLanguage(text, { among: languages }) })))
  return groups
    .map(({ members }): Interest => {
      const of = members.flatMap((place) => telling[place] ?? [])
      const byFan = new Map(of.toReversed().map(({ fan, text }) => [fan, text]))
      return {
        fans: byFan.size,
        messages: of.length,
        examples: [...byFan.values()].toReversed().slice(0, EXAMPLES).map(shown),
      }
    })
    .filter(({ fans }) => fans >= LEAST_FANS)
    .toSorted((a, b) => b.fans - a.fans || b.messages - a.messages)
    .slice(0, TOPICS)
}

function shown(text: string): string {
  const masked = maskPersonalData(text)
    .text.replaceAll(/@[\w.]{2,64}/gu, '@…')
    .replaceAll(/\s+/g, ' ')
  return masked.length > QUOTED ? `${masked.slice(0, QUOTED - 1).toWellFormed()}…` : masked
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
