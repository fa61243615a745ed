/** Who speaks, on record with every outbound message. */

export type Speaker =
  | { readonly kind: 'bot' }
  | { readonly kind: 'approved'; readonly answerId: string }
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'person-as-brand'; readonly name: string }

export const bot: Speaker = { kind: 'bot' }
