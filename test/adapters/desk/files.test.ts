/** What the desk's server gives out as files: the built page and nothing beside it, a fan's media and nothing that runs. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDeskApp } from '../../../adapters/desk/index.ts'
import type { Attachment } from '../../../src/domain/message.ts'
import type { Page } from '../../../src/ports/page.ts'
import { type DeskClient, signIn } from '../../support/desk-client.ts'
import { type DeskHost, startDeskHost } from '../../support/desk-host.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
let folder: string
let host: DeskHost
let dana: DeskClient

/** As `deskPage`, with a page built into a folder of the test's. */
const page: Page = (context) => {
  const app = createDeskApp(context, join(folder, 'dist'))
  const handle = async (request: Request) => await app.fetch(request, {})
  return ['/desk', '/desk/*'].flatMap((path) => [
    { method: 'GET' as const, path, handle },
    { method: 'POST' as const, path, handle },
  ])
}
const files: Readonly<Record<string, Buffer>> = {
  'a.png': png,
  'b.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  'c.html': Buffer.from('<script>alert(1)</script>'),
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-desk-files-'))
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>Desk</title>')
  writeFileSync(join(folder, 'dist/assets/main-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'dist/assets/notes.key'), 'not for anybody')
  writeFileSync(join(folder, 'secret.txt'), 'a secret')
  writeFileSync(join(folder, 'secret.js'), 'a secret')
  symlinkSync(join(folder, 'secret.js'), join(folder, 'dist/assets/link.js'))
  symlinkSync(folder, join(folder, 'dist/up'))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  host = await startDeskHost({
    pages: [page],
    async fetchFile({ ref = '' }: Attachment) {
      if (!(ref in files)) throw new Error('gone')
      return join(folder, ref)
    },
  })
  dana = await signIn(await host.signInLink())
})
afterAll(async () => {
  await host[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** The path as it is written, which `fetch` would tidy up. */
function raw(path: string): Promise<{ status: number | undefined; body: string }> {
  const { hostname, port } = new URL(host.url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, async (response) =>
      resolve({ status: response.statusCode, body: await text(response) }),
    )
      .on('error', reject)
      .end()
  })
}

describe('the page', () => {
  test('is served with its assets, the hashed ones for good', async () => {
    const start = await fetch(`${host.url}/desk/`)
    expect([start.status, start.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(start.headers.get('cache-control')).toBe('no-cache')
    expect(await start.text()).toContain('<title>Desk</title>')
    const script = await fetch(`${host.url}/desk/assets/main-1a2b.js`)
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${host.url}/desk`, { redirect: 'manual' })).headers.get('location')).toBe('/desk/')
  })

  test.each(['/', '/assets/main-1a2b.js', '/nothing', '/api/me'])('%s comes with every guard', async (path) => {
    const { headers } = await fetch(`${host.url}/desk${path}`)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  test.each([
    '/desk/../secret.txt',
    '/desk/assets/../../secret.txt',
    '/desk/%2e%2e/secret.txt',
    '/desk/%2e%2e%2fsecret.txt',
    '/desk/..%2fsecret.txt',
    '/desk/assets/..%2f..%2fsecret.txt',
    '/desk/%252e%252e%252fsecret.txt',
    '/desk/..%5csecret.txt',
    '/desk/..\\secret.txt',
    '/desk/assets/%00',
    '/desk/index.html%00.js',
    '/desk//secret.txt',
    '/desk/./../secret.txt',
    '/desk/assets/link.js',
    '/desk/up/secret.js',
    '/desk/assets/notes.key',
    '/desk/assets',
    '/desk/assets/',
    '/desk/%ff',
    '/desk/__proto__',
    '/desk/constructor',
    `/desk/${'../'.repeat(12)}etc/passwd`,
  ])('no path leads outside its assets: %s', async (path) => {
    const { status, body } = await raw(path)
    expect([400, 404]).toContain(status)
    expect(body).not.toMatch(/a secret|not for anybody|root:/)
  })

  test('not built, says how to build it', async () => {
    rmSync(join(folder, 'dist/index.html'))
    const missing = await fetch(`${host.url}/desk/`)
    expect([missing.status, await missing.text()]).toEqual([503, expect.stringContaining('npm run build')])
    writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>Anew</title>')
    expect(await (await fetch(`${host.url}/desk/`)).text()).toContain('Anew')
  })
})

describe('a fan’s media', () => {
  async function sends(...attachments: Attachment[]) {
    const name = `Ana ${attachments.map(({ ref }) => ref).join()}`
    await host.chat.fan(name).says('can I talk to a human please?', { attachments })
    await host.mascot.settled()
    const id = (await host.mascot.desk.list()).find(({ fanName }) => fanName === name)?.id ?? ''
    const line = (await dana.read(id)).lines.find(({ media }) => media.length > 0)
    if (line === undefined) throw new Error('there is the line')
    return { id, line }
  }

  test('that is a picture is shown as the picture its bytes say it is', async () => {
    const { line } = await sends({
      kind: 'photo',
      ref: 'a.png',
      name: 'the "bag".html',
      mime: 'text/html',
      description: 'my bag',
    })
    expect(line.media).toMatchObject([{ kind: 'photo', isPicture: true, description: 'my bag' }])
    const { status, headers } = await dana.get(line.media[0]?.path ?? '')
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(headers.get('content-disposition')).toBe("inline; filename*=UTF-8''the%20%22bag%22.html")
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-length')).toBe(String(png.length))
  })

  test.each(['b.svg', 'c.html'])('that could run is a download: %s', async (ref) => {
    const { line } = await sends({ kind: 'photo', ref, mime: 'image/png' }, { kind: 'document', ref })
    for (const { path = '' } of line.media) {
      const { headers } = await dana.get(path)
      expect(headers.get('content-type')).toBe('application/octet-stream')
      expect(headers.get('content-disposition')).toMatch(/^attachment;/)
      expect(headers.get('content-security-policy')).toContain('sandbox')
    }
  })

  test('that is gone, of another case, or none, is not there', async () => {
    const { id, line } = await sends({ kind: 'photo', ref: 'gone.png' })
    const other = await sends({ kind: 'photo', ref: 'a.png' })
    for (const path of [`${id}/media/${line.row}/0`, `${id}/media/${other.line.row}/0`, `${id}/media/${line.row}/7`])
      expect((await dana.get(`/cases/${path}`)).status).toBe(404)
    for (const nth of ['-1', 'NaN', '__proto__', '0.5'])
      expect((await dana.get(`/cases/${id}/media/${other.line.row}/${nth}`)).status).toBe(404)
  })
})
