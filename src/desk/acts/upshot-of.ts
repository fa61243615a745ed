/** One act of a member of staff on one case: what it changes, and what they are told. Pure; whoever writes it checks that the case is still as read. */
import type { Act } from '../../ports/desk.ts'
import { close, join } from './end-case.ts'
import { endWord, giveWord } from './give-word.ts'
import { dropHeld, sendHeld, whyGone } from './held-draft.ts'
import { claim, pass, release, snooze, switchBot, switchDrafts } from './hold-case.ts'
import type { Situation } from './situation.ts'
import { amend, canned, noted, reply } from './speak-in-case.ts'
import { refuse, type Upshot } from './upshot.ts'

/** The acts that need neither a model nor a file. */
export type PlainAct = Exclude<Act, { kind: 'suggest' | 'learn' | 'wrong' | 'log' }>

export function upshotOf(act: PlainAct, situation: Situation): Upshot {
  const { case: one, staff } = situation
  const isTheirs = one.assigneeId === staff.id
  const isTaken = one.status === 'assigned' && !isTheirs
  const isOfDraft = act.kind === 'send-draft' || act.kind === 'drop-draft'
  const gone = isOfDraft && situation.held ? whyGone(situation.held, one.fanName) : undefined
  if (gone !== undefined) return refuse(gone)
  if (isOfDraft && act.draft !== undefined && !situation.held) return refuse('⛔ There is no such draft (any more).')
  if (one.status === 'closed' && !['claim', 'note', 'edit', 'delete', 'drafts'].includes(act.kind))
    return refuse('⛔ This case is closed. /claim opens it again.')
  const needsIt = [
    'reply',
    'canned',
    'promise',
    'kept',
    'broken',
    'send-draft',
    'drop-draft',
    'release',
    'snooze',
    'bot',
    'hand-back',
    'resolve',
    'join',
  ]
  if (isTaken && needsIt.includes(act.kind))
    return refuse(`⛔ ${one.assignee} has this case. /claim now takes it over.`)
  switch (act.kind) {
    case 'claim':
      return claim(situation, act.takesOver ?? false)
    case 'release':
      return release(situation)
    case 'pass':
      return pass(situation, act.team, act.words)
    case 'reply':
      return reply(situation, act.text, act.asBrand ?? false, act.onlyTo)
    case 'promise':
      return giveWord(situation, act.ms, act.text)
    case 'kept':
    case 'broken':
      return endWord(situation, act)
    case 'canned':
      return canned(situation, act.name)
    case 'send-draft':
      if (situation.held) return sendHeld(situation, situation.held, act.text)
      return one.draft ? reply(situation, one.draft, true) : refuse('⛔ There is no draft. /suggest makes one.')
    case 'drop-draft':
      return situation.held ? dropHeld(situation, situation.held) : refuse('⛔ No draft waits here.')
    case 'drafts':
      return switchDrafts(situation, act.isOn)
    case 'note':
      return act.text.trim() === '' ? refuse('⛔ /note and then the words.') : noted(situation, act.text, act.instead)
    case 'snooze':
      return snooze(situation, act.ms)
    case 'edit':
    case 'delete':
      return amend(situation, act.kind === 'edit' ? act.text : undefined, act.ofOthers ?? false)
    case 'bot':
      return switchBot(situation, act.isOn)
    case 'hand-back':
      return close(situation, 'handed-back', { isSilent: false, isPublic: false })
    case 'resolve':
      return close(situation, 'resolved', { isSilent: act.isSilent ?? false, isPublic: act.isPublic ?? false })
    case 'join':
      return join(situation)
    default:
      return act satisfies never
  }
}
