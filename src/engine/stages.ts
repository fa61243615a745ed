/** The turn as each stage hands it on, with all that it may be answered from: one value, built once. */
import { casePayload } from '../domain/came-by.ts'
import type { AcceptedMessage, OpenCase, TranscriptLine } from '../domain/conversation.ts'
import type { Fact, Fan } from '../domain/fan.ts'
import type { Author, Lang } from '../domain/message.ts'
import type { Tone } from '../domain/standing.ts'
import type { Timed } from '../domain/timed.ts'
import type { Turn } from '../domain/turn.ts'
import type { Assessment } from '../hearing/assess.ts'
import type { CrisisInForce } from '../issues/live/in-force.ts'
import type { Findings, Knowledge } from '../knowledge/create-knowledge.ts'
import type { Persona } from '../persona/persona.ts'
import type { CompiledPrompt } from '../persona/prompt/prompt.ts'
import type { CaseReader } from '../ports/case-reader.ts'
import type { Circle } from '../ports/circle.ts'
import type { DecideOptions } from '../ports/decide.ts'
import type { Duty } from '../ports/duty.ts'
import type { FirstWords } from '../ports/first-words.ts'
import type { Helpers } from '../ports/helpers.ts'
import type { Links } from '../ports/links.ts'
import type { LookUps } from '../ports/look-ups.ts'
import type { Memory } from '../ports/memory.ts'
import type { Model } from '../ports/model.ts'
import type { OwnLinks } from '../ports/own-links.ts'
import type { Standings } from '../ports/standings.ts'
import type { Titles } from '../ports/titles.ts'
import type { Works } from '../ports/works.ts'
import type { WorksMade } from '../ports/works-made.ts'
import type { ChineseScript } from '../words/languages/base-language.ts'
import type { Standing } from './attend/limits.ts'
import type { Rotation } from './recall/rotation.ts'
import type { Writer } from './recall/writer.ts'

/** What a turn is answered with. Replaced as a whole when the operator saves the YAML; a turn keeps the one it began with. */
export interface Brain {
  readonly persona: Persona
  readonly knowledge: Knowledge
  /** In the home language: for what is written to staff and for the bot itself. */
  readonly prompt: CompiledPrompt
  /** Of a turn's language, compiled when it is first needed: the stable prefix, the canary in it, and what must never be repeated. */
  readonly promptIn: (lang: Lang) => CompiledPrompt
  readonly model?: Model
  /** Sees what could bind the brand before it is sent. If absent, nobody does but the program. */
  readonly reader?: Model
  /** A question as a vector that goes with the index's own; undefined when it cannot be had in time. If absent, words alone count. */
  readonly meaningOf?: (text: string) => Promise<Float32Array | undefined>
  /** What is amber or red just now. If absent, nothing is. */
  readonly crises?: readonly CrisisInForce[]
}

export type DeskCases = Pick<CaseReader, 'get' | 'promisedUntil' | 'elsewhere' | 'inPrivate' | 'waits' | 'waiting'> &
  Pick<Duty, 'onDuty'>

/** By what, and in which standing, a turn is answered. */
export interface Means
  extends Pick<
    DecideOptions,
    | 'signal'
    | 'privateLink'
    | 'invitesTo'
    | 'tellsAlone'
    | 'writesFirst'
    | 'pictureOf'
    | 'waiting'
    | 'patience'
    | 'onlooker'
  > {
  readonly brain: Brain
  /** That of the brain. */
  readonly persona: Persona
  readonly memory: Pick<Memory, 'exportFan'>
  /** Keeps a file for some days, for the platform to send, and returns its path. If absent, nothing is sent as a file. */
  readonly keepFile?: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<string>
  /** If absent, nobody offers to help here. */
  readonly helpers?: Helpers
  /** If absent, nothing of fans is shown here. */
  readonly works?: Works
  /** If absent, fans have no page of their own. */
  readonly ownLinks?: Pick<OwnLinks, 'keep'>
  /** Where people open our pages. If absent, they cannot. */
  readonly publicUrl?: string
  /** If absent, no accounts are joined here. */
  readonly links?: Links
  /** If absent, the shop is asked nothing. */
  readonly lookUps?: LookUps
  /** If absent, nothing is known of what sets fans apart. */
  readonly standings?: Standings
  /** If absent, nobody has a title here. */
  readonly titles?: Titles
  /** If absent, there is no circle. */
  readonly circles?: Circle
  /** Whether more of our words promote than the persona allows. If absent, nobody counts it. */
  readonly promotesTooMuch?: () => Promise<boolean>
  /** What was said unasked. If absent, nobody counts it. */
  readonly firstWords?: FirstWords
  /** If absent, nobody offers works here. */
  readonly worksMade?: WorksMade
  /** If absent, nobody works cases here. */
  readonly cases?: DeskCases
  readonly standing: Standing
  /** If absent, nobody watches how long its stations take. */
  readonly timed?: Timed
}

/** After attend: it is for us. */
export interface Attended extends Turn {
  readonly author: Author
  /** What is read of the turn, oldest first; the rest of it was not for us. */
  readonly read: readonly AcceptedMessage[]
  /** The messages read, as one cleaned text without the persona's name in front. */
  readonly text: string
  /** In a group, nobody addressed us: only what is surely wanted may be said. */
  readonly isAmbient: boolean
  /** A card number stands in it for everybody to read: that comes before all else but danger. */
  readonly hasCard?: true
  /** Heard although quiet, a limit or staff who have the fan would have kept us silent. */
  readonly isFirst?: true
  /** Read so late that one line has to do. */
  readonly isLate: boolean
  /** Another bot called us, and may have one answer. */
  readonly isFromBot?: true
  /** Many members called us at once: one reply has to do for all of them. */
  readonly isStorm: boolean
}

/**
 * After recall: what was said, what is known, what kind of message it is and how hot. Of a storm, author and text are those
 * of the question most of them ask.
 */
export interface Recalled extends Attended, Means {
  readonly lang: Lang
  /** The message is in a language that the persona does not speak. */
  readonly isForeign: boolean
  /** The language of such a message, where the built-in lines know it: they are said in it. */
  readonly fanLang?: Lang
  /** In which characters this fan reads Chinese. */
  readonly chinese: ChineseScript
  /** It begins with the name of a member who spoke lately: said to them. */
  readonly isToMember: boolean
  /** It asks whether a bot writes; `text` is without that where something else is said. */
  readonly asksWho: boolean
  readonly transcript: readonly TranscriptLine[]
  readonly fan: Fan
  readonly facts: readonly Fact[]
  /** How who is answered stands to the brand, by what may be read here. Absent where the persona makes no difference. */
  readonly tone?: Tone
  /** Of who is answered. */
  readonly openCase?: OpenCase
  readonly findings: Findings
  readonly rotation: Rotation
  readonly writer: Writer
  readonly assessment: Assessment
}

/** Commands that go on in private where a group asks for them; all else goes on as a case. */
const carried: readonly string[] = ['mydata', 'forget', 'me']

/** In a group, whether who is answered can be told something that nobody else sees. */
export function canTellAlone({
  conversation,
  read,
  isStorm,
  tellsAlone,
}: Attended & Pick<Means, 'tellsAlone'>): boolean {
  const last = read.at(-1)
  return conversation.surface === 'group' && !isStorm && last !== undefined && tellsAlone?.(last) === true
}

/** The same, or what goes to them in our private talk, where we may write first. Not for words that ask something back. */
export function reachesAlone(turn: Attended & Pick<Means, 'tellsAlone' | 'writesFirst'>): boolean {
  return canTellAlone(turn) || (turn.conversation.surface === 'group' && !turn.isStorm && turn.writesFirst === true)
}

/** Undefined where the platform has no such link. */
export function linkToPrivate(
  { privateLink, read }: Pick<Attended, 'read'> & Pick<Means, 'privateLink'>,
  payload?: string,
): string | undefined {
  if (payload !== undefined) return privateLink?.(payload)
  const asked = read.findLast(({ command }) => command !== undefined)?.command?.name
  return privateLink?.(asked !== undefined && carried.includes(asked) ? asked : casePayload)
}
