/**
 * What fans ask and the model answers under load: short, of several languages and moods, each with its mark. Of primes
 * each, so that no fan says the same again.
 */

const questions = [
  'hey Pip #N what would you brew on a rainy Sunday morning?',
  "#N so which of your beans is nice with oat milk? my flatmate won't drink anything else",
  'Good evening! I am reading on the balcony, #N, tell me something about the harbour',
  '#N do you think a hand grinder is worth the cranking',
  'what does bergamot even taste like?? #N',
  'My sister says filter coffee is just brown water. #N What do I tell her?',
  '#N I got the Fogbell yesterday and I love it, thank you so much ☕',
  'lol the ferry was late again #N, did you see it from your counter?',
  '#N What do birds dream about, sitting on a counter all night?',
  'is the slipway dripper good for one cup #N',
  'We are four people and three of us like it dark. #N Which bag should we take for the week?',
  '#N do you ever get tired of the smell of coffee, sitting there all day long?',
  'Morning Pip! #N Any news from the roastery today?',
  '#N 下雨天适合喝什么咖啡呀？',
  '皮皮，#N 手冲用多少度的水比较好',
  '#N 你们的拼配配牛奶好喝吗？我朋友想试试',
  '早上好！#N 今天店里忙不忙',
  '#N Bonjour Pip, quel café pour un dimanche de pluie ?',
  'Ich mag es kräftig, aber nicht bitter. #N Was nehme ich da am besten?',
]

const replies = [
  'Something round and slow: a pot of Harbour Blend, and nobody talks before the second cup (#N)',
  'The dark one sings loudest in milk, if you ask the gulls ☕ (#N)',
  'Gulls, mostly, and one ferry that thinks it is a clock. Pull up a stool (#N)',
  'Crank it slowly and you are awake before the water is. That is the whole trick (#N)',
  'Think of orange peel and a cup of tea that went to university (#N)',
  '雨天就来一壶港口拼配，慢慢喝，第二杯之前谁也别说话 (#N)',
  '水开了先让它静一静，别急，壶又不赶时间 (#N)',
]

const consonants = 'bdfghjklmnprstvz'
const vowels = 'aeio'

/** `#Bokalo`: a number as a made-up name of four syllables, since figures make a message look like one about orders and cards. */
function nameOf(number: number): string {
  let name = ''
  for (let left = number, at = 0; at < 4; at++, left = Math.floor(left / 64))
    name += (consonants[(left >> 2) & 15] ?? '') + (vowels[left & 3] ?? '')
  return `#${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

function numberOf(name: string): number {
  let number = 0
  for (let at = 6; at >= 0; at -= 2)
    number = number * 64 + consonants.indexOf(name.charAt(at).toLowerCase()) * 4 + vowels.indexOf(name.charAt(at + 1))
  return number
}

const pick = (texts: readonly string[], number: number) =>
  (texts[number % texts.length] ?? '').replace('#N', nameOf(number))

/** The fan's words of update `number`. */
export function questionOf(number: number): string {
  return pick(questions, number)
}

/** The model's words to it. */
export function replyTo(number: number): string {
  return pick(replies, number)
}

/** The number of the last message named in a request; undefined if there is none. */
export function lastNumberIn(body: Buffer): number | undefined {
  for (let at = body.lastIndexOf('#'); at >= 0; at = body.lastIndexOf('#', at - 1)) {
    const name = body.toString('latin1', at + 1, at + 9)
    if (/^[A-Z][a-z]{7}$/.test(name)) return numberOf(name)
  }
  return undefined
}

/** Which update a reply answers; undefined for one that answers none. */
export function numberIn(reply: string): number | undefined {
  const name = /\(#([A-Z][a-z]{7})\)/.exec(reply)?.[1]
  return name === undefined ? undefined : numberOf(name)
}
