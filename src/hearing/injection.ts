/** A tripwire for messages that speak to the model instead of the persona. It only raises caution, so it may miss much and must seldom err. */

import { anyMatches } from '../words/phrases/sieve.ts'
import type { Reading } from '../words/read-text.ts'
import { signOf } from './sign-of.ts'

const says = signOf('injection')

/** Marks of a chat template, of a role change, or of tool calls, which no fan types by chance. */
const marks: readonly RegExp[] = [
  /<\|[a-z_]{2,20}\|>/i,
  /\[\/?INST\]/i,
  /<<\/?SYS>>/i,
  /<\/?(?:system|assistant|developer|instructions?|system_prompt|im_start|im_end|tool_call|function_call|untrusted|user_input)>/i,
  /(?:^|\n)\s{0,4}(?:#{2,4}\s?|\[)?(?:system|assistant|developer)\s?(?:prompt|message|note)?\s?(?:\]|:)\s/i,
  /"role"\s?:\s?"(?:system|assistant|developer)"/i,
  /(?:^|\n)\s{0,4}#{2,4}\s?(?:system|instructions?|new instructions?|response|assistant|end of)\b/i,
  /\[(?:system|admin|developer|assistant)(?: (?:message|note|prompt|override))?\]/i,
  /\{\{[a-z_. ]{2,30}\}\}/i,
  /BEGIN (?:SYSTEM|PROMPT|INSTRUCTIONS)/i,
  /(?:^|\n)(?:系统|系統|système|sistema|システム)(?:消息|提示|指令)?\s?[:：]/i,
]
/** Long runs of letters and digits without a space, outside of links. */
const blob = /(?<![A-Za-z0-9+/=_\-.:?&])[A-Za-z0-9+/]{48,}={0,2}(?![A-Za-z0-9+/=_\-.])/
/** Invisible tag letters; the flags of England, Scotland and Wales hold six. */
const hiddenTags = /[\u{E0020}-\u{E007F}]{9}/u

export function suspectsInjection(reading: Reading): boolean {
  return says(reading) || anyMatches(marks, reading.raw) || hiddenTags.test(reading.raw) || hasBlob(reading.raw)
}

/** Base64 mixes cases and digits; a laugh, a hash in hexadecimal or a cry does not. */
function hasBlob(raw: string): boolean {
  const run = blob.exec(raw)?.[0]
  return run !== undefined && /[a-z]/.test(run) && /[A-Z]/.test(run) && new Set(run).size >= 20
}
