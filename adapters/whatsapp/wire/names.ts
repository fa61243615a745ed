/** What threads of WhatsApp are called here, and whom a message goes to. */
import { parseThreadId, type ThreadId, threadId } from '#mascot'

export const PLATFORM = 'whatsapp'

/** A talk is between one number of ours and one fan. */
export const threadOf = (number: string, fan: string): ThreadId => threadId(PLATFORM, number, fan)

export function placeOf(thread: ThreadId): { readonly number: string; readonly fan: string } {
  const [number = '', fan = ''] = parseThreadId(thread).parts
  return { number, fan }
}

/** A telephone number, or what WhatsApp calls a fan who keeps theirs to themselves. */
export function recipientOf(fan: string): { readonly to: string } | { readonly recipient: string } {
  return /^\d{5,20}$/.test(fan) ? { to: fan } : { recipient: fan }
}
