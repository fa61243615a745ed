/** Recall, after attend: what was said before, what is known of the fan in this very conversation, and what the approved answers offer. */

import { languageIn } from '../../commitments/weighty-words.ts'
import type { AcceptedMessage, TranscriptLine } from '../../domain/conversation.ts'
import { isDanger } from '../../domain/handoff.ts'
import type { FanId } from '../../domain/ids.ts'
import type { Lang } from '../../domain/message.ts'
import { openCaseOf } from '../../domain/open-case.ts'
import { type Assessment, assess } from '../../hearing/assess.ts'
import { defaultLines } from '../../persona/lines/default-lines.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Memory } from '../../ports/memory.ts'
import type { ShortTerm } from '../../ports/short-term.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import { isForeignScript } from '../../words/languages/foreign-script.ts'
import { foreignByWords } from '../../words/languages/foreign-words.ts'
import { chineseScriptIn } from '../../words/letters/chinese-script.ts'
import { callsOneOf, isAddressed, wordsOf } from '../attend/addressed.ts'
import { asksWho } from '../attend/asks-who.ts'
import { isInDanger } from '../attend/heard-first.ts'
import { ownWords } from '../attend/own-words.ts'
import { mostAsked } from '../attend/storm.ts'
import type { Attended, Brain, Means, Recalled } from '../stages.ts'
import { besidesWho } from './besides-who.ts'
import { look } from './look.ts'
import { createRotation, type RotationState } from './rotation.ts'
import { toneIn } from './standing.ts'
import { createWriter } from './writer.ts'

/** Lines of transcript read for a turn; the model's share of them is cut by tokens later. */
export const TRANSCRIPT_LINES = 60

export function rotationKey(conversationId: string): string {
  return `rotation:${conversationId}`
}

export interface Recollects {
  readonly memory: Pick<Memory, 'recall'>
  readonly shortTerm: ShortTerm
}

export async function recall(attended: Attended, means: Means, { memory, shortTerm }: Recollects): Promise<Recalled> {
  const { brain } = means
  const called = attended.isStorm ? mostAsked(attended, brain) : attended
  const { conversation, author } = called
  const [recollection, tone, rotation] = await Promise.all([
    recollect(called, memory),
    toneIn({ ...called, ...means }),
    shortTerm.get<RotationState>(rotationKey(conversation.id)),
  ])
  const { transcript } = recollection
  const { turn: ours, isToMember } = withoutOthers(called, transcript, brain.persona)
  const own = ownWords(ours, brain.persona)
  const { text, asksWho: isWhoAsked } =
    own === ours.text
      ? besidesWho(own, brain.persona)
      : { text: ours.text, asksWho: own !== '' && asksWho(own, brain.persona) }
  const turn = { ...ours, text }
  const lang = languageOf(turn, brain, recollection.fan.lang)
  const previous = transcript.findLast((line) => line.from === 'fan' && line.accountId === author.accountId)?.text
  const { lastAnswerId } = conversation.state
  const spoken = brain.persona.languages
  const query = {
    text: turn.text,
    lang,
    ...(previous === undefined ? {} : { previous }),
    ...(lastAnswerId === undefined ? {} : { lastAnswerId }),
  }
  const openCase = openCaseOf(turn)
  const earlier = transcript.filter(({ from, accountId }) => from === 'fan' && accountId === author.accountId)
  const assessment = assessed(turn, lang, earlier, brain.persona)
  return {
    ...turn,
    ...means,
    lang,
    isToMember,
    asksWho: isWhoAsked,
    ...foreignness(turn.text, spoken, assessment),
    chinese: chineseOf(turn.text, earlier, brain.persona),
    transcript,
    fan: recollection.fan,
    facts: brain.persona.memory.facts === 'off' ? [] : recollection.facts,
    ...(tone ? { tone } : {}),
    ...(openCase ? { openCase } : {}),
    findings: await look(query, { ...turn, isToMember }, brain),
    rotation: createRotation(rotation ?? {}, conversation.threadId),
    writer: createWriter(brain, author.accountId, means),
    assessment,
  }
}

/** Of what the fan says themselves; danger is heard also in what they pass on. */
function assessed(turn: Attended, lang: Lang, before: readonly TranscriptLine[], persona: Persona): Assessment {
  const earlier = before.filter(({ forwarded }) => forwarded === undefined).map(({ text }) => text)
  const whole = assess({ text: turn.text, lang, earlier })
  const own = ownWords(turn, persona)
  if (own === turn.text || (whole.handoff !== undefined && isDanger(whole.handoff))) return whole
  return own === '' ? { kind: 'chat', heat: 0, flags: ['passed-on'] } : assess({ text: own, lang, earlier })
}

/** Where nothing may be asked any more of memory or knowledge: the turn of a stranger. */
export function withNothingRecalled(attended: Attended, means: Means): Recalled {
  const { conversation } = attended
  return {
    ...attended,
    ...means,
    lang: conversation.lang ?? means.persona.languages[0],
    isForeign: false,
    chinese: means.persona.chinese,
    isToMember: false,
    asksWho: asksWho(attended.text, means.persona),
    transcript: [],
    fan: { id: '' as FanId, consent: 'unasked' },
    facts: [],
    findings: { outcome: 'unknown', hits: [] },
    rotation: createRotation({}, conversation.threadId),
    writer: createWriter({}, attended.author.accountId, means),
    assessment: { kind: 'question', heat: 0, flags: [] },
  }
}

/**
 * Who writes on while we reply has rows before our reply: what we said is read from all of the talk, what fans said only
 * up to this turn. Messages that wait for later turns may fill the whole page; then the talk before this turn has to do.
 */
async function recollect({ conversation, messages, author }: Attended, memory: Pick<Memory, 'recall'>) {
  const rows = new Set(messages.map((message) => message.row))
  const end = Math.max(...rows)
  const limit = TRANSCRIPT_LINES + rows.size
  const read = (before: number) => memory.recall(conversation.id, author.accountId, { before, limit })
  const latest = await read(Number.MAX_SAFE_INTEGER)
  const isCrowded =
    latest.transcript.length === limit && latest.transcript.every(({ row }) => row >= end || rows.has(row))
  const { transcript, ...known } = isCrowded ? await read(end) : latest
  const isHeard = ({ row, from }: TranscriptLine) => !rows.has(row) && (from === 'brand' || row < end)
  return { ...known, transcript: transcript.filter(isHeard) }
}

/** Leaves out what members seen in the transcript were called for by name; a call for help is never left out. */
function withoutOthers(turn: Attended, transcript: readonly TranscriptLine[], persona: Persona) {
  const { author, read } = turn
  const names = transcript
    .filter((line) => line.from === 'fan' && line.accountId !== author.accountId)
    .map(({ name }) => name)
  const isTheirs = (message: AcceptedMessage) => !isAddressed(message, persona) && callsOneOf(names, message.text)
  const rest = read.filter((message) => !isTheirs(message))
  if (rest.length === read.length || isInDanger(turn.text, persona)) return { turn, isToMember: false }
  if (rest.length === 0) return { turn, isToMember: true }
  return { turn: { ...turn, read: rest, text: wordsOf(rest, persona) }, isToMember: false }
}

type Foreignness = Pick<Recalled, 'isForeign' | 'fanLang'>

/** Told by the phrase that heard danger, by the script, or by its words and letters; `fanLang` only where there are lines in it. */
function foreignness(text: string, spoken: readonly Lang[], { handoff, languages = [] }: Assessment): Foreignness {
  const ofDanger = handoff !== undefined && isDanger(handoff) ? dangerLanguage(text, languages, spoken) : undefined
  if (ofDanger !== undefined) return { isForeign: true, fanLang: ofDanger }
  const isOfScript = isForeignScript(text, spoken)
  const byWords = foreignByWords(text, spoken)
  if (!isOfScript && byWords === undefined) return { isForeign: false }
  const fanLang = byWords ?? detectLanguage(text, { among: Object.keys(defaultLines) })
  return { isForeign: true, ...(fanLang && fanLang in defaultLines ? { fanLang } : {}) }
}

/** Words enough for their language to show in spite of a foreign phrase among them. */
const TELLING_WORDS = 8

/** Undefined where a language of the persona's hears it too, or is clearly the one that the rest is in. */
function dangerLanguage(text: string, languages: readonly Lang[], spoken: readonly Lang[]): Lang | undefined {
  if (languages.some((lang) => spoken.includes(lang))) return undefined
  const heard = languages.filter((lang) => lang in defaultLines)
  const isLong = text.split(/\s+/).length >= TELLING_WORDS
  const likeliest = isLong ? detectLanguage(text, { among: [...spoken, ...heard] }) : undefined
  if (likeliest !== undefined && spoken.includes(likeliest)) return undefined
  return detectLanguage(text, { among: heard }) ?? heard[0]
}

function chineseOf(text: string, earlier: readonly TranscriptLine[], persona: Persona): Recalled['chinese'] {
  const before = () => earlier.toReversed().map((line) => chineseScriptIn(line.text))
  return chineseScriptIn(text) ?? before().find((script) => script !== undefined) ?? persona.chinese
}

/** A command is of no language, and neither is a single word after it, such as a code or a number of hours. */
function beyondCommand({ text, read }: Attended): string {
  if (!read.every(({ command }) => command !== undefined)) return text
  const words = read
    .map(({ command }) => command?.args ?? '')
    .join(' ')
    .trim()
  return /\s/.test(words) || /[^\p{ASCII}]/u.test(words) ? words : ''
}

/** A number or an address that a look-up waits for is of no language, nor is a word or two beside it. */
function isValueTold(text: string, { conversation, author }: Attended): boolean {
  const { lookUp, code } = conversation.state
  if (lookUp?.accountId !== author.accountId && code?.accountId !== author.accountId) return false
  const rest = text.replaceAll(/\S*[@\p{N}]\S*/gu, ' ')
  return rest !== text && (rest.match(/\p{L}+/gu) ?? []).length <= 2
}

function languageOf(turn: Attended, { persona }: Brain, habit: Lang | undefined): Lang {
  const among = persona.languages
  const hint = turn.author.lang
  const usual = [turn.conversation.lang, habit, hint].find((lang) => lang !== undefined && among.includes(lang))
  const words = beyondCommand(turn)
  if (usual !== undefined && isValueTold(words, turn)) return usual
  const detected =
    words === '' ? undefined : detectLanguage(words, usual === undefined ? { among } : { among, habit: usual })
  // To letters that the first language has not, one that has them is nearer.
  return detected !== undefined && among.includes(detected)
    ? detected
    : (usual ?? (words === '' ? among[0] : languageIn(words, among[0], among)))
}
