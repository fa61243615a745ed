/** `mascot import`: a character from elsewhere as a persona's folder, with a report of what was kept, changed and left; or `answers` for one that stands. */
import path from 'node:path'
import { stringify } from 'yaml'
import { MascotError } from '../errors.ts'
import { brandId } from '../persona/load/normalise.ts'
import { importedFrom, withoutMistakes } from './cards/card-to-persona.ts'
import { readCardFile } from './cards/read-card.ts'
import { importAnswers } from './import-answers.ts'
import { importProducts } from './import-products.ts'
import { importTalk } from './import-talk.ts'
import { writeFolder } from './new-folder.ts'
import type { RunVerb } from './verb.ts'

export const importVerb: RunVerb = async (input) => {
  const { values, positionals } = input
  const [file, named, ...more] = positionals
  if (file === 'answers') return await importAnswers(positionals.slice(1), input)
  if (file === 'talk') return await importTalk(positionals.slice(1), input)
  if (file === 'products' && named !== undefined && more.length === 0) return await importProducts(named, input)
  if (file === undefined || more.length > 0)
    throw new MascotError(
      'usage',
      'Which file? mascot import FILE [FOLDER]: a character card (PNG, JSON, CHARX) or an elizaOS character',
    )
  const card = await readCardFile(file)
  let imported = importedFrom(card, typeof values.brand === 'string' ? values.brand : undefined)
  const folder = named ?? path.join('personas', brandId(String(imported.persona.name)))
  const { avatar } = card
  const files = () => ({
    'persona.yaml': personaYaml(imported.persona, path.basename(file)),
    ...(avatar ? { [`assets/${avatar.name}`]: avatar.bytes } : {}),
  })
  const checked = await writeFolder(folder, files(), (errors) => {
    const better = withoutMistakes(imported, errors)
    imported = better ?? imported
    return better && files()
  })
  const out = (line: string) => process.stdout.write(`${line}\n`)
  for (const line of [...imported.report, ...checked]) out(line)
  out(`${folder}: written. mascot check --persona ${folder}, then mascot chat --persona ${folder}`)
  return 0
}

/** The card in JSON, which is YAML too: whatever its texts hold, they come back to the letter. */
function personaYaml({ extensions, ...persona }: Readonly<Record<string, unknown>>, from: string): string {
  const head = `# From ${from.replaceAll(/\p{Cc}/gu, ' ')}. Every key is explained in personas/README.md of Mascot.`
  const own = stringify(persona, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })
  return `${head}\n${own}\n# As it came; read by nobody.\nextensions: ${JSON.stringify(extensions)}\n`
}
