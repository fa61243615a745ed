/** `/look`: a member of staff asks the shop what a fan would be told, and has something done about it with one press. */
import { randomUUID } from 'node:crypto'
import type { StaffMember } from '../../domain/case.ts'
import { DAY_MS } from '../../domain/durations.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { Given, LookedUp, LookUp } from '../../domain/look-up.ts'
import type { Button } from '../../domain/message.ts'
import { linesIn } from '../../persona/lines/localise.ts'
import { filledIn } from '../../persona/look-ups/read-outcome.ts'
import type { Persona } from '../../persona/persona.ts'
import type { LookUps } from '../../ports/look-ups.ts'
import type { ShortTerm } from '../../ports/short-term.ts'
import { readShaped } from '../../words/shapes.ts'

export interface LookUpDeskDeps {
  readonly lookUps: LookUps
  readonly persona: () => Persona
  /** Keeps what a button stands for. */
  readonly shortTerm: ShortTerm
}

export interface Looked {
  readonly isDone: boolean
  readonly says: string
  readonly buttons?: readonly Button[]
}

interface Offered {
  readonly lookUp: string
  readonly action: string
  readonly given: Given
  readonly caseId?: CaseId
  readonly isUsed?: true
}

export interface LookUpDesk {
  /** `args`: the look-up's id, then what it needs. `caseId`: of the thread; absent: in none. */
  look(args: string, caseId: CaseId | undefined, signal: AbortSignal): Promise<Looked>
  /** @returns what to say to the fan of the case, where it was done */
  act(
    id: string,
    staff: StaffMember,
    signal: AbortSignal,
  ): Promise<Looked & { readonly toFan?: { readonly caseId: CaseId; readonly text: string } }>
}

export function createLookUpDesk({ lookUps, persona, shortTerm }: LookUpDeskDeps): LookUpDesk {
  async function offers(
    lookUp: LookUp,
    given: Given,
    outcome: LookedUp,
    caseId: CaseId | undefined,
  ): Promise<Button[]> {
    if (outcome.kind !== 'found') return []
    const fitting = lookUp.actions.filter(({ states }) => states.length === 0 || states.includes(outcome.state))
    return await Promise.all(
      fitting.map(async (action) => {
        const id = randomUUID()
        const offered: Offered = { lookUp: lookUp.id, action: action.id, given, ...(caseId ? { caseId } : {}) }
        await shortTerm.set(keyOf(id), offered, DAY_MS)
        return { label: action.label, value: `desk:do:${id}` }
      }),
    )
  }
  return {
    async look(args, caseId, signal) {
      const { lookUps: all } = persona()
      const [name = '', ...rest] = args.trim().split(/\s+/)
      const lookUp = all.find(({ id }) => id === name)
      if (!lookUp)
        return { isDone: false, says: all.length === 0 ? '⛔ There are no look-ups in persona.yaml.' : usage(all) }
      const given = givenIn(lookUp, rest.join(' '))
      const missing = lookUp.needs.filter(({ id }) => given[id] === undefined)
      if (missing.length > 0)
        return {
          isDone: false,
          says: `⛔ It needs ${missing.map(({ id, shape }) => `${id} (${shape})`).join(' and ')}.`,
        }
      const outcome = await lookUps.ask(lookUp, given, { signal })
      const says = `🔎 ${lookUp.about}: ${outcomeText(outcome, lookUp, given, persona())}`
      return { isDone: outcome.kind === 'found', says, buttons: await offers(lookUp, given, outcome, caseId) }
    },
    async act(id, staff, signal) {
      const offered = await shortTerm.get<Offered>(keyOf(id))
      if (!offered) return { isDone: false, says: '⛔ That is a day old or more: /look again.' }
      if (offered.isUsed) return { isDone: false, says: '⛔ That was pressed before; it is done once.' }
      const lookUp = persona().lookUps.find((one) => one.id === offered.lookUp)
      const action = lookUp?.actions.find((one) => one.id === offered.action)
      if (!lookUp || !action) return { isDone: false, says: '⛔ persona.yaml has no such action any more.' }
      // Written down before it is done: two presses at once do it once at most.
      await shortTerm.set(keyOf(id), { ...offered, isUsed: true }, DAY_MS)
      const why = await lookUps.act(action, offered.given, signal)
      if (why !== undefined)
        return { isDone: false, says: `⛔ “${action.label}” was not done: ${why}. /look again to try once more.` }
      const text = linesIn(action.says, persona().languages[0], persona())[0] ?? ''
      return {
        isDone: true,
        says: `✅ ${staff.name}: “${action.label}” is done (${Object.values(offered.given).join(', ')}).`,
        ...(offered.caseId ? { toFan: { caseId: offered.caseId, text } } : {}),
      }
    },
  }
}

const keyOf = (id: string): string => `look-up-action:${id}`

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

function outcomeText(outcome: LookedUp, lookUp: LookUp, given: Given, persona: Persona): string {
  const [home] = persona.languages
  switch (outcome.kind) {
    case 'found': {
      const line = linesIn(lookUp.says[outcome.state] ?? {}, home, persona)[0] ?? ''
      return `${outcome.state}. “${filledIn(line, outcome.facts, given, home, persona.manners.timeZone)}”`
    }
    case 'unknown':
      return 'the shop knows nothing of it.'
    case 'failed':
      return `it did not work: ${outcome.why}.`
    case 'limited':
      return 'it was asked too often.'
  }
}
