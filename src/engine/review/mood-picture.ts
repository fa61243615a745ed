/** A sticker or picture that goes with a light reply, by its mood or its occasion: seldom, and never where somebody is upset. Pure. */

import path from 'node:path'
import type { ConversationState } from '../../domain/conversation.ts'
import type { Decision, ReasonCode } from '../../domain/decision.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { Media } from '../../domain/message.ts'
import { needsPlainWords } from '../../domain/open-case.ts'
import type { Recalled } from '../stages.ts'
import { isUpset } from '../triage/kind-flags.ts'

/** At most one in this time in a conversation: more would be noise. */
const REST_MS = 30 * MINUTE_MS
/** Replies that carry nothing to act on. */
const light: readonly ReasonCode[] = [
  'model-reply',
  'greeting',
  'thanks',
  'praise',
  'farewell',
  'small-talk',
  'about-itself',
]

/** Undefined where none fits. A mood of `image.moods` may also be named after a reason, such as `greeting`: that needs no model. */
export function moodPicture(decision: Decision, turn: Recalled): Media | undefined {
  if (decision.kind !== 'reply' || decision.speaker.kind !== 'bot' || !light.includes(decision.reason)) return undefined
  const { conversation, now, rotation } = turn
  const { image, folder } = turn.persona
  const isResting = now - (conversation.state.picturedAt ?? Number.NEGATIVE_INFINITY) < REST_MS
  if (isResting || turn.isStorm || turn.isFromBot || turn.openCase || isUpset(decision.flags) || needsPlainWords(turn))
    return undefined
  const mood = [decision.mood, decision.reason].find((name) => name !== undefined && Object.hasOwn(image.moods, name))
  const files = mood === undefined ? undefined : image.moods[mood]
  if (!files) return undefined
  const file = rotation.pick(`mood:${mood}`, files).replace(/^assets\//, '')
  return { kind: kindOf(file), path: path.resolve(folder, 'assets', file) }
}

/** What is remembered of showing one now. */
export function pictured(media: Media | undefined, now: number): ConversationState {
  return media ? { picturedAt: now } : {}
}

/** Telegram's stickers are WebP, TGS or WebM. */
function kindOf(file: string): Media['kind'] {
  const extension = path.extname(file).toLowerCase()
  if (['.webp', '.tgs', '.webm'].includes(extension)) return 'sticker'
  return ['.mp4', '.gif'].includes(extension) ? 'video' : 'photo'
}
