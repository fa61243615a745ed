/**
 * `npm run learn`: learns the likeness of signs and kinds from the packs anew, in a minute or two. Writes what was learnt, and how
 * well, into docs/hearing.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { figures, withTable } from './packs/hearing-page.ts'
import { barsFrom, crossValidate } from './packs/learn/cross-validate.ts'
import { figuresTable } from './packs/learn/figures.ts'
import { learntFiles } from './packs/learn/learnt-module.ts'
import { lessonsFrom } from './packs/learn/lessons.ts'
import { readPacks } from './packs/read-packs.ts'

const page = fileURLToPath(new URL('../docs/hearing.md', import.meta.url))
const packs = await readPacks()
const lessons = lessonsFrom(packs)
const bars = barsFrom(crossValidate(lessons))
for (const [path, content] of learntFiles(packs, lessons, bars)) writeFileSync(path, content)
const table = figuresTable(lessons)
console.log(table)
writeFileSync(page, withTable(readFileSync(page, 'utf8'), table, figures))
