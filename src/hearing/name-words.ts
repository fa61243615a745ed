/** What the words are for that stand beside the names of people, by their list in `names.yaml`. */
export const nameWords = [
  /** Before a name, however it is written: "my name is". */
  'told',
  /** Before a name where a capital follows: "I'm". */
  'perhaps',
  /** Those who are somebody's: "wife". */
  'people',
  /** Forms of address before a name: "Dr". */
  'titles',
  /** What closes a letter, with a name below. */
  'closings',
  /** Behind a name that is told: と申します. */
  'after',
  /** Forms of address behind a name: さん. */
  'called',
  /** What stands in those places and names nobody: "call me back". */
  'nobody',
] as const
export type NameWord = (typeof nameWords)[number]
