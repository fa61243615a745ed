/** Branded ids, and the codecs for the two that platforms build: `telegram:-100123:42` (thread), `telegram:77` (account). */

export type ThreadId = string & { readonly __id: 'thread' }
export type AccountId = string & { readonly __id: 'account' }
export type ConversationId = string & { readonly __id: 'conversation' }
export type FanId = string & { readonly __id: 'fan' }
export type CaseId = string & { readonly __id: 'case' }
export type TurnId = string & { readonly __id: 'turn' }

/** `telegram`, `-100123`, `42` → `telegram:-100123:42`. Parts are escaped, so a colon in one does no harm. */
export function threadId(platform: string, ...parts: readonly (string | number)[]): ThreadId {
  return [platform, ...parts].map((part) => encodeURIComponent(String(part))).join(':') as ThreadId
}

/** `telegram:-100123:42` → `{platform: 'telegram', parts: ['-100123', '42']}` */
export function parseThreadId(id: ThreadId): { platform: string; parts: string[] } {
  const [platform = '', ...parts] = id.split(':').map((part) => decodeURIComponent(part))
  return { platform, parts }
}

export function accountId(platform: string, id: string | number): AccountId {
  return `${encodeURIComponent(platform)}:${encodeURIComponent(String(id))}` as AccountId
}

/** From text that names one, as a button's value does; whether there is such a case is the store's to say. */
export function caseId(text: string): CaseId {
  return text as CaseId
}

/** The platform a thread or an account is on. */
export function platformOf(id: ThreadId | AccountId): string {
  return decodeURIComponent(id.slice(0, id.indexOf(':')))
}

/** `telegram:77` → `77`, as the platform itself names the account. */
export function idOnPlatform(id: AccountId): string {
  return decodeURIComponent(id.slice(id.indexOf(':') + 1))
}
