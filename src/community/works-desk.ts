/** `/works` and `/work N accept|decline` in the staff chat: what fans let the brand show, looked through by people. */
import type { StaffMember } from '../domain/case.ts'
import { creditForStaff, type Work } from '../domain/work.ts'
import type { Persona } from '../persona/persona.ts'
import type { Clock } from '../ports/clock.ts'
import type { Acted } from '../ports/desk.ts'
import type { Works } from '../ports/works.ts'

const LISTED = 10
const SHOWN_LENGTH = 300

export interface WorksDeskDeps {
  readonly works: Works
  readonly persona: () => Persona
  readonly clock: Pick<Clock, 'now'>
}

export type WorksDesk = (
  typed: { readonly name: 'works' | 'work'; readonly args: string },
  staff: StaffMember,
) => Promise<Acted>

export function createWorksDesk(deps: WorksDeskDeps): WorksDesk {
  return async ({ name, args }, staff) => {
    if (!deps.persona().community.works)
      return refused('community.works of persona.yaml says nothing: no fan is asked.')
    return name === 'works' ? await list(args, deps) : await decide(args, staff, deps)
  }
}

const refused = (says: string): Acted => ({ isDone: false, says: `⛔ ${says}` })

async function list(args: string, { works }: WorksDeskDeps): Promise<Acted> {
  const isAll = args.trim().toLowerCase() === 'all'
  const { works: found, total } = await works.list({ ...(isAll ? {} : { state: 'offered' }), limit: LISTED })
  if (found.length === 0)
    return {
      isDone: true,
      says: isAll ? 'No fan has offered anything yet.' : 'Nothing waits. /works all lists the rest.',
    }
  const more = total > found.length ? [`… and ${total - found.length} more on the pages for leads`] : []
  return {
    isDone: true,
    says: [...found.map(shown), ...more, '/work N accept [ANSWER-ID …] · /work N decline'].join('\n'),
    tellsOf: found.flatMap(tellsOf),
  }
}

const tellsOf = ({ id, account }: Work) => [id, account]

function shown(work: Work): string {
  const { number, text, picture, state, answers, how, uses } = work
  const kept = text === '' && !picture ? 'nothing is kept of it' : text
  const words = kept.length > SHOWN_LENGTH ? `${kept.slice(0, SHOWN_LENGTH)}…` : kept
  const beside = answers.length > 0 ? `, beside ${answers.join(', ')}` : ''
  const asked = how === 'asked' ? ', after praise' : ''
  return `🎁 #${number} ${creditForStaff(work)}: ${picture ? '🖼 ' : ''}${words} (${state}${asked}${beside}${uses > 0 ? `, quoted ${uses}×` : ''})`
}

/** `12 accept sizes returns`, `12 decline`; accepted without an answer it stands on the gallery alone. */
async function decide(args: string, staff: StaffMember, { works, persona, clock }: WorksDeskDeps): Promise<Acted> {
  const [, digits, verb, rest = ''] = /^#?(\d{1,6})(?:\s+(accept|decline)\b\s*(.*))?$/isu.exec(args.trim()) ?? []
  if (digits === undefined) return refused('/work and a number, then accept or decline; /works lists them.')
  const number = Number(digits)
  const one = await works.get(number)
  if (!one) return refused(`There is no work #${number}.`)
  if (verb === undefined) return { isDone: true, says: shown(one), tellsOf: tellsOf(one) }
  if (one.state === 'withdrawn') return refused(`The fan has withdrawn #${number}.`)
  const answers = verb.toLowerCase() === 'accept' ? rest.split(/[\s,]+/).filter((id) => id !== '') : []
  const unknown = answers.filter((id) => !persona().answers.some((answer) => answer.id === id))
  if (unknown.length > 0) return refused(`There is no answer ${unknown.join(', ')} in answers.yaml.`)
  const state = verb.toLowerCase() === 'accept' ? 'accepted' : 'declined'
  const done = await works.decide(number, state, { who: staff.name, answers, now: clock.now() })
  if (!done) return refused(`The fan has withdrawn #${number}.`)
  if (state === 'declined') {
    await works.takeDown(clock.now())
    return { isDone: true, says: `🎁 #${number} is not shown.` }
  }
  const places = [
    ...(answers.length > 0 ? [`quoted beside ${answers.join(', ')}`] : []),
    ...(persona().community.works?.gallery ? ['shown on the gallery'] : []),
  ]
  return { isDone: true, says: `🎁 #${number} is accepted${places.length > 0 ? `: ${places.join(', ')}` : ''}.` }
}
