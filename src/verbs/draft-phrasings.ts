/** `mascot answers suggest --phrasings`: for answers with few phrasings a model drafts others; each is shown, and a person says which are written. */
import { createInterface } from 'node:readline'
import { systemClock } from '../clock.ts'
import { changeFile } from '../desk/learning/change-file.ts'
import type { Answer } from '../domain/answer.ts'
import { MascotError } from '../errors.ts'
import { draftsIn, ENOUGH, promptFor, withFewPhrasings } from '../insights/draft-phrasings.ts'
import { createKnowledge, type Knowledge } from '../knowledge/create-knowledge.ts'
import { takenBy } from '../knowledge/taken-by.ts'
import { createModel } from '../model/create-model.ts'
import { withPhrasings } from '../persona/load/phrasings-file.ts'
import type { Persona } from '../persona/persona.ts'
import type { Model } from '../ports/model.ts'
import { learntOnDisk } from '../program/learnt-on-disk.ts'
import { personaFolder, setUp } from './set-up.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb } from './verb.ts'

const SHOWN_LENGTH = 160
/** Nobody is waiting in a chat: what the model may cost is up to whoever runs this. */
const unlimited = { canSpend: async () => true, spend: async () => {} }

interface Drafts {
  readonly answer: Answer
  readonly drafts: readonly string[]
  /** Which another answer would be given for. */
  readonly taken: readonly { readonly draft: string; readonly by: string }[]
}

export const draftPhrasings: RunVerb = async (input) => {
  const { config, persona } = await setUp(input)
  if (!config.model)
    throw new MascotError(
      'usage',
      'Phrasings are drafted by a model, and none is set: OPENAI_API_KEY, or OPENAI_BASE_URL of another endpoint.',
    )
  const few = withFewPhrasings(persona)
  if (few.length === 0) {
    process.stdout.write(`Every answer is asked for in ${ENOUGH} ways or more.\n`)
    return 0
  }
  const { signal } = untilInterrupted()
  const model = createModel({ ...config.model, clock: systemClock, budget: unlimited })
  const {
    languages,
    knowledge: { caution, topics },
  } = persona
  const index = await createKnowledge(persona.answers, { languages, caution, topics, cache: learntOnDisk() })
  const isJson = input.values.json === true
  const typed = isJson ? undefined : createInterface({ input: process.stdin })
  const answers = typed?.[Symbol.asyncIterator]()
  let written = 0
  try {
    for (const [at, answer] of few.entries()) {
      const found = await draft(answer, persona, index, model, signal)
      process.stdout.write(isJson ? `${JSON.stringify(asLine(found))}\n` : shown(found, at + 1, few.length))
      if (!answers || found.drafts.length === 0) continue
      const chosen = await choice(found.drafts, answers)
      if (chosen === 'end') break
      if (chosen.length === 0) continue
      const folder = personaFolder(input, config)
      await changeFile(
        folder,
        { file: 'answers.yaml', part: 'answers' },
        { change: (text) => withPhrasings(text, answer.id, chosen) },
      )
      written += chosen.length
    }
  } finally {
    typed?.close()
  }
  if (!isJson) process.stdout.write(`\n${written} ${written === 1 ? 'phrasing was' : 'phrasings were'} written.\n`)
  return 0
}

async function draft(
  answer: Answer,
  persona: Persona,
  index: Knowledge,
  model: Model,
  signal: AbortSignal,
): Promise<Drafts> {
  const said = await model.write(promptFor(answer, persona), { budgetKey: 'operator', signal })
  const all = draftsIn(said, answer).map((text) => ({ draft: text, by: takenBy(text, index, answer.id) }))
  return {
    answer,
    drafts: all.filter(({ by }) => by === undefined).map(({ draft }) => draft),
    taken: all.flatMap(({ draft, by }) => (by === undefined ? [] : [{ draft, by }])),
  }
}

const asLine = ({ answer, drafts, taken }: Drafts) => ({ id: answer.id, asks: answer.asks, drafts, taken })

function shown({ answer, drafts, taken }: Drafts, nth: number, of: number): string {
  const [words = ''] = Object.values(answer.answer)[0] ?? []
  const line = words.replaceAll(/\s+/g, ' ')
  const cut = line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH - 1).toWellFormed()}…` : line
  return [
    '',
    `${answer.id}  (${nth} of ${of})  ${cut}`,
    ...answer.asks.map((ask) => `      ${ask}`),
    ...drafts.map((draft, at) => `  ${String(at + 1).padStart(2)}  ${draft}`),
    ...taken.map(({ draft, by }) => `   –  ${draft}  (would get ${by})`),
    drafts.length > 0 ? 'Which? all, numbers (1 3), Enter for none, q to end: ' : 'Nothing new came of it.\n',
  ].join('\n')
}

/** Asks again until it is understood; the end of the input ends it. */
async function choice(drafts: readonly string[], typed: AsyncIterator<string>): Promise<readonly string[] | 'end'> {
  for (;;) {
    const { value, done } = await typed.next()
    if (done === true) return 'end'
    const words = value.trim().toLowerCase()
    if (words === 'q' || words === 'quit') return 'end'
    if (words === '' || words === 'none') return []
    if (words === 'all') return drafts
    const numbers = words.split(/[\s,;]+/).map(Number)
    const chosen = numbers.flatMap((number) => drafts[number - 1] ?? [])
    if (chosen.length === numbers.length) return [...new Set(chosen)]
    process.stdout.write(`all, or numbers from 1 to ${drafts.length}: `)
  }
}
