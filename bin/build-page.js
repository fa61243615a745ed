#!/usr/bin/env node
// Builds the desk page into adapters/desk/dist, and the chat page into adapters/web/dist. Plain JavaScript that no installation may fail on: without Vite, a
// development dependency, it says so and leaves what is there. `--if-stale`: only when a source changed since.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const pages = [
  { name: 'desk', folder: join(root, 'adapters', 'desk'), base: '/desk/' },
  { name: 'chat', folder: join(root, 'adapters', 'web'), base: '/chat/' },
]
const stamp = '.sources'

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(file) : [file]
  })
}

function hashOfSources({ folder }) {
  const hash = createHash('sha256')
  const files = [...filesIn(join(folder, 'page')), join(root, 'vite.config.ts'), join(root, 'package-lock.json')]
  for (const file of files.sort()) hash.update(`${relative(root, file)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

function builtFrom({ folder }) {
  const file = join(folder, 'dist', stamp)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Beside the place it goes to, and then put there: a server that reads meanwhile finds the old page or the new one. */
async function build(vite, { folder, base }, hash) {
  const dist = join(folder, 'dist')
  const fresh = join(folder, `dist-${process.pid}`)
  try {
    const configFile = join(root, 'vite.config.ts')
    await vite.build({ root: join(folder, 'page'), base, configFile, build: { outDir: fresh } })
    writeFileSync(join(fresh, stamp), hash)
    rmSync(dist, { recursive: true, force: true })
    renameSync(fresh, dist)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

for (const page of pages) {
  const hash = hashOfSources(page)
  if (process.argv.includes('--if-stale') && builtFrom(page) === hash) continue
  const vite = await import('vite').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  })
  if (vite) await build(vite, page, hash)
  else if (!existsSync(join(page.folder, 'dist', 'index.html')))
    console.log(
      `The ${page.name} page is not built: Vite is not installed here. "npm ci" with development dependencies builds it.`,
    )
}
