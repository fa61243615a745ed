/** The last room, review: every text that leaves passes the voice check, whoever wrote it. The only maker of Decisions. */
import type { Alternative, Bubble, Decision } from '../../domain/decision.ts'
import type { ReviewedText } from '../../domain/message.ts'
import type { Speaker } from '../../domain/speaker.ts'
import { bot } from '../../domain/speaker.ts'
import { offends } from '../../hearing/foul-words.ts'
import { longestIn } from '../../persona/voice/longest-in.ts'
import { checkVoice, type Finding, type Saying } from '../../persona/voice/voice.ts'
import type { SurfaceAbilities } from '../../ports/adapter.ts'
import { composeApproved } from '../compose/compose-approved.ts'
import { sayAgain } from '../compose/say-again.ts'
import type { Recalled } from '../stages.ts'
import { type Draft, type DraftText, lineFor, word } from '../word.ts'

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
  const grounds = {
    reason: draft.reason,
    lang: turn.lang,
    alternatives,
    flags: draft.flags ?? [],
    ...unsupportedIn(draft),
  }
  if (draft.kind === 'silent') return { ...grounds, kind: 'silent' }
  if (draft.kind === 'react')
    return { ...grounds, kind: 'react', emoji: draft.emoji, messageId: draft.messageId, speaker: bot }

  const checked = await checkAll(draft.texts, turn, abilities)
  const flags: string[] = [...grounds.flags, ...checked.flags]
  const { pointsTo } = draft
  const bubbles: Bubble[] = checked.bubbles.map((bubble, index) =>
    index === 0 && pointsTo !== undefined ? { ...bubble, replyTo: pointsTo } : bubble,
  )
  if (draft.texts.every(isModel)) bubbles.splice(turn.persona.voice.bubbles)
  const isEmpty = bubbles.length === 0
  if (isEmpty && draft.kind === 'reply' && draft.texts.some(isModel)) {
    const instead = await ownLine(turn, abilities)
    if (instead) return { ...instead, flags: [...new Set([...flags, ...instead.flags, 'failed-review'])] }
  }
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

const unsupportedIn = ({ unsupported }: Draft) => (unsupported ? { unsupported } : {})
const isModel = ({ author }: DraftText) => author === 'model'

/** Each text beside the others of the reply. What the model wrote is written again at most once, all of it together. */
async function checkAll(texts: readonly DraftText[], turn: Recalled, abilities: SurfaceAbilities): Promise<Checked> {
  const first = checkEach(texts, turn, abilities)
  const findings = first.flatMap(({ text, findings }) => (isModel(text) ? findings : []))
  const words = texts.filter(isModel).map(({ text }) => text)
  const again = findings.some(({ needsRewrite }) => needsRewrite)
    ? await sayAgain(words.join('\n\n'), findings, turn)
    : undefined
  if (again === undefined) return together(first, [])
  return together(checkEach(rewritten(texts, again), turn, abilities), [...codesOf(findings), 'rewritten'])
}

/** The model's texts as it wrote them again, where the first of them stood; an empty line is between messages. */
function rewritten(texts: readonly DraftText[], again: string): readonly DraftText[] {
  const at = texts.findIndex(isModel)
  const anew = again.split(/\n\s*\n/).map((text): DraftText => ({ text, author: 'model' }))
  return texts.flatMap((text, index) => (index === at ? anew : isModel(text) ? [] : [text]))
}

interface CheckedText {
  readonly text: DraftText
  /** The words of its way into private. */
  readonly door?: ReviewedText
  readonly pieces: readonly ReviewedText[]
  readonly findings: readonly Finding[]
}

function checkEach(texts: readonly DraftText[], turn: Recalled, abilities: SurfaceAbilities): readonly CheckedText[] {
  const words = texts.map(({ text }) => text)
  return texts.map((text, at) => {
    const others = { before: words.slice(0, at), after: words.slice(at + 1) }
    const [door] = text.door ? check(text.door.text, 'line', turn, abilities).pieces : []
    return { text, ...(door ? { door } : {}), ...check(text.text, text.author, turn, abilities, others) }
  })
}

function together(checked: readonly CheckedText[], flags: readonly string[]): Checked {
  return {
    bubbles: checked.flatMap(({ pieces, text, door }) =>
      text.work === undefined ? bubblesOf(pieces, text, door) : quoteBubble(pieces, text, text.work),
    ),
    flags: [...flags, ...checked.flatMap(({ findings }) => codesOf(findings))],
  }
}

const codesOf = (findings: readonly Finding[]) => findings.map(({ code }) => code)

/** One text by itself, on the turn's surface. */
export function check(
  text: string,
  author: DraftText['author'],
  turn: Recalled,
  abilities: SurfaceAbilities,
  others?: Saying['others'],
) {
  const { brain } = turn
  const { canary, instructions } = brain.promptIn(turn.lang)
  const saying: Saying = {
    text,
    author,
    surface: turn.conversation.surface,
    lang: turn.lang,
    maxLength: longestIn(abilities),
    markdown: abilities.markdown,
    ...(author === 'model'
      ? { leak: [canary, instructions], offends, heard: turn.text, isForeign: turn.isForeign }
      : {}),
    ...(others ? { others } : {}),
  }
  return checkVoice(brain.persona, saying)
}

/** Somebody else's words, to the letter; where the review would change one of them, they stay unsaid. */
function quoteBubble(pieces: readonly ReviewedText[], { text }: DraftText, work: string): readonly Bubble[] {
  const [whole, ...more] = pieces
  return whole === text && more.length === 0 ? [{ text: whole, work }] : []
}

/** Buttons stand under the last of its pieces, and so does the way into private in place of all of them. */
function bubblesOf(
  pieces: readonly ReviewedText[],
  { buttons, media, isCard, alone, door: way }: DraftText,
  door?: ReviewedText,
): readonly Bubble[] {
  return pieces.map((text, index): Bubble => {
    const isLast = index === pieces.length - 1
    const shown = {
      ...(media && index === 0 ? { media } : {}),
      // What had to be cut is no card any more.
      ...(isCard && pieces.length === 1 ? { isCard } : {}),
    }
    const bubble = buttons && isLast ? { text, buttons, ...shown } : { text, ...shown }
    if (alone === undefined) return bubble
    if (alone === 'else-openly') return { ...bubble, alone: { openly: bubble } }
    if (alone === 'way') return { ...bubble, alone: { openly: bubble, onlyHere: true } }
    return { ...bubble, alone: isLast && door ? { openly: { text: door, ...(way && { buttons: way.buttons }) } } : {} }
  })
}

/** To a greeting, thanks or a remark, the persona's own line for it: nothing was asked, so there is nothing not to know. */
async function ownLine(turn: Recalled, abilities: SurfaceAbilities): Promise<Decision | undefined> {
  const verdict = composeApproved(turn)
  const isLine = verdict.kind === 'reply' && verdict.say.every(({ kind }) => kind === 'line')
  const isNod = verdict.kind === 'react' || verdict.reason === 'acknowledgement'
  if (verdict.reason === 'does-not-know' || !(isLine || isNod)) return undefined
  return await review(word(verdict, turn), turn, abilities)
}

/** Nothing was left to say: the persona's honest line, checked like any other. */
function lastWords(turn: Recalled, abilities: SurfaceAbilities): readonly Bubble[] {
  for (const occasion of ['doesNotKnow', 'error', 'holding'] as const) {
    const { pieces } = check(lineFor(occasion, turn).text, 'line', turn, abilities)
    if (pieces.length > 0) return pieces.map((text) => ({ text }))
  }
  return []
}
