/**
 * Who in a group could help with a question: who is about, and whose messages there answer others. Learnt from the talk itself,
 * message by message. Pure; what it keeps is bounded.
 */
import { MINUTE_MS } from '../domain/durations.ts'

/** A message of a member in a group. */
export interface Spoken {
  readonly author: string
  /** Epoch ms. */
  readonly at: number
  readonly isQuestion: boolean
  /** Whom it speaks to, by reply, mention or name. */
  readonly to: readonly string[]
}

export interface HelperRanking {
  /** Likeliest first, without the asker; of those who spoke before. Asked before the question itself is heard. */
  rank(asker: string, at: number): readonly string[]
  hear(spoken: Spoken): void
}

interface Member {
  messages: number
  answers: number
  /** How often they lately spoke to somebody, and when that was counted last. */
  addressed: number
  addressedAt: number
  lastPlace: number
  lastAt: number
  askedAt: number | undefined
}

/**
 * What counts, and how much: a conditional logit over who really answered, fitted on three open channels and checked on each with the two others
 * (a payment service's developers, a language, a wiki engine; 342 questions). Words shared with earlier answers added nothing there.
 */
const weights = { messagesSince: -0.54, minutesSince: -0.34, answering: 3.4, addressing: 0.6 }
/** An answer speaks to who asked, within this time (ms). */
const answerWithinMs = 30 * MINUTE_MS
/** Messages of the group after which having spoken to somebody counts half. */
const addressedHalf = 100
/** Somebody with few messages has shown little either way. */
const answerPrior = 5
const mostMembers = 1_000
const mostRanked = 10

/** `among`: who may be ranked; if absent, everybody. */
export function createHelperRanking(among?: ReadonlySet<string>): HelperRanking {
  /** Least recent first. */
  const members = new Map<string, Member>()
  let place = 0

  const lately = ({ addressed, addressedAt }: Member) => addressed * 0.5 ** ((place - addressedAt) / addressedHalf)

  /** Undefined for who is below `least` whenever they spoke and to whom: nearly all of a large group, so the rest is not reckoned. */
  function scoreOf(member: Member, at: number, least: number): number | undefined {
    const answering = weights.answering * (member.answers / (member.messages + answerPrior))
    const atMost = answering + (member.addressed > 0 ? weights.addressing * Math.log1p(member.addressed) : 0)
    const silence = weights.messagesSince * Math.log1p(place + 1 - member.lastPlace)
    if (silence + atMost <= least) return undefined
    const minutes = Math.log1p(Math.max(0, at - member.lastAt) / MINUTE_MS)
    const addressing = member.addressed > 0 ? weights.addressing * Math.log1p(lately(member)) : 0
    return silence + weights.minutesSince * minutes + answering + addressing
  }

  return {
    rank(asker, at) {
      const best: { name: string; score: number }[] = []
      let least = Number.NEGATIVE_INFINITY
      // Who spoke last mostly is among the likeliest, and whoever is met first keeps their place beside an equal.
      for (const [name, member] of [...members].reverse()) {
        if (name === asker || !(among?.has(name) ?? true)) continue
        const score = scoreOf(member, at, least)
        if (score === undefined || score <= least) continue
        best.splice(best.findLastIndex((one) => one.score >= score) + 1, 0, { name, score })
        if (best.length > mostRanked) best.pop()
        if (best.length === mostRanked) least = best.at(-1)?.score ?? least
      }
      return best.map(({ name }) => name)
    },

    hear({ author, at, isQuestion, to }) {
      place += 1
      const member = members.get(author) ?? fresh()
      members.delete(author)
      members.set(author, member)
      const [longestSilent] = members.keys()
      if (members.size > mostMembers && longestSilent !== undefined) members.delete(longestSilent)
      const spokenTo = to.filter((name) => name !== author && members.has(name))
      if (spokenTo.length > 0) {
        member.addressed = lately(member) + 1
        member.addressedAt = place
        const isAnswer = spokenTo.some(
          (name) => at - (members.get(name)?.askedAt ?? Number.NEGATIVE_INFINITY) < answerWithinMs,
        )
        if (isAnswer) member.answers += 1
      }
      member.messages += 1
      member.lastPlace = place
      member.lastAt = at
      if (isQuestion) member.askedAt = at
    },
  }

  function fresh(): Member {
    return {
      messages: 0,
      answers: 0,
      addressed: 0,
      addressedAt: place,
      lastPlace: place,
      lastAt: 0,
      askedAt: undefined,
    }
  }
}
