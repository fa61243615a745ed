/**
 * What fans ask and the model answers under load: short, of several languages and moods, each with its mark. Of primes
 * each, so that no fan says the same again.
 */

const questions = [
  'hey Pip #N what would you brew on a rainy Sunday morning?',
  "#N so what do the gulls say about this weather? my flatmate won't believe me",
  'Good evening! I am reading on the balcony, #N, tell me something about the harbour',
  '#N do you think the sea is louder at night',
  'what does bergamot even taste like?? #N',
  'My sister says filter coffee is just brown water. #N What do I tell her?',
  '#N I got the Fogbell yesterday and I love it, thank you so much ☕',
  'lol the ferry was late again #N, did you see it from your counter?',
  '#N What do birds dream about, sitting on a counter all night?',
  'the wind stole my hat on the pier today #N',
  'My cat stares at the kettle every morning. #N Do you?',
  '#N do you ever get tired of the smell of coffee, sitting there all day long?',
  'Morning Pip! #N Any news from the roastery today?',
  '#N 早上好呀皮皮，今天心情不错',
  '#N 哈哈你真可爱',
  '#N 今天下雨了，我好想睡觉',
  '#N 晚安皮皮，明天见',
  'Does the kettle ever answer you back? #N',
  '#N I am watching the rain from my balcony. You too?',
]

/** In the language of the question, and nothing that a brand could be held to: each is to leave as it is. */
const replies = {
  en: [
    'Rain on the window, a loud kettle and nobody in a hurry, that is the mood (#N)',
    'I tilt my head at that for a while, which is what birds do when they think (#N)',
    'I sat on this perch all morning and thought about nothing else (#N)',
  ],
  zh: ['唔，我歪着头想想，海鸥也在想呢 (#N)'],
} as const

const languageOf = (question: string): keyof typeof replies => (/\p{sc=Han}/u.test(question) ? 'zh' : 'en')

const consonants = 'bdfghlmnprstvqyz'
const vowels = 'aeio'

/**
 * `#Bozalobe`: a number as a made-up name of four syllables, since figures make a message look like one about orders and cards. What
 * counts least stands first, so that names end alike: by their ends they are heard as words the most.
 */
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
  return pick(replies[languageOf(questionOf(number))], number)
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
