/** One verb of a member of staff on one case: what it changes, and what they are told. Pure; whoever writes it checks that the case is still as read. */
import type { Verb } from '../../ports/desk.ts'
import { close, join } from './end-case.ts'
import { claim, pass, release, snooze, switchBot } from './hold-case.ts'
import { type Act, refuse, type Scene } from './scene.ts'
import { amend, canned, noted, reply } from './speak-in-case.ts'

/** The verbs that need neither a model nor a file. */
export type PlainVerb = Exclude<Verb, { kind: 'suggest' | 'learn' | 'log' }>

export function act(verb: PlainVerb, scene: Scene): Act {
  const { case: one, staff } = scene
  const isTheirs = one.assigneeId === staff.id
  const isTaken = one.status === 'assigned' && !isTheirs
  if (one.status === 'closed' && !['claim', 'note', 'edit', 'delete'].includes(verb.kind))
    return refuse('⛔ This case is closed. /claim opens it again.')
  const needsIt = ['reply', 'canned', 'send-draft', 'release', 'snooze', 'bot', 'hand-back', 'resolve', 'join']
  if (isTaken && needsIt.includes(verb.kind))
    return refuse(`⛔ ${one.assignee} has this case. /claim now takes it over.`)
  switch (verb.kind) {
    case 'claim':
      return claim(scene, verb.takesOver ?? false)
    case 'release':
      return release(scene)
    case 'pass':
      return pass(scene, verb.team, verb.words)
    case 'reply':
      return reply(scene, verb.text, verb.asBrand ?? false, verb.onlyTo)
    case 'canned':
      return canned(scene, verb.name)
    case 'send-draft':
      return one.draft ? reply(scene, one.draft, true) : refuse('⛔ There is no draft. /suggest makes one.')
    case 'note':
      return verb.text.trim() === '' ? refuse('⛔ /note and then the words.') : noted(scene, verb.text)
    case 'snooze':
      return snooze(scene, verb.ms)
    case 'edit':
    case 'delete':
      return amend(scene, verb.kind === 'edit' ? verb.text : undefined)
    case 'bot':
      return switchBot(scene, verb.isOn)
    case 'hand-back':
      return close(scene, 'handed-back', { isSilent: false, isPublic: false })
    case 'resolve':
      return close(scene, 'resolved', { isSilent: verb.isSilent ?? false, isPublic: verb.isPublic ?? false })
    case 'join':
      return join(scene)
    default:
      return verb satisfies never
  }
}
