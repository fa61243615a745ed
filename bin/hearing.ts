/** `npm run hearing`: prints what is heard in which language, writes it into docs/hearing.md, and takes what has been paid off the lists of what is owed. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { hearingTable, withTable } from './packs/hearing-page.ts'
import { owed, strike } from './packs/owed.ts'
import { readPacks } from './packs/read-packs.ts'

const page = fileURLToPath(new URL('../docs/hearing.md', import.meta.url))
const packs = await readPacks()
const table = hearingTable(packs)
console.log(table)
writeFileSync(page, withTable(readFileSync(page, 'utf8'), table))
for (const list of owed(packs)) {
  strike(list)
  const unlisted = list.now.filter((line) => !list.listed.includes(line))
  if (unlisted.length > 0) {
    console.error(`\n${list.what} (not in ${path.relative('', list.file)}):\n${unlisted.join('\n')}`)
    process.exitCode = 1
  }
}
