/** A member of staff asks the shop what a fan would be told, by `/look` or on the page, and has something done about it with one press. */
import { randomBytes } from 'node:crypto'
import type { StaffMember } from '../../domain/case.ts'
import { DAY_MS } from '../../domain/durations.ts'
import { type CaseId, caseId } from '../../domain/ids.ts'
import type { Given, LookedUp, LookUp } from '../../domain/look-up.ts'
import type { Button } from '../../domain/message.ts'
import { linesIn } from '../../persona/lines/localise.ts'
import { filledIn } from '../../persona/look-ups/read-outcome.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Clock } from '../../ports/clock.ts'
import type { KeyValues } from '../../ports/key-values.ts'
import type { LookUps } from '../../ports/look-ups.ts'
import type { LookedCard } from '../../ports/shop-desk.ts'
import { readShaped } from '../../words/shapes.ts'

/** Cards kept beside one case. */
const MOST_CARDS = 3

export interface LookUpDeskDeps {
  readonly lookUps: LookUps
  readonly persona: () => Persona
  /** Keeps what a button stands for, and what was found about a case. */
  readonly keyValues: Pick<KeyValues, 'get' | 'set'>
  readonly clock: Clock
}

export interface Looked {
  readonly isDone: boolean
  readonly says: string
  readonly buttons?: readonly Button[]
  /** The shop was asked: `says` is what it answered. */
  readonly isAnswer?: true
}

interface Offered {
  readonly lookUp: string
  readonly action: string
  readonly given: Given
  /** Who pressed it. */
  readonly doneBy?: string
  readonly hasFailed?: true
}

export interface LookUpDesk {
  /** `args`: the look-up's id, then what it needs. `of`: the case of the thread; absent: in none. */
  look(args: string, staff: StaffMember, of: CaseId | undefined, signal: AbortSignal): Promise<Looked>
  /** `given`: as it was typed, by need. */
  ask(id: string, given: Given, staff: StaffMember, of: CaseId, signal: AbortSignal): Promise<Looked>
  /** What was found about a case within a day, the newest first. */
  found(of: CaseId): Promise<readonly LookedCard[]>
  /** @returns what to say to the fan of the case, where it was done */
  act(
    id: string,
    staff: StaffMember,
    signal: AbortSignal,
  ): Promise<Looked & { readonly toFan?: { readonly caseId: CaseId; readonly text: string } }>
}

export function createLookUpDesk({ lookUps, persona, keyValues, clock }: LookUpDeskDeps): LookUpDesk {
  async function read<T>(key: string): Promise<T | undefined> {
    const kept = await keyValues.get(key)
    return kept && (kept.expiresAt ?? Number.POSITIVE_INFINITY) > clock.now() ? JSON.parse(kept.value) : undefined
  }
  const keep = async (key: string, value: unknown) =>
    await keyValues.set(key, JSON.stringify(value), clock.now() + DAY_MS)

  async function offers(lookUp: LookUp, given: Given, outcome: LookedUp, of: CaseId | undefined) {
    if (outcome.kind !== 'found') return []
    const fitting = lookUp.actions.filter(({ states }) => states.length === 0 || states.includes(outcome.state))
    return await Promise.all(
      fitting.map(async (action) => {
        const id = `${of ?? NO_CASE}.${randomBytes(6).toString('hex')}`
        const offered: Offered = { lookUp: lookUp.id, action: action.id, given }
        await keep(actionKey(id), offered)
        return { id, label: action.label }
      }),
    )
  }

  async function asked(
    lookUp: LookUp,
    given: Given,
    staff: StaffMember,
    of: CaseId | undefined,
    signal: AbortSignal,
  ): Promise<Looked> {
    const missing = lookUp.needs.filter(({ id }) => given[id] === undefined)
    if (missing.length > 0)
      return {
        isDone: false,
        says: `⛔ It needs ${missing.map(({ id, shape }) => `${id} (${shape})`).join(' and ')}.`,
      }
    const outcome = await lookUps.ask(lookUp, given, { signal })
    const { state, says } = outcomeText(outcome, lookUp, given, persona())
    const actions = await offers(lookUp, given, outcome, of)
    if (of !== undefined) {
      const { about } = lookUp
      const card: LookedCard = { about, given, state, says, at: clock.now(), by: staff.name, actions }
      const before = (await read<readonly LookedCard[]>(cardsKey(of))) ?? []
      const others = before.filter((one) => one.about !== about || JSON.stringify(one.given) !== JSON.stringify(given))
      await keep(cardsKey(of), [card, ...others].slice(0, MOST_CARDS))
    }
    const found = state === outcome.kind ? says : `${state}. “${says}”`
    return {
      ...{ isDone: outcome.kind === 'found', isAnswer: true, says: `🔎 ${lookUp.about}: ${found}` },
      buttons: actions.map(({ id, label }) => ({ label, value: `desk:do:${id}` })),
    }
  }

  /** With who pressed them; without those that failed. */
  async function stillOffered(actions: LookedCard['actions']): Promise<LookedCard['actions']> {
    const all = await Promise.all(
      actions.map(async (action) => ({ ...action, offered: await read<Offered>(actionKey(action.id)) })),
    )
    return all.flatMap(({ id, label, offered }) =>
      offered === undefined || offered.hasFailed
        ? []
        : [{ id, label, ...(offered.doneBy === undefined ? {} : { doneBy: offered.doneBy }) }],
    )
  }

  return {
    async look(args, staff, of, signal) {
      const { lookUps: all } = persona()
      const [name = '', ...rest] = args.trim().split(/\s+/)
      const lookUp = all.find(({ id }) => id === name)
      if (!lookUp)
        return { isDone: false, says: all.length === 0 ? '⛔ There are no look-ups in persona.yaml.' : usage(all) }
      return await asked(lookUp, givenIn(lookUp, rest.join(' ')), staff, of, signal)
    },
    async ask(id, typed, staff, of, signal) {
      const lookUp = persona().lookUps.find((one) => one.id === id)
      if (!lookUp) return { isDone: false, says: '⛔ persona.yaml has no such look-up any more.' }
      const given = Object.fromEntries(
        lookUp.needs.flatMap((need) => {
          const value = readShaped(need.shape, typed[need.id] ?? '')
          return value === undefined ? [] : [[need.id, value] as const]
        }),
      )
      return await asked(lookUp, given, staff, of, signal)
    },
    async found(of) {
      const cards = (await read<readonly LookedCard[]>(cardsKey(of))) ?? []
      return await Promise.all(cards.map(async (card) => ({ ...card, actions: await stillOffered(card.actions) })))
    },
    async act(id, staff, signal) {
      const offered = await read<Offered>(actionKey(id))
      if (!offered) return { isDone: false, says: '⛔ That is a day old or more: /look again.' }
      if (offered.doneBy !== undefined) return { isDone: false, says: '⛔ That was pressed before; it is done once.' }
      const lookUp = persona().lookUps.find((one) => one.id === offered.lookUp)
      const action = lookUp?.actions.find((one) => one.id === offered.action)
      if (!lookUp || !action) return { isDone: false, says: '⛔ persona.yaml has no such action any more.' }
      // Written down before it is done: two presses at once do it once at most.
      await keep(actionKey(id), { ...offered, doneBy: staff.name })
      const why = await lookUps.act(action, offered.given, signal)
      if (why !== undefined) {
        await keep(actionKey(id), { ...offered, doneBy: staff.name, hasFailed: true })
        return { isDone: false, says: `⛔ “${action.label}” was not done: ${why}. /look again to try once more.` }
      }
      const text = linesIn(action.says, persona().languages[0], persona())[0] ?? ''
      const [of = NO_CASE] = id.split('.')
      return {
        isDone: true,
        says: `✅ ${staff.name}: “${action.label}” is done (${Object.values(offered.given).join(', ')}).`,
        ...(of === NO_CASE ? {} : { toFan: { caseId: caseId(of), text } }),
      }
    },
  }
}

const NO_CASE = 'none'
const cardsKey = (of: CaseId): string => `desk::looked:${of}:cards`
/** An action is named by its case, so that it goes with it. */
const actionKey = (id: string): string => `desk::looked:${id.split('.')[0]}:${id}`

function usage(all: readonly LookUp[]): string {
  const lines = all.map(
    ({ id, about, needs }) => `/look ${id} ${needs.map((need) => need.id.toUpperCase()).join(' ')} — ${about}`,
  )
  return ['⛔ /look and then one of these:', ...lines].join('\n')
}

/** Shapes find their own; bare words are what is left. */
function givenIn({ needs }: LookUp, text: string): Given {
  const given: Record<string, string> = {}
  for (const { id, shape } of needs) {
    const value = shape === 'text' && needs.length > 1 ? undefined : readShaped(shape, text)
    if (value !== undefined) given[id] = value
  }
  const bare = needs.find(({ shape }) => shape === 'text')
  if (bare && given[bare.id] === undefined && text.trim() !== '') given[bare.id] = text.trim()
  return given
}

function outcomeText(
  outcome: LookedUp,
  lookUp: LookUp,
  given: Given,
  persona: Persona,
): { readonly state: string; readonly says: string } {
  const [home] = persona.languages
  switch (outcome.kind) {
    case 'found': {
      const line = linesIn(lookUp.says[outcome.state] ?? {}, home, persona)[0] ?? ''
      return {
        state: outcome.state,
        says: filledIn(line, outcome.facts, given, home, persona.manners.timeZone),
      }
    }
    case 'unknown':
      return { state: outcome.kind, says: 'the shop knows nothing of it.' }
    case 'failed':
      return { state: outcome.kind, says: `it did not work: ${outcome.why}.` }
    case 'limited':
      return { state: outcome.kind, says: 'it was asked too often.' }
  }
}
