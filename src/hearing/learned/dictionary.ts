/** What the words of all languages stand for, as `npm run learn` wrote it from the files meanings.yaml of the packs. */
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** As lexicon.ts reads it. */
export const dictionary = (): string =>
  inflateRawSync(readFileSync(new URL('dictionary.deflated', import.meta.url))).toString()
