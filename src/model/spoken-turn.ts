/** Of a text in which a server left its marks of channels and turns: what the model said to us, and nothing of a turn it made up after that. */

export function spokenTurn(text: string): string {
  return withoutUnused(ownTurn(lastChannel(text.replace(pairedChannel, ''))))
}

/** Gemma's, whose end mirrors its beginning. */
const pairedChannel = /<\|channel>(?!final)\w*[\s\S]*?(?:<channel\|>|$)|<\|channel>final\s*|<channel\|>/g
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

const begun = new RegExp(
  [
    String.raw`<[|｜](?:im_start|start_header_id|start)[|｜]>\s*(?<named>\w+)(?:<[|｜]end_header_id[|｜]>)?\s*`,
    '<[|｜](?<role>system|user|human|assistant|model|bot|tool|developer|observation)[|｜]>',
    String.raw`<start_of_turn>\s*(?<turn>\w+)\s*`,
    String.raw`\n+(?<line>User|Human|Assistant):(?=\s)`,
  ].join('|'),
  'g',
)
const us: readonly string[] = ['assistant', 'model', 'bot']

/** What stands before any mark is ours; after ours, a turn of another ends it. */
function ownTurn(text: string): string {
  let said = ''
  let from = 0
  let isOurs = true
  for (const { index, 0: mark, groups = {} } of text.matchAll(begun)) {
    if (isOurs) said += text.slice(from, index)
    const who = groups.named ?? groups.role ?? groups.turn ?? groups.line ?? ''
    isOurs = us.includes(who.toLowerCase())
    if (!isOurs && said.trim() !== '') return withoutEnds(said)
    from = index + mark.length
  }
  return withoutEnds(isOurs ? said + text.slice(from) : said)
}

function withoutEnds(text: string): string {
  return text.replace(/<(?:end_of_turn|eos|eot)>/g, '')
}

/** Places of a vocabulary that have no word, which some models use as marks around what they think. */
function withoutUnused(text: string): string {
  return text.split(/<unused\d{1,4}>/).at(-1) ?? ''
}
