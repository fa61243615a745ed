/**
 * How well the approved answers are found, without a model: `node bench/ranking.ts [--caution bold|careful] FOLDER…`. A folder
 * is a brand with a `test.jsonl` beside it, a line a message: `{"text": …, "label": id of the right answer, or null where none
 * fits}`.
 */
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { systemClock } from '../src/clock.ts'
import { loadPersona } from '../src/persona/load/load.ts'
import { createBrain } from '../src/program/brain.ts'
import { createAsk } from '../src/verbs/ask-lines.ts'

const { values, positionals: folders } = parseArgs({ allowPositionals: true, options: { caution: { type: 'string' } } })
const caution = z.enum(['bold', 'balanced', 'careful']).optional().parse(values.caution)

const line = z.object({ text: z.string(), label: z.string().nullable() })
type Case = z.output<typeof line> & { readonly given: string | null; readonly ranked: readonly string[] }

async function play(folder: string): Promise<Case[]> {
  const loaded = await loadPersona(folder)
  const persona = caution ? { ...loaded, knowledge: { ...loaded.knowledge, caution } } : loaded
  const ask = createAsk(await createBrain(persona, { today: '2000-01-01' }), systemClock)
  const lines = (await readFile(join(folder, 'test.jsonl'), 'utf8')).split('\n').filter(Boolean)
  const { signal } = new AbortController()
  const played: Case[] = []
  for (const [at, json] of lines.entries()) {
    const { text, label } = line.parse(JSON.parse(json))
    const { decision, answerId, alternatives = [] } = await ask({ id: at, text, direct: true }, signal)
    const ids = alternatives.map((other) => other.answerId)
    const ranked = [...new Set(answerId === undefined ? ids : [answerId, ...ids])]
    played.push({ text, label, ranked, given: decision === 'reply' ? (answerId ?? null) : null })
  }
  return played
}

/** Matthews correlation over answers and none: J. Gorodkin, "Comparing two K-category assignments" (2004). */
function matthews(cases: readonly Case[]): number {
  const count = (of: (one: Case) => string | null) => Map.groupBy(cases, of)
  const [truth, told] = [count(({ label }) => label), count(({ given }) => given)]
  const total = cases.length
  const product = (a: typeof truth, b: typeof truth) =>
    [...a].reduce((sum, [key, group]) => sum + group.length * (b.get(key)?.length ?? 0), 0)
  const right = cases.filter(({ label, given }) => label === given).length
  const spread = (total * total - product(truth, truth)) * (total * total - product(told, told))
  return spread > 0 ? (right * total - product(truth, told)) / Math.sqrt(spread) : 0
}

function share(of: readonly Case[], holds: (one: Case) => boolean): string {
  return of.length === 0 ? '–' : (of.filter(holds).length / of.length).toFixed(3)
}

if (folders.length === 0) throw new Error('Name a brand folder with a test.jsonl in it.')
console.log('| brand | messages | first | of three | precision | answered right | refused | MCC |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const folder of folders) {
  const cases = await play(folder)
  const known = cases.filter(({ label }) => label !== null)
  const none = cases.filter(({ label }) => label === null)
  const given = cases.filter((one) => one.given !== null)
  const cells = [
    basename(folder) === 'brand' ? basename(dirname(resolve(folder))) : basename(folder),
    cases.length,
    share(known, ({ ranked, label }) => ranked[0] === label),
    share(known, ({ ranked, label }) => ranked.slice(0, 3).some((id) => id === label)),
    share(given, (one) => one.given === one.label),
    share(known, (one) => one.given === one.label),
    share(none, (one) => one.given === null),
    matthews(cases).toFixed(3),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}
