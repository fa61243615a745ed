#!/usr/bin/env node
// Joins what a start loads, some thousand modules, into few files in dist/, from which the program is there sooner and with less memory. Nothing
// rests upon it: program.js takes them only while they are what the sources are, and without Vite, a development dependency, there are none.
// `--if-stale`: only when a source changed since. `--into DIR`: there instead, a folder in this one.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { dist, isFresh, manifest, root, stampOf } from './program.js'

const { values } = parseArgs({ options: { 'if-stale': { type: 'boolean' }, into: { type: 'string' } } })
const into = values.into === undefined ? dist : resolve(values.into)

/** These stay as they are: they load parts of their own by name, look at the names of their classes, or are seldom wanted. */
const apart = [
  'grammy',
  'discord.js',
  '@discordjs/',
  'pg',
  'pino',
  'prom-client',
  '@opentelemetry/',
  'opencc-js',
  'qrcode',
]
const isApart = (id) => apart.some((name) => id === name || id.startsWith(name.endsWith('/') ? name : `${name}/`))

/** A module goes on finding the files beside it: all of `into` lie in one folder, so that one way leads there from each. */
const ownPlaces = {
  name: 'own-places',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('node_modules') || !code.includes('import.meta.url')) return undefined
    const way = JSON.stringify(relative(into, id).split(sep).join('/'))
    return code.replaceAll('import.meta.url', `new URL(${way}, import.meta.url).href`)
  },
}

/** A program that runs meanwhile may still want a file of the build before: their names tell what is in them, and old ones go later. */
const KEPT_MS = 7 * 24 * 3600 * 1000

function put(fresh) {
  const files = readdirSync(fresh)
  mkdirSync(into, { recursive: true })
  // Without it nothing in the folder is taken: it goes first and comes last.
  rmSync(join(into, manifest), { force: true })
  for (const file of files.filter((name) => name !== manifest)) renameSync(join(fresh, file), join(into, file))
  renameSync(join(fresh, manifest), join(into, manifest))
  const others = readdirSync(into).filter((file) => !files.includes(file))
  for (const file of others)
    if (statSync(join(into, file)).mtimeMs < Date.now() - KEPT_MS) rmSync(join(into, file), { force: true })
}

async function bundle(vite) {
  const fresh = join(root, `dist-${process.pid}`)
  const sources = ['package-lock.json']
  const noted = {
    name: 'noted-sources',
    buildEnd() {
      const own = [...this.getModuleIds()].filter((id) => id.startsWith(root) && !id.includes('node_modules'))
      sources.push(...own.map((id) => relative(root, id).split(sep).join('/')))
    },
  }
  try {
    await vite.build({
      ...{ configFile: false, root, logLevel: 'error', publicDir: false, plugins: [ownPlaces, noted] },
      ssr: { noExternal: true, target: 'node' },
      build: {
        ...{ ssr: 'src/main.ts', outDir: fresh, target: 'node24', minify: false },
        rolldownOptions: {
          platform: 'node',
          external: isApart,
          // Errors and classes are told by their names.
          output: { format: 'esm', keepNames: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    })
    writeFileSync(
      join(fresh, manifest),
      JSON.stringify(Object.fromEntries(sources.map((file) => [file, stampOf(file)]))),
    )
    put(fresh)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

if (!values['if-stale'] || !isFresh(into)) {
  const vite = await import('vite').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  })
  // No installation may fail on it.
  if (vite)
    await bundle(vite).catch((error) => {
      console.error(
        'The program could not be joined into few files; it starts from its sources, a little later:',
        error,
      )
      if (values.into !== undefined) process.exitCode = 1
    })
}
