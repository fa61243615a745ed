/** `mascot ask`: the messages on the command line, or else the lines of standard input, to standard output, one after the other. */
import { createInterface } from 'node:readline'
import { systemClock } from '../clock.ts'
import { localTime } from '../desk/time/hours.ts'
import { createBudget } from '../model/budget.ts'
import { createModels } from '../model/create-model.ts'
import type { ShortTerm } from '../ports/short-term.ts'
import { createBrain } from '../program/brain.ts'
import { configuredMeaning } from '../program/meaning.ts'
import { createAsk, parseQuestion, type Question, type Verdict } from './ask-lines.ts'
import { createAskPrompt, readablePrompt } from './ask-prompt.ts'
import { clockAt } from './at-moment.ts'
import { countsInMemory } from './counts-in-memory.ts'
import { logOf, setUp } from './set-up.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb } from './verb.ts'
import { candidatesInWords, unsupportedLines } from './why.ts'

export const askVerb: RunVerb = async (input) => {
  const { config, persona } = await setUp(input)
  const { limits, timeZone } = persona.manners
  const clock = clockAt(input.values.at, systemClock, timeZone)
  const today = localTime(clock.now(), timeZone).day
  const { json, prompt, why } = input.values
  const models =
    config.model && !prompt
      ? createModels({
          ...config.model,
          clock: systemClock,
          budget: createBudget(countsInMemory(), limits, systemClock, timeZone),
        })
      : {}
  const meaning = configuredMeaning(config, { cache: inMemory(), clock: systemClock, log: logOf(config) })
  const brain = await createBrain(persona, { today, ...models, ...(meaning ? { meaning } : {}) })
  const show = prompt
    ? showing(createAskPrompt(brain, clock), readablePrompt)
    : showing(createAsk(brain, clock), (verdict, line) => readable(verdict, line, why === true))
  const { signal } = untilInterrupted()
  let number = 0
  const lines = () => createInterface({ input: process.stdin, crlfDelay: Infinity, signal })
  for await (const line of input.positionals.length > 0 ? input.positionals : lines()) {
    number += 1
    if (line.trim() === '') continue
    process.stdout.write(`${await show(line, number, { isJson: json === true, signal })}\n`)
  }
  return 0
}

/** A line of input as a line of JSON, or as people read it. */
function showing<Shown>(
  ask: (question: Question, signal: AbortSignal) => Promise<Shown>,
  readably: (shown: Shown, line: string) => string,
) {
  return async (line: string, number: number, { isJson, signal }: { isJson: boolean; signal: AbortSignal }) => {
    const shown = await ask(parseQuestion(line, number), signal)
    return isJson ? JSON.stringify(shown) : readably(shown, line)
  }
}

function readable(verdict: Verdict, line: string, isWhyAsked: boolean): string {
  const { decision, reason, text, answerId, score, alternatives = [], handoff, flags } = verdict
  const answered = answerId ? ` · ${answerId}${score === undefined ? '' : ` ${Math.round(score * 100)} %`}` : ''
  const likely = answerId === undefined ? candidatesInWords(reason, alternatives) : ''
  const maybe = likely === '' ? '' : ` · perhaps ${likely}`
  const called = handoff ? ` · ${handoff.reason}${handoff.team ? ` → ${handoff.team}` : ''}` : ''
  const noted = flags.length > 0 ? ` · ${flags.join(', ')}` : ''
  const why = isWhyAsked ? unsupportedLines(verdict).map((one) => `\n  ${one}`) : []
  const said = text ? `\n  ${text.replaceAll('\n', '\n  ')}` : ''
  return `> ${line}\n  [${decision}: ${reason}${answered}${maybe}${called}${noted}]${why.join('')}${said}\n`
}

/** One run's budget; nothing is kept after it. */
function inMemory(): ShortTerm {
  const values = new Map<string, unknown>()
  return {
    get: async <T>(key: string) => values.get(key) as T | undefined,
    set: async (key, value) => {
      values.set(key, value)
    },
  }
}
