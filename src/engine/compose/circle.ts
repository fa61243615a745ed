/** What a fan says to the circle: yes or no to the invitation, a suggestion in a round, a vote. */
import { commandWord } from '../../domain/command.ts'
import type { TranscriptLine } from '../../domain/conversation.ts'
import { platformOf, threadId } from '../../domain/ids.ts'
import { packs } from '../../hearing/packs/packs.ts'
import { putsOff, yesOrNo } from '../../hearing/small-words.ts'
import type { Recalled } from '../stages.ts'
import { line, type Reply, reply, type Saying, type Verdict } from '../verdict.ts'
import { isEndOf } from './link-words.ts'
import { standingText } from './me-words.ts'

/** `/circle yes|no`, in private; no is for good, also of who said yes before, whatever button is pressed later. Undefined where there is no circle. */
export async function circle(args: string, turn: Recalled): Promise<Verdict | undefined> {
  const { standings, author, conversation, persona, lang, fanLang } = turn
  if (!standings || !persona.community.circle) return undefined
  if (conversation.surface === 'group') return reply('command', [line('onlyInPrivate', { buttons: ['private'] })])
  const answer = readAnswer(args) ?? yesOrNo(args, fanLang, lang)
  const { choices } = await standings.of(author.accountId)
  const isInvited = choices.circle !== undefined && choices.circle !== 'no'
  if (answer === undefined) return undefined
  // Nobody comes in who was not invited; a no is kept before they are, too.
  if (answer === 'yes' && !isInvited) return reply('command', [said('circleShut')])
  return await answered(answer, turn)
}

/** As the button says it, whatever the fan's language. */
function readAnswer(args: string): 'yes' | 'no' | undefined {
  const word = commandWord(args)
  return word === 'yes' || word === 'no' ? word : undefined
}

/** A plain yes or no right behind the invitation. */
export async function circleAnswered(turn: Recalled): Promise<Verdict | undefined> {
  const { conversation, persona, text, lang, fanLang, transcript } = turn
  if (conversation.surface !== 'direct' || !persona.community.circle || conversation.state.pending) return undefined
  const answer = yesOrNo(text, fanLang, lang)
  const last = transcript.findLast(({ from }) => from === 'brand')
  if (answer === undefined || last === undefined || !isInvitation(last)) return undefined
  return putsOff(text) ? stillInvited() : await circle(answer, turn)
}

/** An invitation has no end: it is answered by its command at any time. */
export function stillInvited(): Verdict {
  return reply('command', [said('circleOpen')])
}

/** The invitation anew, once, where it was the last that we said; undefined where it was not, or was put twice. */
export async function invitedAgain({
  standings,
  author,
  conversation,
  transcript,
}: Recalled): Promise<Reply | undefined> {
  const [last, before] = transcript.filter(({ from }) => from === 'brand').toReversed()
  if (conversation.surface !== 'direct' || !last || !isInvitation(last) || (before && isInvitation(before)))
    return undefined
  if ((await standings?.of(author.accountId))?.choices.circle !== 'asked') return undefined
  return reply('command', [{ kind: 'standing', word: 'circleAsk', buttons: ['enters', 'enters-not'] }])
}

/** In whatever language it was said. */
export function isInvitation({ text }: Pick<TranscriptLine, 'text'>): boolean {
  return Object.keys(packs).some((lang) => isEndOf(text, standingText('circleAsk', lang)))
}

async function answered(answer: 'yes' | 'no', turn: Recalled): Promise<Verdict> {
  const change = { kind: 'circle', account: turn.author.accountId, answer } as const
  if (answer === 'no') return reply('command', [said('circleNo')], { standing: change })
  const link = await linkFor(turn)
  if (!link) return reply('command', [said('circleLater')], { standing: change })
  return reply('command', [said('circleYes', { link: link.link })], { standing: { ...change, link } })
}

/** Into the group of the platform they wrote on: what they were given already, as long as it lasts. Undefined where we may not make one. */
async function linkFor({ author, persona, circles, now, invitesTo }: Recalled) {
  const platform = platformOf(author.accountId)
  const group = persona.community.circle?.groups[platform]
  if (group === undefined) return undefined
  const into = threadId(platform, ...group.split(':'))
  const link = (await circles?.links.liveFor(author.accountId, into, now)) ?? (await invitesTo?.(into))
  return link === undefined ? undefined : { threadId: into, link }
}

/** What answers our question in the circle's group is a suggestion, and its author hears what becomes of it. */
export async function suggested(turn: Recalled): Promise<Verdict | undefined> {
  const { circles, conversation, persona, read, isFromBot } = turn
  const isMeant = conversation.surface === 'group' && persona.community.circle !== undefined && !isFromBot
  const message = read.findLast(({ replyTo }) => replyTo?.isToBot)
  if (!isMeant || !circles || !message?.replyTo || message.button !== undefined) return undefined
  if (yesOrNo(message.text) !== undefined) return undefined
  const round = await circles.askedBy(conversation.id, message.replyTo.messageId)
  if (!round || round.options) return undefined
  return reply('suggestion', [said('circleHeard')], { suggests: { round: round.number, row: message.row } })
}

/** `command:vote:3:1`, by the button: the place of a choice in the round. Of who said yes to the circle, where it was asked. */
export async function vote(args: string, turn: Recalled): Promise<Verdict | undefined> {
  const { author, circles, conversation, standings } = turn
  const [number = Number.NaN, choice = Number.NaN] = args.split(' ').map(Number)
  const round = circles && Number.isInteger(number) ? await circles.get(number) : undefined
  if (!round?.isOpen || round.options?.[choice] === undefined) return reply('command', [line('questionOver')])
  const isMember = (await standings?.of(author.accountId))?.choices.circle === 'yes'
  const isCounted = isMember && (await circles?.wasAskedIn(number, conversation.id)) === true
  const alone = conversation.surface === 'group' ? ({ alone: 'else-not' } as const) : {}
  const heard: Saying = { kind: 'standing', word: isCounted ? 'voted' : 'votersOnly', ...alone }
  if (!isCounted) return reply('command', [heard])
  return reply('command', [heard], { vote: { number, choice, account: author.accountId } })
}

function said(
  word: 'circleNo' | 'circleOpen' | 'circleLater' | 'circleYes' | 'circleHeard' | 'circleShut',
  values?: Readonly<Record<string, string>>,
): Saying {
  return { kind: 'standing', word, ...(values ? { values } : {}) }
}
