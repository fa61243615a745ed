/** The last room, review: every text that leaves passes the voice check, whoever wrote it. The only maker of Decisions. */
import type { Alternative, Bubble, Decision } from '../../domain/decision.ts'
import type { ReviewedText } from '../../domain/message.ts'
import type { Speaker } from '../../domain/speaker.ts'
import { bot } from '../../domain/speaker.ts'
import { offends } from '../../hearing/foul-words.ts'
import { checkVoice, type Finding, type Saying } from '../../persona/voice/voice.ts'
import type { SurfaceAbilities } from '../../ports/adapter.ts'
import { sayAgain } from '../compose/say-again.ts'
import type { Recalled } from '../stages.ts'
import { type Draft, type DraftText, lineFor } from '../word.ts'

/** What a surface can do when no adapter said otherwise. */
export const plainSurface: SurfaceAbilities = { maxLength: 4096, markdown: 'none', buttons: true }

interface Checked {
  readonly bubbles: readonly Bubble[]
  readonly flags: readonly string[]
}

/** Turns a draft into a decision: texts checked, rewritten once by the model if it wrote them, else repaired or replaced. */
export async function review(draft: Draft, turn: Recalled, abilities: SurfaceAbilities): Promise<Decision> {
  const alternatives: readonly Alternative[] = turn.findings.hits.map(({ answer, score }) => ({
    answerId: answer.id,
    score,
  }))
  const grounds = { reason: draft.reason, lang: turn.lang, alternatives, flags: draft.flags ?? [] }
  if (draft.kind === 'silent') return { ...grounds, kind: 'silent' }
  if (draft.kind === 'react')
    return { ...grounds, kind: 'react', emoji: draft.emoji, messageId: draft.messageId, speaker: bot }

  const flags: string[] = [...grounds.flags]
  const bubbles: Bubble[] = []
  for (const text of draft.texts) {
    const checked = await checkText(text, turn, abilities)
    flags.push(...checked.flags)
    bubbles.push(...checked.bubbles)
  }
  if (draft.texts.every(({ author }) => author === 'model')) bubbles.splice(turn.persona.voice.bubbles)
  const isEmpty = bubbles.length === 0
  if (isEmpty) bubbles.push(...lastWords(turn, abilities))
  const speaker: Speaker =
    draft.answerId && !isEmpty && draft.texts.some(({ author }) => author === 'approved')
      ? { kind: 'approved', answerId: draft.answerId }
      : bot
  const said = { ...grounds, flags: [...new Set(isEmpty ? [...flags, 'failed-review'] : flags)], bubbles, speaker }
  const answered = {
    ...(draft.answerId && !isEmpty ? { answerId: draft.answerId } : {}),
    ...(draft.score === undefined ? {} : { score: draft.score }),
  }
  if (draft.kind === 'clarify') return { ...said, kind: 'clarify', choices: draft.choices }
  if (draft.kind === 'handoff') return { ...said, ...answered, kind: 'handoff', handoff: draft.handoff }
  const reason = isEmpty ? 'failed-review' : draft.reason
  return { ...said, ...answered, reason, kind: 'reply', ...(draft.mood ? { mood: draft.mood } : {}) }
}

async function checkText(text: DraftText, turn: Recalled, abilities: SurfaceAbilities): Promise<Checked> {
  const first = check(text.text, text.author, turn, abilities)
  if (text.author !== 'model' || !first.findings.some(({ needsRewrite }) => needsRewrite))
    return { flags: codesOf(first.findings), bubbles: withButtons(first.pieces, text) }
  const rewritten = await sayAgain(text.text, first.findings, turn)
  if (rewritten === undefined) return { flags: codesOf(first.findings), bubbles: withButtons(first.pieces, text) }
  const second = check(rewritten, 'model', turn, abilities)
  const flags = [...codesOf(first.findings), 'rewritten', ...codesOf(second.findings)]
  return { flags, bubbles: withButtons(second.pieces, text) }
}

const codesOf = (findings: readonly Finding[]) => findings.map(({ code }) => code)

function check(text: string, author: DraftText['author'], turn: Recalled, abilities: SurfaceAbilities) {
  const { brain } = turn
  const { canary, instructions } = brain.promptIn(turn.lang)
  const saying: Saying = {
    text,
    author,
    surface: turn.conversation.surface,
    lang: turn.lang,
    maxLength: abilities.maxLength,
    markdown: abilities.markdown,
    ...(author === 'model' ? { leak: [canary, instructions], offends } : {}),
  }
  return checkVoice(brain.persona, saying)
}

function withButtons(pieces: readonly ReviewedText[], { buttons }: DraftText): readonly Bubble[] {
  return pieces.map((text, index) => (buttons && index === pieces.length - 1 ? { text, buttons } : { text }))
}

/** Nothing was left to say: the persona's honest line, checked like any other. */
function lastWords(turn: Recalled, abilities: SurfaceAbilities): readonly Bubble[] {
  for (const occasion of ['doesNotKnow', 'error', 'holding'] as const) {
    const { pieces } = check(lineFor(occasion, turn).text, 'line', turn, abilities)
    if (pieces.length > 0) return pieces.map((text) => ({ text }))
  }
  return []
}
