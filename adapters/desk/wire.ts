/**
 * What the desk page and its server say to each other, in JSON. Both sides import these types; nothing here runs.
 *
 * Every path is under `/desk/api`. GET needs the session's cookie. POST needs the cookie, `content-type: application/json`
 * and the header `x-mascot-csrf` with the session's `csrf`; from another origin it is refused. Errors are `{error: Problem}`
 * with 400 (bad request), 401 (no session), 403 (not allowed), 404, 409 (refused by the desk), 413, 429 or 500.
 *
 * | method and path                      | in               | out             |
 * |--------------------------------------|------------------|-----------------|
 * | POST `/sign-in` (no cookie, no csrf) | `SignInRequest`  | `Me` and cookie |
 * | POST `/sign-out`                     | `{}`             | `{}`            |
 * | GET  `/me`                           |                  | `Me`            |
 * | GET  `/cases?status=&team=&mine=`, with `&after=&limit=` or `&ids=` | | `CaseList` |
 * | GET  `/cases/:id`                    |                  | `CaseDetail`    |
 * | POST `/cases/:id/act`                | `ActRequest`     | `ActResponse`   |
 * | POST `/cases/:id/files`              | multipart `file` | `Uploaded`      |
 * | POST `/cases/:id/draft`              | `{text: string}` | `{}`            |
 * | POST `/cases/:id/looking`            | `{}` every 20 s  | `{}`            |
 * | GET  `/cases/:id/answers?words=`     |                  | `Suggestions`   |
 * | GET  `/cases/:id/media/:row/:nth`    |                  | the file        |
 * | GET  `/products/:id/picture`         |                  | the picture     |
 * | GET  `/talks?after=&named=`          |                  | `TalkList`      |
 * | POST `/talks/step-in`                | `{threadId}`     | `ActResponse`   |
 * | GET  `/proposals`                    |                  | `ProposalList`  |
 * | POST `/proposals/:id`                | `{isApproved, words?, sure?}` | `ActResponse`   |
 * | POST `/duty`                         | `{isOn}`         | `ActResponse`   |
 * | GET  `/sessions` (lead, operator: everybody's; staff: one's own) | | `SessionList` |
 * | POST `/sessions/:id/end`             | `{}`             | `{}`            |
 * | GET  `/audit?about=` (lead, operator) |                 | `AuditList`     |
 * | GET  `/events`                       |                  | SSE             |
 *
 * SSE: `event: changed` with `{id?: string}` (read again what you show; no id: everything), `event: looking` with
 * `Looking`, `event: ended` when the session is over, and a comment every 20 s to keep the line open.
 */

export type Role = 'staff' | 'lead' | 'operator'

export interface Problem {
  readonly code: string
  /** For the staff member to read, plain text. */
  readonly message: string
}

export interface SignInRequest {
  /** From the fragment of the one-time link, `/desk/#in=SECRET`: a fragment reaches no log and no link preview. */
  readonly secret: string
}

export interface Me {
  readonly staffId: string
  readonly name: string
  readonly role: Role
  readonly csrf: string
  /** Epoch ms. */
  readonly expiresAt: number
  /** The pages for leads, under /desk/lead, are open to them. */
  readonly mayLead: boolean
  readonly isOnDuty: boolean
  readonly onDuty: readonly string[]
  readonly persona: PersonaCard
  readonly teams: readonly { readonly id: string; readonly name: string; readonly isOpen: boolean }[]
  /** The server's clock, epoch ms: SLA clocks are shown by it. */
  readonly now: number
}

export interface PersonaCard {
  readonly name: string
  readonly brand: string
  /** `#rrggbb` */
  readonly colour: string
  readonly symbol: string
}

export type Timer = 'first-response' | 'next-response' | 'resolution' | 'snooze' | 'silence' | 'csat' | 'window'

export interface CaseRow {
  readonly id: string
  /** The beginning of its id, as on cards: `#1a2b3c4d`. */
  readonly number: string
  readonly fanName: string
  /** Beside the name: two of one name are told apart by it, and one who took another's. */
  readonly fanTag?: string
  readonly platform: string
  readonly surface: 'direct' | 'group'
  readonly reason: string
  /** In words, for people. */
  readonly reasonWords: string
  readonly status: 'waiting' | 'assigned' | 'closed'
  readonly handler: 'bot' | 'staff'
  readonly team?: string
  /** As the persona calls it. */
  readonly teamName?: string
  readonly assignee?: { readonly id: string; readonly name: string }
  readonly summary: string
  /** Epoch ms, as all times here. */
  readonly openedAt: number
  readonly closedAt?: number
  readonly lastSaid?: { readonly at: number; readonly from: 'fan' | 'brand'; readonly text: string }
  readonly timers: Readonly<Partial<Record<Timer, number>>>
  readonly breaches: number
  readonly snoozedUntil?: number
  readonly lang?: string
  readonly csat?: number
  /** It began in a group and went on in private: it can be closed with a word there. */
  readonly isFromGroup?: boolean
  /** Where it stands in its list: compared number by number, the smaller first; of equal ones, by id. */
  readonly order: readonly number[]
}

export interface CaseList {
  /** A page of them; with `ids`, those of the given that fit the filter. */
  readonly cases: readonly CaseRow[]
  /** For `after`: from where it goes on. Absent: these are the last. */
  readonly next?: string
  /** Of all open cases, whatever the filter. */
  readonly counts: { readonly waiting: number; readonly assigned: number; readonly mine: number }
  readonly now: number
}

export type SpeakerKind = 'fan' | 'bot' | 'approved' | 'person' | 'person-as-brand'

export interface Line {
  readonly row: number
  readonly at: number
  readonly speaker: SpeakerKind
  /** Who: the fan's name, the persona's, or the staff member's (also where the brand spoke). */
  readonly name: string
  readonly text: string
  /** What it answers, whose words it passes on, where its words lead: a line each. */
  readonly beside?: readonly string[]
  /** Of `approved`. */
  readonly answerId?: string
  /** Of the bot's words: who of the staff let them go. */
  readonly sentBy?: string
  /** Of ours: whether it arrived; `dead`: it never will, and `reason` says why. */
  readonly delivery?: 'pending' | 'held' | 'sent' | 'dead'
  readonly reason?: string
  readonly isEdited?: boolean
  readonly isDeleted?: boolean
  /** Our own words that this staff member may edit and delete. */
  readonly isMine?: boolean
  /** What the fan shows beside it. */
  readonly reactions?: readonly string[]
  readonly media: readonly MediaItem[]
}

export interface MediaItem {
  readonly kind: string
  readonly name?: string
  /** What stands for it in text. */
  readonly description?: string
  /** Under `/desk/api`, if its file can be brought here. */
  readonly path?: string
  /** Shown in place; anything else is offered for download. */
  readonly isPicture: boolean
}

export interface CaseDetail {
  readonly case: CaseRow
  readonly fan: {
    readonly since?: number
    readonly lang?: string
    /** What the persona knows, told with consent. */
    readonly facts: readonly { readonly key: string; readonly value: string }[]
  }
  readonly lines: readonly Line[]
  /** What the fan had said in a group when they were shown the way into private, oldest first, with its files by name. */
  readonly ledHere: readonly { readonly at: number; readonly words: string; readonly beside: readonly string[] }[]
  /** What the fan was told that somebody will do, oldest first; without `outcome` it is open, or a newer one took its place. */
  readonly promises: readonly {
    readonly text: string
    readonly dueAt: number
    readonly outcome?: 'kept' | 'broken'
  }[]
  readonly notes: readonly { readonly at: number; readonly staff: string; readonly text: string }[]
  readonly history: readonly {
    readonly at: number
    readonly who: string
    readonly what: string
    readonly detail?: string
  }[]
  /** What only the shop knows, as it stands beside the talk. */
  readonly shop: ShopBeside
  /** Approved answers that come close to what the fan asked. */
  readonly answers: readonly Suggestion[]
  readonly canned: readonly { readonly name: string; readonly text: string }[]
  /** What the bot would have said, or what `suggest` wrote last. */
  readonly botDraft?: string
  /** Replies that wait for somebody to send them, then those that waited last, the newest first. */
  readonly drafts: readonly HeldDraft[]
  /** Set by staff: whether drafts wait in this conversation; absent: as the persona says. */
  readonly isDrafting?: boolean
  /** How long words reach the fan, and how many; `closed`: they wait until the fan writes. Absent: always. */
  readonly replyClock?: 'closed' | { readonly until: number; readonly messages?: number }
  /** Where the shop or the CRM shows this fan; good for a day. */
  readonly contextUrl?: string
  /** What this staff member typed and did not send. */
  readonly myDraft: string
  readonly looking: readonly string[]
  /** Others with the same trouble, worked on here. */
  readonly followers: readonly CaseRow[]
  readonly now: number
}

export interface ShopBeside {
  /** What staff may ask the shop; `told`: what the fan's words hold of it. */
  readonly lookUps: readonly {
    readonly id: string
    readonly about: string
    readonly needs: readonly { readonly id: string; readonly shape: string; readonly told?: string }[]
  }[]
  /** What it answered within a day, the newest first. */
  readonly looked: readonly Looked[]
  /** That the fan's last words speak of. */
  readonly products: readonly ProductShown[]
  /** The fan has proved by a code whose orders these are. */
  readonly verifiedUntil?: number
}

export interface Looked {
  readonly about: string
  readonly given: readonly string[]
  readonly state: string
  /** Nothing is known of it, or it could not be asked. */
  readonly isInVain: boolean
  readonly says: string
  readonly at: number
  readonly by: string
  /** `doneBy`: pressed, and by whom. */
  readonly actions: readonly { readonly id: string; readonly label: string; readonly doneBy?: string }[]
}

export interface ProductShown {
  readonly id: string
  readonly name: string
  readonly price?: string
  readonly about?: string
  readonly url?: string
  readonly isSoldOut?: boolean
  /** Under `/desk/api`. */
  readonly picture?: string
}

export interface HeldDraft {
  readonly id: string
  readonly state: 'open' | 'sent' | 'edited' | 'dropped' | 'stale' | 'expired'
  readonly text: string
  /** What could be pressed under it. */
  readonly buttons: readonly string[]
  /** Decision, answer and how sure, in a line. */
  readonly why: string
  readonly at: number
  /** Who of the staff ended it. */
  readonly by?: string
}

export interface Suggestion {
  readonly id: string
  readonly title: string
  readonly text: string
}

export interface Suggestions {
  readonly answers: readonly Suggestion[]
}

export type WrongKind = 'fact' | 'tone' | 'handover' | 'quiet' | 'other'

/** As `Act` of the desk's port; `takesOver` needs a lead. */
export type ActRequest =
  | { readonly kind: 'claim'; readonly takesOver?: boolean }
  | { readonly kind: 'release' }
  | { readonly kind: 'pass'; readonly team: string; readonly words?: string }
  | { readonly kind: 'reply'; readonly text: string; readonly asBrand?: boolean; readonly files?: readonly string[] }
  | { readonly kind: 'canned'; readonly name: string }
  /** `draft`: a reply that waits, with `text` in its place if given; absent: the last suggestion. */
  | { readonly kind: 'send-draft'; readonly draft?: string; readonly text?: string; readonly files?: readonly string[] }
  | { readonly kind: 'drop-draft'; readonly draft: string }
  | { readonly kind: 'drafts'; readonly isOn: boolean }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'snooze'; readonly minutes: number }
  | { readonly kind: 'suggest'; readonly hint?: string }
  | { readonly kind: 'edit'; readonly text: string; readonly row: number }
  | { readonly kind: 'delete'; readonly row: number }
  | { readonly kind: 'bot'; readonly isOn: boolean }
  | { readonly kind: 'hand-back' }
  | { readonly kind: 'resolve'; readonly isSilent?: boolean; readonly isPublic?: boolean }
  | { readonly kind: 'join'; readonly lead: string }
  | { readonly kind: 'learn'; readonly row?: number }
  /** Asks the shop; what it answers is noted. `given`: as it was typed, by need. */
  | { readonly kind: 'look'; readonly lookUp: string; readonly given: Readonly<Record<string, string>> }
  /** Has done what was offered about what was found. */
  | { readonly kind: 'press'; readonly action: string }
  | { readonly kind: 'wrong'; readonly what: WrongKind; readonly words?: string; readonly row: number }

export interface ActResponse {
  /** False only where it is asked back about: whatever else is not done is an error. */
  readonly isDone: boolean
  /** The same sent once more with this `sure` does it. */
  readonly asks?: { readonly label: string; readonly sure: string }
  /** Plain text for whoever acted. */
  readonly says: string
  readonly caseId?: string
  readonly draft?: string
  readonly proposalId?: string
}

/** A file to go with the next reply, or with a draft, by `id`. */
export interface Uploaded {
  readonly id: string
  readonly name: string
}

export interface Looking {
  readonly caseId: string
  readonly names: readonly string[]
}

export interface TalkList {
  readonly talks: readonly {
    readonly threadId: string
    readonly fanName: string
    readonly platform: string
    readonly surface: 'direct' | 'group'
    readonly at: number
    /** The open case there, if one is. */
    readonly caseId?: string
  }[]
  /** For `after`: from where it goes on. */
  readonly next?: string
}

export interface ProposalList {
  readonly proposals: readonly {
    readonly id: string
    readonly by: string
    readonly at: number
    readonly answerId: string
    readonly asks: readonly string[]
    readonly answer: Readonly<Record<string, string>>
    /** The home language of the persona, where the answer has no words in it: a yes needs them. */
    readonly lacks?: string
    /** Of a scene, which goes into scenes.yaml: then `answerId` is its id, and there is no answer. */
    readonly scene?: { readonly title: string; readonly lines: readonly string[] }
    readonly caseId?: string
  }[]
  /** Whether this staff member may decide them. */
  readonly mayDecide: boolean
}

export interface SessionList {
  readonly sessions: readonly {
    readonly id: string
    readonly name: string
    readonly role: Role
    readonly openedAt: number
    readonly expiresAt: number
    readonly browser: string
    readonly isThis: boolean
  }[]
}

export interface AuditList {
  readonly entries: readonly {
    readonly at: number
    readonly who: string
    readonly what: string
    readonly about?: string
    readonly detail?: string
  }[]
}
