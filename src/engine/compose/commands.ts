/** The verbs a fan can use anywhere: /help, /human, /privacy, /mydata, /forget, /quiet, /start; and an administrator's /mascot. Platform-free. */

import { openCaseOf } from '../../domain/open-case.ts'
import { label } from '../../hearing/small-words.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Memory } from '../../ports/memory.ts'
import type { Policy } from '../attend/policy.ts'
import { policyNotice } from '../attend/policy-notice.ts'
import { type Draft, type DraftText, silent } from '../draft.ts'
import { myData } from '../recall/my-data.ts'
import { say } from '../review/lines.ts'
import type { Recalled } from '../stages.ts'
import { handOff } from '../triage/hand-off.ts'
import { casePayload } from '../triage/private-case.ts'

const HOUR_MS = 3_600_000
const MAX_QUIET_HOURS = 72

/** The draft for the turn's command, or undefined when the turn holds none that we know. */
export async function answerCommand(
  turn: Recalled,
  persona: Persona,
  memory: Pick<Memory, 'exportFan'>,
): Promise<Draft | undefined> {
  const command = commandOf(turn)
  if (!command) return undefined
  switch (command.name) {
    case 'start':
      return start(command.args, turn, persona)
    case 'help':
      return reply([say('help', turn, persona)])
    case 'privacy':
      return reply([say('privacy', turn, persona)])
    case 'human':
      return handOff('asked-for-person', turn, persona)
    case 'mydata':
      return turn.conversation.surface === 'group'
        ? reply([say('onlyInPrivate', turn, persona)])
        : reply(await myData(turn, memory))
    case 'forget':
      return askToForget(turn, persona)
    case 'quiet':
      return beQuiet(command.args, turn, persona)
    case 'mascot':
      return setPolicy(command.args, turn)
    default:
      return undefined
  }
}

/** A command message, or a pressed button that stands for one (`command:human`). */
function commandOf(turn: Recalled): { name: string; args: string } | undefined {
  const last = turn.messages.findLast((message) => message.command ?? message.button?.startsWith('command:'))
  return last?.command ?? (last?.button ? { name: last.button.slice('command:'.length), args: '' } : undefined)
}

function reply(texts: readonly DraftText[]): Draft & { kind: 'reply' } {
  return { kind: 'reply', reason: 'command', texts }
}

/** Who was sent here with a complaint is asked what happened, not welcomed. */
function start(payload: string, turn: Recalled, persona: Persona): Draft {
  const isCase = payload === casePayload
  // The case has come here already, as where we may write first.
  if (isCase && openCaseOf(turn))
    return { ...reply([say('holding', turn, persona)]), reason: 'holding', changes: { state: cameBy(payload, turn) } }
  const occasion = isCase ? 'apology' : 'greeting'
  return {
    ...reply([say(occasion, turn, persona)]),
    reason: occasion,
    changes: { state: { greetedAt: turn.now, ...cameBy(payload, turn) } },
  }
}

/** Forgetting cannot be undone, so it is asked once more. */
function askToForget(turn: Recalled, persona: Persona): Draft {
  const buttons = [
    { label: label('yes', turn.lang), value: 'yes' },
    { label: label('no', turn.lang), value: 'no' },
  ]
  return {
    ...reply([say('forgetAsk', turn, persona, buttons)]),
    changes: { state: { pending: { kind: 'forget', accountId: turn.author.accountId } } },
  }
}

/** `/quiet`, `/quiet 2h`, `/quiet 30m`, `/quiet off`: in a group the persona keeps still that long; in private there is nothing to keep still about. */
function beQuiet(args: string, turn: Recalled, persona: Persona): Draft {
  if (turn.conversation.surface === 'direct') return silent('asked-for-quiet')
  if (persona.manners.quiet.who === 'admins' && !turn.author.isAdmin) return silent('not-allowed')
  if (/^(off|end|stop|0)/iu.test(args.trim()))
    return { ...reply([say('quietOver', turn, persona)]), changes: { state: { quietUntil: undefined } } }
  const amount = /^(\d{1,4})\s*(m|min|h|d)?/iu.exec(args.trim())
  const unit = amount?.[2]?.toLowerCase() ?? 'h'
  const ms = amount
    ? Number(amount[1]) * (unit.startsWith('m') ? 60_000 : unit === 'd' ? 24 * HOUR_MS : HOUR_MS)
    : persona.manners.quiet.hours * HOUR_MS
  const until = turn.now + Math.min(ms, MAX_QUIET_HOURS * HOUR_MS)
  return { ...reply([say('quiet', turn, persona)]), changes: { state: { quietUntil: until } } }
}

/** `/mascot mention|ambient|off`, from an administrator of the group; `/mascot` alone forgets what was set here. */
function setPolicy(args: string, turn: Recalled): Draft {
  if (turn.conversation.surface === 'direct' || !turn.author.isAdmin) return silent('not-allowed')
  const policy = args.trim().toLowerCase()
  if (policy !== '' && !isPolicy(policy)) return silent('not-allowed')
  const state = { policy: policy === '' ? undefined : policy }
  return { ...reply([{ text: policyNotice(policy, turn.lang), author: 'approved' }]), changes: { state } }
}

function isPolicy(text: string): text is Policy {
  return text === 'mention' || text === 'ambient' || text === 'off'
}

/** The payload of a deep link; the first one stays. */
function cameBy(payload: string, { conversation }: Recalled): { cameBy?: string } {
  return payload === '' || conversation.state.cameBy ? {} : { cameBy: payload.slice(0, 100) }
}
