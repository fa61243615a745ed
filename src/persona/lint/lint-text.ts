/** Checks that one text keeps to the persona's voice, and one date to the calendar. Part of lint.ts. */
import { DAY_MS } from '../../domain/durations.ts'
import type { Lang, Surface } from '../../domain/message.ts'
import { dayIn } from '../lines/written-lines.ts'
import type { PersonaProblem, YamlPath } from '../load/problem.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'
import { checkVoice, type FindingCode } from '../voice/voice.ts'

export interface LintedText {
  readonly text: string
  readonly lang: Lang
  readonly author: 'approved' | 'line'
  /** Its content matters more than its length: help in a crisis, what to do when hurt. Sent in several messages if need be. */
  readonly mayBeLong?: boolean
}

const splitInGroups = 'texts are longer than voice.length in a group, and go there as several messages'
const surfaces: readonly Surface[] = ['direct', 'group']

/** What is wrong, as an operator would say it; `detail` is the word or the length that was found. */
const inWords: Readonly<Record<FindingCode, (detail: string) => string>> = {
  'never-say': (detail) => `says "${detail}", which voice.neverSay forbids`,
  'too-long': (detail) => `is too long: ${detail}`,
  'press-release': (detail) => `sounds like a press release: "${detail}"`,
  emoji: (detail) => `has more or other emoji than voice.emoji allows: ${detail}`,
  'ai-slip': (detail) => `talks like a language model: "${detail}"`,
  'denies-bot': (detail) => `claims to be a person: "${detail}"`,
  'prompt-leak': (detail) => `holds something that is never sent: ${detail}`,
  markdown: () => 'has markdown, which not every platform shows',
  exclamations: (detail) => `has more exclamation marks than the voice allows (${detail})`,
  empty: () => 'would not be sent at all: nothing of it passes the voice check',
  unspeakable: () => 'has hidden or broken characters in it',
  shouting: (detail) => `shouts: ${detail}`,
  distance: (detail) => `comes too near for voice.distance: "${detail}"`,
  'off-character': (detail) => `is out of character: ${detail}`,
  opinion: (detail) => `is an opinion the persona does not give: ${detail}`,
  others: (detail) => `tells or asks for what is private: ${detail}`,
  competitor: (detail) => `speaks of somebody else’s: "${detail}"`,
  foul: (detail) => `holds ${detail}`,
  contact: (detail) => `holds ${detail}`,
  person: (detail) => `does not speak as voice.person says: "${detail}"`,
  address: (detail) => `does not address a fan as voice.address says: "${detail}"`,
  assistant: (detail) => `talks like an assistant: "${detail}"`,
  language: (detail) => `is in another language than it is kept under: ${detail}`,
}

/** What the voice check would find or change when the text is spoken, on either surface; an error when nothing would be left of it. */
export function lintTextVoice(persona: Persona, file: YamlFile, path: YamlPath, spoken: LintedText): PersonaProblem[] {
  const { mayBeLong = false, ...saying } = spoken
  if (!persona.languages.includes(saying.lang)) return []
  const found = new Map<string, Surface[]>()
  const harmless = new Set<string>()
  let isSilenced = false
  for (const surface of surfaces) {
    const { pieces, findings } = checkVoice(persona, { ...saying, surface })
    isSilenced ||= pieces.length === 0
    for (const { code, detail } of [...findings, ...asModel(persona, saying, surface)]) {
      if (code === 'too-long' && mayBeLong && !detail.includes('cut')) continue
      const words = inWords[code](detail)
      if (code === 'too-long' && !detail.includes('cut')) harmless.add(words)
      found.set(words, [...new Set([...(found.get(words) ?? []), surface])])
    }
  }
  const severity = isSilenced ? 'error' : 'warning'
  return [...found].map(([words, where]) => {
    const isInGroups = where.length === 1 && where[0] === 'group'
    const message = isInGroups ? `in groups ${words}` : words
    if (severity === 'error' || !isInGroups || !harmless.has(words)) return file.problem(path, message, { severity })
    return file.problem(path, message, { severity: 'note', together: splitInGroups })
  })
}

/** What a line may say and a model may not: it introduces people, and is written by whoever answers for it. */
const ofLines: readonly FindingCode[] = [
  'denies-bot',
  'ai-slip',
  'empty',
  'too-long',
  'competitor',
  'others',
  'language',
]

/** A line is what the model is shown to sound like: what would stop it there is worth knowing here. */
function asModel(persona: Persona, saying: Pick<LintedText, 'text' | 'lang' | 'author'>, surface: Surface) {
  if (saying.author !== 'line') return []
  const { findings } = checkVoice(persona, { ...saying, author: 'model', surface })
  return findings.filter(({ code, needsRewrite }) => needsRewrite && !ofLines.includes(code))
}

const soonDays = 30

export function lintExpiry(
  persona: Persona,
  file: YamlFile,
  path: YamlPath,
  expires: unknown,
  now: number,
): PersonaProblem[] {
  if (typeof expires !== 'string') return []
  const today = dayIn(persona.manners.timeZone, now)
  if (expires < today)
    return [file.problem(path, `expired on ${expires} and is no longer used`, { severity: 'warning' })]
  const left = Math.round((Date.parse(expires) - Date.parse(today)) / DAY_MS)
  if (left > soonDays) return []
  const when = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`
  return [file.problem(path, `expires ${when} (${expires})`, { severity: 'warning' })]
}
