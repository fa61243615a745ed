/** The one voice check: every text that leaves passes here, whoever wrote it, and comes out as the only text that may. */

import type { Lang, ReviewedText } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { fold } from '../../words/letters/fold.ts'
import { stripUnspeakable } from '../../words/letters/unspeakable.ts'
import { once } from '../../words/once.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import type { Persona } from '../persona.ts'
import { findAiSlip } from './ai-slip.ts'
import { findBotDenial } from './denies-bot.ts'
import { findDisguised } from './disguised-leak.ts'
import { holdEmoji } from './emoji-policy.ts'
import { fit, lengthOf } from './fit.ts'
import { findMachinery, findRepeated, holdsCanary, placeholder } from './leaks.ts'
import { voiceList } from './lists.ts'
import { holdCapitals, holdExclamations, laughterIn, withoutLaughter } from './manner.ts'
import { renderMarkdown } from './markdown.ts'
import { plainLetters } from './odd-letters.ts'
import { rangesOutOfBounds } from './out-of-bounds.ts'
import { findMisspoken, readdressed } from './person-and-address.ts'
import { findPhrases } from './phrases.ts'
import { findWrongLanguage } from './reply-language.ts'
import { type Finding, Findings, type Saying } from './saying.ts'
import { dropSentences, type Range, sentences, tidySpace } from './sentences.ts'
import { withoutStageDirection } from './stage-directions.ts'

// The engine knows one place for everything about the voice.
export { lengthOf } from './fit.ts'
export { plainLetters } from './odd-letters.ts'
export type { Finding, FindingCode, Saying } from './saying.ts'

export interface VoiceCheck {
  /** What may leave, in order; empty: say something else. */
  readonly pieces: readonly ReviewedText[]
  readonly findings: readonly Finding[]
}

/** Bounds the work on a draft gone wild; approved and staff text is read to its end. */
const maxDraft = 20_000

/** Checks and repairs a text, and fits it into messages. Never throws; the same input gives the same output. */
export function checkVoice(persona: Persona, saying: Saying): VoiceCheck {
  const findings = new Findings(saying)
  const maxLength = Math.max(1, Math.floor(saying.maxLength ?? 4000))
  const keepsWords = saying.author === 'approved' || saying.author === 'staff'
  const given = keepsWords ? saying.text : withoutDisguise(saying, saying.text.slice(0, maxDraft), findings)
  const { text, isSettled } = repair(persona, saying, given, findings)
  const budget = budgetOf(persona, saying)
  const length = lengthOf(text)
  const measure = { budget, bubbles: persona.voice.bubbles, maxLength, keepsWords }
  const { pieces, isCut } = fit(text, measure)
  if (isCut || length > budget)
    findings.add('too-long', `${length} of ${budget} characters${isCut ? ', cut' : ''}`, true)
  const isWhole = isSettled && pieces.length === 1 && pieces[0] === text
  const finished = isWhole ? pieces : finish(persona, saying, pieces, measure, findings)
  if (finished.length === 0) findings.add('empty', given.trim() === '' ? 'nothing was said' : 'nothing is left', true)
  return { pieces: finished.map(review), findings: findings.list }
}

/** A model's draft in plain letters; nothing of one that hides the prompt's rules, since nobody can say where they end. */
function withoutDisguise(saying: Saying, text: string, findings: Findings): string {
  if (saying.author !== 'model') return text
  const plain = plainLetters(text, saying.lang)
  if (plain !== text) findings.add('unspeakable', 'letters in disguise', false)
  const hidden = findDisguised(stripUnspeakable(plain), saying.leak ?? [])
  if (hidden === undefined) return plain
  findings.add('prompt-leak', hidden, true)
  return ''
}

/** Each piece is repaired by itself too, as its first word or mark may mean something else there. */
function finish(
  persona: Persona,
  saying: Saying,
  pieces: readonly string[],
  measure: Parameters<typeof fit>[1],
  findings: Findings,
): string[] {
  const repaired = pieces
    .map((piece) => repair(persona, saying, piece, findings).text)
    .filter((piece) => piece !== '')
    .flatMap((piece) => (piece.length > measure.maxLength ? fit(piece, measure).pieces : [piece]))
  // Cutting a sentence away can bring the halves of a forbidden phrase together, across messages too.
  for (;;) {
    const joined = repaired.join('\n')
    const [match] = findPhrases(persona.voice.neverSay, joined, saying.lang)
    if (!match) return repaired
    findings.add('never-say', match.phrase, true)
    let start = 0
    const index = repaired.findIndex((piece) => {
      start += piece.length + 1
      return start > match.start
    })
    repaired.splice(Math.max(index, 0), 1)
  }
}

/** The only place that makes a ReviewedText: the brand is a type without a runtime form, so it has to be asserted. */
function review(text: string): ReviewedText {
  return text as ReviewedText
}

/** Two texts that passed, the one under the other. */
export function inOneMessage(first: ReviewedText, second: ReviewedText): ReviewedText {
  return review(`${first}\n${second}`)
}

/** Words that passed already, with the names of choices below them, which did as buttons. */
export function withLines(words: ReviewedText, lines: readonly string[]): ReviewedText {
  return lines.length === 0 ? words : review([words, ...lines].filter((one) => one !== '').join('\n'))
}

/** Words for staff alone, in their own threads: they quote fans as they wrote, so nothing is held to the persona's voice. */
export function forStaff(text: string): ReviewedText {
  return review(stripUnspeakable(text).trim())
}

/** A message to staff. No fan's word or name in it becomes a link, a heading or anything but itself. */
export function staffText(text: string) {
  return { kind: 'text', text: forStaff(text), isLiteral: true, speaker: bot } as const
}

/** Characters that a message may have. */
export function budgetOf(persona: Persona, saying: Pick<Saying, 'surface' | 'lang'>): number {
  const budgets = persona.voice.length[saying.surface]
  return Math.max(1, budgets[saying.lang] ?? budgets[persona.languages[0]] ?? 400)
}

/** Repairs until nothing changes; every repair only takes away, so it ends. `isSettled`: another repair would change and find nothing. */
function repair(persona: Persona, saying: Saying, text: string, findings: Findings) {
  let repaired = text
  for (let round = 0; round < 12; round++) {
    const next = repairOnce(persona, saying, repaired, findings)
    if (next === repaired) return { text: next, isSettled: true }
    repaired = next
  }
  return { text: repaired, isSettled: false }
}

function repairOnce(persona: Persona, saying: Saying, text: string, findings: Findings): string {
  const speakable = stripUnspeakable(text)
  // What was cut away may have been all that showed a foreign word to be one.
  const lettered = saying.author === 'model' ? plainLetters(speakable, saying.lang) : speakable
  if (lettered !== speakable) findings.add('unspeakable', 'letters in disguise', false)
  if (speakable !== text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ')) {
    findings.add('unspeakable', 'hidden or broken characters', false)
  }
  const kept = withoutMachinery(saying, withoutPlay(persona, saying, lettered, findings), findings)
  const plain = renderMarkdown(kept, saying.markdown ?? 'none')
  if (tidySpace(plain) !== tidySpace(kept)) findings.add('markdown', 'rendered for the surface', false)
  const isThemselves = saying.author === 'staff' && saying.asBrand !== true
  const mannered = isThemselves ? plain : inManner(persona, saying, plain, findings)
  const allowed = withoutForbidden(persona, saying, tidySpace(mannered), findings)
  return isThemselves ? allowed : asSpoken(persona, saying, allowed, findings)
}

/** In the person, with the address and in the language that are the persona's; a model's draft is put right, or loses the sentence. */
function asSpoken(persona: Persona, saying: Saying, text: string, findings: Findings): string {
  const misspoken = findMisspoken(text, persona, saying)
  for (const { code, detail } of misspoken) findings.add(code, detail, true)
  if (saying.author !== 'model') return text
  const wrong = findWrongLanguage(text, persona, saying)
  if (wrong !== undefined) {
    findings.add('language', wrong, true)
    return ''
  }
  if (misspoken.length === 0) return text
  const right = readdressed(text, persona, saying.lang)
  return dropSentences(right, findMisspoken(right, persona, saying), saying.lang)
}

/** A draft that begins like a line of a play, "Pip: Hello" or "[smiles] Hello", without its label and what is played. */
function withoutPlay(persona: Persona, saying: Saying, text: string, findings: Findings): string {
  if (saying.author !== 'model') return text
  const played = withoutStageDirection(text, persona)
  if (played !== text) findings.add('off-character', 'plays instead of saying', false)
  const label = /^\s*([^\n:：]{1,40})\s?[:：]\s*(?=\S)/u.exec(played)
  const isName = [persona.name, ...persona.nicknames].some((name) => fold(name) === fold(label?.[1]?.trim() ?? ''))
  return label && isName ? played.slice(label[0].length) : played
}

/** Takes out what leaks from the machine room. Approved and staff text may show code or name a prompt. */
function withoutMachinery(saying: Saying, text: string, findings: Findings): string {
  const leak = saying.leak ?? []
  if (leak.length > 0 && holdsCanary(text, leak)) {
    findings.add('prompt-leak', 'the canary', true)
    return ''
  }
  const isDraft = saying.author === 'model' || saying.author === 'line'
  const machinery = isDraft ? findMachinery(text) : []
  const blocks = machinery.filter(({ isBlock }) => isBlock)
  const around = cut(text, blocks)
  const rest = blocks.length === 0 ? machinery : findMachinery(around)
  const leaks = [...findRepeated(around, leak), ...rest]
  for (const { detail } of [...blocks, ...leaks]) findings.add('prompt-leak', detail, true)
  const kept = dropSentences(around, leaks, saying.lang)
  return saying.author === 'staff' ? kept : withoutPlaceholders(kept, saying.lang, findings)
}

/** The text without the ranges; sentences around them stay. */
function cut(text: string, ranges: readonly Range[]): string {
  let kept = ''
  let from = 0
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start > from) kept += text.slice(from, start)
    from = Math.max(from, end)
  }
  return kept + text.slice(from)
}

/** `Hi {fan}!` becomes `Hi!`; a sentence that needs what was never filled in goes. */
function withoutPlaceholders(text: string, lang: Lang, findings: Findings): string {
  if (!/[{[]/.test(text)) return text
  const addressed = text.replace(
    /,? ?\{\{?\s?(?:fan|name|fan\.name|customer)\s?\}?\}(?=\s*[,.!?;:，。！？\n]|\s*$)/g,
    (found) => {
      findings.add('prompt-leak', found.trim(), true)
      return ''
    },
  )
  const rest: Range[] = []
  for (const match of eachMatch(placeholder, addressed)) {
    // The label of a link: "[your order](https://…)".
    if (addressed[match.index + match[0].length] === '(') continue
    findings.add('prompt-leak', match[0], true)
    rest.push({ start: match.index, end: match.index + match[0].length })
  }
  return dropSentences(addressed, rest, lang)
}

/** Phrases that nobody says to a friend. */
const pressRelease = once(() => voiceList('plain', 'press-release'))
/** What a reserved or aloof house never says: chumminess, by which it would lose its height. */
const chummy = once(() => voiceList('plain', 'chummy'))

/** Emoji, exclamation marks, capitals, nearness: how it is said. */
function inManner(persona: Persona, saying: Saying, text: string, findings: Findings): string {
  const { voice } = persona
  const emoji = holdEmoji(text, voice.emoji)
  if (emoji.removed.length > 0) findings.add('emoji', emoji.removed.slice(0, 5).join(' '), false)
  let said = emoji.text
  const calmed = holdExclamations(said, persona)
  if (calmed !== said) findings.add('exclamations', `more than ${voice.energy} allows`, false)
  said = calmed
  const keepsWords = saying.author === 'approved' || saying.author === 'staff'
  const lowered = holdCapitals(said, persona)
  for (const word of lowered.shouted) findings.add('shouting', word.slice(0, 40), false)
  if (!keepsWords) said = lowered.text
  for (const { phrase } of findPhrases(pressRelease(), said, saying.lang)) findings.add('press-release', phrase, true)
  if (voice.distance !== 'reserved' && voice.distance !== 'aloof') return said
  for (const { phrase } of findPhrases(chummy(), said, saying.lang)) findings.add('distance', phrase, true)
  const laughs = laughterIn(said)
  if (laughs.length === 0) return said
  findings.add('distance', laughs[0] ?? '', false)
  return keepsWords ? said : withoutLaughter(said)
}

/** Sentences that must not leave: never-say words, a machine's talk of itself, a claim to be human. */
function withoutForbidden(persona: Persona, saying: Saying, text: string, findings: Findings): string {
  let said = text
  // Dropping one sentence can bring two others together into a forbidden phrase; each round drops one, so it ends.
  for (;;) {
    const matches = findPhrases(persona.voice.neverSay, said, saying.lang)
    if (matches.length === 0) break
    for (const { phrase } of matches) findings.add('never-say', phrase, true)
    said = dropSentences(said, matches, saying.lang)
  }
  const names = [persona.name, ...persona.nicknames]
  const isThemselves = saying.author === 'staff' && saying.asBrand !== true
  const dropped: Range[] = saying.author === 'model' ? rangesOutOfBounds(said, persona, saying, findings) : []
  for (const sentence of sentences(said)) {
    const words = said.slice(sentence.start, sentence.end)
    const denial = isThemselves ? undefined : findBotDenial(words, names, saying.author !== 'model')
    if (denial !== undefined) findings.add('denies-bot', denial.slice(0, 60), true)
    const slip = saying.author === 'staff' ? undefined : findAiSlip(words)
    if (slip !== undefined) findings.add('ai-slip', slip.slice(0, 60), true)
    // A disclosure line may say "just an AI"; it is the operator's, and honest.
    if (denial !== undefined || (slip !== undefined && saying.author === 'model')) dropped.push(sentence)
  }
  return dropSentences(said, dropped, saying.lang)
}
