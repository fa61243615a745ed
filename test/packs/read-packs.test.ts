/** A file or a folder that the packs cannot use is named, and any code of a language makes a module that loads. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { packModules } from '../../bin/packs/pack-modules.ts'
import { packsFolder, readPacks } from '../../bin/packs/read-packs.ts'

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'packs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  return folder
}

const sign = 'says: [zumi falat]\n'

it.each([
  ['qaa/self-harm.yml', /qaa\/self-harm\.yml.* is not read: name it self-harm\.yaml/],
  ['qaa/self-harm.YAML', /is not read: name it self-harm\.yaml/],
  ['self-harm.yaml', /self-harm\.yaml.* is not read: it belongs into the folder of a language/],
])('%s is not passed over', async (file, says) => {
  const folder = folderOf({ 'qaa/threat.yaml': sign, [file]: sign })
  await expect(readPacks(folder)).rejects.toThrow(says)
})

it('a code that is a word of JavaScript makes a module that loads', async () => {
  const codes = ['for', 'is', 'new', 'var']
  const folder = folderOf(Object.fromEntries(codes.map((code) => [`${code}/self-harm.yaml`, sign])))
  for (const [file, text] of packModules(await readPacks(folder))) writeFileSync(path.join(folder, file), text)
  copyFileSync(path.join(packsFolder, 'read-packs.ts'), path.join(folder, 'read-packs.ts'))
  const url = pathToFileURL(path.join(folder, 'packs.ts')).href
  const script = `const { packs } = await import('${url}'); console.log(Object.keys(packs).join(' '))`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(said.trim()).toBe(codes.join(' '))
})
