/** Recall, after attend: what was said before, what is known of the fan in this very conversation, and what the approved answers offer. */

import type { AcceptedMessage, TranscriptLine } from '../../domain/conversation.ts'
import { isDanger } from '../../domain/handoff.ts'
import type { FanId } from '../../domain/ids.ts'
import type { Lang } from '../../domain/message.ts'
import { openCaseOf } from '../../domain/open-case.ts'
import { type Assessment, assess } from '../../hearing/assess.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Memory } from '../../ports/memory.ts'
import type { ShortTerm } from '../../ports/short-term.ts'
import { chineseScriptIn } from '../../words/letters/chinese-script.ts'
import { callsOneOf, isAddressed, wordsOf } from '../attend/addressed.ts'
import { asksWho } from '../attend/asks-who.ts'
import { isInDanger } from '../attend/heard-first.ts'
import { ownWords } from '../attend/own-words.ts'
import { mostAsked } from '../attend/storm.ts'
import type { Attended, Means, Recalled } from '../stages.ts'
import { besidesWho } from './besides-who.ts'
import { look } from './look.ts'
import { createRotation, type RotationState } from './rotation.ts'
import { toneIn } from './standing.ts'
import { foreignness, languageOf } from './talk-language.ts'
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
  const habit = recollection.fan.lang
  const lang = languageOf(turn, brain.persona, habit)
  const previous = transcript.findLast((line) => line.from === 'fan' && line.accountId === author.accountId)?.text
  const { lastAnswerId } = conversation.state
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
    ...foreignness(turn, brain.persona, assessment, habit),
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
    lang: means.persona.languages.find((lang) => lang === conversation.lang) ?? means.persona.languages[0],
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

function chineseOf(text: string, earlier: readonly TranscriptLine[], persona: Persona): Recalled['chinese'] {
  const before = () => earlier.toReversed().map((line) => chineseScriptIn(line.text))
  return chineseScriptIn(text) ?? before().find((script) => script !== undefined) ?? persona.chinese
}
