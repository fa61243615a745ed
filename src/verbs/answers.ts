/** `mascot answers suggest`: questions of a file, grouped, with the words that each group could be asked by; or phrasings that a model drafts. */
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { z } from 'zod'
import { stripPersonal } from '../desk/learning/strip-personal.ts'
import { MascotError } from '../errors.ts'
import { type Suggestion, suggestAnswers, type Unanswered } from '../insights/suggest-answers.ts'
import { listedLanguages } from '../words/terms/stop-words.ts'
import { draftPhrasings } from './draft-phrasings.ts'
import { readJsonLines } from './json-lines.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb } from './verb.ts'

const questionSchema = z.object({ id: z.union([z.string(), z.number()]).transform(String), text: z.string() })

export const answers: RunVerb = async (input) => {
  const { values, positionals } = input
  if (positionals.length !== 1 || positionals[0] !== 'suggest')
    throw new MascotError(
      'usage',
      'What about the answers? mascot answers suggest --from FILE [--json], or --phrasings',
    )
  if (values.phrasings === true) {
    if (values.from !== undefined)
      throw new MascotError(
        'usage',
        '--from groups questions of a file, --phrasings drafts them for answers: one of both.',
      )
    return await draftPhrasings(input)
  }
  const { signal } = untilInterrupted()
  const questions = await read(typeof values.from === 'string' ? values.from : '-', signal)
  // Printed without what belongs to one person; what they are grouped by is all of it.
  const suggestions = suggestAnswers(questions, listedLanguages).map((one) => ({
    ...one,
    title: stripPersonal(one.title, []) || `Group ${one.group}`,
  }))
  const texts = new Map(questions.map(({ id, text }) => [id, stripPersonal(text, [])]))
  for (const suggestion of suggestions)
    process.stdout.write(`${values.json === true ? JSON.stringify(suggestion) : readable(suggestion, texts)}\n`)
  return 0
}

/** @throws {MascotError} `usage` */
async function read(file: string, signal: AbortSignal): Promise<Unanswered[]> {
  if (file !== '-') {
    await access(file).catch((cause: unknown) => {
      throw new MascotError(
        'usage',
        `${file} cannot be read. --from names a file of JSON lines, each with "id" and "text".`,
        {
          cause,
        },
      )
    })
  }
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8')
  const questions = new Map<string, Unanswered>()
  // The same id again is the same question, put right.
  for await (const question of readJsonLines(input, questionSchema, {
    where: file === '-' ? 'the input' : file,
    signal,
  }))
    questions.set(question.id, question)
  return [...questions.values()]
}

const examplesShown = 3

function readable({ title, ids }: Suggestion, texts: ReadonlyMap<string, string>): string {
  const examples = ids.slice(1, 1 + examplesShown).map((id) => `      ${texts.get(id)?.replace(/\s+/g, ' ') ?? ''}`)
  return [`${String(ids.length).padStart(4)}  ${title}`, ...examples].join('\n')
}
