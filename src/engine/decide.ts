/** The straight path of one turn: attend → recall → the story → word → review → effects. */

import type { CaseChange } from '../domain/case.ts'
import type { ConversationState } from '../domain/conversation.ts'
import type { Decision, ReasonCode } from '../domain/decision.ts'
import { DAY_MS } from '../domain/durations.ts'
import type { Effects } from '../domain/effects.ts'
import { untimed } from '../domain/timed.ts'
import type { SeenTurn } from '../domain/trace.ts'
import type { Turn } from '../domain/turn.ts'
import type { SurfaceAbilities } from '../ports/adapter.ts'
import type { Circle } from '../ports/circle.ts'
import type { Decide, Decided, DecideOptions } from '../ports/decide.ts'
import type { FirstWords } from '../ports/first-words.ts'
import type { Helpers } from '../ports/helpers.ts'
import type { Links } from '../ports/links.ts'
import type { LookUps } from '../ports/look-ups.ts'
import type { Memory } from '../ports/memory.ts'
import type { OwnLinks } from '../ports/own-links.ts'
import type { ShortTerm } from '../ports/short-term.ts'
import type { Standings } from '../ports/standings.ts'
import type { Titles } from '../ports/titles.ts'
import type { Works } from '../ports/works.ts'
import type { WorksMade } from '../ports/works-made.ts'
import { attend } from './attend/attend.ts'
import { withCasesInPrivate } from './attend/cases-in-private.ts'
import { countTurn, standingOf, whoOf } from './attend/limits.ts'
import { answeredBot } from './attend/other-bots.ts'
import { effectsOf, type Outcome } from './effects.ts'
import { placed, placesOf } from './recall/placed.ts'
import { recall, rotationKey, withNothingRecalled } from './recall/recall.ts'
import { createSummaries } from './recall/summarise.ts'
import { saidElsewhere } from './review/elsewhere.ts'
import { heldBack, isDrafting } from './review/hold-back.ts'
import { introduce } from './review/introduce.ts'
import { moodPicture, pictured } from './review/mood-picture.ts'
import { plainSurface, review } from './review/review.ts'
import type { Brain, DeskCases, Means, Recalled } from './stages.ts'
import { tell } from './story.ts'
import { evidenceOf } from './triage/evidence.ts'
import { fanWrote, fanWroteBeside } from './triage/fan-wrote.ts'
import { overheardReports, reportsOf, suggestionOf } from './triage/reports.ts'
import { type Changes, line, reply } from './verdict.ts'
import { word } from './word.ts'

const ROTATION_TTL_MS = 30 * DAY_MS

export interface DecideDeps {
  /** The brain in force now; a turn uses one from beginning to end. */
  readonly brain: () => Brain
  readonly memory: Pick<Memory, 'recall' | 'exportFan' | 'keepSummary'>
  readonly shortTerm: ShortTerm
  /** If absent, no accounts are joined here. */
  readonly links?: Links
  /** If absent, the shop is asked nothing. */
  readonly lookUps?: LookUps
  /** If absent, nobody offers to help here. */
  readonly helpers?: Helpers
  /** If absent, nothing is known of what sets fans apart. */
  readonly standings?: Standings
  /** If absent, nobody has a title here. */
  readonly titles?: Titles
  /** If absent, there is no circle. */
  readonly circles?: Circle
  /** Whether more of our words promote than the persona allows. If absent, nobody counts it. */
  readonly promotesTooMuch?: () => Promise<boolean>
  /** What was said unasked. If absent, nobody counts it. */
  readonly firstWords?: FirstWords
  /** If absent, nobody offers works here. */
  readonly worksMade?: WorksMade
  /** If absent, nothing of fans is shown here. */
  readonly works?: Works
  /** If absent, fans have no page of their own. */
  readonly ownLinks?: Pick<OwnLinks, 'keep'>
  readonly publicUrl?: string
  readonly keepFile?: NonNullable<Means['keepFile']>
  /** If absent, nobody works cases here: staff threads stay unheard. */
  readonly desk?: { readonly cases: DeskCases; readonly staffTurn: (turn: Turn) => Promise<Effects> }
}

export function createDecide({
  brain: current,
  memory,
  shortTerm,
  links,
  lookUps,
  helpers,
  standings,
  titles,
  circles,
  firstWords,
  promotesTooMuch,
  worksMade,
  works,
  ownLinks,
  publicUrl,
  keepFile,
  desk,
}: DecideDeps): Decide {
  const summaries = createSummaries(memory)
  return async (given, { abilities = plainSurface, onSpeaking, ...options }) => {
    if (desk && given.messages.some(({ isStaffThread }) => isStaffThread)) return settled(await desk.staffTurn(given))
    const turn = await withCasesInPrivate(given, desk?.cases)
    const brain = current()
    const { persona } = brain
    const { limits } = persona.manners
    const who = whoOf(turn)
    const standing = await standingOf(who, limits, shortTerm)
    const means: Means = {
      ...options,
      brain,
      persona,
      memory,
      standing,
      ...(links ? { links } : {}),
      ...(lookUps ? { lookUps } : {}),
      ...(helpers ? { helpers } : {}),
      ...(standings ? { standings } : {}),
      ...(titles ? { titles } : {}),
      ...(circles ? { circles } : {}),
      ...(firstWords ? { firstWords } : {}),
      ...(promotesTooMuch ? { promotesTooMuch } : {}),
      ...(worksMade ? { worksMade } : {}),
      ...(works ? { works } : {}),
      ...(ownLinks ? { ownLinks } : {}),
      ...(publicUrl ? { publicUrl } : {}),
      ...(keepFile ? { keepFile } : {}),
      ...(desk ? { cases: desk.cases } : {}),
    }
    const { timed = untimed } = options
    const attended = timed('attend', () => attend(turn, means))
    if ('verdict' in attended) {
      const { reason, changes } = attended.verdict
      const heard = { reports: overheardReports(turn, reason, persona), evidence: evidenceOf(turn, reason, persona) }
      return by(persona, unheard(turn, reason, [], { ...changes, cases: fanWrote(turn, persona) }, heard))
    }

    const recalled = placed(await timed('recall', () => recall(attended.turn, means, { memory, shortTerm })))
    options.onlooker?.seen(seenIn(recalled))
    // Who waits for a person sees nobody typing.
    if (!recalled.isAmbient && !isDrafting(recalled)) onSpeaking?.()
    const outcome = await outcomeOf(recalled, abilities)
    const spent = recalled.writer.spent()
    const decided = settled(effectsOf(recalled, outcome), async () => {
      const { isChanged, state } = recalled.rotation
      if (isChanged) await shortTerm.set(rotationKey(turn.conversation.id), state(), ROTATION_TTL_MS)
      if (outcome.decision.kind !== 'silent') await countTurn(who, limits, shortTerm)
    })
    const aside = besides(summaries.after(recalled), sending(outcome.changes.sendsCode, lookUps))
    const told = by(persona, decided)
    if (spent.answers > 0) return { ...told, effects: { ...told.effects, spent }, spent, ...(aside ? { aside } : {}) }
    return { ...told, ...(aside ? { aside } : {}) }
  }
}

type Aside = NonNullable<Decided['aside']>

/** Both at once, so that a code does not wait for a summary. */
function besides(...all: readonly (Aside | undefined)[]): Aside | undefined {
  const some = all.filter((aside) => aside !== undefined)
  return some.length === 0 ? undefined : async (signal) => void (await Promise.all(some.map((aside) => aside(signal))))
}

function sending(code: Changes['sendsCode'], lookUps: LookUps | undefined): Aside | undefined {
  return code && lookUps ? (signal) => lookUps.sendCode(code, signal) : undefined
}

/** The story, its words, and the one review of them. */
async function outcomeOf(turn: Recalled, abilities: SurfaceAbilities): Promise<Outcome> {
  const draft = word(await tell(turn), turn)
  if ('texts' in draft)
    turn.onlooker?.wanted(draft.texts.map(({ author, text, from }) => ({ author, text, ...(from ? { from } : {}) })))
  const { timed = untimed } = turn
  const reviewed = await timed('review', () => review(draft, turn, abilities))
  // What waits for a person is sent by a person, who quotes nobody for it.
  const kept = isDrafting(turn) ? withoutQuotes(reviewed) : reviewed
  const { decision, isTold } = introduce(kept, draft, turn, abilities)
  const [file, ...moreMedia] = (draft.kind === 'reply' && draft.files) || []
  const media = file ?? moodPicture(decision, turn)
  const seen = { ...noticed(turn, decision), ...(file ? {} : pictured(media, turn.now)) }
  const { state, cases = [], elsewhere = [], suggests, ...changes } = draft.changes ?? {}
  const outcome: Outcome = {
    decision,
    media,
    ...(moreMedia.length > 0 ? { moreMedia } : {}),
    changes: {
      ...changes,
      ...(isTold ? { introduced: true } : {}),
      state: { ...state, ...seen },
      cases: [...cases, ...casesBeside(cases, fanWroteBeside(turn, turn.persona))],
    },
    accountId: turn.author.accountId,
    reports: suggests ? suggestionOf(turn, suggests) : reportsOf(turn, decision, draft.changes?.asksNews === true),
    evidence: evidenceOf(turn, decision.reason, turn.persona),
    ...(elsewhere.length > 0 ? { elsewhere: saidElsewhere(elsewhere, turn) } : {}),
  }
  return isDrafting(turn) ? heldBack(outcome, seen, turn) : outcome
}

/** A case that the answer changes already is not changed twice. */
function casesBeside(changed: readonly CaseChange[], more: readonly CaseChange[]): readonly CaseChange[] {
  return more.filter(({ id }) => !changed.some((one) => one.id === id))
}

function seenIn(turn: Recalled): SeenTurn {
  const { lang, assessment, findings } = turn
  return {
    lang,
    places: placesOf(turn).map(({ id }) => id),
    kind: assessment.kind,
    heat: assessment.heat,
    outcome: findings.outcome,
    hits: findings.hits.map(({ answer, score, phrasing }) => ({ answerId: answer.id, score, phrasing })),
  }
}

function withoutQuotes(decision: Decision): Decision {
  return 'bubbles' in decision
    ? { ...decision, bubbles: decision.bubbles.filter(({ work }) => work === undefined) }
    : decision
}

/** What is decided for a turn that failed too often: the persona's honest line if it can be said, so that nobody waits for ever. */
export function createGiveUp({ brain }: Pick<DecideDeps, 'brain'>): Decide {
  return async (turn, options) => {
    try {
      const now = brain()
      return by(now.persona, await honestLine(turn, options, now))
    } catch (error) {
      if (options.signal.aborted) throw error
      // Even the honest line cannot be said: the turn ends, so that the fan's next message is heard.
      return unheard(turn, 'gave-up', ['gave-up'])
    }
  }
}

async function honestLine(turn: Turn, options: DecideOptions, { model: _, ...brain }: Brain): Promise<Decided> {
  const { abilities = plainSurface, ...more } = options
  const { persona } = brain
  const memory = { exportFan: async () => ({}) }
  const means: Means = { ...more, brain, persona, memory, standing: 'free' }
  const attended = attend(turn, means)
  if ('verdict' in attended) return unheard(turn, attended.verdict.reason, ['gave-up'])
  if (attended.turn.isAmbient) return unheard(turn, 'not-addressed', ['gave-up'])
  const recalled = placed(withNothingRecalled(attended.turn, means))
  const draft = word({ ...reply('gave-up', [line('error')]), flags: ['gave-up'] }, recalled)
  const decision = await review(draft, recalled, abilities)
  return settled(effectsOf(turn, { decision, changes: {}, accountId: recalled.author.accountId }))
}

/** In a group it is remembered when somebody last turned to us: whether joining in was welcome is read from it; and of bots, that they had their answer. */
function noticed(turn: Recalled, { kind }: Decision): ConversationState {
  const { conversation, now, author, isAmbient, isFromBot, persona } = turn
  if (isFromBot) return kind === 'silent' ? {} : answeredBot(turn, author.accountId, persona)
  return conversation.surface === 'group' && !isAmbient ? { addressedAt: now } : {}
}

function unheard(
  turn: Turn,
  reason: ReasonCode,
  flags: readonly string[],
  changes: Changes = {},
  heard: Pick<Outcome, 'reports' | 'evidence'> = {},
): Decided {
  return settled(effectsOf(turn, { decision: { kind: 'silent', reason, alternatives: [], flags }, changes, ...heard }))
}

/** The version of the persona stands with all that it decides and says. */
function by({ version }: Pick<Brain['persona'], 'version'>, { effects, ...decided }: Decided): Decided {
  return { ...decided, effects: { ...effects, personaVersion: version } }
}

function settled(effects: Effects, afterSettle: () => Promise<void> = async () => {}): Decided {
  return { effects, afterSettle }
}
