/** What the conversation tests read out of a chat: which of the persona's own lines was said, and what was decided last. */
import { expect } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
import type { Author } from '../../src/domain/message.ts'
import { fillLine } from '../../src/persona/load/fill.ts'
import type { LocalLines } from '../../src/persona/persona.ts'
import type { DecisionRecord } from '../../src/ports/records.ts'
import type { Chat, FanVoice } from '../support/chat.ts'

/** Matches any of the variants in `lang`, filled in for the fan. */
export function everyLine(lines: LocalLines, lang: string, fan: string): RegExp {
  const said = (lines[lang] ?? []).map((line) => RegExp.escape(fillLine(line, { fan, persona: '…', brand: '…' })))
  return new RegExp(`^(?:${said.join('|')})`, 'mu')
}

/** Any line of `nobodyOnline` in a language, with these hours among those it tells. */
export function nobodyThere(lines: LocalLines, lang: string, hours: string): RegExp {
  const said = (lines[lang] ?? []).map((line) =>
    line
      .split('{hours}')
      .map((part) => RegExp.escape(part))
      .join(`.*${RegExp.escape(hours)}.*`),
  )
  return new RegExp(`^(?:${said.join('|')})`, 'mu')
}

/** The last decision in the fan's thread, once everything is settled. */
export async function latest(chat: Chat, fan: FanVoice): Promise<DecisionRecord> {
  const [last] = await chat.reasons(fan)
  if (!last) throw new Error('nothing was decided')
  return last
}

/** The flags of a decision of which nothing is noted but what kind of message it was, and how hot. */
export const nothingNoted: readonly unknown[] = [expect.stringMatching(/^kind:/), expect.stringMatching(/^heat:/)]

/** A fan whose question, one of `candidates`, was met with a clarifying question; which ones are depends on the approved answers. */
export async function askAmbiguously(chat: Chat, name: string, candidates: readonly string[]) {
  for (const text of candidates) {
    const fan = chat.fan(`${name}, ${text}`)
    await fan.says(text)
    const question = await fan.hears()
    const { kind } = await latest(chat, fan)
    if (kind !== 'clarify' || question.kind !== 'text') continue
    const choices = (question.buttons ?? []).map(({ label, value = '' }) => ({
      label,
      answerId: value.replace('answer:', ''),
    }))
    return { fan, question, choices }
  }
  throw new Error(`none of ${candidates.join(', ')} is ambiguous`)
}

/** The account the driver gives a fan. */
export function authorOf(name: string): Author {
  return { accountId: accountId('test', name), name, isBot: false }
}

/** The words of an outbound message, or its emoji. */
export function wordsOf(message: { kind: string; text?: string; emoji?: string }): string {
  return message.text ?? message.emoji ?? ''
}

/** The words of an answer, without those by which a fan is told first that a bot speaks. */
export function answerIn(message: Parameters<typeof wordsOf>[0], { persona }: Pick<Chat, 'persona'>): string {
  const [first, ...rest] = wordsOf(message).split('\n')
  const isIntroduction = Object.values(persona.lines.introduction).some((lines) => lines.includes(first ?? ''))
  return isIntroduction ? rest.join('\n') : wordsOf(message)
}
