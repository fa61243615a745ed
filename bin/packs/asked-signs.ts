/** The signs that the program asks for, by name, as its sources say: a file of any other would be written for nothing. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const sources = fileURLToPath(new URL('../../src', import.meta.url))
const asking = /\b(?:signOf|countOf|overlooking|questionOf|textPatternsOf)\(\s*'([^']+)'/g

/** In the order of the alphabet. */
export function askedSigns(): readonly string[] {
  const names = globSync('**/*.ts', { cwd: sources, exclude: ['hearing/packs/**'] }).flatMap((file) =>
    [...readFileSync(`${sources}/${file}`, 'utf8').matchAll(asking)].map(([, name = '']) => name),
  )
  return [...new Set(names)].sort()
}
