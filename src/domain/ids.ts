/** Branded ids, and the codecs for the two that platforms build: `telegram:-100123:42` (thread), `telegram:77` (account). */

export type ThreadId = string & { readonly __id: 'thread' }
export type AccountId = string & { readonly __id: 'account' }
export type ConversationId = string & { readonly __id: 'conversation' }
export type FanId = string & { readonly __id: 'fan' }
export type CaseId = string & { readonly __id: 'case' }
export type TurnId = string & { readonly __id: 'turn' }
export type DraftId = string & { readonly __id: 'draft' }

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

/** The same of a draft. */
export function draftId(text: string): DraftId {
  return text as DraftId
}

/** The platform a thread or an account is on. */
export function platformOf(id: ThreadId | AccountId): string {
  return decodeURIComponent(id.slice(0, id.indexOf(':')))
}

/** `telegram:77` → `77`, as the platform itself names the account. */
export function idOnPlatform(id: AccountId): string {
  return decodeURIComponent(id.slice(id.indexOf(':') + 1))
}

/** What a person typed to name an account, as it may stand in the record: escaped already, or in plain letters. */
export function accountsNamed(typed: string): AccountId[] {
  return spellings(typed, ([platform = '', ...rest]) => accountId(platform, rest.join(':')))
}

/** The same for a thread. */
export function threadsNamed(typed: string): ThreadId[] {
  return spellings(typed, ([platform = '', ...parts]) => threadId(platform, ...parts))
}

function spellings<Id>(typed: string, idOf: (parts: readonly string[]) => Id): Id[] {
  const plain = typed.split(':')
  const read = plain.map(unescaped)
  const escaped = read.every((part) => part !== undefined) ? [idOf(read)] : []
  return [...new Set([...escaped, idOf(plain)])]
}

/** undefined: a `%` in it escapes nothing, so it stands for itself. */
function unescaped(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
