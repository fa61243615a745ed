/** A crisis as staff see it: how it stands, what fans hear of it, and what is missing. Pure but for the figures of one that ended. */
import { type Crisis, type ProposedStatement, statementFor } from '../../domain/crisis.ts'
import type { Issue, Report } from '../../domain/issue.ts'
import type { Lang } from '../../domain/message.ts'
import { mayApprove } from '../../persona/leads.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Clock } from '../../ports/clock.ts'
import type { IssueStore } from '../../ports/issues.ts'
import type { CrisisTopic } from '../../ports/lead-desk.ts'
import { afterAction } from './after-action.ts'
import { LOOKED_THROUGH } from './issue-answers.ts'
import { knownBy } from './known-by.ts'

export interface ShowCrisisDeps {
  readonly issues: Pick<IssueStore, 'figuresOf' | 'firstReportsOf'>
  readonly persona: () => Persona
  readonly platforms: readonly string[]
  readonly clock: Clock
}

export const named = (issue: Issue | undefined, persona: Persona) =>
  issue ? `#${issue.number} ${issue.title}` : persona.brand.name

/** As it stands after `/crisis`, so that what is typed in a drill stays one. */
export function topicName({ issue, isDrill }: CrisisTopic): string {
  return `${isDrill ? 'drill ' : ''}${issue ?? 'all'}`
}

interface Place {
  readonly lang: Lang
  readonly platform?: string
}

export const where = ({ lang, platform }: Place) => `in ${lang}${platform ? ` on ${platform}` : ''}`
const typed = ({ lang, platform }: Place) => `${lang}${platform ? ` ${platform}` : ''}`

export function stateLine(crisis: Crisis, issue: Issue | undefined, persona: Persona, now: number): string {
  const { level, isDrill, reviewAt, endedAt } = crisis
  const sign = endedAt !== undefined ? '🟢 Green' : level === 'red' ? '🔴 Red' : '🟠 Amber'
  const until =
    endedAt === undefined && reviewAt !== undefined ? `, to be looked at again ${moment(reviewAt, now)}` : ''
  return `${isDrill ? '🎭 DRILL, no fan hears of it. ' : ''}${sign}: ${named(issue, persona)}${until}.`
}

/** With its day where that is not today. */
export function moment(at: number, now: number): string {
  const text = new Date(at).toISOString()
  const day = text.slice(0, 10)
  return `${day === new Date(now).toISOString().slice(0, 10) ? '' : `${day} `}${text.slice(11, 16)} UTC`
}

/** What is proposed, and what approves these very words. */
export function proposalLine(one: ProposedStatement, topic: CrisisTopic): string {
  const { by, words, mark } = one
  return `✋ ${by.name} proposes ${where(one)}: ${words} — another lead: /crisis ${topicName(topic)} approve ${typed(one)} ${mark}`
}

/** What follows from it for fans, and what is missing. */
export async function consequences(crisis: Crisis, issue: Issue | undefined, deps: ShowCrisisDeps): Promise<string[]> {
  const persona = deps.persona()
  const { isDrill, level, endedAt } = crisis
  if (endedAt !== undefined)
    return [afterAction(crisis, named(issue, persona), await deps.issues.figuresOf(crisis, deps.clock.now()))]
  const calm = 'No jokes, no first moves, nothing advertised, in groups only when mentioned.'
  const heard = level === 'red' ? 'the holding statement, then a person' : 'only approved words or a person'
  const reports = issue ? await deps.issues.firstReportsOf(issue.number, LOOKED_THROUGH) : []
  return [
    `${isDrill ? 'Were it real: on' : 'On'} the topic ${heard}. ${calm}`,
    ...reach(crisis, issue, persona, reports),
    ...(level === 'red' && !isDrill ? contradicted(issue) : []),
    ...(level === 'red' ? said(crisis, persona) : []),
    ...crisis.proposed.map((one) => proposalLine(one, crisis)),
    ...(level === 'red' ? missing(crisis, persona, deps.platforms) : []),
  ]
}

/** The whole brand has no title to know a message by. */
function reach(crisis: Crisis, about: Issue | undefined, persona: Persona, reports: readonly Report[]): string[] {
  const { issue, words, isDrill } = crisis
  if (about !== undefined) return deafness(crisis, about, persona, reports)
  if (issue !== undefined || words.length > 0) return []
  const topic = topicName({ isDrill })
  return [
    'Until you give words, on the topic is only who complains, has trouble with an order or writes for the press;' +
      ` who just asks about it is not. /crisis ${topic} words …`,
  ]
}

/** In which languages nothing is known to recognise it by, and how that is mended. */
function deafness(crisis: Crisis, issue: Issue, persona: Persona, reports: readonly Report[]): string[] {
  const { unheard } = knownBy(crisis, issue, persona, reports)
  if (unheard.length === 0) return []
  const heard = persona.languages.filter((lang) => !unheard.includes(lang))
  const people = crisis.level === 'red' ? ' Whoever complains there goes to a person, whatever it is about;' : ''
  return [
    `👂 It is recognised in ${heard.join(', ')} alone: in ${unheard.join(', ')} there are no words for it yet.${people}` +
      ` who just asks about it there is not heard. /crisis ${topicName(crisis)} words … in ${unheard.join(', ')}` +
      ', or says and words in issues.yaml.',
  ]
}

/** Whoever is told both would not know what to do. */
function contradicted(issue: Issue | undefined): string[] {
  if (issue?.state !== 'fixed' && issue?.state !== 'wont') return []
  return [
    `It is ${issue.state}, and red still: fans hear the holding statement,` +
      ` and nobody is told of its end before /crisis ${issue.number} green.`,
  ]
}

function said({ statements, isDrill }: Crisis, persona: Persona): string[] {
  return statements.map((one) => {
    const { lang, platform, words, approvedBy } = one
    const place = `(${lang}${platform ? `, ${platform}` : ''}; ${approvedBy.name})`
    return mayApprove(approvedBy.id, persona)
      ? `${isDrill ? 'A fan would hear' : 'Said'} ${place}: ${words}`
      : `⚠️ Not in force ${place}, who is no lead any more: ${words}`
  })
}

/** Languages that nobody hears words in, and those in which a platform goes without. */
function missing(crisis: Crisis, persona: Persona, platforms: readonly string[]): string[] {
  const holds = (lang: Lang, platform: string) => {
    const found = statementFor(crisis, lang, platform)
    return found !== undefined && mayApprove(found.approvedBy.id, persona)
  }
  const lacking = persona.languages.flatMap((lang): Place[] => {
    const without = platforms.filter((platform) => !holds(lang, platform))
    if (without.length === platforms.length) return [{ lang }]
    return without.map((platform) => ({ lang, platform }))
  })
  const [first] = lacking
  if (first === undefined) return []
  return [
    `No words yet ${lacking.map(where).join(', ').replaceAll(', in ', ', ')}: those fans go to a person.` +
      ` /crisis ${topicName(crisis)} say ${typed(first)}: …`,
  ]
}
