/** `npm run packs`: writes the modules of the language packs from their YAML files, or says what is wrong in those and where. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packModules } from './packs/pack-modules.ts'
import { packsFolder, readPacks } from './packs/read-packs.ts'

try {
  const packs = await readPacks()
  let written = 0
  for (const [file, text] of packModules(packs)) {
    const target = path.join(packsFolder, file)
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue
    writeFileSync(target, text)
    written += 1
  }
  console.log(`${packs.length} languages, ${written} ${written === 1 ? 'file' : 'files'} written`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
