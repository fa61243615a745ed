/** How staff are told of a wave: what it is about, how many people, whether they are new here, some of their words, who has it. Pure. */
import { DAY_MS, MINUTE_MS } from '../../domain/durations.ts'
import type { Issue, Report } from '../../domain/issue.ts'
import { lasting } from '../../domain/lasting.ts'
import type { Button } from '../../domain/message.ts'
import { textIn } from '../../persona/lines/localise.ts'
import type { Persona } from '../../persona/persona.ts'
import type { ToldStaff } from '../../ports/issues.ts'
import { maskPersonalData } from '../../words/personal-data/personal-data.ts'
import type { NoticedWave } from '../watch-trouble.ts'
import { staffWords } from './staff-words.ts'

const QUOTED = 3
const QUOTE_LENGTH = 160

export interface AlertParts {
  readonly wave: Omit<NoticedWave, 'issue'>
  readonly issue?: Issue | undefined
  /** Its examples, with their words. */
  readonly reports: readonly Report[]
  readonly persona: Persona
  readonly isUpdate: boolean
}

export function alertOf({ wave, issue, reports, persona, isUpdate }: AlertParts): ToldStaff {
  const shown = reports.filter(({ text }) => text !== undefined && text.trim() !== '').slice(-QUOTED)
  const since = Math.min(wave.at, ...reports.map(({ at }) => at))
  const about = issue ? ` about #${issue.number} ${issue.title}` : wave.topic ? ` about “${wave.topic}”` : ''
  const where = wave.platform ? ` on ${wave.platform}` : ''
  const lines = [
    `${headOf(wave, isUpdate)}: ` +
      `${wave.count} people${about}${where}. ` +
      `${usual(wave.expected)} would be usual${isUpdate ? '' : `; the first of them wrote ${ago(wave.at - since)} ago`}.`,
    ...(wave.isBrigade
      ? [`⚠️ ${wave.newcomers} of them were never heard here before: perhaps a brigade of new accounts.`]
      : []),
    ...shown.map(quote),
    whoHasIt(issue, persona),
  ]
  const topic = issue ? String(issue.number) : 'all'
  // What comes slowly is to be looked at; nobody need be on guard for it.
  const buttons: Button[] = wave.isGradual
    ? []
    : [{ label: `Amber: ${issue ? `#${issue.number}` : 'all'}`, value: `desk:issue:crisis:${topic} amber` }]
  return { outgoing: staffWords(lines.join('\n'), buttons), quotes: shown.map(({ id }) => id) }
}

function headOf({ isGradual, isNews }: AlertParts['wave'], isUpdate: boolean): string {
  if (isGradual) return `🌱 ${isUpdate ? 'It goes on' : 'It comes up, day after day'}`
  if (!isUpdate) return '🌊 A wave'
  return `🌊 ${isNews ? 'The wave shows what it is' : 'The wave grows'}`
}

/** `• “the lid leaks” (r7, telegram)`: what is nobody else's business left out. */
export function quote({ id, text = '', platform }: Pick<Report, 'id' | 'text' | 'platform'>): string {
  const bare = maskPersonalData(text.replaceAll(/\s+/g, ' ').trim()).text
  const cut = bare.length > QUOTE_LENGTH ? `${bare.slice(0, QUOTE_LENGTH - 1).toWellFormed()}…` : bare
  return `• “${cut}” (r${id}, ${platform})`
}

function ago(ms: number): string {
  const days = Math.round(ms / DAY_MS)
  return days >= 2 ? `${days} days` : lasting(Math.max(ms, MINUTE_MS))
}

function usual(expected: number): string {
  return expected < 1 ? 'Less than one' : `About ${Math.round(expected)}`
}

function whoHasIt(issue: Issue | undefined, persona: Persona): string {
  const leads = persona.handoff.staff.filter(({ role }) => role !== 'staff').map(({ name }) => name)
  const owner = issue?.owner
    ? `Owner: ${ownerName(issue.owner, persona)}.`
    : issue
      ? `Nobody has it: /issue ${issue.number} owner TEAM.`
      : ''
  return [owner, leads.length > 0 ? `For ${leads.join(', ')}.` : ''].filter(Boolean).join(' ')
}

/** A team by its name for staff, else as it is written. */
export function ownerName(owner: string, persona: Persona): string {
  return textIn(persona.handoff.teams[owner]?.name, persona.languages[0], persona) || owner
}
