/** `mascot init`: a short talk or flags, and a persona's folder that passes `check --strict`; then the chat opens. */
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../clock.ts'
import { MascotError } from '../errors.ts'
import { brandId } from '../persona/load/normalise.ts'
import { chat } from './chat.ts'
import { checkPersona } from './check-persona.ts'
import { type Brief, readBrief, type Typed } from './init/brief.ts'
import { personaFiles } from './init/files.ts'
import { interview } from './init/interview.ts'
import { problemLines } from './problems-in-words.ts'
import { createProgress } from './progress.ts'
import { readConfig } from './set-up.ts'
import type { RunVerb, VerbInput } from './verb.ts'

const schemas = fileURLToPath(new URL('../../personas', import.meta.url))

export const init: RunVerb = async (input) => {
  const [named, ...more] = input.positionals
  if (more.length > 0) throw new MascotError('usage', 'One folder at a time: mascot init FOLDER')
  const typed = typedIn(input)
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  const brief = readBrief(isTerminal && input.values.yes !== true ? await interview(typed) : typed)
  const folder = named ?? path.join('personas', brandId(brief.name))
  if (await exists(folder)) throw new MascotError('usage', `${folder} is there already: name another folder`)
  const lines = await write(brief, folder)
  const out = (line: string) => process.stdout.write(`${line}\n`)
  for (const line of lines) out(line)
  out(`${folder}: written. Write the eight lines in persona.yaml first; then answers.yaml.`)
  out(
    `  mascot check --strict --persona ${folder}\n  mascot rehearse --persona ${folder}\n  mascot chat --persona ${folder}`,
  )
  if (!isTerminal || input.values['no-chat'] === true) return 0
  return await chat({ ...input, values: { persona: folder } })
}

function typedIn({ values }: VerbInput): Typed {
  const flags = {
    ...{ brand: values.brand, name: values.name, adjectives: values.adjectives, languages: values.languages },
    ...{ hours: values.hours, timeZone: values['time-zone'], sells: values.sells, never: values.never },
  }
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => typeof value === 'string'))
}

/**
 * Written beside its place and moved there whole, so that nothing half is left. What `check` says of it: nothing, or what no file can mend.
 * @throws {MascotError} `persona-invalid` with what `check` says, and writes nothing
 */
async function write(brief: Brief, folder: string): Promise<readonly string[]> {
  const parent = path.dirname(path.resolve(folder))
  await mkdir(parent, { recursive: true })
  const beside = await mkdtemp(path.join(parent, '.mascot-init-'))
  try {
    const files = personaFiles(brief, path.relative(path.resolve(folder), schemas))
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(beside, name), text)
    const { problems } = await checkPersona(beside, readConfig(), systemClock.now(), createProgress('checking'))
    const lines = problemLines(problems).map((line) => line.replaceAll(beside, folder))
    if (problems.some(({ severity }) => severity === 'error'))
      throw new MascotError('persona-invalid', lines.join('\n'))
    await rename(beside, folder)
    return lines
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )
