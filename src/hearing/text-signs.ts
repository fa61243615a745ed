/** Signs whose phrases are held against the text itself, punctuation and all; those of all others, against its words. */
export const textSigns: readonly string[] = ['asks-for-person', 'asks-whether-bot']
