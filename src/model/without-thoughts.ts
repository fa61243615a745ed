/** Takes a model's thinking out of its words, however its server left it there: none of it may reach a fan. */

import { spokenTurn } from './spoken-turn.ts'

/** Told by the name alone, with any prefix or suffix: `think`, `seed:think`, `Thoughts`, `thought_process`. */
const told =
  'think(?:ing)?|thoughts?|reason(?:ing)?|reflections?|analysis|rationale|monologue|scratch_?pad|cot|思考|推理|思维'
const name = String.raw`(?:[\w-]{1,20}[:._-]|start|begin)?(?:${told})(?:[_-][a-z]{1,12}|过程)?`
const opening = '<＜\\[［{◁《〈【«⟨‹'
const closing = '>＞\\]］}▷》〉】»⟩›'
const bars = '[|｜]?'
const tag = new RegExp(
  String.raw`[${opening}]${bars}\s*(/|end(?:_of)?_?|)\s*${name}(?:\s[^${opening}${closing}\n]{0,80})?\s*${bars}[${closing}]`,
  'giu',
)

/** A comment of the page, and a block of code that is none. */
const hidden = new RegExp(
  String.raw`<!--[\s\S]*?(?:-->|$)|^\x60{3}\s*${name}[ \t]*\n[\s\S]*?(?:^\x60{3}[ \t]*$|$(?![\s\S]))`,
  'gimu',
)

export function withoutThoughts(text: string): string {
  const marked = withoutForeignMarkup(answerIn(withoutWrapped(spokenTurn(text.replace(hidden, '')))))
  return withoutBareThoughts(withoutLabels(withoutQuotes(marked)))
}

/** What ends without having begun was thought from the start on; what never ends, to the end. */
function withoutWrapped(text: string): string {
  let said = ''
  let from = 0
  let isThinking = false
  for (const match of text.matchAll(tag)) {
    const isEnd = match[1] !== ''
    if (isEnd) said = isThinking ? said : ''
    else if (!isThinking) said += text.slice(from, match.index)
    isThinking = !isEnd
    from = match.index + match[0].length
  }
  return isThinking ? said : said + text.slice(from)
}

const answers = '(?:final_?)?(?:answer|response|reply|output|solution|message|bubble|speech|say)'
const answerTag = new RegExp(String.raw`<[|]?\s*(/|end_of_|)(?:begin_of_)?${answers}\s*[|]?>`, 'giu')

/** Where the answer has a wrapper of its own, all outside it is not for the fan. */
function answerIn(text: string): string {
  const marks = [...text.matchAll(answerTag)]
  const begin = marks.findLast(([, end]) => end === '')
  if (!begin) return text.replace(answerTag, '')
  const from = begin.index + begin[0].length
  const end = marks.find(({ index, 1: isEnd }) => isEnd !== '' && index >= from)
  return text.slice(from, end?.index)
}

/** Marks of form, whose words are for the fan; what any other pair of tags encloses is for a machine. */
const formats = new Set(
  `a b blockquote br center code del div em font h1 h2 h3 h4 h5 h6 i ins li mark ol p pre q s small span strong sub sup tg-spoiler
  u ul`.split(/\s+/),
)
/** Not around JSON: so a server leaves a call that it did not recognise. */
const pair = /<([a-z][\w:-]{0,30})(?:\s[^<>\n]{0,120})?>(?!\s*[{[])[\s\S]*?<\/\1\s*>/giu

function withoutForeignMarkup(text: string): string {
  return text.replace(pair, (whole: string, named: string) => (formats.has(named.toLowerCase()) ? whole : ''))
}

/** A quotation before the reply is how some servers show what was thought. */
function withoutQuotes(text: string): string {
  return /^\s*>/.test(text) ? text.replace(/^\s*(?:>[^\n]*(?:\n|$)\s*)+/, '') : text
}

const decorated = String.raw`[*_#\s]{0,6}`
const thoughts =
  '(?:(?:internal |my )?(?:thinking|thoughts?|reasoning|analysis|monologue)|思考(?:过程|過程)?|推理(?:过程|過程)?' +
  '|réflexion|raisonnement|überlegung(?:en)?|razonamiento|raciocínio|ragionamento|рассуждени[ея])'
const answerNames =
  '(?:(?:final |my )?(?:answer|response|reply)|最终(?:答案|回复)|回答|回复|答复|réponse|antwort|respuesta|resposta|risposta|ответ)'
/** With a colon, or as a heading of its own line. */
const labelled = (names: string) =>
  String.raw`(?:^${decorated}${names}${decorated}[:：]${decorated}|^[ \t]*(?:[#*_]{1,6}[ \t]*)${names}[ \t]*[*_]*[ \t]*$\s*)`
const thoughtLabel = new RegExp(labelled(thoughts), 'imu')
const answerLabel = new RegExp(labelled(answerNames), 'gimu')
const divider = /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/m
const timed =
  /^\s*[*_]{0,2}(?:thought|thinking|reasoned) for [^\n]{1,40}(?:\n|$)\s*|^\s*已(?:深度)?思考[^\n]{0,20}(?:\n|$)\s*/iu

/** `Thinking: … Answer: …`, and `Thought for 4 seconds` in front. Without a label for the answer, what follows a line across, or the first paragraph. */
function withoutLabels(text: string): string {
  const rest = text.replace(timed, '')
  const label = thoughtLabel.exec(rest)
  const isThought = label !== null && rest.slice(0, label.index).trim() === ''
  const answer = [...rest.matchAll(answerLabel)].find(({ index }) => isThought || rest.slice(0, index).trim() === '')
  if (answer) return rest.slice(answer.index + answer[0].length)
  if (!isThought) return rest
  const thought = rest.slice(label.index + label[0].length)
  const across = divider.exec(thought)
  return across
    ? thought.slice(across.index + across[0].length)
    : thought
        .split(/\n\s*\n/)
        .slice(1)
        .join('\n\n')
}

const does = 'ask|want|say|said|need|seem|greet|mention|inquir|messag|question|quer|wrote|writ|request'
/** Nobody speaks to a person of "the user". */
const aboutThem = new RegExp(
  [
    String.raw`\b(?:the|this) (?:user|fan|customer|person)(?:['’]s)?\s+(?:\w+\s+){0,2}?(?:${does})|^\s*user (?:${does})`,
    String.raw`\b(?:respond|reply|answer|talk|speak|help|greet|tell|ask|thank) (?:to )?(?:the|this) (?:user|fan|customer)\b`,
    "l[’']utilisat(?:eur|rice)|(?:el|la) usuari[oa]|(?:der|die) (?:be)?nutzer(?:in)?|l[’']utente|o (?:usuário|utilizador)",
    '用户(?:在|想|说|问|的|正|发|要|询|提)|(?:粉丝|顾客|客户)(?:正?在问|想(?:知道|要|问)|问|询问|提到)|(?:пользователь|клиент) (?:спрашивает|хочет|пишет)|ユーザー[はがの]|사용자[가는의]',
  ].join('|'),
  'iu',
)
const toOneself = new RegExp(
  [
    String.raw`^[\s*_(（“"]*(?:ok(?:ay)?|alright|all right|right|hmm+|so|well|now|first|wait|let me|let['’]s|we|i (?:should`,
    'need|must|have to|can|will|could)|the (?:answer|reply|tone|persona|system|prompt)|(?:the|this) (?:user',
    `fan|customer|person)|user(?= (?:${does}))|用户|(?:这位)?(?:粉丝|顾客|客户)|好的|嗯|首先|我(?:需要|应该|要)|хорошо|итак|пользователь|ユーザー|사용자`,
    "l[’']utilisat(?:eur|rice)|(?:el|la) usuari[oa]|(?:der|die) (?:be)?nutzer(?:in)?|l[’']utente|o (?:usuário|utilizador)|d[’']accord|je dois|il faut",
    String.raw`bien|vale|debo|tengo que|necesito|ich (?:muss|soll)|devo|preciso)(?![\p{Ll}])`,
  ].join('|'),
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
