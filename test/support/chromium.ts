/**
 * The browser that page tests and screenshots drive: CHROMIUM_PATH, else the one npm brought, unpacked once into a folder
 * of the user's own. The latter runs on Linux on x64 alone.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface Chromium {
  readonly executablePath: string
  readonly env: NodeJS.ProcessEnv
}

export const launchFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
] as const

/** Why page tests cannot run here; undefined: they can. */
export function whyNoChromium(): string | undefined {
  if (process.env['CHROMIUM_PATH']) return undefined
  if (process.platform === 'linux' && process.arch === 'x64') return undefined
  return `no Chromium comes along for ${process.platform} on ${process.arch}: set CHROMIUM_PATH to one to run the page tests`
}

/** Unpacks it if need be: about 200 MB, once for each version. */
export async function findChromium(): Promise<Chromium> {
  const given = process.env['CHROMIUM_PATH']
  if (given) return { executablePath: given, env: process.env }
  const about = findPackageJSON('@sparticuz/chromium', import.meta.url)
  if (about === undefined) throw new Error('@sparticuz/chromium is not installed: "npm ci" brings it')
  const { version }: { readonly version: string } = JSON.parse(await readFile(about, 'utf8'))
  const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  const folder = join(caches, 'mascot', `chromium-${version}`)
  if (!existsSync(folder)) await unpack(folder)
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  }
  return { executablePath: join(folder, 'chromium'), env }
}

/** Whole or not at all: of two who unpack at once, the first to be ready wins. */
async function unpack(folder: string): Promise<void> {
  await mkdir(join(folder, '..'), { recursive: true })
  const fresh = await mkdtemp(`${folder}-`)
  try {
    const script = fileURLToPath(new URL('unpack-chromium.ts', import.meta.url))
    // So that it uses the libraries it carries.
    const env = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }
    await promisify(execFile)(process.execPath, [script], { env })
    await writeFile(join(fresh, 'fonts.conf'), fontsOf(folder))
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/** The machine's fonts beside the one it carries, which is taken first so that pictures look alike everywhere. */
function fontsOf(folder: string): string {
  const alias = (family: string) =>
    `<alias binding="strong"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>',
    `<dir>${join(folder, 'fonts', 'fonts')}</dir><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>`,
    `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`,
    `${alias('sans-serif')}${alias('system-ui')}`,
    '</fontconfig>',
  ].join('\n')
}
