/** Who speaks, on record with every outbound message. */

/** `id`: of the member of staff, by which two of one name are told apart; what was said before it was kept has none. */
export type Speaker =
  | { readonly kind: 'bot' }
  | { readonly kind: 'approved'; readonly answerId: string }
  | { readonly kind: 'person'; readonly name: string; readonly id?: string }
  | { readonly kind: 'person-as-brand'; readonly name: string; readonly id?: string }

export const bot: Speaker = { kind: 'bot' }
