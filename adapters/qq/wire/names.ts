/** What threads, events and examinations of QQ are called here. */
import { threadId } from '#mascot'

export const PLATFORM = 'qq'
/** Stands before the id of what is no message, and can be answered all the same. */
export const EVENT = 'event:'
const AUDIT = 'audit:'

/** Of one account, or of a group and its members. An openid holds letters and digits alone. */
export const placeOf = (parts: readonly string[]): { readonly kind: 'users' | 'groups'; readonly openId: string } => ({
  kind: parts[0] === 'group' ? 'groups' : 'users',
  openId: parts[1] ?? '',
})
export const privateThread = (openId: string) => threadId(PLATFORM, 'user', openId)
export const groupThread = (openId: string) => threadId(PLATFORM, 'group', openId)

/** What a message of ours is called while they examine it. */
export const auditId = (id: string) => `${AUDIT}${id}`
