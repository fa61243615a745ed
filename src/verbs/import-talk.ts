/** `mascot import talk`: what people say in exported chats: questions in groups, remarks, names. Never an answer: those are approved by a person. */
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { MascotError } from '../errors.ts'
import { createKnowledge } from '../knowledge/create-knowledge.ts'
import { loadPersona } from '../persona/load/load.ts'
import type { Persona } from '../persona/persona.ts'
import { learntOnDisk } from '../program/learnt-on-disk.ts'
import { shown, unreadable } from './bring/brought.ts'
import { chatLines } from './bring/chat-lines.ts'
import { createListener, type Group, type Heard } from './bring/heard.ts'
import { createProgress } from './progress.ts'
import { personaFolder, readConfig } from './set-up.ts'
import type { VerbInput } from './verb.ts'

const SHOWN = 20

/** Resolves to the exit code. @throws {MascotError} `usage`, `persona-invalid` */
export async function importTalk(files: readonly string[], input: VerbInput): Promise<number> {
  if (files.length === 0)
    throw new MascotError(
      'usage',
      'Which chat? mascot import talk FILE …: result.json of Telegram Desktop, JSON of DiscordChatExporter, text of WhatsApp',
    )
  const { values } = input
  const persona = await loadPersona(personaFolder(input, readConfig()))
  const staff = new Set(Array.isArray(values.staff) ? values.staff.map(String) : [])
  const { messages, heard } = await listenTo(files, persona, staff)
  if (typeof values.out === 'string') await writeQuestions(values.out, heard)
  const out = (line = '') => process.stdout.write(`${line}\n`)
  out(`${messages} messages; ${heard.questions.length} questions, without names, numbers and addresses.`)
  const answered = await answeredIn(heard.groups, persona)
  out('\nAsked again and again:')
  for (const group of heard.groups.slice(0, SHOWN)) for (const line of groupLines(group, answered)) out(line)
  if (heard.groups.length === 0) out('  nothing twice')
  if (heard.groups.length > SHOWN) out(`  … and ${heard.groups.length - SHOWN} groups more`)
  listed('Said by several', heard.remarks, out)
  listed('Names of things', heard.names, out)
  const next = typeof values.out === 'string' ? values.out : 'FILE, after --out FILE'
  out(
    `\nNothing of it is an answer. What is asked most: mascot answers suggest --from ${next}; what you approve goes into answers.yaml.`,
  )
  return 0
}

async function listenTo(
  files: readonly string[],
  { languages }: Persona,
  staff: ReadonlySet<string>,
): Promise<{ readonly messages: number; readonly heard: Heard }> {
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  const size = Math.max(
    1,
    sizes.reduce((all, one) => all + one, 0),
  )
  using progress = createProgress('listening')
  const listener = createListener(languages)
  let bytes = 0
  let messages = 0
  const onBytes = (more: number) => {
    bytes += more
    progress.reached(bytes / size)
  }
  for (const file of files)
    for await (const line of chatLines(file, onBytes)) {
      if (staff.has(line.author)) continue
      messages += 1
      listener.hear(line)
    }
  return { messages, heard: listener.tell() }
}

/** Title → the approved answer it finds. */
async function answeredIn(groups: readonly Group[], persona: Persona): Promise<ReadonlyMap<string, string>> {
  if (persona.answers.length === 0) return new Map()
  const { answers, languages, knowledge } = persona
  const { caution, topics } = knowledge
  const index = await createKnowledge(answers, { languages, caution, topics, cache: learntOnDisk() })
  return new Map(
    groups.slice(0, SHOWN).flatMap(({ title }): readonly (readonly [string, string])[] => {
      const { outcome, hits } = index.search({ text: title })
      return outcome === 'answer' && hits[0] ? [[title, hits[0].answer.id]] : []
    }),
  )
}

function groupLines(
  { title, count, people, examples, about }: Group,
  answered: ReadonlyMap<string, string>,
): readonly string[] {
  const found = answered.get(title)
  const known = found === undefined ? '' : `   → ${found}`
  const words = about.length === 0 ? [] : [`        about: ${about.join(', ')}`]
  return [
    `${String(count).padStart(5)}  ${shown(title)} (${people} people)${known}`,
    ...words,
    ...examples.map((one) => `        ${one}`),
  ]
}

function listed(what: string, rows: readonly (readonly [string, number])[], out: (line: string) => void): void {
  if (rows.length === 0) return
  out(`\n${what}:`)
  for (const [text, people] of rows) out(`${String(people).padStart(5)}  ${shown(text)}`)
}

async function writeQuestions(file: string, { questions }: Heard): Promise<void> {
  if (await stat(file).catch(() => undefined))
    throw unreadable(file, 'it is there already; name another, or take it away.')
  const part = `${file}.part`
  try {
    await writeFile(part, questions.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 })
    await rename(part, file)
  } catch (cause) {
    await rm(part, { force: true })
    throw unreadable(file, 'it cannot be written.', cause)
  }
}
