/** `npm run hearing`: prints what is heard in which language, writes it into docs/hearing.md, and strikes what is owed no more. */
import { readFileSync, writeFileSync } from 'node:fs'
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
    console.error(`\nwithout an example or a sign of danger, and on no list of what is owed:\n${unlisted.join('\n')}`)
    process.exitCode = 1
  }
}
