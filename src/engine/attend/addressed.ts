/** Whom words in a group are meant for: the persona, by the platform's mention, a reply, a command or its name in any script; or another member. */

import type { InboundMessage } from '../../domain/message.ts'
import { asksForPerson } from '../../hearing/asks-for-person.ts'
import { cleanText } from '../../words/letters/clean-text.ts'
import { fold } from '../../words/letters/fold.ts'
import { isAllUnspaced } from '../../words/letters/scripts.ts'
import { once } from '../../words/once.ts'
import { readText } from '../../words/read-text.ts'
import { inAllLanguages } from '../../words/terms/in-all-languages.ts'
import { type Named, namesSaid, saysName } from './says-name.ts'

/** `Pip, do you deliver?` → `do you deliver?`. A text that is only the name stays as it is. */
function withoutName(text: string, persona: Named): string {
  const [first] = namesSaid(text, persona).filter(({ start }) => /^@?$/.test(text.slice(0, start).trim()))
  const leading = first ? text.slice(first.end).replace(/^[\s,:;!?.，。：；！？、…~～-]*/u, '') : text
  const last = namesSaid(leading, persona).at(-1)
  const isLast = last && /^[\s!?.。！？…~～]*$/u.test(leading.slice(last.end))
  const before = isLast ? leading.slice(0, last.start) : ''
  const stripped = /[\s,，、]@?$/u.test(before)
    ? before.replace(/[\s,，、]+@?$/u, '') + leading.slice(last?.end)
    : leading
  return /[\p{L}\p{N}]/u.test(stripped) ? stripped.trim() : text
}

/**
 * In private everything is for us. In a group: a mention, a command or a button by the platform's word, a reply to us, or
 * our name; but a reply to another member, in which we are not called, or words that begin with a mention of one, are theirs.
 */
export function isAddressed(message: InboundMessage, persona: Named): boolean {
  if (message.surface === 'direct' || message.isMention || message.button !== undefined) return true
  if (message.replyTo?.isToBot) return true
  if (message.replyTo && !beginsWithMention(message)) return isCalledIn(message.text, persona)
  return !isForAnother(message) && saysName(message.text, persona)
}

/** By name, as somebody is called; or named by somebody who wants a person. */
function isCalledIn(text: string, persona: Named): boolean {
  const said = namesSaid(text, persona)
  return said.some(({ isCall }) => isCall) || (said.length > 0 && asksForPerson(text))
}

/** By the platform's word another member's: a reply to them, or words that begin by mentioning them. */
export function isForAnother(message: InboundMessage): boolean {
  if (message.isMention || message.button !== undefined) return false
  if (message.replyTo) return !message.replyTo.isToBot
  return beginsWithMention(message)
}

function beginsWithMention({ text, mentions = [] }: InboundMessage): boolean {
  return /^\s*@\S/u.test(text) && mentions.length > 0
}

/** What stands in front of a name when somebody is called. */
const call = once(() => {
  const calls = inAllLanguages((words) => words.calls).join('|')
  return new RegExp(String.raw`^(?:@|(?:${calls})(?:[\s,，]+|(?=\p{sc=Han})))`, 'u')
})
/** What stands behind it; `May, come here` is a call, `may I ask` is not. */
const PAUSE = /^\s*[,，、:：!！—–-]/u

/** `Bo, can you bring some?` is said to Bo. `names`: as the platform shows them; the first of several words will do. */
export function callsOneOf(names: readonly string[], text: string): boolean {
  const said = readText(text).folded.replace(call(), '')
  return names.some((shown) => {
    const name = fold(cleanText(shown))
    return [name, name.split(' ')[0] ?? ''].some((form) => {
      if (form.length < 2 || !said.startsWith(form)) return false
      return isAllUnspaced(form) || PAUSE.test(said.slice(form.length))
    })
  })
}

/** Messages as one cleaned text, without the persona's name in front. */
export function wordsOf(messages: readonly InboundMessage[], persona: Named): string {
  const parts = messages.map((message) => withoutName(cleanText(message.text), persona))
  return parts.filter((part) => part.length > 0).join('\n')
}
