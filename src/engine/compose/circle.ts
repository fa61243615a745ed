/** What a fan says to the circle: yes or no to the invitation, a suggestion in a round, a vote. */
import { platformOf, threadId } from '../../domain/ids.ts'
import { yesOrNo } from '../../hearing/small-words.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Saying, type Verdict } from '../verdict.ts'
import { standingText } from './me-words.ts'

/** `/circle yes|no`, in private; no is for good, also of who said yes before. Undefined where there is no circle. */
export async function circle(args: string, turn: Recalled): Promise<Verdict | undefined> {
  const { standings, author, conversation, persona, lang } = turn
  if (!standings || !persona.community.circle) return undefined
  if (conversation.surface === 'group') return reply('command', [line('onlyInPrivate', { buttons: ['private'] })])
  const answer = readAnswer(args) ?? yesOrNo(args, lang)
  const { choices } = await standings.of(author.accountId)
  const isInvited = choices.circle !== undefined && choices.circle !== 'no'
  // Nobody comes in who was not invited; a no is kept before they are, too.
  if (answer === undefined || (answer === 'yes' && !isInvited)) return undefined
  return await answered(answer, turn)
}

/** As the button says it, whatever the fan's language. */
function readAnswer(args: string): 'yes' | 'no' | undefined {
  const word = args.trim().toLowerCase()
  return word === 'yes' || word === 'no' ? word : undefined
}

/** A plain yes or no right behind the invitation. */
export async function circleAnswered(turn: Recalled): Promise<Verdict | undefined> {
  const { conversation, persona, text, lang, transcript } = turn
  if (conversation.surface !== 'direct' || !persona.community.circle || conversation.state.pending) return undefined
  const answer = yesOrNo(text, lang)
  const last = transcript.findLast(({ from }) => from === 'brand')?.text
  if (answer === undefined || last !== standingText('circleAsk', conversation.lang ?? lang)) return undefined
  return await circle(answer, turn)
}

async function answered(answer: 'yes' | 'no', turn: Recalled): Promise<Verdict> {
  const change = { standing: { kind: 'circle', account: turn.author.accountId, answer } } as const
  if (answer === 'no') return reply('command', [said('circleNo')], change)
  const link = await linkFor(turn)
  return reply('command', [link === undefined ? said('circleLater') : said('circleYes', { link })], change)
}

/** Into the group of the platform they wrote on; undefined where we may not make one. */
async function linkFor({ author, persona, invitesTo }: Recalled): Promise<string | undefined> {
  const platform = platformOf(author.accountId)
  const group = persona.community.circle?.groups[platform]
  return group === undefined ? undefined : await invitesTo?.(threadId(platform, ...group.split(':')))
}

/** What answers our question in the circle's group is a suggestion, and its author hears what becomes of it. */
export async function suggested(turn: Recalled): Promise<Verdict | undefined> {
  const { circles, conversation, persona, read, isFromBot } = turn
  const isMeant = conversation.surface === 'group' && persona.community.circle !== undefined && !isFromBot
  const message = read.findLast(({ replyTo }) => replyTo?.isToBot)
  if (!isMeant || !circles || !message?.replyTo || message.button !== undefined) return undefined
  const round = await circles.askedBy(conversation.id, message.replyTo.messageId)
  if (!round || round.options) return undefined
  return reply('suggestion', [said('circleHeard')], { suggests: { round: round.number, row: message.row } })
}

/** `command:vote:3:1`, by the button: the place of a choice in the round. */
export async function vote(args: string, { author, circles, conversation }: Recalled): Promise<Verdict | undefined> {
  const [number = Number.NaN, choice = Number.NaN] = args.split(' ').map(Number)
  const round = circles && Number.isInteger(number) ? await circles.get(number) : undefined
  if (!round?.isOpen || round.options?.[choice] === undefined) return reply('command', [line('questionOver')])
  const isGroup = conversation.surface === 'group'
  const heard: Saying = { kind: 'standing', word: 'voted', ...(isGroup ? { alone: 'else-not' } : {}) }
  return reply('command', [heard], { vote: { number, choice, account: author.accountId } })
}

function said(
  word: 'circleNo' | 'circleLater' | 'circleYes' | 'circleHeard',
  values?: Readonly<Record<string, string>>,
): Saying {
  return { kind: 'standing', word, ...(values ? { values } : {}) }
}
