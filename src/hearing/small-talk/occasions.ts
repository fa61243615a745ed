/** The occasions of small talk, in the order in which the first found wins: "hi, how are you" is smallTalk, "ok thanks" is thanks. */

export const smallTalks = [
  'aboutItself',
  'apologyFromFan',
  'praise',
  'thanks',
  'joke',
  'smallTalk',
  'farewell',
  'test',
  'greeting',
  'laughter',
  'acknowledgement',
] as const
export type SmallTalk = (typeof smallTalks)[number]
