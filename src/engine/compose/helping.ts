/** `/helper`: a fan offers to help others in a group; and one of those who did is named where a question there stays open. */
import { chooseHelper } from '../../community/choose-helper.ts'
import { firstWithinMs, maySpeakFirst } from '../../domain/first-word.ts'
import { readHelperHours, usualHelperHours } from '../../domain/helper.ts'
import { firstRulesOf } from '../../persona/first-rules.ts'
import { calledName } from '../recall/called-name.ts'
import type { Recalled } from '../stages.ts'
import { type Reply, reply, type Saying, type Verdict, withChanges } from '../verdict.ts'

/** How much of a group's talk is read to learn who answers whom there. */
const TALK_READ = 1_000

/** `/helper on`, `/helper on 18-22`, `/helper off`, in the group where they want to help. Undefined where nobody keeps that. */
export function helper(args: string, { helpers, conversation, author, persona }: Recalled): Verdict | undefined {
  if (!helpers) return undefined
  if (conversation.surface !== 'group') return said({ kind: 'helping', word: 'where', values: {} })
  const whose = { account: author.accountId, conversation: conversation.id }
  const [, word, rest = ''] = /^(on|off)\b\s*(.*)$/iu.exec(args.trim()) ?? []
  if (word?.toLowerCase() === 'off')
    return said({ kind: 'helping', word: 'off', values: {} }, { kind: 'offers-no-more', ...whose })
  const hours = rest === '' ? usualHelperHours : readHelperHours(rest)
  if (word === undefined) return said({ kind: 'helping', word: 'how', values: {} })
  if (!hours) return said({ kind: 'helping', word: 'hours', values: {} })
  const values = { from: String(hours.from), to: String(hours.to), zone: persona.manners.timeZone }
  return said({ kind: 'helping', word: 'on', values }, { kind: 'offers', ...whose, ...hours })
}

function said(saying: Saying, change?: NonNullable<Reply['changes']>['helper']): Verdict {
  return reply('command', [saying], change && { helper: change })
}

/** Beside the honest line, to who asked in a group: somebody there may know. */
export async function withHelper(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  const { helpers, conversation, author, now, persona, isStorm, isFromBot, read } = turn
  const isOpen = verdict.kind === 'reply' && verdict.reason === 'does-not-know' && conversation.surface === 'group'
  if (!isOpen || !helpers || isStorm || isFromBot || read.some(({ isForUsAlone }) => isForUsAlone)) return verdict
  if (!(await mayName(turn))) return verdict
  const offering = await helpers.offeringIn(conversation.id)
  if (offering.length === 0) return verdict
  const before = Math.min(...read.map(({ row }) => row))
  const talk = await helpers.saidIn(conversation.id, { before, limit: TALK_READ })
  const hour = hourIn(persona.manners.timeZone, now)
  const chosen = chooseHelper(offering, talk, { asker: author.accountId, now, hour })
  const name = chosen && calledName(chosen)
  if (!chosen || !name) return verdict
  const naming: Saying = { kind: 'helping', word: 'introduce', values: { name }, isSameMessage: true }
  const change = { kind: 'named', account: chosen.accountId, conversation: conversation.id } as const
  return withChanges({ ...verdict, say: [...verdict.say, naming] }, { helper: change })
}

/** It is asked for by nobody: within the group's budget of that. At night helpers have hours of their own. */
async function mayName({ firstWords, conversation, persona, now }: Recalled): Promise<boolean> {
  if (!firstWords) return true
  const said = await firstWords.about(undefined, conversation.id, now - firstWithinMs)
  const rules = { ...firstRulesOf(persona), isQuiet: () => false }
  return maySpeakFirst('helper-named', said, rules, { isGroup: true, now }) === 'may'
}

function hourIn(timeZone: string, at: number): number {
  return Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(at))
}
