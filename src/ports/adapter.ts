/** What the core asks of a platform, and what a platform may offer. */
import type { ThreadEvent } from '../domain/event.ts'
import type { AccountId, ThreadId } from '../domain/ids.ts'
import type { Attachment, Button, InboundMessage, Lang, Media, OutboundMessage, Surface } from '../domain/message.ts'
import type { ReplyWindow } from '../domain/reply-window.ts'
import type { Clock } from './clock.ts'
import type { AmongProcesses, Hold } from './holds.ts'
import type { KeyValues } from './key-values.ts'

/** A platform's read position (an update offset), committed together with the messages read up to it. */
export interface Cursor {
  readonly name: string
  readonly value: string
  /** Under which it was read: nothing of what was heard is written once another process has it. If absent, nobody else reads there. */
  readonly hold?: Hold
}

/** What was heard at once. */
export interface Heard {
  readonly messages: readonly InboundMessage[]
  readonly events?: readonly ThreadEvent[]
  readonly cursor?: Cursor
  /** More waits to be heard right behind it. */
  readonly hasMore?: boolean
}

/**
 * Resolves only when all of it is durable, in one transaction. Messages already known are dropped silently.
 * @throws {MascotError} `hold-lost`, with nothing written, when another process has the cursor's hold by now
 */
export type Receive = (heard: Heard) => Promise<void>

export interface Sent {
  /** The platform's id for what was sent; of several messages the last one's. */
  readonly messageId: string
  /** The ids of all messages that it became, in order. Absent: it is one. */
  readonly parts?: readonly string[]
  /** A file of it was refused there, so the words of `ifRefused` were said in place of it all. */
  readonly isInstead?: true
}

/** What the platform's surface can show; review fits every text to it. */
export interface SurfaceAbilities {
  /** Most UTF-16 units in one message. */
  readonly maxLength: number
  /** `none`: markdown marks would be seen as they are; `light`: bold, italics, code and links are shown. */
  readonly markdown: 'none' | 'light'
  readonly buttons: boolean
  /** A product is shown as one thing: picture, name, words and the way to its page. If absent, as words, with its picture before them. */
  readonly cards?: true
  /** What its buttons may be. If absent, as many and as long as the persona has. */
  readonly buttonLimits?: ButtonLimits
  /** Most bytes of UTF-8 in one message, where the platform counts them. If absent, it does not. */
  readonly maxBytes?: number
}

export interface ButtonLimits {
  /** Under one message. What is more stands as words in the message. */
  readonly most: number
  /** UTF-16 units of what is read on it; longer ones are cut. */
  readonly labelLength: number
  /** Bytes of what comes back when it is pressed; the adapter keeps longer ones under a short name. */
  readonly valueLength: number
}

/** A path the adapter serves over the one HTTP server. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** `peer`: the address the request came from, if it is known. */
  handle(request: Request, peer?: string): Promise<Response>
}

/** The persona's face, for the platform's profile and for hearing its name. Every text by language. */
export interface Face {
  readonly name: string
  readonly nicknames: readonly string[]
  readonly brand: string
  /** The first is the home language. */
  readonly languages: readonly [Lang, ...Lang[]]
  readonly bio?: Readonly<Record<Lang, string>>
  /** `#rrggbb` */
  readonly colour: string
  /** A sign beside the name where there is no picture. */
  readonly symbol: string
  /** Absolute path. */
  readonly avatarPath?: string
  /** What a fan can type after a slash, with a short description by language. */
  readonly commands: readonly {
    readonly name: string
    readonly about: Readonly<Record<Lang, string>>
    /** Heard from anyone, offered only to who administers the group. */
    readonly isForAdministrators?: boolean
  }[]
  /** What can be tapped beside a private talk. If absent, the platform's own menu, if it has one, stays as it is. */
  readonly menu?: readonly MenuEntry[]
}

/** A `value` is `/command` or `answer:ID`. With `items` it opens these. */
export type MenuEntry = Button | { readonly label: string; readonly items: readonly Button[] }

/** An adapter's events for the operator. Details never hold a token or the words of a fan. */
export type AdapterLog = Readonly<
  Record<'debug' | 'info' | 'warn' | 'error', (details: object, message: string) => void>
>

/** One line of a private talk as its fan may see it. */
export interface TalkLine {
  /** Orders them. */
  readonly row: number
  /** The platform's id. */
  readonly id?: string
  /** Epoch ms. */
  readonly at: number
  readonly from: 'fan' | 'brand'
  /** Of a person who speaks as themselves. */
  readonly personName?: string
  readonly text: string
  readonly isLiteral?: true
  readonly isCard?: true
  readonly buttons?: readonly Button[]
  readonly media?: readonly Media[]
  readonly attachments?: readonly Attachment[]
  readonly isEdited?: true
  /** What we left under it. */
  readonly reaction?: string
}

export interface AdapterContext {
  readonly receive: Receive
  readonly face: Face
  readonly clock: Clock
  readonly log: AdapterLog
  /** Told whenever it becomes known that the platform can be heard, or cannot. If absent, nobody watches; if never called, it can since the start. */
  connected?(isUp: boolean): void
  /**
   * How the path begins at which the fetched file of a platform's reference is to lie; an extension may follow, so that whom
   * we forget is found by it. If absent, files lie in a folder of the machine's temporary ones.
   */
  fileFor?(ref: string): string
  /** The last `limit` lines of a private talk, oldest first, for platforms that keep none. If absent, nothing is known of it. */
  talk?(threadId: ThreadId, limit: number): Promise<readonly TalkLine[]>
  /** The bytes of a product's picture on another site, for a page that asks no other site. Undefined: there is none to be had. If absent, it is not shown. */
  picture?(url: string): Promise<Uint8Array | undefined>
  /** A random value of that name, made at the first asking and the same ever after. If absent, the adapter makes its own at each start. */
  secret?(name: string): Promise<string>
  /** Small values that all processes of the brand share, under names of this platform's own. If absent, the adapter keeps them for itself. */
  readonly keyValues?: Pick<KeyValues, 'get' | 'set' | 'add'>
  /** If absent, this process is the only one that connects the bot. */
  readonly among?: AmongProcesses
  /** The committed value of a cursor, or undefined. */
  cursor(name: string): Promise<string | undefined>
  /**
   * Threads with a conversation on this platform, each with the platform id of the last message heard there. `within`: only
   * those whose id begins with this one's, as topics begin with their group's.
   */
  threads(within?: ThreadId): Promise<readonly { readonly threadId: ThreadId; readonly lastMessageId?: string }[]>
}

/** Something an operator should know of the bot on a platform. */
export interface Examined {
  /** In words; never with a secret. */
  readonly says: string
  /** False: fans or staff would not be reached. */
  readonly isGood: boolean
}

export interface PolledVote {
  readonly accountId: AccountId
  /** The place of the option, from 0. */
  readonly choice: number
}

export interface Adapter {
  readonly platform: string
  readonly abilities: SurfaceAbilities
  /** Connects; resolves when messages can arrive. Throws a MascotError if it cannot. */
  start(context: AdapterContext, signal: AbortSignal): Promise<void>
  /**
   * What is `onlyFor` a member, and cannot be, goes to that member in private, else `openly` is said. Where there are reply windows, words
   * within `abilities` become one message of the platform; what became more is told in `Sent.parts`, since each of them is counted.
   * @throws {SendError} permanent or not, or with `isWindowClosed`
   */
  send(message: OutboundMessage): Promise<Sent>
  /** Disconnects; resolves when nothing more can arrive. */
  stop(): Promise<void>
  /**
   * Who the bot is there, and which rights it lacks; asked without `start`, it changes nothing and never throws. If absent, `doctor` says
   * nothing of the platform.
   */
  examine?(): Promise<readonly Examined[]>
  /** How long, and how much, we may say after a fan's word. If absent, or undefined for a surface, we may speak at any time. */
  replyWindow?(surface: Surface): ReplyWindow | undefined
  /**
   * Asks the fan to write again by what the platform takes outside of its window, as words of a person wait; false where the operator has
   * set nothing up for it. If absent, what waits waits. `lang`: of what waits, if that is known. @throws {SendError}
   */
  knock?(threadId: ThreadId, lang: Lang | undefined): Promise<boolean>
  /** If absent, handoffs on this platform have no thread of their own and stay in the desk. */
  openThread?(title: string): Promise<ThreadId>
  /** Where the threads of cases are opened, for what concerns none of them. If absent, or undefined, nothing is said there. */
  staffRoom?(): ThreadId | undefined
  /** Opens a thread of staff's again; false when it is gone, or we may not. If absent, a new one takes its place. */
  reopenThread?(threadId: ThreadId): Promise<boolean>
  /** If absent, nobody sees the persona think. Called only after the decision to speak. */
  showTyping?(threadId: ThreadId): Promise<void>
  /** A link for a button that opens a private talk with us, where `/start payload` is then heard. If absent, a fan finds the way alone. */
  privateLink?(payload: string): string | undefined
  /**
   * Whether what answers this message of a group can be shown to its author alone, as `onlyFor` asks of `send`. If absent,
   * nothing can: private words are said in private, and the group is shown the way there.
   */
  tellsAlone?(message: InboundMessage): boolean
  /** If absent, edits of ours cannot reach the platform. @throws {SendError} */
  editMessage?(threadId: ThreadId, messageId: string, message: OutboundMessage): Promise<void>
  /**
   * Changes what was said in several messages, whose ids these are: those too many are deleted, those missing are sent.
   * Returns the ids it has now. If absent, only what is one message can be changed. @throws {SendError}
   */
  editWhole?(threadId: ThreadId, parts: readonly string[], message: OutboundMessage): Promise<Sent>
  /** Its references (`Attachment.ref`) can be sent again as they are. If absent, the file is fetched and sent anew. */
  readonly resendsRefs?: boolean
  /** The size in bytes that a file of this kind may have there. If absent, what is too large is known when it is refused. */
  mostBytes?(kind: Media['kind'], threadId: ThreadId): Promise<number>
  /** Brings an attachment into a file of this machine and returns its absolute path. If absent, other platforms get what has a URL. */
  fetchFile?(attachment: Attachment): Promise<string>
  /**
   * Opens our private talk with a member of a group, where `onlyFor` may go as well. If absent, or where the platform forbids it
   * (throws), the fan comes by a link. @throws {SendError}
   */
  openPrivate?(accountId: AccountId): Promise<ThreadId>
  /** A link into a group of ours that lets one person in, for some days. If absent, somebody lets them in. @throws {SendError} where we may not */
  inviteLink?(threadId: ThreadId): Promise<string>
  /**
   * Such a link lets in nobody any more; one that is gone already is no error. If absent, it lives out its days.
   * @throws {SendError} temporary, or where we may not
   */
  takeBackInvite?(threadId: ThreadId, link: string): Promise<void>
  /**
   * All votes in a poll of ours; undefined: they were told as they were cast (`voted`), or it is no poll. `isOver`: it takes no more from
   * now on. If absent, the platform has no polls, and its members vote by buttons. @throws {SendError} where they cannot be had for now
   */
  pollVotes?(threadId: ThreadId, messageId: string, isOver: boolean): Promise<readonly PolledVote[] | undefined>
  /**
   * Shows a title beside a member's name in a group, in the place of the one that was, or takes that away; `now` absent: none. False
   * where we lack the right, or the platform shows it to nobody. If absent, titles are said in words alone. @throws {SendError} temporary
   */
  setTitle?(
    threadId: ThreadId,
    accountId: AccountId,
    title: { readonly now?: string; readonly was?: string },
  ): Promise<boolean>
  /** If absent, what was said while away is whatever the platform redelivers by itself. */
  fetchSince?(threadId: ThreadId, messageId: string): Promise<readonly InboundMessage[]>
  /**
   * If absent, name, bio, avatar and commands are set by hand on the platform. Called at start and when the persona was
   * saved; does nothing when nothing changed.
   */
  setProfile?(face: Face): Promise<void>
  /**
   * What can be tapped beside a private talk becomes this; undefined: it stays as it is. Called when `setProfile` is, does nothing when nothing
   * changed, and tells the operator what the platform refuses. If absent, the platform has no such menu.
   */
  setMenu?(menu: Face['menu']): Promise<void>
  /** If absent, it serves nothing over HTTP. */
  routes?(): readonly Route[]
}
