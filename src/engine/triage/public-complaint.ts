/** A complaint in front of everybody gets one short word and the way into private; once there, it is heard in full. */

import { label } from '../../hearing/small-words.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Draft } from '../draft.ts'
import { say } from '../review/lines.ts'
import type { Recalled } from '../stages.ts'
import { casePayload } from './private-case.ts'

/** A link that opens a private talk with us and brings the payload along, if the platform has such. */
export type PrivateLink = (payload: string) => string | undefined

export function publicComplaint(turn: Recalled, persona: Persona, privateLink: PrivateLink | undefined): Draft {
  const url = privateLink?.(casePayload)
  const buttons = url ? [{ label: label('private', turn.lang), url }] : undefined
  return { kind: 'reply', reason: 'public-complaint', texts: [say('inPrivate', turn, persona, buttons)] }
}
