/** What threads of LINE are called here: a talk with one fan, a group, or a room (an older kind of group). */
import { parseThreadId, type ThreadId, threadId } from '#mascot'

export const PLATFORM = 'line'
export type PlaceKind = 'user' | 'group' | 'room'

export const threadOf = (kind: PlaceKind, id: string): ThreadId => threadId(PLATFORM, kind, id)

export function placeOf(thread: ThreadId): { readonly kind: PlaceKind; readonly id: string } {
  const [kind = '', id = ''] = parseThreadId(thread).parts
  return { kind: kind === 'group' || kind === 'room' ? kind : 'user', id }
}
