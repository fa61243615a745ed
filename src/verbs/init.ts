/** `mascot init`: a short talk or flags, and a persona's folder that passes `check --strict`; then the chat opens. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { MascotError } from '../errors.ts'
import { brandId } from '../persona/load/normalise.ts'
import { chat } from './chat.ts'
import { readBrief, type Typed } from './init/brief.ts'
import { personaFiles } from './init/files.ts'
import { interview } from './init/interview.ts'
import { writeFolder } from './new-folder.ts'
import type { RunVerb, VerbInput } from './verb.ts'

const schemas = fileURLToPath(new URL('../../personas', import.meta.url))

export const init: RunVerb = async (input) => {
  const [named, ...more] = input.positionals
  if (more.length > 0) throw new MascotError('usage', 'One folder at a time: mascot init FOLDER')
  const typed = typedIn(input)
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  const brief = readBrief(isTerminal && input.values.yes !== true ? await interview(typed) : typed)
  const folder = named ?? path.join('personas', brandId(brief.name))
  const lines = await writeFolder(folder, personaFiles(brief, path.relative(path.resolve(folder), schemas)))
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
