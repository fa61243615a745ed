/** The kinds of personal data a message may carry; what happens to each is decided in `words/personal-data.ts`. */
export const personalDataKinds = ['secret', 'card', 'id-number', 'iban', 'e-mail', 'phone', 'address'] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]
