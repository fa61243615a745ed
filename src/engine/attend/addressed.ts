/** Whom words in a group are meant for: the persona, by the platform's mention, a reply, a command or its name in any script; or another member. */

import type { InboundMessage } from '../../domain/message.ts'
import type { Persona } from '../../persona/persona.ts'
import { cleanText } from '../../words/letters/clean-text.ts'
import { fold } from '../../words/letters/fold.ts'
import { isAllUnspaced } from '../../words/letters/scripts.ts'
import { once } from '../../words/once.ts'
import { readText } from '../../words/read-text.ts'
import { inAllLanguages } from '../../words/terms/in-all-languages.ts'

type Named = Pick<Persona, 'name' | 'nicknames'>

function namePattern(persona: Named): string {
  return [persona.name, ...persona.nicknames]
    .map((name) => cleanText(name))
    .filter((name) => name.length > 0)
    .sort((a, b) => b.length - a.length)
    .map((name) =>
      isAllUnspaced(name) ? RegExp.escape(name) : `(?<![\\p{L}\\p{N}_])${RegExp.escape(name)}(?![\\p{L}\\p{N}_])`,
    )
    .join('|')
}

const compiled = new WeakMap<Named, { anywhere: RegExp; leading: RegExp; trailing: RegExp }>()

function patterns(persona: Named) {
  let found = compiled.get(persona)
  if (!found) {
    const name = namePattern(persona)
    found = {
      anywhere: new RegExp(name, 'iu'),
      leading: new RegExp(`^@?(?:${name})[\\s,:;!?.，。：；！？、…~～-]*`, 'iu'),
      trailing: new RegExp(`[\\s,，、]+@?(?:${name})(?=[\\s!?.。！？…~～]*$)`, 'iu'),
    }
    compiled.set(persona, found)
  }
  return found
}

/** The name as a word of its own: `Pip?` counts, `pipeline` does not. */
function saysName(text: string, persona: Named): boolean {
  return patterns(persona).anywhere.test(cleanText(text))
}

/** `Pip, do you deliver?` → `do you deliver?`. A text that is only the name stays as it is. */
function withoutName(text: string, persona: Named): string {
  const { leading, trailing } = patterns(persona)
  const stripped = text.replace(leading, '').replace(trailing, '').trim()
  return stripped.length > 0 ? stripped : text
}

/**
 * In private everything is for us. In a group: a mention, a command or a button by the platform's word, a reply to us, or
 * our name; but a reply to another member, or words that mention another member and do not name us, are theirs.
 */
export function isAddressed(message: InboundMessage, persona: Named): boolean {
  if (message.surface === 'direct' || message.isMention || message.button !== undefined) return true
  if (message.replyTo?.isToBot) return true
  return !isForAnother(message) && saysName(message.text, persona)
}

/** By the platform's word another member's: a reply to them, or words that begin by mentioning them. */
export function isForAnother(message: InboundMessage): boolean {
  if (message.isMention || message.button !== undefined) return false
  if (message.replyTo) return !message.replyTo.isToBot
  return /^\s*@\S/u.test(message.text) && (message.mentions?.length ?? 0) > 0
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
