/** Takes a model's thinking out of its words, however its server left it there: none of it may reach a fan. */

/** Told by the name alone, with any prefix or suffix: `think`, `seed:think`, `Thoughts`, `thought_process`. */
const told = 'think(?:ing)?|thoughts?|reason(?:ing)?|reflections?|analysis|rationale|monologue|scratch_?pad|cot'
const name = String.raw`(?:[\w-]{1,20}[:._-])?(?:${told})(?:[_-][a-z]{1,12})?`
const opening = '<\\[{◁《〈【«⟨'
const closing = '>\\]}▷》〉】»⟩'
const bars = '[|｜]?'
const tag = new RegExp(
  String.raw`[${opening}]${bars}\s*(/?)\s*${name}(?:\s[^${opening}${closing}\n]{0,80})?\s*${bars}[${closing}]`,
  'giu',
)

export function withoutThoughts(text: string): string {
  return withoutBareThoughts(withoutWrapped(lastChannel(text)))
}

/** What ends without having begun was thought from the start on; what never ends, to the end. */
function withoutWrapped(text: string): string {
  let said = ''
  let from = 0
  let isThinking = false
  for (const match of text.matchAll(tag)) {
    const isEnd = match[1] === '/'
    if (isEnd) said = isThinking ? said : ''
    else if (!isThinking) said += text.slice(from, match.index)
    isThinking = !isEnd
    from = match.index + match[0].length
  }
  return isThinking ? said : said + text.slice(from)
}

const channel = /<\|channel\|>\s*(\w+)[^<]*(?:<\|(?:constrain)\|>[^<]*)?<\|message\|>/g

/** Harmony, of which only the last channel is for others; some servers drop its markers and leave the names in the text. */
function lastChannel(text: string): string {
  if (text.includes('<|channel|>')) {
    const last = [...text.matchAll(channel)].at(-1)
    if (!last || last[1] === 'analysis') return ''
    return text.slice(last.index + last[0].length).replace(/<\|(?:end|return|call|start)\|>[\s\S]*$/, '')
  }
  const final = /^\s*(?:assistant)?analysis[\s\S]*assistant\s*final(?=\S)/.exec(text)
  if (final) return text.slice(final[0].length)
  return /^\s*(?:assistant)?analysis(?=\p{Lu}|\s*\n)/u.test(text)
    ? ''
    : text.replace(/^\s*(?:assistant\s*)?final(?=\p{Lu})/u, '')
}

/** Nobody speaks to a person of "the user". */
const aboutThem = new RegExp(
  String.raw`\b(?:the|this) (?:user|fan|customer|person)(?:['’]s)?\s+(?:\w+\s+){0,2}?(?:ask|want|say|said|need` +
    '|seem|greet|mention|inquir|messag|question|quer|wrote|writ|request)|用户(?:在|想|说|问|的|正|发|要|询|提)|(?:пользователь' +
    '|клиент) (?:спрашивает|хочет|пишет)|ユーザー[はがの]',
  'iu',
)
const toOneself = new RegExp(
  String.raw`^\s*(?:ok(?:ay)?|alright|all right|right|hmm+|so|well|now|first|wait|let me|let['’]s|we|i (?:should` +
    '|need|must|have to|can|will|could)|the (?:answer|reply|tone|persona|system|prompt)|(?:the|this) (?:user' +
    String.raw`|fan|customer|person)|用户|好的|嗯|首先|我(?:需要|应该|要)|хорошо|итак|ユーザー)(?![\p{Ll}])`,
  'iu',
)

/** Thinking aloud without any wrapper: paragraphs at the beginning that speak about the person, and those that go on. */
function withoutBareThoughts(text: string): string {
  const paragraphs = text.split(/\n\s*\n/)
  const first = paragraphs[0] ?? ''
  if (!(toOneself.test(first) && aboutThem.test(first))) return text
  const goesOn = (paragraph: string) => aboutThem.test(paragraph) || toOneself.test(paragraph)
  const end = paragraphs.findIndex((paragraph) => !goesOn(paragraph))
  return end < 0 ? '' : paragraphs.slice(end).join('\n\n')
}
