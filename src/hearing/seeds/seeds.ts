/** Example messages of each softer kind, as fans of any shop write them: what the kinds are learned from. One a line. */
export const softKinds = ['question', 'order-trouble', 'complaint', 'praise', 'suggestion', 'chat'] as const
export type SoftKind = (typeof softKinds)[number]
export type Seeds = Readonly<Record<SoftKind, string>>
