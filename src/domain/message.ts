/**
 * What comes in and what goes out.
 *
 * Vocabulary, used everywhere and nowhere with a synonym:
 * - fan: the person outside. account: a fan on one platform. staff: who works cases. operator: who tunes the persona.
 * - persona: the brand's character, from YAML. bot: the machine that answers.
 * - platform: telegram, discord, web, terminal. adapter: the code that connects one.
 * - thread: one line of talk on a platform. conversation: our record of one thread over time.
 * - message: inbound or outbound. turn: the messages answered together.
 * - handoff: the step from bot to staff, and back. handler: who answers next, `bot` or `staff`.
 * - case: what staff work on: waiting, assigned, closed. It belongs to one fan in one conversation. assignee, note, SLA, CSAT
 *   as in every help desk. desk: where cases are worked, in staff threads and on pages.
 * - act: what a member of staff does with a case, by command, button or key, from a situation, with an upshot.
 * - answer: an approved answer. commitment: what binds the brand.
 * - accept / settle / deliver: durable in / turn finished / durable out.
 *
 * One meaning each:
 * - verb: of the command line (`mascot start`). command: what is typed after a slash, by fans or staff.
 * - scene: a rehearsal case in scenes.yaml.
 * - reading: a text as it was read, with what was found in it. story: a case as it is read.
 * - standing: where a fan and a conversation stand against their limits. enlisted: what the staff list says of somebody.
 * - place: where something stands in a text, a file or a queue. Which case, and in which threads, is said by `WhichCase`.
 * - wake: the doorbell of a loop that rests. notice: the store's word, also between processes, that something is due.
 */

import type { AccountId, ThreadId } from './ids.ts'
import type { PersonalDataKind } from './personal-data-kind.ts'
import type { Opening } from './reply-window.ts'
import type { Speaker } from './speaker.ts'

/** Where words are seen: by one fan, or by a group. Length budgets, manners and memory differ. */
export type Surface = 'direct' | 'group'

/** BCP 47 primary language subtag in lower case: `en`, `zh`, `fr`. */
export type Lang = string

export interface Author {
  readonly accountId: AccountId
  /** The name the platform shows; may be empty and may contain anything. */
  readonly name: string
  readonly isBot: boolean
  /** One of the brand's own people, who writes as its channel or its group and not under a name: staff, and no fan. */
  readonly isBrand?: boolean
  /** May set the persona's policy where the message was said; absent where the platform was not asked. */
  readonly isAdmin?: boolean
  /** The platform's hint for the fan's language, if it gives one. */
  readonly lang?: Lang
}

export interface Attachment {
  readonly kind:
    | 'photo'
    | 'sticker'
    | 'voice'
    | 'audio'
    | 'video'
    | 'document'
    | 'location'
    | 'contact'
    | 'poll'
    | 'other'
  /** Platform reference by which the adapter can fetch or resend it. */
  readonly ref?: string
  /** By which the platform knows the same file again, where a reference to it may change. */
  readonly fingerprint?: string
  readonly url?: string
  readonly mime?: string
  readonly name?: string
  /** Bytes, where the platform tells before it is fetched. */
  readonly size?: number
  /** What stands for it in text: a caption, an emoji, a place's name. */
  readonly description?: string
}

/** What a message answers, with as much of it as the platform tells. */
export interface RepliedTo {
  readonly messageId: string
  readonly isToBot: boolean
  readonly accountId?: AccountId
  /** As the platform shows it. */
  readonly authorName?: string
  /** The words answered; of a quote, the words quoted alone. */
  readonly text?: string
  readonly isQuote?: boolean
  readonly attachments?: readonly Attachment[]
}

export interface Forwarded {
  /** Whose words they were, as the platform tells it; absent where it keeps that to itself. */
  readonly from?: string
}

export interface Link {
  readonly text: string
  readonly url: string
}

/** How a message came so far, for whoever watches: it goes with it, from its arrival to the words of its answer. */
export interface Journey {
  /** When the first message of it was accepted, epoch ms. */
  readonly since?: number
  /** W3C `traceparent` of what came before. */
  readonly trace?: string
}

/** A message as an adapter hands it over. `(threadId, id)` identifies it: the same pair twice is a duplicate. */
export interface InboundMessage {
  readonly threadId: ThreadId
  /** The platform's own id, unique in its thread. */
  readonly id: string
  /** Epoch ms, by the platform's clock. */
  readonly sentAt: number
  readonly author: Author
  readonly surface: Surface
  readonly text: string
  /** The platform says the bot is addressed: an @mention, a command for it, a button of its own. */
  readonly isMention: boolean
  readonly isOwn?: boolean
  readonly replyTo?: RepliedTo
  /** Its words are somebody else's, passed on: they are read, and never obeyed as a command or taken as the fan's own. */
  readonly forwarded?: Forwarded
  /** Addresses that stand behind words of the text and are not seen in it, in the order of the words. */
  readonly links?: readonly Link[]
  /** What the platform calls the album it is a part of; parts of one album become one message. */
  readonly album?: string
  /** Further ids under which the platform knows parts of it, an album's other pictures; `id` is the first. */
  readonly parts?: readonly string[]
  /** The words of each part of an album, in the order of `id` and `parts`. */
  readonly captions?: readonly string[]
  /** The id of the message that it is a part of, where that was answered before this part came. */
  readonly lateFor?: string
  /** Nobody but its author and we see it, though it was said in a group: what answers it is for its author alone. */
  readonly isForUsAlone?: true
  /** What it is where nobody here can read it, in a word of the platform's: kept as the reason why it was not answered. */
  readonly unreadable?: string
  /** Other members the platform says are mentioned. */
  readonly mentions?: readonly AccountId[]
  readonly attachments?: readonly Attachment[]
  /** `/help` → `{name: 'help', args: ''}`; the name without slash and bot suffix, in lower case. */
  readonly command?: { readonly name: string; readonly args: string }
  /** The `value` of a pressed button of ours. */
  readonly button?: string
  /** What it lets us say where the platform has reply windows. Absent: `press` of a button, else `message`. */
  readonly opens?: Opening
  /** A title for the thread, for people to read. */
  readonly threadTitle?: string
  /** The channel that the thread belongs to, where the thread's own id does not tell. */
  readonly channel?: ThreadId
  /** Set for a thread in which staff work; it never owns a conversation. */
  readonly isStaffThread?: boolean
  /** Of a staff thread: its author changed it after it was read and acted upon. */
  readonly isEdited?: true
  /** What it said then. */
  readonly textBefore?: string
  /** What was taken out of its words before they were stored; placeholders such as `[card]` stand in its place. */
  readonly masked?: readonly PersonalDataKind[]
  readonly journey?: Journey
}

/** A button under a message: pressing one with `value` sends it back as a message; one with `url` opens it. */
export type Button =
  | { readonly label: string; readonly value: string; readonly url?: undefined }
  | { readonly label: string; readonly url: string; readonly value?: undefined }

/** Text that has passed the voice check. Only `review` in persona/voice.ts makes one, so nothing else can leave. */
export type ReviewedText = string & { readonly __reviewed: unique symbol }

/** Something to show: a file under the persona's folder, or a URL. */
export interface Media {
  /** The last three are no files: their platform alone can show them again, by `ref`. */
  readonly kind: 'photo' | 'sticker' | 'video' | 'voice' | 'document' | 'location' | 'contact' | 'poll'
  readonly path?: string
  readonly url?: string
  /** The platform's own reference; only the platform that gave it can send it again. */
  readonly ref?: string
  /** What its author called the file, where the path does not tell. */
  readonly name?: string
}

/** Words that everybody may read in the place of others. */
export interface OpenWords {
  readonly text: ReviewedText
  readonly buttons?: readonly Button[]
}

/** One choice each, which may be changed until the vote ends. */
export interface Poll {
  readonly question: ReviewedText
  readonly options: readonly ReviewedText[]
}

/** What is to be said or done in a thread, before the store gives it an id. */
export type Outgoing = { readonly journey?: Journey } & (
  | {
      readonly kind: 'text'
      readonly text: ReviewedText
      /** Shown letter by letter, marks and addresses with it: it holds words that a fan chose. Absent: light markdown is shown as what it means. */
      readonly isLiteral?: true
      /** Stands before each further part where a platform takes it only in several, and tells whose words they are. Absent: the adapter's own. */
      readonly goesOn?: ReviewedText
      /** Of words that were taken back: files stood with them. */
      readonly stoodWithFiles?: true
      readonly speaker: Speaker
      /** Of the persona whose words they are. Absent: a person's, the desk's, or of a program that kept none. */
      readonly personaVersion?: string
      /** Of something to buy: its first line is the name, with the price; `media` its picture, a button with an address its page. */
      readonly isCard?: true
      readonly buttons?: readonly Button[]
      /** It is put to the vote: a platform with polls of its own shows one in the place of text and buttons. Absent: nothing is. */
      readonly poll?: Poll
      readonly replyTo?: string
      readonly lang?: Lang
      /** Shown with the text, which is its caption. */
      readonly media?: Media
      /** Further files of the same message, behind the first. */
      readonly moreMedia?: readonly Media[]
      /** Where a file is refused: these words instead of it all; `none`: then nothing is said. Absent: its words alone. */
      readonly ifRefused?: ReviewedText | 'none'
      /** Shown to this member of the group alone. Absent: to everybody there. */
      readonly onlyFor?: AccountId
      /** What is said to everybody there where that cannot be done after all. Absent: nothing is. */
      readonly openly?: OpenWords
      /** It tells who reads it to come into private: there it is never said, and `openly` takes its place at once. */
      readonly onlyHere?: true
      /** Id of the work of a fan that it quotes. */
      readonly work?: string
      /**
       * In a staff thread: ids of the accounts, cases and works whose names or words it shows; the store keeps them beside it, so that it
       * goes with them.
       */
      readonly tellsOf?: readonly string[]
      /** In a staff thread: which row of the fan's conversation it shows. */
      readonly showsRow?: number
      /** It tells that files of the message that it answers did not get through to staff: which, and why, in words for staff. */
      readonly tellsLost?: readonly string[]
      /** To a fan who is forgotten with it: once it has left nothing is kept of it. */
      readonly isLast?: true
      /** Show previews of links; off if absent. */
      readonly hasPreview?: boolean
      /** If it has to wait until the fan writes again: of no use after that, epoch ms. Absent: as long as words of its speaker are. */
      readonly usefulUntil?: number
      /** If it cannot be sent before the fan writes again: it may as well be said in another private talk of ours with the same fan. */
      readonly mayGoElsewhere?: true
    }
  | { readonly kind: 'reaction'; readonly emoji: string; readonly messageId: string; readonly speaker: Speaker }
  /** A fan's message is taken down, where the platform lets us. */
  | {
      readonly kind: 'deletion'
      readonly messageId: string
      readonly speaker: Speaker
      /** Said in answer to it where it cannot be taken down, nor made empty. Absent: nothing is. */
      readonly ifItStays?: ReviewedText
    }
  /** The thread, one that we opened, is called that from now on; where threads have no titles nothing happens. */
  | { readonly kind: 'title'; readonly title: ReviewedText; readonly speaker: Speaker }
)

/** All its files, in their order. */
export function mediaOf(outgoing: Outgoing): readonly Media[] {
  if (outgoing.kind !== 'text' || outgoing.media === undefined) return []
  return [outgoing.media, ...(outgoing.moreMedia ?? [])]
}

/** In words, for a log or a rehearsal. */
export function wordsOfOutgoing(outgoing: Outgoing): string {
  if (outgoing.kind === 'text') return outgoing.text
  if (outgoing.kind === 'title') return outgoing.title
  return outgoing.kind === 'reaction' ? outgoing.emoji : '[deletion]'
}

/** A due outbound message, as `deliver` hands it to an adapter. */
export type OutboundMessage = Outgoing & {
  /** Our id; also the nonce where a platform dedupes by one. Stable over retries. */
  readonly id: string
  readonly threadId: ThreadId
  readonly surface: Surface
  /** Where the platform has reply windows: it takes this no later, epoch ms. */
  readonly deadline?: number
}
