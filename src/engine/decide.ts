/** The straight path of one turn: attend → recall → triage → compose → review → effects. The first stage to end the turn ends it. */
import type { ConversationState } from '../domain/conversation.ts'
import type { Decision } from '../domain/decision.ts'
import type { Effects } from '../domain/effects.ts'
import { isWithStaff } from '../domain/open-case.ts'
import type { Turn } from '../domain/turn.ts'
import type { Persona } from '../persona/persona.ts'
import type { Decide, Decided, DecideOptions } from '../ports/decide.ts'
import type { Memory } from '../ports/memory.ts'
import type { ShortTerm } from '../ports/short-term.ts'
import { attend } from './attend/attend.ts'
import { cardInPublic } from './attend/card-in-public.ts'
import { dangerIn } from './attend/heard-first.ts'
import { countTurn, type Standing, standingOf, whoOf } from './attend/limits.ts'
import { answeredBot, forBot } from './attend/other-bots.ts'
import { answerCommand } from './compose/commands.ts'
import { type ComposeOptions, compose } from './compose/compose.ts'
import { ground } from './compose/ground.ts'
import { answerPending } from './compose/pending.ts'
import { withPromise } from './compose/promises.ts'
import { type Draft, silent, withChanges, withFlags } from './draft.ts'
import { effectsOf, type Outcome } from './effects.ts'
import { withTold } from './recall/consent.ts'
import { recall, rotationKey } from './recall/recall.ts'
import { summarise } from './recall/summarise.ts'
import { mayLearn, toldFacts } from './recall/told-facts.ts'
import { say } from './review/lines.ts'
import { moodPicture, pictured } from './review/mood-picture.ts'
import { plainSurface, review } from './review/review.ts'
import type { Attended, Brain, Recalled } from './stages.ts'
import { aboutCase, asksWho, type DeskCases, fanWrote, fanWroteBeside, personHere } from './triage/at-desk.ts'
import { handOff } from './triage/hand-off.ts'
import { withKind } from './triage/kind-flags.ts'
import { triage } from './triage/triage.ts'
import { withTruth } from './triage/waiting.ts'

const ROTATION_TTL_MS = 30 * 86_400_000

export interface DecideDeps {
  /** The brain in force now; a turn uses one from beginning to end. */
  readonly brain: () => Brain
  readonly memory: Pick<Memory, 'recall' | 'exportFan'>
  readonly shortTerm: ShortTerm
  /** If absent, nobody works cases here: staff threads stay unheard. */
  readonly desk?: { readonly cases: DeskCases; readonly staffTurn: (turn: Turn) => Promise<Effects> }
}

export function createDecide({ brain: current, memory, shortTerm, desk }: DecideDeps): Decide {
  return async (turn, { abilities = plainSurface, onSpeaking, ...options }) => {
    const { signal, privateLink } = options
    if (desk && turn.messages.some(({ isStaffThread }) => isStaffThread))
      return { effects: await desk.staffTurn(turn), async afterSettle() {} }
    const brain = current()
    const { limits } = brain.persona.manners
    const who = whoOf(turn)
    const standing = await standingOf(who, limits, shortTerm)
    const attended = attend(turn, brain.persona, standing)
    if ('draft' in attended)
      return unattended(turn, withChanges(attended.draft, { cases: fanWrote(turn, brain.persona) }))

    const recalled = await recall(attended.turn, brain, memory, shortTerm)
    if (!recalled.isAmbient) onSpeaking?.()
    const [draft, summary] = await Promise.all([
      firstDraft(
        recalled,
        standing,
        () => draftOf(recalled, brain, { memory, ...(desk ? { cases: desk.cases } : {}) }, options),
        brain,
        privateLink,
      ),
      summarise(recalled, brain, signal),
    ])
    const decision = await review(draft, recalled, brain, abilities, signal)
    const media = moodPicture(decision, recalled, brain.persona)
    const seen = { ...noticed(recalled, decision, brain.persona), ...pictured(media, turn.now) }
    const outcome: Outcome = {
      decision,
      media,
      changes: {
        ...draft.changes,
        state: { ...draft.changes?.state, ...seen },
        cases: [...(draft.changes?.cases ?? []), ...fanWroteBeside(turn, recalled.read, brain.persona)],
      },
      accountId: recalled.author.accountId,
      ...(summary ? { summary } : {}),
    }
    return {
      effects: effectsOf(recalled, outcome),
      async afterSettle() {
        if (recalled.rotation.isChanged)
          await shortTerm.set(rotationKey(turn.conversation.id), recalled.rotation.state(), ROTATION_TTL_MS)
        if (decision.kind !== 'silent') await countTurn(who, limits, shortTerm)
      },
    }
  }
}

/** In a group it is remembered when somebody last turned to us: whether joining in was welcome is read from it; and of bots, that they had their answer. */
function noticed(turn: Recalled, { kind }: Decision, persona: Persona): ConversationState {
  const { conversation, now, author, isAmbient, isFromBot } = turn
  if (isFromBot) return kind === 'silent' ? {} : answeredBot(turn, author.accountId, persona)
  return conversation.surface === 'group' && !isAmbient ? { addressedAt: now } : {}
}

/** Commands, then our own open questions, then triage, then the words themselves. */
async function draftOf(
  turn: Recalled,
  brain: Brain,
  { memory, cases }: { readonly memory: Pick<Memory, 'exportFan'>; readonly cases?: DeskCases },
  options: ComposeOptions,
): Promise<Draft> {
  const { persona } = brain
  const { privateLink } = options
  if (turn.isFromBot) return forBot(await composed(turn, brain, async (draft) => draft, options))
  if (isWithStaff(turn.conversation, turn.author.accountId)) return await besideStaff(turn, persona, memory)
  const truthful = async (draft: Draft) =>
    draft.kind === 'handoff' ? await withTruth(draft, turn, persona, cases, privateLink) : draft
  const direct =
    (cases && (await aboutCase(turn, persona, cases))) ??
    (await answerCommand(turn, persona, memory)) ??
    answerPending(turn, persona)
  return direct ? await truthful(direct) : await composed(turn, brain, truthful, options)
}

/** To a fan whom staff have: what is heard first, and who it is that writes. */
async function besideStaff(turn: Recalled, persona: Persona, memory: Pick<Memory, 'exportFan'>): Promise<Draft> {
  const command = await answerCommand(turn, persona, memory)
  if (command) return command
  const danger = dangerIn(turn.text, persona)
  if (danger) return handOff(danger, turn, persona)
  if (turn.isFirst) return answerPending(turn, persona) ?? silent('staff-has-it')
  return asksWho(turn.text, persona) ? personHere(turn, persona) : silent('staff-has-it')
}

/** What nothing of the turn's own answers: triage, then words. */
async function composed(
  turn: Recalled,
  brain: Brain,
  truthful: (draft: Draft) => Promise<Draft>,
  options: ComposeOptions,
): Promise<Draft> {
  const { persona } = brain
  const { signal, privateLink } = options
  const result = triage(turn, persona, privateLink)
  if ('draft' in result) return await truthful(result.draft)
  const grounded = await ground(await compose(result.turn, brain, options), result.turn, brain, signal)
  const draft = withPromise(await truthful(grounded), result.turn, persona)
  const told = [...toldFacts(turn.text), ...(draft.changes?.remember ?? []).filter(({ value }) => mayLearn(value))]
  const bare: Draft = { ...draft, changes: { ...draft.changes } }
  const { assessment } = result.turn
  return withKind(withFlags(withTold(withoutTold(bare), told, turn, persona), assessment.flags), assessment)
}

/** What the model wants remembered is only a wish until consent says otherwise. */
function withoutTold(draft: Draft): Draft {
  const { remember: _, ...changes } = draft.changes ?? {}
  return { ...draft, changes }
}

/** One line for what was read too late to answer as if it were new, or for a fan who asks faster than anybody can; else the draft proper. */
function firstDraft(
  turn: Recalled,
  standing: Standing,
  draftProper: () => Promise<Draft>,
  { persona }: Brain,
  privateLink: DecideOptions['privateLink'],
): Draft | Promise<Draft> {
  if (turn.hasCard) return cardInPublic(turn, persona, privateLink)
  if (turn.isLate && !turn.isAmbient) return { kind: 'reply', reason: 'late', texts: [say('late', turn, persona)] }
  if (standing === 'last' && !turn.isAmbient && !turn.isFirst)
    return { kind: 'reply', reason: 'fan-limit-told', texts: [say('slowDown', turn, persona)] }
  return draftProper()
}

function unattended(turn: Attended | Turn, draft: Draft): Decided {
  const decision = { kind: 'silent', reason: draft.reason, alternatives: [], flags: draft.flags ?? [] } as const
  return {
    effects: effectsOf(turn, { decision, changes: draft.changes ?? {} }),
    async afterSettle() {},
  }
}
