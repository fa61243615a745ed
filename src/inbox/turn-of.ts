/** Which of a conversation's unread messages make up the next turn. Pure. */
import type { AcceptedMessage, Conversation } from '../domain/conversation.ts'
import type { AccountId, TurnId } from '../domain/ids.ts'
import type { Turn } from '../domain/turn.ts'
import { called, danger, type Weight } from '../domain/weight.ts'

/** Most messages, and most UTF-16 units of text, answered together; the rest waits for the next turn. */
const MAX_MESSAGES = 50
const MAX_TEXT = 20_000
/** Members who call the persona at once and are answered together: a line for each would be a flood of its own. */
const STORM = 4
/**
 * So long after the first call others belong to the same storm: who called an hour apart did not call at once, though an
 * outage has all of it read together.
 */
const STORM_MS = 120_000

type Messages = readonly [AcceptedMessage, ...AcceptedMessage[]]

/** What tells a storm from members who talk across each other. */
export interface StormSigns {
  readonly isAddressed: (message: AcceptedMessage) => boolean
  /** Such a member has a turn of their own also in a storm. */
  readonly needsPerson: (message: AcceptedMessage) => boolean
}

/**
 * `together`: in private all unread messages; in a group all unread ones of the member who has waited longest, of those who are in
 * danger or else called us if there are any, so that
 * each member's burst is answered as one and nobody's is mixed with another's; of a storm, those of all who called. A
 * command or a pressed button is a turn of its own. `each`: the oldest one alone, of those that weigh most.
 */
export function turnOf(
  conversation: Conversation,
  unread: Messages,
  options: {
    readonly burst: 'together' | 'each'
    readonly storm: StormSigns
    readonly id: TurnId
    readonly now: number
  },
): Turn {
  const isTogether = options.burst === 'together'
  const isAmongMembers = conversation.surface === 'group' && !unread[0].isStaffThread
  const lead = isAmongMembers ? weightiest(unread) : unread[0]
  const mayStorm = isTogether && isAmongMembers && lead.weight !== danger
  const callers = mayStorm ? callersIn(unread, options.storm) : undefined
  const isIn = ({ author: { accountId }, sentAt }: AcceptedMessage) => {
    if (callers) return callers.members.has(accountId) && sentAt <= callers.until
    return conversation.surface === 'direct' || accountId === lead.author.accountId
  }
  const [first = lead, ...rest] = isTogether ? unread.filter(isIn) : [lead]
  const messages: [AcceptedMessage, ...AcceptedMessage[]] = [first]
  let size = first.text.length
  for (const message of isTogether && !isCommand(first) && !first.isStaffThread ? rest : []) {
    if (isCommand(message)) break
    size += message.text.length
    if (messages.length >= MAX_MESSAGES || size > MAX_TEXT) break
    messages.push(message)
  }
  return { id: options.id, conversation, messages, now: options.now }
}

/** The oldest of those that weigh most. */
function weightiest(unread: Messages): AcceptedMessage {
  return unread.reduce((lead, message) => (weightOf(message) > weightOf(lead) ? message : lead))
}

function weightOf({ weight = called }: AcceptedMessage): Weight {
  return weight
}

interface Callers {
  readonly members: ReadonlySet<AccountId>
  /** What they said later, epoch ms, is not part of the storm. */
  readonly until: number
}

/** Who called in a storm; undefined when there is none. Only what was said before the first command counts. */
function callersIn(unread: Messages, { isAddressed, needsPerson }: StormSigns): Callers | undefined {
  const command = unread.findIndex(isCommand)
  const said = command < 0 ? unread : unread.slice(0, command)
  const all = said.filter((message) => !message.author.isBot && isAddressed(message))
  const until = (all[0]?.sentAt ?? 0) + STORM_MS
  const calls = all.filter(({ sentAt }) => sentAt <= until)
  const membersOf = (messages: readonly AcceptedMessage[]) => new Set(messages.map(({ author }) => author.accountId))
  if (membersOf(calls).size < STORM) return undefined
  const apart = membersOf(said.filter(needsPerson))
  const members = membersOf(calls.filter(({ author }) => !apart.has(author.accountId)))
  return members.size < STORM ? undefined : { members, until }
}

function isCommand(message: AcceptedMessage): boolean {
  return message.command !== undefined || message.button !== undefined
}
