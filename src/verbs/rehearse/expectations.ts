/** What a scene expects of a turn, held against what came of it. */
import { findCommitments } from '../../commitments/find-commitments.ts'
import type { Decision } from '../../domain/decision.ts'
import type { Surface } from '../../domain/message.ts'
import type { Persona } from '../../persona/persona.ts'
import { readPattern } from '../../persona/schema/pattern.ts'
import type { ScenesYaml } from '../../persona/schema/schema.ts'
import { checkVoice, lengthOf } from '../../persona/voice/voice.ts'

type Expected = ScenesYaml['scenes'][number]['turns'][number]['expect']

export interface Came {
  readonly decision: Decision
  readonly said: string
  readonly persona: Persona
  readonly surface: Surface
}

/** What did not come out as written, a line each; empty when all did. */
export function failuresOf(expect: Expected, came: Came): string[] {
  const { decision, said } = came
  const failures: string[] = []
  const compare = (what: string, wanted: string | undefined, got: string | undefined) => {
    if (wanted !== undefined && wanted !== got) failures.push(`${what} should be ${wanted}, was ${got ?? 'none'}`)
  }
  const handoff = decision.kind === 'handoff' ? decision.handoff : undefined
  compare('decision', expect.decision, decision.kind)
  compare('reason', expect.reason, decision.reason)
  compare('answer', expect.answer, 'answerId' in decision ? decision.answerId : undefined)
  compare('handoff', expect.handoff, handoff?.reason)
  compare('team', expect.team, handoff?.team)
  compare('language', expect.lang, decision.lang)
  compare('mood', expect.mood, moodOf(came))
  const lower = said.toLowerCase()
  for (const text of list(expect.says)) if (!lower.includes(text.toLowerCase())) failures.push(`should say "${text}"`)
  for (const text of list(expect.not)) if (lower.includes(text.toLowerCase())) failures.push(`should not say "${text}"`)
  for (const pattern of list(expect.matches))
    if (readPattern(pattern)?.matcher(said).find() !== true) failures.push(`should match /${pattern}/`)
  const length = lengthOf(said)
  if (expect.atMost !== undefined && length > expect.atMost)
    failures.push(`should be ${expect.atMost} characters at most, was ${length}`)
  return [
    ...failures,
    ...(expect.voice ? voiceFaults(came) : []),
    ...(expect.commits === false ? commitments(came) : []),
  ]
}

/** What the model named, or what a picture goes by: a mood may be called as a reason is. */
function moodOf({ decision, persona }: Came): string | undefined {
  if (decision.kind !== 'reply') return undefined
  return [decision.mood, decision.reason].find((name) => name !== undefined && Object.hasOwn(persona.image.moods, name))
}

const list = (texts: string | readonly string[] | undefined): readonly string[] =>
  typeof texts === 'string' ? [texts] : (texts ?? [])

function voiceFaults({ said, decision, persona, surface }: Came): string[] {
  if (said === '') return []
  const lang = decision.lang ?? persona.languages[0]
  return checkVoice(persona, { text: said, lang, surface, author: 'line' }).findings.map(
    ({ code, detail }) => `should keep to the voice: ${code} (${detail})`,
  )
}

function commitments({ said, decision, persona }: Came): string[] {
  return findCommitments(said, decision.lang ?? persona.languages[0]).map(
    ({ kind, quote }) => `should commit to nothing: "${quote}" (${kind})`,
  )
}
