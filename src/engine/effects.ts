/** Last stage: a decision and its changes as the rows that settle writes. Pure. */
import { toStaff } from '../desk/acts/say.ts'
import type { AcceptedMessage, ConversationState } from '../domain/conversation.ts'
import type { Bubble, Decision } from '../domain/decision.ts'
import type { HeldReply } from '../domain/draft.ts'
import type { Effects } from '../domain/effects.ts'
import type { AccountId } from '../domain/ids.ts'
import type { Reported } from '../domain/issue.ts'
import type { SaidElsewhere } from '../domain/link.ts'
import type { Lang, Media, Outgoing } from '../domain/message.ts'
import { bot } from '../domain/speaker.ts'
import type { NewEvidence } from '../domain/standing.ts'
import type { Turn } from '../domain/turn.ts'
import { forStaff } from '../persona/voice/voice.ts'
import { deletions } from './attend/card-in-public.ts'
import { saidInGroup } from './attend/cases-in-private.ts'
import type { Changes } from './verdict.ts'

/** How a held reply is kept; its words come from the decision. */
export type Holding = Omit<HeldReply, 'outgoing'> & Pick<NonNullable<Effects['draft']>, 'summary' | 'team' | 'timers'>

export interface Outcome {
  readonly decision: Decision
  readonly changes: Changes
  /** Goes with the first words. */
  readonly media?: Media | undefined
  readonly moreMedia?: readonly Media[] | undefined
  /** Whose turn it was; absent when nobody was attended to. */
  readonly accountId?: AccountId
  /** Said in other threads. */
  readonly elsewhere?: readonly SaidElsewhere[]
  /** Set where the words wait for a person. */
  readonly held?: Holding
  readonly reports?: readonly Reported[]
  readonly evidence?: readonly NewEvidence[]
}

const [unquoted] = toStaff('🪦 A fan who was quoted here asked to be forgotten: what quoted them is deleted.')

/** `read`: what was answered, where that is less than the turn; `fanLang`: the fan's own language, where the persona does not speak it. */
type Answered = Turn & { readonly read?: readonly AcceptedMessage[]; readonly fanLang?: Lang }

const [farewell] = toStaff(
  '🪦 This fan asked to be forgotten: the case is closed, and what the bot showed of it here is deleted. Please delete what you wrote about them.',
)

const STAYS = forStaff(
  '⛔ This is of a fan who was forgotten, and cannot be deleted from here. Please delete it by hand.',
)

const tombstone = farewell && {
  words: farewell,
  title: { kind: 'title', title: forStaff('🪦 Forgotten'), speaker: bot } as const,
  stays: STAYS,
}

/** What staff read of a fan who is forgotten. */
export const forgottenWords: Pick<Effects, 'tombstone' | 'unquoted'> = {
  ...(tombstone && { tombstone }),
  ...(unquoted && { unquoted }),
}

export function effectsOf(
  turn: Answered,
  { decision, changes, accountId, media, moreMedia, held, reports = [], evidence = [], elsewhere }: Outcome,
): Effects {
  const toCases = saidInGroup(turn, changes.cases)
  const said = outgoing(turn, decision, { media, moreMedia }, accountId)
  return {
    outbox: [...deletions(turn, decision), ...(held ? [] : said)],
    decision,
    conversation: conversationPatch(turn, changes, accountId, turn.fanLang ?? decision.lang),
    ...(decision.kind === 'handoff' && accountId ? { handoff: { ...decision.handoff, accountId } } : {}),
    ...(held && accountId ? { draft: { ...held, outgoing: said, accountId } } : {}),
    ...(changes.unremember && accountId ? { unremember: { accountId, facts: changes.unremember } } : {}),
    ...(changes.remember && accountId ? { remember: { accountId, facts: changes.remember } } : {}),
    ...(changes.consent && accountId
      ? { consent: { accountId, consent: changes.consent, ...(changes.isConsentOfAll && { isOfAll: true }) } }
      : {}),
    ...(changes.scope && accountId ? { scope: { accountId, isEverywhere: changes.scope === 'everywhere' } } : {}),
    ...(changes.wantsNews !== undefined && accountId ? { wantsNews: { accountId, isWanted: changes.wantsNews } } : {}),
    ...(changes.introduced && accountId ? { introduced: accountId } : {}),
    ...(changes.forget && accountId
      ? { forget: accountId, ...forgottenWords }
      : { ...(reports.length > 0 ? { reports } : {}) }),
    ...(changes.link ? { link: changes.link } : {}),
    ...(changes.helper ? { helper: changes.helper } : {}),
    ...(changes.standing ? { standing: changes.standing } : {}),
    ...(changes.titlesTold ? { titlesTold: changes.titlesTold } : {}),
    ...(changes.vote ? { vote: changes.vote } : {}),
    ...(evidence.length > 0 && !changes.forget && !(changes.standing?.kind === 'off') ? { evidence } : {}),
    ...(changes.work ? { work: changes.work } : {}),
    ...(elsewhere ? { elsewhere } : {}),
    ...(decision.reason === 'holding' ? saysHeld(turn) : {}),
    ...(toCases.length > 0 ? { saidInGroup: toCases } : {}),
    ...(changes.cases && changes.cases.length > 0 ? { cases: changes.cases } : {}),
  }
}

function saysHeld({ read, messages }: Answered): Pick<Effects, 'saysHeld'> {
  const withFiles = (read ?? messages).filter(({ attachments = [] }) => attachments.length > 0)
  return withFiles.length > 0 ? { saysHeld: withFiles.map(({ id }) => id) } : {}
}

function outgoing(
  turn: Answered,
  decision: Decision,
  { media, moreMedia }: Pick<Outcome, 'media' | 'moreMedia'>,
  accountId: AccountId | undefined,
): readonly Outgoing[] {
  switch (decision.kind) {
    case 'silent':
      return []
    case 'react':
      return [{ kind: 'reaction', emoji: decision.emoji, messageId: decision.messageId, speaker: decision.speaker }]
    case 'reply':
    case 'clarify':
    case 'handoff': {
      const asked = turn.conversation.surface === 'group' ? (turn.read ?? turn.messages).at(-1)?.id : undefined
      const replyTo = (bubble: Bubble, isFirst: boolean) => {
        const id = bubble.replyTo ?? (isFirst ? asked : undefined)
        return id === undefined ? {} : { replyTo: id }
      }
      return decision.bubbles.map((bubble, index) => ({
        kind: 'text',
        text: bubble.text,
        speaker: decision.speaker,
        ...(bubble.isCard ? { isCard: bubble.isCard } : {}),
        ...(bubble.buttons ? { buttons: bubble.buttons } : {}),
        ...(bubble.work ? { work: bubble.work } : {}),
        // What is for one alone is found by what it answers.
        ...replyTo(bubble, index === 0 || bubble.alone !== undefined),
        ...(decision.lang ? { lang: decision.lang } : {}),
        ...(index === 0 && media && !bubble.alone ? { media, ...(moreMedia ? { moreMedia } : {}) } : {}),
        ...(bubble.media && !bubble.alone ? { media: bubble.media } : {}),
        ...(bubble.alone && accountId ? { onlyFor: accountId, ...bubble.alone } : {}),
      }))
    }
  }
}

/** What the shop knows of a fan who is forgotten is asked for anew, with its proof. */
const nothingLookedUp = { lookUp: undefined, code: undefined, verified: undefined, lookedUp: undefined }

/** An open question of ours to this fan is closed by whatever they said next, unless the decision keeps or renews it. */
function conversationPatch(turn: Turn, changes: Changes, accountId: AccountId | undefined, lang: Lang | undefined) {
  const before = turn.conversation.state
  const isTheirs = accountId !== undefined && before.pending?.accountId === accountId
  const merged = {
    ...before,
    ...(isTheirs ? { pending: undefined } : {}),
    ...(changes.forget ? nothingLookedUp : {}),
    ...changes.state,
  }
  const state = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as ConversationState
  return { state, ...(lang && accountId ? { lang } : {}) }
}
