/** `mascot export --card FILE`: the persona as a character card, a PNG with its avatar or JSON. */
import { open } from 'node:fs/promises'
import path from 'node:path'
import { MascotError } from '../errors.ts'
import { loadPersona } from '../persona/load/load.ts'
import type { Persona } from '../persona/persona.ts'
import { bytesOf } from './bytes-of.ts'
import { cardOf, cardPng } from './cards/persona-to-card.ts'
import { personaFolder, readConfig } from './set-up.ts'
import type { VerbInput } from './verb.ts'

export async function exportCard(input: VerbInput, file: string): Promise<number> {
  const persona = await loadPersona(personaFolder(input, readConfig()))
  const ending = path.extname(file).toLowerCase()
  if (ending !== '.png' && ending !== '.json')
    throw new MascotError('usage', `--card ${file}: name a .png or a .json file`)
  const bytes =
    ending === '.json' ? `${JSON.stringify(cardOf(persona), null, 2)}\n` : cardPng(persona, await avatarOf(persona))
  const handle = await open(file, 'wx').catch((cause: unknown) => {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    const why = isThere ? 'is there already: name another file' : 'cannot be written'
    throw new MascotError('usage', `${file} ${why}`, { cause })
  })
  await using _closing = handle
  await handle.writeFile(bytes)
  process.stdout.write(`${file}: ${persona.name} of ${persona.brand.name}\n`)
  return 0
}

/** As `check` looks for it: under assets/, or from the folder; never outside. */
async function avatarOf({ image, folder }: Persona): Promise<Buffer | undefined> {
  if (image.avatar === undefined) return undefined
  const places = [path.resolve(folder, 'assets', image.avatar), path.resolve(folder, image.avatar)]
  for (const place of places.filter((one) => !path.relative(folder, one).startsWith('..'))) {
    const bytes = await bytesOf(place).catch(() => undefined)
    if (bytes) return bytes
  }
  throw new MascotError('usage', `image.avatar: there is no file "${image.avatar}" under assets/`)
}
