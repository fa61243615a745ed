/** The kinds an answer can serve, told apart by likeness to the examples of the packs. The order is that of the classifier's weights. */
export const softKinds = ['question', 'order-trouble', 'complaint', 'praise', 'suggestion', 'chat'] as const
export type SoftKind = (typeof softKinds)[number]
