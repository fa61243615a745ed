/** One Chromium for a whole test run, and the desk page built for it: both made ready when the first page test asks, and ended with the run. */
import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type BrowserServer, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findChromium, launchFlags } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of 127.0.0.1 that answers with where the browser is, or with 500 and the reason. */
    browserDoor: string
  }
}

let door: Server | undefined
let starting: Promise<BrowserServer> | undefined

async function start(): Promise<BrowserServer> {
  const build = fileURLToPath(new URL('../../bin/build-page.js', import.meta.url))
  const [{ executablePath, env }] = await Promise.all([
    findChromium(),
    promisify(execFile)(process.execPath, [build, '--if-stale']),
  ])
  return await chromium.launchServer({ executablePath, env: { ...env }, args: [...launchFlags], host: '127.0.0.1' })
}

/** vitest's globalSetup */
export async function setup(project: TestProject): Promise<void> {
  const opened = createServer((_, response) => {
    starting ??= start()
    starting.then(
      (browser) => response.end(browser.wsEndpoint()),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  door = opened
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve))
  const address = opened.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  project.provide('browserDoor', `http://127.0.0.1:${address.port}`)
}

export async function teardown(): Promise<void> {
  door?.close()
  const browser = await starting?.catch(() => undefined)
  await browser?.close()
}
