/** `/work`: a fan lets the brand show what they made or said; after praise the persona asks for it once; and what fans gave is quoted where it answers. */

import { createHash, randomBytes } from 'node:crypto'
import { withoutAsked } from '../../domain/asked.ts'
import { MINUTE_MS, monthsAfter } from '../../domain/durations.ts'
import type { Attachment } from '../../domain/message.ts'
import { needsPlainWords } from '../../domain/open-case.ts'
import {
  isShowable,
  OWN_PATH,
  quoteOf,
  sameWords,
  WITHDRAW_PATH,
  type Work,
  type WorkOffer,
} from '../../domain/work.ts'
import { signOf } from '../../hearing/sign-of.ts'
import { textIn } from '../../persona/lines/localise.ts'
import { findPersonalData } from '../../words/personal-data/personal-data.ts'
import { readText } from '../../words/read-text.ts'
import { segment } from '../../words/terms/segment.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { type Changes, line, type Reply, reply, type Saying, type Verdict, withChanges } from '../verdict.ts'
import { creditFrom, orderIn, tellsSomething } from './work-order.ts'

/** In UTF-16 units: more is nobody's quote. */
const LONGEST = 1_000
/** Fewer words than that tell nobody anything. */
const FEWEST_WORDS = 4
/** As many as that say more than that we may. */
const TELLING_WORDS = 12
const VERSION_LENGTH = 8
const SECRET_BYTES = 32
const OWN_LINK_MS = 10 * MINUTE_MS

/** `/work …`; undefined where the brand shows nothing of fans. */
export async function work(args: string, turn: Recalled): Promise<Verdict | undefined> {
  const { works, author, conversation, persona } = turn
  if (!works || !persona.community.works) return undefined
  if (conversation.surface !== 'direct') return reply('command', [line('onlyInPrivate', { buttons: ['private'] })])
  const account = author.accountId
  const own = (await works.ofFan(account)).filter(({ state }) => state !== 'withdrawn')
  const order = orderIn(args.trim())
  if (!order) return offered(args.trim(), own, turn)
  if (order.kind === 'unclear') return said('unclear')
  const { number } = order
  const meant = number === undefined ? own : own.filter((one) => one.number === number)
  if (meant.length === 0) return said('nothing')
  const which = { account, ...(number === undefined ? {} : { number }) }
  if (order.kind === 'withdraw') return said('withdrawn', {}, { work: { kind: 'withdrawn', ...which } })
  const credit = order.name === '' ? '' : creditFrom(order.name, turn)
  if (credit === undefined) return said('creditRefused')
  return said(creditedWord(credit, meant), { name: credit }, { work: { kind: 'credited', ...which, credit } })
}

const takesBackWork = signOf('takes-back-work')

/** "Please take my poem down": what they gave is listed with the way to take it back, as the words may be of another thing. Undefined of who gave nothing. */
export async function workTakenBack(turn: Recalled): Promise<Verdict | undefined> {
  const { works, persona, author, conversation, text, isAmbient, isFromBot, now } = turn
  if (!works || !persona.community.works || isAmbient || isFromBot || isPassedOn(turn)) return undefined
  if (!takesBackWork(readText(text))) return undefined
  const account = author.accountId
  const own = (await works.ofFan(account)).filter(({ state }) => state !== 'withdrawn')
  const { pending } = conversation.state
  if (pending?.kind === 'work' && pending.accountId === account && own.length === 0)
    return said('notKept', {}, { state: { pending: undefined, asked: withoutAsked(conversation.state, pending, now) } })
  if (own.length === 0) return undefined
  if (conversation.surface !== 'direct') return reply('command', [line('onlyInPrivate', { buttons: ['private'] })])
  return listed(own)
}

/** As `changeWork` does it: staff look at a name that they have not seen. */
function creditedWord(credit: string, meant: readonly Work[]): WorkingWord {
  if (credit === '') return 'creditedNobody'
  return meant.some(({ state, credit: before }) => state === 'accepted' && before !== credit)
    ? 'creditWaits'
    : 'credited'
}

function said(word: WorkingWord, values: Values = {}, changes?: Changes): Reply {
  return reply('command', [{ kind: 'working', word, values }], changes)
}

type WorkingSaying = Extract<Saying, { kind: 'working' }>
type WorkingWord = WorkingSaying['word']
type Values = WorkingSaying['values']

function offered(text: string, own: readonly Work[], turn: Recalled): Verdict {
  const picture = turn.read.at(-1)?.attachments?.find(({ kind }) => kind === 'photo')
  if (text === '' && !picture) {
    return own.length === 0 ? said('how') : listed(own)
  }
  // What stands already is shown, and not asked for once more.
  if (text !== '' && own.some((one) => sameWords(one.text, text))) return listed(own)
  return asksFor({ text, how: 'offered', ...(picture ? { picture } : {}) }, turn)
}

function listed(own: readonly Work[]): Verdict {
  const list = own.map(({ number, text, state }) => `#${number} ${state}: ${text || '🖼'}`).join('\n')
  return said('list', { list, number: String(own[0]?.number ?? '') })
}

/** What may not be shown is not asked for; what is asked for is shown in the question. */
function asksFor(given: Given, turn: Recalled): Verdict {
  const { text, picture } = given
  if (!picture && !tellsSomething(text, turn)) return said('how')
  if (text.length > LONGEST) return said('tooLong', { count: String(LONGEST) })
  if (findPersonalData(text).length > 0) return said('personal')
  const offer = offerOf(given, turn)
  return offer ? reply('command', [question('offer', offer)], { state: pendingOf(offer, turn) }) : said('how')
}

interface Given extends Pick<WorkOffer, 'text' | 'how'> {
  readonly picture?: Attachment
  /** Of the message it is from, where that is not the one just read. */
  readonly from?: { readonly message: string; readonly row: number }
}

const givesWork = signOf('gives-work')

/** "You may use this", in private: the message itself where it tells something, else the fan's message before. Undefined for any other. */
export function givenInWords(turn: Recalled): Verdict | undefined {
  const { works, persona, conversation, transcript, author, text, lang, read } = turn
  if (!works || !persona.community.works || conversation.surface !== 'direct') return undefined
  if (!givesWork(readText(text)) || isPassedOn(turn)) return undefined
  if (read.some(({ forwarded }) => forwarded)) return said('notYours')
  if (segment(text, lang).length >= TELLING_WORDS) return asksFor({ text, how: 'offered' }, turn)
  const before = transcript.findLast(({ from, accountId }) => from === 'fan' && accountId === author.accountId)
  if (before?.forwarded) return said('notYours')
  const picture = before?.attachments?.find(({ kind }) => kind === 'photo')
  if (!before || (!picture && segment(before.text, lang).length < FEWEST_WORDS)) return said('how')
  const from = { message: before.messageId ?? '', row: before.row }
  return asksFor({ text: before.text, how: 'offered', from, ...(picture ? { picture } : {}) }, turn)
}

/** With the words they are to say yes to, as they are now. */
function offerOf({ from, ...given }: Given, turn: Recalled): WorkOffer | undefined {
  const { persona, author, read, now } = turn
  const lang = turn.fanLang ?? turn.lang
  const terms = persona.community.works
  const message = read.at(-1)
  if (!terms || !message) return undefined
  const text = textIn(terms.licence, lang, persona)
  const version = createHash('sha256').update(text).digest('hex').slice(0, VERSION_LENGTH)
  const licence = {
    text,
    version,
    lang,
    scope: textIn(terms.scope, lang, persona),
    until: monthsAfter(now, terms.months),
  }
  return {
    ...given,
    ...(from ?? { message: message.id, row: message.row }),
    lang,
    licence,
    credit: creditFrom(author.name, turn) ?? '',
  }
}

/** What they are asked to say yes to, with its words. */
export function question(word: 'offer' | 'ask', { text, picture, licence, credit }: WorkOffer): Saying {
  const until = new Date(licence.until).toISOString().slice(0, 10)
  const values = {
    licence: [licence.text, licence.scope].filter((part) => part !== '').join('\n'),
    until,
    name: credit,
    text: `${picture ? '🖼 ' : ''}${text === '' ? '' : `“${text}”`}`,
  }
  return { kind: 'working', word, values, buttons: ['yes', 'no'] }
}

function pendingOf(offer: WorkOffer, { author }: Recalled): NonNullable<Changes['state']> {
  return { pending: { kind: 'work', offer, accountId: author.accountId } }
}

/** What a yes to our question gives, with a link of its own by which it is taken back where people can open one. */
export function given(offer: WorkOffer, { author, conversation, publicUrl }: Recalled) {
  const secret = publicUrl === undefined ? undefined : randomBytes(SECRET_BYTES).toString('base64url')
  const url = secret === undefined ? '' : new URL(`${WITHDRAW_PATH}${secret}`, publicUrl).href
  const saying: Saying = { kind: 'working', word: url === '' ? 'kept' : 'keptWithLink', values: { url } }
  const whose = { account: author.accountId, conversation: conversation.id }
  const withdrawHash = secret === undefined ? {} : { withdrawHash: hashOfLink(secret) }
  return { saying, work: { kind: 'offered', ...whose, offer, ...withdrawHash } } as const
}

/** For `/mydata`: the way to the fan's own page, good once. Undefined where people cannot open one. */
export async function ownPageLink({ ownLinks, publicUrl, author, now }: Recalled): Promise<Saying | undefined> {
  if (!ownLinks || publicUrl === undefined) return undefined
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  await ownLinks.keep(hashOfLink(secret), author.accountId, now + OWN_LINK_MS)
  return { kind: 'working', word: 'ownPage', values: { url: new URL(`${OWN_PATH}${secret}`, publicUrl).href } }
}

/** Of a secret in a link, as it is kept. */
function hashOfLink(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** After praise in private, once in a fan's life: may it be shown? Not while something else is asked, or a case is open. */
export async function withWorkAsked(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  const { works, author, conversation, persona, now, openCase, text, lang, brain } = turn
  const isPraise = verdict.kind === 'reply' && verdict.reason === 'praise' && conversation.surface === 'direct'
  const mayAsk = persona.community.works?.asks === true && !conversation.state.askedForWork
  if (!works || !isPraise || !mayAsk || openCase || brain.crises || verdict.changes?.state?.pending) return verdict
  const isTelling = segment(text, lang).length >= FEWEST_WORDS && text.length <= LONGEST
  if (!isTelling || findPersonalData(text).length > 0) return verdict
  if (isPassedOn(turn) || (await works.wasAsked(author.accountId))) return verdict
  const offer = offerOf({ text, how: 'asked' }, turn)
  if (!offer) return verdict
  const state = { ...pendingOf(offer, turn), askedForWork: now }
  return withChanges({ ...verdict, say: [...verdict.say, question('ask', offer)] }, { state })
}

/** Beside an approved answer, what another fan says of it: in a message of its own, as it was written. */
export async function withQuote(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  const { works, persona, author, conversation, now, isStorm, isFromBot, read } = turn
  if (verdict.kind !== 'reply' || verdict.answerId === undefined || verdict.reason !== 'approved-answer') return verdict
  if (!works || !persona.community.works || isStorm || isFromBot || needsPlainWords(turn)) return verdict
  if (read.some(({ isForUsAlone }) => isForUsAlone)) return verdict
  const asked = { conversation: conversation.id, account: author.accountId, now }
  const found = await works.quotable(verdict.answerId, asked)
  if (!found || !isShowable(found, now)) return verdict
  return { ...verdict, say: [...verdict.say, { kind: 'quote', work: found.id, text: quoteOf(found) }] }
}
