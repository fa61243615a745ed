/** What a language brings to small talk: phrases by occasion, and words that may stand around them. */

export const smallTalks = [
  'aboutItself',
  'apologyFromFan',
  'praise',
  'thanks',
  'smallTalk',
  'farewell',
  'test',
  'greeting',
  'laughter',
  'acknowledgement',
] as const
/** In the order in which the first found wins: "hi, how are you" is smallTalk, "ok thanks" is thanks. */
export type SmallTalk = (typeof smallTalks)[number]

/** Phrases are separated by `|` and written as people type; case, accents and stretched letters make no difference. */
export type Vocabulary = Readonly<Partial<Record<SmallTalk, string>>> & {
  /** Words that add nothing: "oh", "so", "very much", "my friend". */
  readonly filler: string
}
