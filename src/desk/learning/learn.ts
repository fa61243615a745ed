/** From an answer of staff to an approved one: phrasings from what fans really wrote, without what belongs to one person. */

import type { ProposedAnswer } from '../../domain/answer.ts'
import { type Case, type StaffMember, whichCase } from '../../domain/case.ts'
import { atDesk } from '../../domain/colleague.ts'
import { takenBy } from '../../knowledge/taken-by.ts'
import { checkVoice } from '../../persona/voice/voice.ts'
import type { Decided, DeskDeps, Origin } from '../acts/desk-deps.ts'
import { langOf } from '../people/teams.ts'
import { idFrom } from './answer-id.ts'
import { phrasingsIn } from './phrasings.ts'
import { stripPersonal } from './strip-personal.ts'

const LINES = 60

export async function learn(
  one: Case,
  staff: StaffMember,
  row: number | undefined,
  { by, replyTo }: Origin,
  { cases, proposals, wits, clock }: Pick<DeskDeps, 'cases' | 'proposals' | 'wits' | 'clock'>,
): Promise<Decided> {
  const { persona, knowledge } = wits()
  const refuse = (says: string): Decided => ({ changes: [], acted: { isDone: false, says } })
  const story = await cases.story(one.id, LINES)
  const meant = by && replyTo !== undefined ? await cases.relayed(by.threadId, replyTo) : undefined
  const wanted = row ?? (meant?.direction === 'out' ? meant.fanRow : undefined)
  const said = story?.transcript.findLast(
    (line) =>
      (line.speaker?.kind === 'person' || line.speaker?.kind === 'person-as-brand') &&
      (wanted === undefined || line.row === wanted),
  )
  if (!story || !said) return refuse('⛔ Nobody of the staff has answered here yet.')
  const names = [one.fanName, said.name, ...persona.handoff.staff.map(({ name }) => name)]
  const lang = langOf(one, persona)
  const words = stripPersonal(withoutSign(said.text, said.name), names)
  const { pieces, findings } = checkVoice(persona, { text: words, author: 'approved', surface: 'direct', lang })
  const answer = pieces.join('\n')
  const heard = story.transcript.filter(({ row: at, from }) => from === 'fan' && at < said.row)
  const asks = phrasingsIn(
    heard.map(({ text }) => text),
    { names, lang, persona },
  )
  if (answer === '' || asks.length === 0)
    return refuse('⛔ Nothing to learn: no question before it, or nothing may be said.')
  const taken = new Set(persona.answers.map(({ id }) => id))
  const proposed: ProposedAnswer = {
    id: idFrom(asks[0] ?? 'answer', taken),
    asks,
    answer: { [lang]: answer },
    ...(one.team && persona.handoff.teams[one.team] ? { owner: one.team } : {}),
  }
  const id = `${one.id.slice(0, 8)}-${said.row}`
  await proposals.propose({ id, caseId: one.id, by: atDesk(staff), answer: proposed, at: clock.now() })
  const warnings = findings.map(({ code, detail }) => `${code} ${detail}`).join('; ')
  const says = [
    `📖 ${proposed.id}`,
    ...asks.map((ask) => {
      const other = takenBy(ask, knowledge)
      return other === undefined
        ? `asks: ${ask}`
        : `asks: ${ask} (answered by ${other} now: which is given would be less sure)`
    }),
    `answer: ${answer}`,
    warnings ? `voice: ${warnings}` : '',
    'An operator’s yes puts it into answers.yaml.',
  ]
  const change = { ...whichCase(one), events: [{ who: staff.name, what: 'proposed an answer', detail: proposed.id }] }
  return {
    changes: [change],
    acted: { isDone: true, says: says.filter(Boolean).join('\n'), caseId: one.id, proposalId: id },
  }
}

function withoutSign(text: string, name: string): string {
  const end = `\n— ${name}`
  return text.endsWith(end) ? text.slice(0, -end.length) : text
}
