/** Polls as Discord takes, shows and ends them: https://discord.com/developers/docs/resources/poll */
import { isObject, objects, type Refusal } from './checks.ts'
import { type Message, type Payload, userJson, type World } from './world.ts'

/** Who chose which answer, by message. */
const votes = new WeakMap<Message, Map<string, number>>()
/** Their numbers begin where Discord likes. */
const FIRST_ANSWER = 1
const length = (text: unknown) => (typeof text === 'string' ? [...text.trim()].length : 0)
const textOf = (media: unknown) => (isObject(media) ? media.text : undefined)

export function pollRefusal(poll: unknown): Refusal | undefined {
  if (poll === undefined) return undefined
  const wrong = (rule: string): Refusal => ({ field: 'poll', rule })
  if (!isObject(poll)) return wrong('BASE_TYPE_REQUIRED')
  const { question, answers, duration = 24 } = poll
  if (length(textOf(question)) < 1 || length(textOf(question)) > 300) return wrong('BASE_TYPE_BAD_LENGTH')
  const given = objects(answers)
  if (given.length < 1 || given.length > 10) return wrong('BASE_TYPE_BAD_LENGTH')
  if (given.some((one) => 'answer_id' in one)) return wrong('BASE_TYPE_UNKNOWN')
  if (given.some(({ poll_media: media }) => length(textOf(media)) < 1 || length(textOf(media)) > 55))
    return wrong('BASE_TYPE_BAD_LENGTH')
  if (!Number.isInteger(duration) || Number(duration) < 1 || Number(duration) > 768) return wrong('NUMBER_TYPE_MAX')
  return undefined
}

/** As the wire shows a new one. */
export function pollJson(poll: Payload, now: number): Payload {
  const answers = objects(poll.answers).map(
    ({ poll_media = null }, at): Payload => ({ answer_id: at + FIRST_ANSWER, poll_media }),
  )
  return {
    question: poll.question ?? null,
    answers,
    expiry: new Date(now + Number(poll.duration) * 3_600_000).toISOString(),
    allow_multiselect: poll.allow_multiselect === true,
    layout_type: 1,
    results: { is_finalized: false, answer_counts: [] },
  }
}

function pollOf({ more }: Message): Payload | undefined {
  return isObject(more.poll) ? more.poll : undefined
}

export function isOver(message: Message): boolean {
  const results = pollOf(message)?.results
  return isObject(results) && results.is_finalized === true
}

export function isPoll(message: Message): boolean {
  return pollOf(message) !== undefined
}

export function end(message: Message): void {
  const poll = pollOf(message)
  if (poll) message.more = { ...message.more, poll: { ...poll, results: { is_finalized: true, answer_counts: [] } } }
}

/** Without an answer the vote is taken back. */
export function cast(message: Message, user: string, answer: string | undefined): void {
  if (!isPoll(message) || isOver(message)) throw new Error('no poll is open there')
  const held = votes.get(message) ?? new Map<string, number>()
  votes.set(message, held)
  held.delete(user)
  if (answer === undefined) return
  const found = objects(pollOf(message)?.answers).find(({ poll_media: media }) => textOf(media) === answer)
  if (!found) throw new Error(`no answer ${answer}`)
  held.set(user, Number(found.answer_id))
}

/** By id, after one. */
export function votersOf(message: Message, answer: number, query: URLSearchParams, world: World): readonly Payload[] {
  const after = BigInt(query.get('after') ?? '0')
  return [...(votes.get(message) ?? [])]
    .filter(([user, chosen]) => chosen === answer && BigInt(user) > after)
    .map(([user]) => world.users.get(user))
    .filter((user) => user !== undefined)
    .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .slice(0, Number(query.get('limit') ?? '25'))
    .map(userJson)
}
