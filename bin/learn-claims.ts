/**
 * `npm run claims`: learns from the packs' said.yaml which sentences of a reply are claims, in some seconds. Writes what was learnt,
 * and into docs/judgement.md how well exchanges are told apart that were kept from it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { claimsModule, claimsTable, learntClaims } from './packs/learn/claims-module.ts'
import { saidLessons } from './packs/learn/said-lessons.ts'
import { readPacks } from './packs/read-packs.ts'

const packs = await readPacks()
const lessons = saidLessons(packs)
writeFileSync(learntClaims, claimsModule(packs, lessons))
// What is learnt of restating reads what was just learnt of claims.
const { learntRestating, restatingModule, restatingTable } = await import('./packs/learn/restating-module.ts')
writeFileSync(learntRestating, restatingModule(packs))
const page = fileURLToPath(new URL('../docs/judgement.md', import.meta.url))
let text = readFileSync(page, 'utf8')
for (const [mark, table] of [
  ['claims', claimsTable(lessons)],
  ['restating', restatingTable(packs)],
] as const) {
  console.log(table)
  const begin = `<!-- ${mark}: begin -->`
  const end = `<!-- ${mark}: end -->`
  const [before = '', rest = ''] = text.split(begin)
  text = `${before}${begin}\n\n${table}\n\n${end}${rest.split(end)[1] ?? ''}`
}
writeFileSync(page, text)
