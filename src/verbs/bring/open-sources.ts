/** Files and folders named on the command line → what each holds, told by how it begins. */
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { MascotError } from '../../errors.ts'
import { bytesOf } from '../bytes-of.ts'
import { jsonIn } from '../json-in.ts'
import { holdsArchives, unpack } from '../unpack.ts'
import { type Brought, unreadable } from './brought.ts'
import { fromDialogflow, isDialogflow, isOfDialogflow } from './formats/dialogflow.ts'
import { fromHelpDesk } from './formats/help-desk.ts'
import { fromHtml, fromMarkdown } from './formats/markdown.ts'
import { fromRasa, isRasa, type Source } from './formats/rasa.ts'
import { fromCsv, fromSheet, type TableOptions } from './formats/table.ts'
import { withoutFilling } from './placeholders.ts'
import { isArchive, isSheet } from './sheet-cells.ts'
import { textOf } from './text-of.ts'

export interface SourcesOptions extends TableOptions {
  readonly encoding?: string
}

const MAX_ENTRY = 8 * 1024 * 1024
const MOST_FILES = 5000
const endings = /\.(?:csv|tsv|xlsx|md|markdown|html?|json|ya?ml|zip)$/i

/** @throws {MascotError} `usage`; nothing is read in halves */
export async function openSources(names: readonly string[], options: SourcesOptions): Promise<readonly Brought[]> {
  const files = (await Promise.all(names.map(filesIn))).flat()
  const [first] = names
  if (files.length === 0) throw unreadable(first ?? '', 'there is no file in it that can be read.')
  const brought: Brought[] = []
  const rasa: Source[] = []
  // One after another: never more than one file whole in memory.
  for (const file of files) {
    const bytes = await bytesOf(file)
    const name = path.basename(file)
    if (isArchive(bytes)) {
      brought.push(await fromArchive(bytes, name, options))
      continue
    }
    const { text, notes } = textOf(bytes, name, options.encoding)
    if (text.includes('\0')) throw unreadable(name, 'it is no text, and no file of a kind that is read.')
    if (/\.ya?ml$/i.test(name)) {
      if (!isRasa(text) && names.includes(file))
        throw unreadable(name, 'it is no training data of Rasa (nlu, responses, rules).')
      if (isRasa(text)) rasa.push({ file: name, text })
    } else brought.push(withNotes(fromText(text, name, options), notes))
  }
  if (rasa.length > 0) brought.push(fromRasa(rasa))
  return brought.map(withoutFilling)
}

function fromText(text: string, name: string, options: TableOptions): Brought {
  if (/\.(?:md|markdown)$/i.test(name)) return fromMarkdown(text, name)
  if (/\.html?$/i.test(name)) return fromHtml(text, name)
  if (/\.json$/i.test(name) || /^\s*[[{]/.test(text)) return fromHelpDesk(jsonIn(text, `${name} is not JSON`), name)
  return fromCsv(text, name, options)
}

async function fromArchive(bytes: Buffer, name: string, options: TableOptions): Promise<Brought> {
  const { names, entries } = unpack(bytes, (entry) => (isOfDialogflow(entry) ? MAX_ENTRY : undefined))
  if (isDialogflow(names)) return fromDialogflow(entries, name)
  if (isSheet(names)) return await fromSheet(bytes, name, options)
  const why = holdsArchives(names)
    ? 'it holds other archives; unpack it first.'
    : 'it is neither a sheet (.xlsx) nor an agent of Dialogflow.'
  throw unreadable(name, why)
}

const withNotes = (brought: Brought, notes: Brought['notes']): Brought => ({
  ...brought,
  notes: [...notes, ...brought.notes],
})

/** A file as it is named; of a folder, whatever in it can be read, in the order of names. */
async function filesIn(name: string): Promise<readonly string[]> {
  const found = await stat(name).catch((cause: unknown) => {
    throw new MascotError('usage', `${name} cannot be read: is the name right?`, { cause })
  })
  if (!found.isDirectory()) return [name]
  const entries = await readdir(name, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map(({ parentPath, name: own }) => path.join(parentPath, own))
    .filter((file) => !/(?:^|[/\\])(?:node_modules|\.[^/\\]+)[/\\]/.test(path.relative(name, file)))
    .toSorted()
  if (files.length > MOST_FILES)
    throw unreadable(name, `it holds ${files.length} files; more than ${MOST_FILES} are refused.`)
  return files
}
