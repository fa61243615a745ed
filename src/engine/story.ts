/** The story of a turn: what is tried, in order. The first step with a verdict ends it; what stands under `afterwards` may change that. */
import { isDanger } from '../domain/handoff.ts'
import { isAtRisk } from '../domain/open-case.ts'
import { untimed } from '../domain/timed.ts'
import { cardInPublic } from './attend/card-in-public.ts'
import { atLimit, late } from './attend/one-line.ts'
import { forBot } from './attend/other-bots.ts'
import { unreadable } from './attend/unreadable.ts'
import { alone } from './compose/alone.ts'
import { answeredLate } from './compose/answered-late.ts'
import { orderAskedAfter } from './compose/asked-after-order.ts'
import { withQuestionAgain } from './compose/asked-again.ts'
import { askedToBeForgotten } from './compose/asked-to-be-forgotten.ts'
import { circleAnswered, suggested } from './compose/circle.ts'
import { closedThatDay } from './compose/closed-day.ts'
import { command } from './compose/commands.ts'
import { compose } from './compose/compose.ts'
import { consentTakenBack } from './compose/consent-taken-back.ts'
import { askedOn, onCrisis } from './compose/crisis.ts'
import { ground } from './compose/ground.ts'
import { withHelper } from './compose/helping.ts'
import { linkAnswered } from './compose/linking.ts'
import { lookUpAnswered, lookUpInGroup, withLookUp } from './compose/looking-up.ts'
import { withNews } from './compose/news.ts'
import { newsTakenBack } from './compose/news-no-more.ts'
import { withoutOwnYes } from './compose/own-yes.ts'
import { pending, pendingBeside, pressed } from './compose/pending.ts'
import { pointBack } from './compose/point-back.ts'
import { withPromise } from './compose/promises.ts'
import { withinPromotion } from './compose/promotion.ts'
import { memoryTakenBack } from './compose/remember-no-more.ts'
import { withProducts } from './compose/showing.ts'
import { withTitles } from './compose/title-news.ts'
import { givenInWords, withQuote, withWorkAsked, workTakenBack } from './compose/working.ts'
import { withTold } from './recall/consent.ts'
import type { Recalled } from './stages.ts'
import { caseFollowed, caseReopened } from './triage/about-case.ts'
import { askedForPerson, askedWhetherBot, calledByRule, withDisclosure } from './triage/asked.ts'
import { calledBeside, dangerBeside, isWithStaff, leftToStaff, personHere } from './triage/beside-staff.ts'
import { boundary } from './triage/boundary.ts'
import { withAssessment } from './triage/kind-flags.ts'
import { publicComplaint } from './triage/public-complaint.ts'
import { rating } from './triage/rating.ts'
import { standingDanger } from './triage/standing-danger.ts'
import { askedAfterCase } from './triage/still-waiting.ts'
import { abuse, danger, spam, trouble } from './triage/urgent.ts'
import { withTruth } from './triage/waiting.ts'
import type { Verdict } from './verdict.ts'

type Step = (turn: Recalled) => Verdict | undefined | Promise<Verdict | undefined>
type After = (verdict: Verdict, turn: Recalled) => Verdict | Promise<Verdict>

interface Part {
  readonly tried: readonly Step[]
  readonly afterwards: readonly After[]
  /** If absent, it is tried with every turn. */
  readonly isFor?: (turn: Recalled) => boolean
}

export const story: readonly Part[] = [
  { tried: [cardInPublic, late, atLimit], afterwards: [] },
  {
    isFor: isWithStaff,
    tried: [command, dangerBeside, pressed, pendingBeside, personHere, calledBeside, leftToStaff],
    afterwards: [],
  },
  { isFor: isNotUrgent, tried: [pressed, rating, caseFollowed, caseReopened], afterwards: [withTruth] },
  {
    isFor: isFromPerson,
    tried: [command, pressed, pending, linkAnswered, circleAnswered, answeredLate],
    afterwards: [withLookUp, withTruth],
  },
  {
    tried: [
      ...[
        danger,
        standingDanger,
        spam,
        newsTakenBack,
        abuse,
        suggested,
        onCrisis,
        orderAskedAfter,
        trouble,
        askedForPerson,
        calledByRule,
        askedWhetherBot,
        consentTakenBack,
        askedToBeForgotten,
        memoryTakenBack,
        workTakenBack,
      ],
      ...[askedOn, lookUpAnswered, lookUpInGroup, askedAfterCase, boundary, publicComplaint, closedThatDay],
    ],
    afterwards: [withNews, withAssessment, withTruth, withDisclosure, forBot],
  },
  {
    tried: [unreadable, givenInWords, compose],
    afterwards: [
      withQuestionAgain,
      withLookUp,
      withProducts,
      withinPromotion,
      ground,
      withoutOwnYes,
      pointBack,
      withTruth,
      withPromise,
      withTold,
      withHelper,
      withTitles,
      withQuote,
      withWorkAsked,
      withNews,
      withAssessment,
      withDisclosure,
      forBot,
    ],
  },
]

export async function tell(turn: Recalled): Promise<Verdict> {
  const { timed = untimed } = turn
  const verdict =
    (await timed('triage', () => firstOf(story.slice(0, -1), turn))) ??
    (await timed('compose', () => firstOf(story.slice(-1), turn)))
  if (!verdict) throw new Error('the last of the story always has a verdict')
  return verdict
}

async function firstOf(parts: readonly Part[], turn: Recalled): Promise<Verdict | undefined> {
  for (const { tried, afterwards } of parts.filter(({ isFor }) => isFor?.(turn) ?? true)) {
    for (const step of tried) {
      const verdict = await step(turn)
      if (verdict) turn.onlooker?.step(step.name)
      if (verdict) return alone(await after(verdict, afterwards, turn), turn)
    }
  }
  return undefined
}

async function after(verdict: Verdict, afterwards: readonly After[], turn: Recalled): Promise<Verdict> {
  let whole = verdict
  for (const step of afterwards) whole = await step(whole, turn)
  return whole
}

/** Danger is no comment on a case, and no matter of an old one: it is heard as what it is. */
function isNotUrgent(turn: Recalled): boolean {
  const { handoff, yieldsToAnswer } = turn.assessment
  if (isAtRisk(turn.conversation, turn.author.accountId)) return false
  return isFromPerson(turn) && !(handoff && isDanger(handoff) && !yieldsToAnswer)
}

/** Another bot has no case, gives no commands and is asked nothing. */
function isFromPerson({ isFromBot }: Recalled): boolean {
  return !isFromBot
}
