/** `/link` and `/unlink`: a fan joins accounts on two platforms, each of which gives its word, and separates them again. */
import { randomUUID } from 'node:crypto'
import { hashLinkCode, isBareLinkCode, newLinkCode, readLinkCode } from '../../community/linking/link-code.ts'
import { type LinkStep, type Sides, stepByCode, stepByYes } from '../../community/linking/read-step.ts'
import type { TranscriptLine } from '../../domain/conversation.ts'
import { HOUR_MS } from '../../domain/durations.ts'
import { type AccountId, idOnPlatform, platformOf } from '../../domain/ids.ts'
import { type LinkParty, type LinkRequest, linkHoldsMs, missesWithinMs, mostMisses } from '../../domain/link.ts'
import { packs } from '../../hearing/packs/packs.ts'
import { yesOrNo } from '../../hearing/small-words.ts'
import type { Links } from '../../ports/links.ts'
import { isPassedOn } from '../attend/own-words.ts'
import { calledName } from '../recall/called-name.ts'
import { canTellAlone, type Recalled } from '../stages.ts'
import { type Changes, line, type Reply, reply, type Saying, type Verdict } from '../verdict.ts'
import { isEndOf, type LinkValues, type LinkWord, linkText, platformName } from './link-words.ts'

const isDirect = ({ conversation }: Recalled) => conversation.surface === 'direct'

/** A word so long after a question's end may still be to it. */
const lateWithinMs = HOUR_MS

/** What a button under a question says: the word, and to which request. */
const toRequest = /^(\S+)\s+([0-9a-f-]{36})$/

/** Undefined where nothing is kept that could be joined. */
export async function link(args: string, turn: Recalled): Promise<Verdict | undefined> {
  const { links, author, lang, fanLang, now } = turn
  if (!links) return undefined
  if (args.trim() === '') return offer(turn)
  const [, word = args, asked] = toRequest.exec(args) ?? []
  const answer = yesOrNo(word, fanLang, lang)
  if (answer) {
    if (!isDirect(turn)) return inPrivate()
    const waiting = await links.waitingFor(author.accountId, now)
    if (asked === undefined && waiting.length > 1) return whichOf(waiting, author.accountId)
    const meant = asked === undefined ? waiting[0] : waiting.find(({ id }) => id === asked)
    return meant ? await answered(meant, answer, turn, links) : await becameOf(asked, turn, links)
  }
  return await showCode(args, turn, links)
}

export async function unlink(_: string, { links, author }: Recalled): Promise<Verdict | undefined> {
  if (!links) return undefined
  const others = await links.joinedTo(author.accountId)
  if (others.length === 0) return said('notJoined')
  return said('separated', {}, { link: { kind: 'separated', account: author.accountId } })
}

/** A plain yes or no in private, where what we said last is our question about joining; undefined where it is not. */
export async function linkAnswered(turn: Recalled): Promise<Verdict | undefined> {
  const { links, author, conversation, text, lang, fanLang, now, transcript } = turn
  if (!links || !isDirect(turn)) return undefined
  if (isBareLinkCode(text) && !isPassedOn(turn)) return await bareCode(turn, links)
  const answer = conversation.state.pending ? undefined : yesOrNo(text, fanLang, lang)
  if (!answer) return undefined
  const waiting = await links.waitingFor(author.accountId, now)
  const last = waiting.length === 0 ? undefined : transcript.findLast(({ from }) => from === 'brand')
  const meant = last && waiting.find((request) => isQuestionOf(request, author.accountId, last))
  if (meant && waiting.length > 1) return whichOf(waiting, author.accountId)
  return meant && (await answered(meant, answer, turn, links))
}

/** A code by itself, without its command: one that was never given may be of something else, such as an order, and is no guess. */
async function bareCode(turn: Recalled, links: Links): Promise<Verdict | undefined> {
  const code = readLinkCode(turn.text)
  const request = code === undefined ? undefined : await links.byCode(hashLinkCode(code))
  return request && (await showCode(turn.text, turn, links))
}

/** Of several that wait a word alone means none: each is asked anew, with its name and its own buttons. */
function whichOf(waiting: readonly LinkRequest[], me: AccountId): Verdict {
  return reply(
    'command',
    waiting.flatMap((request) => questionOf(request, me)),
  )
}

/** Why an answer has no question any more: it is too late only for one whose time is over. */
async function becameOf(asked: string | undefined, { author, now }: Recalled, links: Links): Promise<Verdict> {
  const me = author.accountId
  const request = await links.requestOf(me, asked)
  switch (request?.state) {
    case 'joined':
      return said('joinedAlready')
    case 'offered':
    case 'taken':
    case 'agreed':
      if (request.expiresAt <= now) return said('expired')
      return said(!request.isOpen && request.state === 'agreed' ? 'waiting' : 'refused')
    default:
      return said('refused')
  }
}

/** In whatever language it was asked; of one that was too long for a message, by its end. */
function isQuestionOf({ from, by }: LinkRequest, me: AccountId, { text }: TranscriptLine): boolean {
  const other = from.accountId === me ? by : from
  if (!other) return false
  const asked = Object.keys(packs).map((lang) => linkText('ask', partyValues(other), lang))
  return asked.some((question) => text.endsWith(question) || isEndOf(text, question))
}

/** A plain yes or no that came too late for our question about joining, or after something else was said: what became of it, or the question anew. */
export async function linkAnsweredLate(turn: Recalled, isRightBehind: (line: TranscriptLine) => boolean) {
  const { links, author, now, transcript } = turn
  const last = transcript.findLast(({ from }) => from === 'brand')
  if (!links || !isDirect(turn) || !last) return undefined
  const me = author.accountId
  const request = await links.requestOf(me)
  if (request && isQuestionOf(request, me, last)) return await becameOf(request.id, turn, links)
  if (isRightBehind(last)) return undefined
  const waiting = await links.waitingFor(me, now)
  if (waiting.length > 0) return whichOf(waiting, me)
  const isLate = request?.by !== undefined && request.expiresAt <= now && now - request.expiresAt < lateWithinMs
  return isLate && (request.state === 'taken' || request.state === 'agreed') ? said('expired') : undefined
}

/** Our question about joining anew, once, where it was the last that we said; undefined where it was not, or was put twice. */
export async function linkAskedAgain(turn: Recalled): Promise<Reply | undefined> {
  const { links, author, now, transcript } = turn
  if (!links || !isDirect(turn)) return undefined
  const me = author.accountId
  const ours = transcript.filter(({ from }) => from === 'brand')
  const [last, before] = [ours.at(-1), ours.at(-2)]
  const asked = last && (await links.waitingFor(me, now)).find((request) => isQuestionOf(request, me, last))
  if (!asked || (before && isQuestionOf(asked, me, before))) return undefined
  return reply('command', questionOf(asked, me))
}

/** What `/forget` deletes besides, told before it is asked. */
export async function alsoForgotten({ links, author }: Recalled): Promise<readonly Saying[]> {
  const others = (await links?.joinedTo(author.accountId)) ?? []
  if (others.length === 0) return []
  const places = others.map(({ accountId }) => platformName(platformOf(accountId))).join(', ')
  return [{ kind: 'link', word: 'forgetsAll', values: { places }, isSameMessage: true }]
}

function said(word: LinkWord, values: LinkValues = {}, changes?: Changes): Reply {
  return reply('command', [{ kind: 'link', word, values }], changes)
}

function inPrivate(): Reply {
  return reply('command', [line('onlyInPrivate', { buttons: ['private'] })])
}

function offer(turn: Recalled): Verdict {
  const { author, conversation, now } = turn
  const code = newLinkCode()
  const isOpen = !isDirect(turn)
  const saying: Saying = {
    kind: 'link',
    word: isOpen ? 'offeredOpenly' : 'offered',
    values: { code },
    ...(canTellAlone(turn) ? { alone: 'else-openly' } : {}),
  }
  const offered = { account: author.accountId, conversation: conversation.id, codeHash: hashLinkCode(code), isOpen }
  return reply('command', [saying], {
    link: { kind: 'offered', id: randomUUID(), ...offered, expiresAt: now + linkHoldsMs },
  })
}

/** A fan who guesses is soon not looked at any more, whatever is guessed. */
async function showCode(args: string, turn: Recalled, links: Links): Promise<Verdict> {
  const { author, now } = turn
  const me = author.accountId
  if ((await links.missesSince(me, now - missesWithinMs)) >= mostMisses) return said('tooMany')
  const code = readLinkCode(args)
  if (code === undefined) return said('unknown')
  const request = await links.byCode(hashLinkCode(code))
  const step = stepByCode(request, me, request && (await sidesOf(request, me, links)), now)
  if (!request || step.kind === 'unknown') return said('unknown', {}, { link: { kind: 'missed', account: me } })
  if (request.isBack || isDirect(turn)) return worded(step, request, turn)
  return inGroup(request, step, turn)
}

/** A code that others may have read is worth nothing, unless it was shown to all from the beginning. */
function inGroup({ id, isOpen }: LinkRequest, { kind }: LinkStep, { read }: Recalled): Verdict {
  const isUnseen = read.every(({ isForUsAlone }) => isForUsAlone === true)
  if (isOpen || isUnseen || kind !== 'taken') return inPrivate()
  return said('overheard', {}, { link: { kind: 'ended', id, as: 'burnt' } })
}

async function answered(request: LinkRequest, answer: 'yes' | 'no', turn: Recalled, links: Links): Promise<Verdict> {
  const me = turn.author.accountId
  if (answer === 'yes')
    return worded(stepByYes(request, me, await sidesOf(request, me, links), turn.now), request, turn)
  const other = request.from.accountId === me ? request.by : undefined
  return said(
    'refused',
    {},
    {
      link: { kind: 'ended', id: request.id, as: 'refused' },
      ...(other ? { elsewhere: [{ to: other, say: [{ word: 'refused', values: {} }] }] } : {}),
    },
  )
}

/** Of who has not taken the code yet, `me` is the second. */
async function sidesOf({ from, by }: LinkRequest, me: AccountId, links: Links): Promise<Sides> {
  const all = async (account: AccountId) => [
    account,
    ...(await links.joinedTo(account)).map(({ accountId }) => accountId),
  ]
  const [first, second] = await Promise.all([all(from.accountId), all(by?.accountId ?? me)])
  return { from: first, by: second }
}

function worded(step: LinkStep, request: LinkRequest, turn: Recalled): Verdict {
  const { author, conversation, now } = turn
  const { id, from, by } = request
  const expiresAt = now + linkHoldsMs
  switch (step.kind) {
    case 'taken': {
      const taken = { account: author.accountId, conversation: conversation.id, expiresAt }
      return reply('command', questionOf(request, author.accountId), { link: { kind: 'taken', id, ...taken } })
    }
    case 'asked-again':
      return reply('command', questionOf(request, author.accountId))
    case 'agreed':
      return agreed(request, turn)
    case 'joined': {
      const told = { word: 'joined', values: { platform: namedPlace(from) } } as const
      return said('joined', by ? { platform: namedPlace(by) } : {}, {
        link: { kind: 'joined', id },
        ...(by ? { elsewhere: [{ to: by, say: [told] }] } : {}),
      })
    }
    case 'not-joinable': {
      const platform = 'platform' in step.why ? platformName(step.why.platform) : ''
      const words = {
        'same-platform': 'samePlatform',
        'joined-already': 'joinedAlready',
        'held-here': 'heldHere',
        'held-there': 'heldThere',
      } as const
      return said(words[step.why.kind], { platform })
    }
    case 'expired':
    case 'spent':
    case 'unknown':
      return said(step.kind)
  }
}

/** Whether to join the account at the other end. */
function questionOf({ id, from, by }: LinkRequest, me: AccountId): readonly Saying[] {
  const other = from.accountId === me ? by : from
  if (!other) return []
  return [{ kind: 'link', word: 'ask', values: partyValues(other), request: id, buttons: ['joins', 'joins-not'] }]
}

/** `Discord (“ana99”)`: a fan may have been asked about several accounts there. */
function namedPlace(party: LinkParty): string {
  const { name, platform } = partyValues(party)
  return `${platform} (“${name}”)`
}

/** The first is asked where it began; where others read along there, it shows by a second code that it is the first. */
function agreed({ id, from, isOpen }: LinkRequest, { author, now }: Recalled): Verdict {
  const expiresAt = now + linkHoldsMs
  if (isOpen) {
    const code = newLinkCode()
    return said('second', { code }, { link: { kind: 'agreed', id, backHash: hashLinkCode(code), expiresAt } })
  }
  const ask = { word: 'ask', values: partyValues(author) } as const
  return said(
    'waiting',
    {},
    {
      link: { kind: 'agreed', id, expiresAt },
      elsewhere: [{ to: from, say: [{ word: 'used', values: {} }, ask], asksOf: id }],
    },
  )
}

/** A name that is none is no way to know an account: then the platform's own id is. */
function partyValues(party: Pick<LinkParty, 'accountId' | 'name'>): Required<Pick<LinkValues, 'name' | 'platform'>> {
  const name = calledName({ name: party.name }) || idOnPlatform(party.accountId)
  return { name, platform: platformOfParty(party) }
}

function platformOfParty({ accountId }: Pick<LinkParty, 'accountId'>): string {
  return platformName(platformOf(accountId))
}
