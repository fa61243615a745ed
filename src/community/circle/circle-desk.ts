/** `/circle` in the staff chat: a lead asks the circle, staff read what it said, and what came of it goes the way of all issues. */
import type { StaffMember } from '../../domain/case.ts'
import { seenAs } from '../../domain/circle.ts'
import { type ThreadId, threadId } from '../../domain/ids.ts'
import type { Outgoing, Poll, ReviewedText } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { mayApprove } from '../../persona/leads.ts'
import type { Persona } from '../../persona/persona.ts'
import { checkVoice } from '../../persona/voice/voice.ts'
import type { CircleView } from '../../ports/circle.ts'
import type { Acted } from '../../ports/desk.ts'
import { countPolls, type EndRoundDeps, endRound, withUncounted } from './end-round.ts'

const LISTED = 10
const SHOWN = 50
const MOST_OPTIONS = 8
const QUOTED = 200

export interface CircleDeskDeps extends EndRoundDeps {
  readonly platforms: readonly string[]
}

export type CircleDesk = (args: string, staff: StaffMember) => Promise<Acted>

export function createCircleDesk(deps: CircleDeskDeps): CircleDesk {
  return async (args, staff) => {
    const [, verb = '', rest = ''] = /^(\S+)?\s*([\s\S]*)$/u.exec(args.trim()) ?? []
    if (verb === '') return done(await overview(deps))
    if (/^#?\d{1,6}$/.test(verb)) return await onRound(Number(verb.replace('#', '')), rest.trim().toLowerCase(), deps)
    if (verb !== 'ask' && verb !== 'poll')
      return refused('/circle · /circle ask WORDS · /circle poll WORDS | ONE | TWO · /circle N [close].')
    if (!mayApprove(staff.id, deps.persona())) return refused('A lead or an operator asks the circle.')
    const [question = '', ...options] = rest.split('|').map((part) => part.trim())
    if (seenAs(question) === '') return refused(`/circle ${verb} and what is to be asked.`)
    if (verb === 'ask') return await ask(rest.trim(), undefined, staff, deps)
    const given = options.filter((option) => seenAs(option) !== '')
    const twice = given.find((option, at) => given.findIndex((one) => seenAs(one) === seenAs(option)) < at)
    if (twice !== undefined) return refused(`Two of the choices look alike: ${twice}.`)
    if (given.length < 2 || given.length > MOST_OPTIONS)
      return refused(`/circle poll WORDS | ONE | TWO: two to ${MOST_OPTIONS} choices, with | between.`)
    return await ask(question, given, staff, deps)
  }
}

const done = (says: string): Acted => ({ isDone: true, says })
const refused = (says: string): Acted => ({ isDone: false, says: `⛔ ${says}` })

async function ask(
  question: string,
  options: readonly string[] | undefined,
  staff: StaffMember,
  { circle, persona, platforms, clock }: CircleDeskDeps,
): Promise<Acted> {
  const threads = groupsOf(persona(), platforms)
  if (threads.length === 0) return refused('No group of the circle stands in persona.yaml (community.circle.groups).')
  const lang = persona().languages[0]
  const list = (options ?? []).map((option, at) => `${at + 1} · ${option}`)
  const text = [question, ...list].join('\n')
  const spoken = (words: string) =>
    checkVoice(persona(), { text: words, author: 'line', surface: 'group', lang }).pieces
  const pieces = spoken(text)
  if (pieces.length === 0) return refused('The persona cannot say that.')
  const poll = pieces.length === 1 && options ? pollOf([question, ...options].map(spoken)) : undefined
  const outgoing = (number: number): readonly Outgoing[] =>
    pieces.map(
      (piece, at): Outgoing => ({
        ...{ kind: 'text', text: piece, speaker: bot, lang },
        ...(options && at === pieces.length - 1
          ? {
              buttons: options.map((option, choice) => ({
                label: `${choice + 1} · ${option}`.slice(0, 60),
                value: `command:vote:${number}:${choice}`,
              })),
              ...(poll ? { poll } : {}),
            }
          : {}),
      }),
    )
  const { number, isOpenAlready } = await circle.ask(
    { question, by: staff.name, ...(options ? { options } : {}) },
    threads.map((thread) => ({ threadId: thread, outgoing })),
    clock.now(),
  )
  if (isOpenAlready)
    return refused(
      `Round ${number} asks just that and is open: /circle ${number} shows it, /circle ${number} close ends it.`,
    )
  return done(
    `📣 Round ${number} is asked. ${options ? 'Votes' : 'Answers to it'} stand in /circle ${number}; /circle ${number} close ends it.`,
  )
}

/** Undefined where one of them cannot be said as it is. */
function pollOf(words: readonly (readonly ReviewedText[])[]): Poll | undefined {
  const [question, ...options] = words.flatMap((pieces) => (pieces.length === 1 ? pieces : []))
  return question !== undefined && options.length === words.length - 1 ? { question, options } : undefined
}

function groupsOf({ community }: Persona, platforms: readonly string[]): readonly ThreadId[] {
  return Object.entries(community.circle?.groups ?? {}).flatMap(([platform, id]) =>
    platforms.includes(platform) ? [threadId(platform, ...id.split(':'))] : [],
  )
}

async function overview({ circle }: CircleDeskDeps): Promise<string> {
  const [members, rounds] = await Promise.all([circle.members(), circle.list(LISTED)])
  const lines = rounds.map(({ number, question, isOpen }) => `${number} ${isOpen ? '' : '(closed) '}${short(question)}`)
  return [`The circle has ${members} ${members === 1 ? 'account' : 'accounts'} that said yes.`, ...lines].join('\n')
}

async function onRound(number: number, verb: string, deps: CircleDeskDeps): Promise<Acted> {
  if (verb === 'close') return await endRound(number, deps)
  if (verb !== '') return refused('/circle N shows a round, /circle N close ends it.')
  const uncounted = await countPolls(number, false, deps)
  const round = await deps.circle.get(number)
  return round ? withUncounted(viewOf(round), uncounted) : refused(`There is no round ${number}. /circle lists them.`)
}

/** Who said it is not shown: what is said counts here. */
function viewOf({ number, question, isOpen, options, votes, suggestions }: CircleView): Acted {
  const quoted = suggestions.slice(0, SHOWN)
  const heard = quoted.map(({ id, text = '', issue }) => {
    const where = issue === undefined ? '' : ` (#${issue})`
    return `r${id}${where} ${short(text)}`
  })
  // The first of them, to show how they are named.
  const named = quoted.slice(0, 2).map(({ id }) => `r${id}`)
  const says = [
    `📣 ${number}${isOpen ? '' : ' (closed)'}: ${question}`,
    ...(options ?? []).map((option, at) => `${votes[at] ?? 0} × ${option}`),
    ...heard,
    ...(heard.length > 0
      ? [
          `/issue new TITLE ${named.join(' ')}, or /issue N attach ${named[0]}: once that is fixed, or wont, they are told.`,
        ]
      : []),
  ].join('\n')
  return { isDone: true, says, tellsOf: quoted.map(({ accountId }) => accountId) }
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > QUOTED ? `${line.slice(0, QUOTED - 1).toWellFormed()}…` : line
}
