/**
 * The commands a fan can use anywhere: /help, /human, /privacy, /mydata, /forget, /link, /unlink, /remember, /helper, /me,
 * /work, /quiet, /start; and an administrator's /mascot. Platform-free.
 */

import { casePayload } from '../../domain/came-by.ts'
import { type Command, commandWord } from '../../domain/command.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/durations.ts'
import { textIn } from '../../persona/lines/localise.ts'
import type { Policy } from '../attend/policy.ts'
import { myData } from '../recall/my-data.ts'
import { canTellAlone, type Recalled, reachesAlone } from '../stages.ts'
import { handOff } from '../triage/hand-off.ts'
import { type Changes, line, type Reply, reply, type Saying, silent, type Verdict } from '../verdict.ts'
import { circle, vote } from './circle.ts'
import { helper } from './helping.ts'
import { alsoForgotten, link, unlink } from './linking.ts'
import { begunLookUp } from './looking-up.ts'
import { me } from './me.ts'
import { rememberNoMore, toldBy } from './remember-no-more.ts'
import { ownPageLink, work } from './working.ts'

const MAX_QUIET_HOURS = 72

type Answer = (args: string, turn: Recalled) => Verdict | undefined | Promise<Verdict | undefined>

const commands: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['start', start],
  ['help', () => done([line('help')])],
  ['privacy', () => done([line('privacy')])],
  ['human', (_, turn) => handOff('asked-for-person', turn)],
  ['mydata', tellData],
  ['forget', askToForget],
  ['helper', helper],
  ['me', (args, turn) => me(commandWord(args), turn)],
  ['circle', circle],
  ['vote', vote],
  ['remember', whereToUse],
  ['work', work],
  ['link', link],
  ['unlink', unlink],
  ['quiet', beQuiet],
  ['mascot', setPolicy],
])

/** Undefined when the turn holds no command that we know. */
export function command(turn: Recalled): ReturnType<Answer> {
  const given = commandOf(turn)
  return given && answerTo(given.name, turn)?.(given.args, turn)
}

/** In private `/works` is `/work`; in a group the other may be of another bot. */
function answerTo(name: string, turn: Recalled): Answer | undefined {
  return commands.get(name) ?? (isGroup(turn) ? undefined : commands.get(name.replace(/s$/, '')))
}

/** A command message, or a pressed button that stands for one (`command:human`, `command:link:yes`). What was passed on commands nothing. */
function commandOf({ messages }: Recalled): Command | undefined {
  const last = messages.findLast(
    (message) => !message.forwarded && (message.command ?? message.button?.startsWith('command:')),
  )
  if (last?.command || !last?.button) return last?.command
  const [, name = '', ...args] = last.button.split(':')
  return { name, args: args.join(' ') }
}

const isGroup = ({ conversation }: Recalled) => conversation.surface === 'group'

function done(say: readonly Saying[], changes?: Changes): Reply {
  return reply('command', say, changes)
}

/** Who was sent here with a complaint is asked what happened, not welcomed; who asked in a group what is told in private is told. */
async function start(payload: string, turn: Recalled): Promise<Verdict> {
  if (payload === 'mydata' && !isGroup(turn)) return await tellData('', turn)
  if (payload === 'forget') return askToForget('', turn)
  const lookUp = isGroup(turn) ? undefined : await begunLookUp(payload, turn)
  if (lookUp) return lookUp
  const told = payload === 'me' && !isGroup(turn) ? await me('', turn) : undefined
  if (told) return told
  const isCase = payload === casePayload
  const state = cameBy(payload, turn)
  // The case has come here already, as where we may write first.
  if (isCase && turn.openCase) return reply('holding', [line('holding')], { state })
  const occasion = isCase ? 'apology' : 'greeting'
  return reply(occasion, [line(occasion)], { state: { greetedAt: turn.now, ...state } })
}

async function tellData(_: string, turn: Recalled): Promise<Verdict> {
  const isInGroup = isGroup(turn)
  if (isInGroup && !reachesAlone(turn)) return done([line('onlyInPrivate', { buttons: ['private'] })])
  const { saying, files } = await myData(turn)
  if (isInGroup) return done([{ ...saying, alone: 'else-by-door' }])
  const page = await ownPageLink(turn)
  return { ...done(page ? [saying, page] : [saying]), ...(files.length > 0 ? { files } : {}) }
}

/** Forgetting cannot be undone, so it is asked once more, with what else it reaches and what a law keeps. */
export async function askToForget(_: string, turn: Recalled): Promise<Verdict> {
  if (isGroup(turn) && !canTellAlone(turn)) return done([line('onlyInPrivate', { buttons: ['private'] })])
  const pending = { kind: 'forget', accountId: turn.author.accountId } as const
  const question = line('forgetAsk', { buttons: ['yes', 'no'] })
  return done([question, ...(await alsoForgotten(turn)), ...whatRemains(turn)], { state: { pending } })
}

/** What a law keeps elsewhere, in the brand's own words, if anything: said before `/forget` and after it. */
export function whatRemains({ persona, lang }: Recalled): readonly Saying[] {
  const remains = textIn(persona.memory.remains, lang, persona)
  return remains === '' ? [] : [{ kind: 'own-words', text: remains, isSameMessage: true }]
}

/** `/remember everywhere|here|on|off`; alone it says how it is. In private, since it is about what is said there. */
async function whereToUse(args: string, turn: Recalled): Promise<Verdict> {
  if (isGroup(turn)) return done([line('onlyInPrivate', { buttons: ['private'] })])
  const asked = commandWord(args)
  if (asked === 'off') return await rememberNoMore(turn)
  if (asked === 'on') return done([{ kind: 'remembering', word: 'here' }], { consent: 'yes', scope: 'here' })
  if (asked === 'everywhere') return done([{ kind: 'remembering', word: asked }], { scope: asked })
  // To use it here alone takes nothing of a no back; what was told on a joined account stays there, which is said.
  if (turn.fan.consent === 'no') {
    const word = (await toldBy(turn)).length > 0 ? 'here' : 'nothing'
    return done([{ kind: 'remembering', word }])
  }
  if (asked === 'here') return done([{ kind: 'remembering', word: asked }], { scope: asked })
  return done([{ kind: 'remembering', word: turn.fan.isEverywhere ? 'everywhere' : 'here' }])
}

/** `/quiet`, `/quiet 2h`, `/quiet 30m`, `/quiet off`: in a group the persona keeps still that long; in private there is nothing to keep still about. */
function beQuiet(args: string, turn: Recalled): Verdict {
  const { quiet } = turn.persona.manners
  if (!isGroup(turn)) return silent('asked-for-quiet')
  if (quiet.who === 'admins' && !turn.author.isAdmin) return silent('not-allowed')
  if (/^(off|end|stop|0)/iu.test(args.trim())) return done([line('quietOver')], { state: { quietUntil: undefined } })
  const ms = Math.min(durationIn(args) ?? quiet.hours * HOUR_MS, MAX_QUIET_HOURS * HOUR_MS)
  return done([line('quiet')], { state: { quietUntil: turn.now + ms } })
}

/** In ms; a bare number is hours. */
function durationIn(args: string): number | undefined {
  const amount = /^(\d{1,4})\s*(m|min|h|d)?/iu.exec(args.trim())
  if (!amount) return undefined
  const unit = amount[2]?.toLowerCase() ?? 'h'
  return Number(amount[1]) * (unit.startsWith('m') ? MINUTE_MS : unit === 'd' ? DAY_MS : HOUR_MS)
}

/** `/mascot mention|ambient|off`, from an administrator of the group; `/mascot` alone forgets what was set here. */
function setPolicy(args: string, turn: Recalled): Verdict {
  const policy = args.trim().toLowerCase()
  if (!isGroup(turn) || !turn.author.isAdmin || (policy !== '' && !isPolicy(policy))) return silent('not-allowed')
  return done([{ kind: 'policy', policy }], { state: { policy: policy === '' ? undefined : policy } })
}

function isPolicy(text: string): text is Policy {
  return text === 'mention' || text === 'ambient' || text === 'off'
}

/** The payload of a deep link; the first one stays. */
function cameBy(payload: string, { conversation }: Recalled): { cameBy?: string } {
  return payload === '' || conversation.state.cameBy ? {} : { cameBy: payload.slice(0, 100) }
}
