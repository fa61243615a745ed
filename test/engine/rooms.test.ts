/** The rooms of the engine stand on the path in their order: each knows those before it, and none after it. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../src/engine', import.meta.url))
const rooms = ['attend', 'recall', 'triage', 'compose', 'review']
/** Where words are found. */
const wording = /\/(?:persona\/lines\/localise|persona\/load\/fill|hearing\/small-words)\.ts$/

function importsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8')
  return [...source.matchAll(/^(?:import|export)[^']*'(\.[^']+)'/gm)].map(([, to = '']) => to)
}

it('no stage imports a later one', () => {
  const back = rooms.flatMap((room, at) =>
    globSync(`${room}/*.ts`, { cwd: root }).flatMap((file) =>
      importsOf(file)
        .map((to) => path.join(room, to).split(path.sep)[0] ?? '')
        .filter((to) => rooms.indexOf(to) > at)
        .map((to) => `${file} → ${to}`),
    ),
  )
  expect(back).toEqual([])
})

it('only the wording and what it stands on looks up, fills in or labels', () => {
  const knowing = globSync('**/*.ts', { cwd: root }).filter((file) => importsOf(file).some((to) => wording.test(to)))
  // A model is shown the approved words; a yes or no is heard by the same small words that label it; what a law keeps, and a licence, are the brand's own text; so is what a look-up asks and says, and a product's card.
  const others = [
    'attend/heard-first.ts',
    'recall/talk-language.ts',
    'compose/answered-late.ts',
    'compose/model-input.ts',
    'compose/pending.ts',
    'compose/linking.ts',
    'compose/circle.ts',
    'compose/look-up-words.ts',
    'compose/looking-up.ts',
    'compose/card-text.ts',
  ]
  const labelling = ['review/labels.ts', 'review/elsewhere.ts', 'word.ts']
  expect(knowing.sort()).toEqual([...others, 'compose/commands.ts', 'compose/working.ts', ...labelling].sort())
})

it('the root of the engine holds the path and its values, and nothing else', () => {
  expect(globSync('*', { cwd: root }).sort()).toEqual(
    [...rooms, ...['decide', 'effects', 'stages', 'story', 'verdict', 'word'].map((file) => `${file}.ts`)].sort(),
  )
})
