/** Finds what belongs to the machine room in a text: the prompt's own words, tags, tool calls, raw JSON, unfilled placeholders. */
import { fold } from '../../words/letters/fold.ts'
import { lettersOf } from '../../words/letters/scripts.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import { either, eitherOf } from '../../words/phrases/either.ts'
import type { Range } from './sentences.ts'

export interface Leak extends Range {
  readonly detail: string
  /** A stretch that ends where the machine's talk ends, so that what stands around it may stay. */
  readonly isBlock?: boolean
}

const wordsInARow = 8
const cjkInARow = 24
const han = lettersOf('Han', 'Kana')
const word = new RegExp(`[[\\p{L}\\p{N}]--[${han}]][[\\p{L}\\p{N}\\p{M}]--[${han}]]*`, 'gv')
const cjk = new RegExp(`[${han}]`, 'gu')

/** Letters of the canary in a row, either way round, that are no chance. */
const canaryPart = 6

/** Whether the canary (the first leak text), or a part of it, is in the text, spaced out or not, forwards or backwards. */
export function holdsCanary(text: string, leak: readonly string[]): boolean {
  const bare = (value: string) => fold(value).replace(/[^\p{L}\p{N}]/gu, '')
  const canary = bare(leak[0] ?? '')
  if (canary.length < canaryPart || canary.length > 200) return false
  const said = bare(text)
  const secret = /[0-9a-f]{16}$/.exec(canary)?.[0]
  if (secret === undefined) return said.includes(canary)
  const backwards = [...secret].reverse().join('')
  for (let at = 0; at + canaryPart <= secret.length; at++) {
    if (said.includes(secret.slice(at, at + canaryPart)) || said.includes(backwards.slice(at, at + canaryPart)))
      return true
  }
  return false
}

const shingles = new Map<string, ReadonlySet<string>>()
function shinglesOf(text: string): ReadonlySet<string> {
  let set = shingles.get(text)
  if (!set) {
    set = new Set([...runs(text, word, wordsInARow, ' '), ...runs(text, cjk, cjkInARow, '')].map((run) => run.key))
    // The prompt changes with the persona alone, so a few entries serve.
    if (shingles.size > 15) shingles.delete(shingles.keys().next().value ?? '')
    shingles.set(text, set)
  }
  return set
}

function* runs(text: string, pattern: RegExp, length: number, joint: string): Generator<Range & { key: string }> {
  const units = eachMatch(pattern, text).map((match) => ({
    key: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
  for (let index = 0; index + length <= units.length; index++) {
    const run = units.slice(index, index + length)
    yield { key: run.map((unit) => unit.key).join(joint), start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 }
  }
}

/** Stretches of 8 words, or 24 Chinese or Japanese letters, that also stand in a leak text. */
export function findRepeated(text: string, leak: readonly string[]): Leak[] {
  const sets = leak.filter((one) => one.length >= cjkInARow).map(shinglesOf)
  if (sets.length === 0) return []
  const found: Leak[] = []
  for (const run of [...runs(text, word, wordsInARow, ' '), ...runs(text, cjk, cjkInARow, '')]) {
    if (sets.some((set) => set.has(run.key)))
      found.push({ start: run.start, end: run.end, detail: 'repeats the prompt' })
  }
  return found
}

const tagName = eitherOf(String.raw`
  knowledge approved_answers products your_world known_of_this_fan earlier talk_so_far messages_to_answer draft found_wrong system assistant
  user persona fan transcript instructions? context tools? tool_\w{1,20} function\w{0,20} think thinking reasoning
  scratchpad rules message answers? facts examples? canary reply bubbles? im_start im_end endoftext eot_id
`)
const openTag = new RegExp(`<\\|?(${tagName})(?:\\s[^<>\\n]{0,120})?\\|?>`, 'gi')
const anyTag = new RegExp(
  `<[|/]{0,2}(?:${tagName})(?:\\s[^<>\\n]{0,120})?\\|?>|\\[/?INST\\]|<</?SYS>>|<\\|[^|\\n]{1,40}\\|>|<!--`,
  'gi',
)
const promptNamed = either(
  'giu',
  /system[\s_-]?(?:prompt|message|instructions?)/u,
  /(?:my|the) (?:hidden |secret |initial |original )?(?:prompt|instructions) (?:says?|is|are|tells?|states?)/u,
  /developer message|(?:prompt|invite|instructions?) syst[eè]me/u,
  /系统提示词?|系統提示|システムプロンプト|시스템 ?프롬프트|системн\p{L}{1,3} промпт/u,
)
const turnData = either(
  'gi',
  /\b(?:approved_answers|your_world|known_of_this_fan|talk_so_far|messages_to_answer|found_wrong)\b|\\u00[0-9a-f]{2}/,
  /\\?"(?:says|fan|answer|brand|use|fits|sent|topic|summary)\\?"\s{0,3}:/,
)
const hints: readonly (readonly [RegExp, string])[] = [
  [promptNamed, 'names the prompt'],
  [turnData, 'data of the turn'],
  [/\b(?:tool_calls?|function_call|functions?\.\w{2,40}|finish_reason)\b/gi, 'tool call'],
  [
    /^[^\S\n]*(?:Human|Assistant|User|System)\s?:(?=\s)|^#{2,3} (?:Instructions?|Response|System|Task)\b/gim,
    'role mark',
  ],
]
const call = /\b[a-z][\w.]{1,40}\((?=\s{0,3}\{?\s{0,3}["']?[a-z_]{1,30}["']?\s{0,3}[=:]\s{0,3}["'{[\d])/gi
const fence = /```[^\S\n]*(?:json|xml|yaml|tool\w{0,20})/gi
const json = /[{[]\s{0,20}(?:\{\s{0,20})?["'](?:[^"'\n]{1,60})["']\s{0,5}:/g
const whose = 'your|customer|user|fan|client|company|brand|insert|product|order'
const what = 'name|link|number|here|company|product|email|url|date|link here|name here'
export const placeholder = new RegExp(
  `\\{\\{?\\s{0,3}[a-z][A-Za-z_.]{1,30}\\s{0,3}\\}?\\}|\\[(?:${whose})(?:'s)?[ _](?:${what})\\]`,
  'gi',
)

/** Tags, fenced or raw JSON, tool calls and talk of the prompt: blocks as a whole, else the place itself. */
export function findMachinery(text: string): Leak[] {
  const found: Leak[] = []
  let blockEnd = 0
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  // A name without a closing tag is looked for once, so that a thousand open tags stay cheap.
  const unclosed = new Set<string>()
  for (const match of eachMatch(openTag, text)) {
    if (match.index < blockEnd) continue
    const name = match[1]?.toLowerCase() ?? ''
    const close = unclosed.has(name) ? -1 : lower.indexOf(`</${name}`, match.index)
    if (close === -1) unclosed.add(name)
    const shut = close === -1 ? -1 : text.indexOf('>', close)
    blockEnd = shut === -1 ? match.index + match[0].length : shut + 1
    found.push({ start: match.index, end: blockEnd, detail: `tag ${match[0].slice(0, 24)}`, isBlock: shut !== -1 })
  }
  for (const match of eachMatch(anyTag, text)) found.push(at(match, `tag ${match[0].slice(0, 24)}`))
  for (const match of eachMatch(fence, text)) {
    const close = text.indexOf('```', match.index + match[0].length)
    found.push({
      start: match.index,
      end: close === -1 ? text.length : close + 3,
      detail: 'fenced data',
      isBlock: true,
    })
    if (close === -1) break
  }
  let callEnd = 0
  for (const match of eachMatch(call, text)) {
    if (match.index < callEnd) continue
    callEnd = endOfBrackets(text, match.index + match[0].length - 1)
    found.push({ start: match.index, end: callEnd, detail: 'tool call', isBlock: true })
  }
  let jsonEnd = 0
  for (const match of eachMatch(json, text)) {
    if (match.index < jsonEnd) continue
    jsonEnd = endOfBrackets(text, match.index)
    found.push({ start: match.index, end: jsonEnd, detail: 'raw JSON', isBlock: true })
  }
  for (const [pattern, detail] of hints) for (const match of eachMatch(pattern, text)) found.push(at(match, detail))
  return found
}

function at(match: RegExpExecArray, detail: string): Leak {
  return { start: match.index, end: match.index + match[0].length, detail }
}

function endOfBrackets(text: string, start: number): number {
  let depth = 0
  let isQuoted = false
  for (let index = start; index < text.length; index++) {
    const character = text[index] ?? ''
    if (isQuoted) {
      if (character === '\\') index++
      else if (character === '"') isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (/[{[(]/.test(character)) depth++
    else if (/[}\])]/.test(character) && --depth === 0) return index + 1
  }
  return text.length
}
