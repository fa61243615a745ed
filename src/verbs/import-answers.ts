/** `mascot import answers`: questions and answers from elsewhere into answers.yaml, with a report of what was kept, changed and left. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { changeFile } from '../desk/learning/change-file.ts'
import { MascotError } from '../errors.ts'
import { createKnowledge } from '../knowledge/create-knowledge.ts'
import { withEntries } from '../persona/load/list-file.ts'
import { loadPersona } from '../persona/load/load.ts'
import { withPhrasings } from '../persona/load/phrasings-file.ts'
import type { Persona } from '../persona/persona.ts'
import { learntOnDisk } from '../program/learnt-on-disk.ts'
import { type Note, shown } from './bring/brought.ts'
import { merge, type NewAnswer, type Plan } from './bring/merge.ts'
import { openSources } from './bring/open-sources.ts'
import { createProgress } from './progress.ts'
import { personaFolder, readConfig } from './set-up.ts'
import type { VerbInput } from './verb.ts'

const place = { file: 'answers.yaml', list: 'answers', entry: 'answer' } as const

/** Resolves to the exit code. @throws {MascotError} `usage`, `persona-invalid`, with the file as it was */
export async function importAnswers(files: readonly string[], input: VerbInput): Promise<number> {
  if (files.length === 0)
    throw new MascotError(
      'usage',
      'Which file? mascot import answers FILE …: CSV, a sheet (.xlsx), Markdown, JSON of a help desk, Rasa (YAML), ' +
        'Dialogflow (ZIP), or a folder of them',
    )
  const folder = personaFolder(input, readConfig())
  const persona = await loadPersona(folder)
  const { values } = input
  const option = <Name extends string>(name: Name) => (typeof values[name] === 'string' ? { [name]: values[name] } : {})
  const brought = await openSources(files, { ...option('question'), ...option('answer'), ...option('encoding') })
  using progress = createProgress('comparing')
  const plan = merge(brought, persona)
  const near = await nearby(plan.added, persona, progress.at)
  progress.end()
  const isTrial = values['dry-run'] === true
  const isNew = plan.added.length > 0 || plan.phrasings.size > 0
  if (!isTrial && isNew)
    await changeFile(folder, { file: place.file, part: 'answers' }, { change: (text) => withPlan(text, plan) })
  const formats = [...new Set(brought.map(({ format }) => format))].join(', ')
  for (const line of [
    ...reportOf(plan, near),
    summaryOf(plan, formats, { isTrial, isNew }),
    ...nextOf(folder, isNew && !isTrial),
  ])
    process.stdout.write(`${line}\n`)
  return 0
}

function withPlan(text: string, { added, phrasings }: Plan): string {
  const more = [...phrasings].reduce((file, [id, asks]) => withPhrasings(file, id, asks), text)
  return withEntries(more, added, place)
}

/** New answers for which one that stands would be given: perhaps the same in other words. */
async function nearby(
  added: readonly NewAnswer[],
  persona: Persona,
  onDone: (done: number, of: number) => void,
): Promise<readonly string[]> {
  if (persona.answers.length === 0 || added.length === 0) return []
  const { knowledge, languages, answers } = persona
  const { caution, topics } = knowledge
  const index = await createKnowledge(answers, { languages, caution, topics, cache: learntOnDisk() })
  return added.flatMap(({ id, asks }, at) => {
    onDone(at + 1, added.length)
    const given = asks.flatMap((text) => {
      const { outcome, hits } = index.search({ text })
      return outcome === 'answer' && hits[0] ? [hits[0].answer.id] : []
    })
    const [[other, times] = ['', []]] = [...Map.groupBy(given, (one) => one)].toSorted(
      ([, a], [, b]) => b.length - a.length,
    )
    const isNear = times.length * 2 > asks.length
    return isNear
      ? [
          `  near     ${id} is asked like ${other} (${times.length} of ${asks.length}); make one of them, or tell them apart`,
        ]
      : []
  })
}

function reportOf({ added, phrasings, notes }: Plan, near: readonly string[]): readonly string[] {
  return [
    ...added.map(({ id, asks }) => `  new      ${id} (${asks.length}): “${shown(asks[0] ?? '')}”`),
    ...[...phrasings].map(([id, asks]) => `  asked    ${id}: ${asks.map((ask) => `“${shown(ask)}”`).join(', ')}`),
    ...near,
    ...[...Map.groupBy(notes, ({ what, why }) => `${what} ${why}`).values()].flatMap(noteLines),
  ]
}

/** What happened for one reason at several places is told once. */
function noteLines([first, ...more]: readonly Note[]): readonly string[] {
  if (first === undefined) return []
  const places = more.length === 0 ? first.where : `${first.where}, and ${more.length} more`
  return [`  ${first.what.padEnd(7)}  ${places}: ${first.why}`]
}

function summaryOf(
  { added, phrasings, same, notes }: Plan,
  formats: string,
  { isTrial, isNew }: { readonly isTrial: boolean; readonly isNew: boolean },
): string {
  const more = [...phrasings.values()].flat().length
  const count = (kind: Note['what']) => notes.filter(({ what }) => what === kind).length
  const counted =
    `${added.length} new, ${more} phrasings for ${phrasings.size} that stood there, ${same} stood there already, ` +
    `${count('changed')} changed, ${count('left')} left out`
  const ending = isTrial ? ' Nothing was written (--dry-run).' : isNew ? '' : ' answers.yaml stays as it is.'
  return `${formats}: ${counted}.${ending}`
}

function nextOf(folder: string, isWritten: boolean): readonly string[] {
  if (!isWritten) return []
  const own = path.relative(process.cwd(), folder)
  const named = existsSync(path.resolve(own)) && own !== '' ? own : folder
  return [
    `Read what is new before fans do: git diff ${path.join(named, place.file)}; then mascot check --persona ${named}`,
  ]
}
