/**
 * `npm run claims`: learns from the packs' said.yaml which sentences of a reply are claims, in some seconds. Writes what was learnt,
 * and into docs/judgement.md how well exchanges are told apart that were kept from it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { claimsModule, claimsTable, learntClaims } from './packs/learn/claims-module.ts'
import { saidLessons } from './packs/learn/said-lessons.ts'
import { readPacks } from './packs/read-packs.ts'

const page = fileURLToPath(new URL('../docs/judgement.md', import.meta.url))
const begin = '<!-- claims: begin -->'
const end = '<!-- claims: end -->'
const packs = await readPacks()
const lessons = saidLessons(packs)
writeFileSync(learntClaims, claimsModule(packs, lessons))
const table = claimsTable(lessons)
console.log(table)
const text = readFileSync(page, 'utf8')
const [before = '', rest = ''] = text.split(begin)
writeFileSync(page, `${before}${begin}\n\n${table}\n\n${end}${rest.split(end)[1] ?? ''}`)
