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
  askedPlace: number
  /** How often they spoke to each other member. */
  spokeTo: Map<string, number>
}

/**
 * What counts, and how much: a conditional logit over who really answered, fitted on three open channels and checked on each with the two others
 * (a payment service's developers, a language, a wiki engine; 342 questions). `asking`: who asked lately is in the talk. `calledOn`: how often the
 * asker turned to them before. `messages`: of two who are as near, who writes less answers more. Words shared with earlier answers added nothing there.
 */
const weights = {
  ...{ messagesSince: -0.54, minutesSince: -0.34, answering: 3.4, addressing: 0.6 },
  ...{ asking: 0.3, calledOn: 0.5, messages: -0.1 },
}
/** An answer speaks to who asked, within this time (ms). */
const answerWithinMs = 30 * MINUTE_MS
/** Messages of the group after which having spoken to somebody counts half. */
const addressedHalf = 100
/** And after which having asked does. */
const askedHalf = 25
/** Somebody with few messages has shown little either way. */
const answerPrior = 5
const mostMembers = 1_000
const mostRanked = 10
/** Others whom somebody is remembered to have spoken to. */
const mostSpokenTo = 200

/** The longest ago goes first. */
function countSpokenTo({ spokeTo }: Member, name: string): void {
  const count = (spokeTo.get(name) ?? 0) + 1
  spokeTo.delete(name)
  spokeTo.set(name, count)
  const [oldest] = spokeTo.keys()
  if (spokeTo.size > mostSpokenTo && oldest !== undefined) spokeTo.delete(oldest)
}

/** `among`: who may be ranked; if absent, everybody. */
export function createHelperRanking(among?: ReadonlySet<string>): HelperRanking {
  /** Least recent first. */
  const members = new Map<string, Member>()
  let place = 0

  const lately = ({ addressed, addressedAt }: Member) => addressed * 0.5 ** ((place - addressedAt) / addressedHalf)

  /** Undefined for who is below `least` whenever they spoke and to whom: nearly all of a large group, so the rest is not reckoned. */
  function scoreOf(member: Member, calledOn: number, at: number, least: number): number | undefined {
    const answering = weights.answering * (member.answers / (member.messages + answerPrior))
    const asking = weights.asking * 0.5 ** ((place - member.askedPlace) / askedHalf)
    const turnedTo = calledOn > 0 ? weights.calledOn * Math.log1p(calledOn) : 0
    const silence = weights.messagesSince * Math.log1p(place + 1 - member.lastPlace)
    const sure = silence + answering + asking + turnedTo
    const atMost = sure + (member.addressed > 0 ? weights.addressing * Math.log1p(member.addressed) : 0)
    if (atMost <= least) return undefined
    const minutes = Math.log1p(Math.max(0, at - member.lastAt) / MINUTE_MS)
    const addressing = member.addressed > 0 ? weights.addressing * Math.log1p(lately(member)) : 0
    return sure + addressing + weights.minutesSince * minutes + weights.messages * Math.log1p(member.messages)
  }

  return {
    rank(asker, at) {
      const calledOn = members.get(asker)?.spokeTo
      const best: { name: string; score: number }[] = []
      let least = Number.NEGATIVE_INFINITY
      // Who spoke last mostly is among the likeliest, and whoever is met first keeps their place beside an equal.
      for (const [name, member] of [...members].reverse()) {
        if (name === asker || !(among?.has(name) ?? true)) continue
        const score = scoreOf(member, calledOn?.get(name) ?? 0, at, least)
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
        for (const name of spokenTo) countSpokenTo(member, name)
        const isAnswer = spokenTo.some(
          (name) => at - (members.get(name)?.askedAt ?? Number.NEGATIVE_INFINITY) < answerWithinMs,
        )
        if (isAnswer) member.answers += 1
      }
      member.messages += 1
      member.lastPlace = place
      member.lastAt = at
      if (isQuestion) {
        member.askedAt = at
        member.askedPlace = place
      }
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
      askedPlace: Number.NEGATIVE_INFINITY,
      spokeTo: new Map(),
    }
  }
}
