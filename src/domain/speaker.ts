/** Who speaks, on record with every outbound message. */

/** `id`: of the member of staff, by which two of one name are told apart; what was said before it was kept has none. */
export type Speaker =
  | ({ readonly kind: 'bot' } & LetGo)
  | ({ readonly kind: 'approved'; readonly answerId: string } & LetGo)
  | { readonly kind: 'person'; readonly name: string; readonly id?: string }
  | { readonly kind: 'person-as-brand'; readonly name: string; readonly id?: string }

/** Words of the bot's that waited as a draft: who of the staff read them and let them go, as they were. */
interface LetGo {
  readonly sentBy?: { readonly id: string; readonly name: string }
}

export const bot: Speaker = { kind: 'bot' }
