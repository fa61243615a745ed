/** The last room, review: every text that leaves passes the voice check, whoever wrote it. The only maker of Decisions. */
import type { Alternative, Bubble, Decision } from '../../domain/decision.ts'
import type { ReviewedText } from '../../domain/message.ts'
import type { Speaker } from '../../domain/speaker.ts'
import { bot } from '../../domain/speaker.ts'
import { offends } from '../../hearing/foul-words.ts'
import { compileRewrite } from '../../persona/prompt/prompt.ts'
import { checkVoice, type Finding, type Saying } from '../../persona/voice/voice.ts'
import type { SurfaceAbilities } from '../../ports/adapter.ts'
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
  for (const checked of await checkTexts(draft.texts, turn, abilities)) {
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

/** What the model wrote is one thing: where any of it must be said again, all of it is, together and once. */
async function checkTexts(texts: readonly DraftText[], turn: Recalled, abilities: SurfaceAbilities) {
  const first = texts.map((text) => ({ text, ...check(text.text, text.author, turn, abilities) }))
  const own = first.filter(({ text }) => text.author === 'model')
  const findings = own.flatMap((one) => one.findings)
  const rewritten = findings.some(({ needsRewrite }) => needsRewrite)
    ? await rewrite(own.map(({ text }) => text.text).join('\n\n'), findings, turn)
    : undefined
  const last = own.at(-1)
  const again = rewritten?.split(/\n{2,}/).map((part) => check(part, 'model', turn, abilities))
  return first.flatMap((one): Checked[] => {
    if (!again || one.text.author !== 'model')
      return [{ flags: codesOf(one.findings), bubbles: withButtons(one.pieces, one.text) }]
    const flags = [...codesOf(findings), 'rewritten', ...codesOf(again.flatMap((part) => part.findings))]
    const pieces = again.flatMap((part) => part.pieces)
    return one === last ? [{ flags, bubbles: withButtons(pieces, one.text) }] : []
  })
}

const codesOf = (findings: readonly Finding[]) => findings.map(({ code }) => code)

function check(text: string, author: DraftText['author'], turn: Recalled, abilities: SurfaceAbilities) {
  const { brain } = turn
  const saying: Saying = {
    text,
    author,
    surface: turn.conversation.surface,
    lang: turn.lang,
    maxLength: abilities.maxLength,
    markdown: abilities.markdown,
    ...(author === 'model' ? { leak: [brain.prompt.canary, brain.prompt.instructions], offends } : {}),
  }
  return checkVoice(brain.persona, saying)
}

/** With the findings named. Undefined where it cannot be had: then repair has to do. */
async function rewrite(text: string, findings: readonly Finding[], turn: Recalled) {
  const { persona, prompt } = turn.brain
  const task = compileRewrite({ persona, text, findings, lang: turn.lang, surface: turn.conversation.surface })
  return await turn.writer.rewrite({ prefix: prompt.prefix, turn: task })
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
