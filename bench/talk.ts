/** What fans ask and the model answers under load: short, of several languages and moods, each with its number. */

const questions = [
  'hey Pip #N what would you brew on a rainy Sunday morning?',
  "#N so which of your beans is nice with oat milk? my flatmate won't drink anything else",
  'Good evening! I am reading on the balcony, #N, tell me something about the harbour',
  '#N do you think a hand grinder is worth the cranking',
  'what does bergamot even taste like?? #N',
  'My sister says filter coffee is just brown water. #N What do I tell her?',
  '#N I got the Fogbell yesterday and I love it, thank you so much ☕',
  'lol the ferry was late again #N, did you see it from your counter?',
  '#N Can you recommend a coffee for somebody who only ever drinks tea?',
  'is the slipway dripper good for one cup #N',
  'We are four people and three of us like it dark. #N Which bag should we take for the week?',
  '#N how long does an open bag stay fresh if i keep it in the cupboard, not in the fridge',
  'Morning Pip! #N Any news from the roastery today?',
  '#N what is the difference between washed and natural, in one sentence please',
  '#N 下雨天适合喝什么咖啡呀？',
  '皮皮，#N 手冲用多少度的水比较好',
  '#N 你们的拼配配牛奶好喝吗？我朋友想试试',
  '早上好！#N 今天店里忙不忙',
  '#N Bonjour Pip, quel café pour un dimanche de pluie ?',
  'Ich mag es kräftig, aber nicht bitter. #N Was nehme ich da am besten?',
]

const replies = [
  'Something round and slow: a pot of Harbour Blend, and nobody talks before the second cup (#N)',
  'I would take the dark one. It keeps its voice even when the milk gets loud ☕ (#N)',
  'Gulls, mostly, and one ferry that thinks it is a clock. Pull up a stool (#N)',
  'Crank it for a minute and you are awake before the water is. That is the whole trick (#N)',
  'Think of orange peel and a cup of tea that went to university (#N)',
  'Keep the bag shut and out of the sun, and grind only what you drink today (#N)',
  '雨天就来一壶港口拼配，慢慢喝，第二杯之前谁也别说话 (#N)',
  '水开了等半分钟，九十二度上下，别急 (#N)',
]

const pick = (texts: readonly string[], number: number) =>
  (texts[number % texts.length] ?? '').replace('#N', `#${number}`)

/** The fan's words of update `number`. */
export function questionOf(number: number): string {
  return pick(questions, number)
}

/** The model's words to it. */
export function replyTo(number: number): string {
  return pick(replies, number)
}

/** Which update a reply answers; undefined for one that answers none. */
export function numberIn(reply: string): number | undefined {
  const digits = /\(#(\d+)\)/.exec(reply)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
