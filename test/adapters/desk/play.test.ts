/** The playground behind its page: for operators alone, with files of the folder and no others, and nothing written over what somebody else saved. */
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { PlayLooked, PlayState, PlayText } from '../../../adapters/desk/play/play-wire.ts'
import type { Role } from '../../../src/ports/access.ts'
import { createDeskClient, type DeskClient, signIn } from '../../support/desk-client.ts'
import { type DeskHost, startDeskHost } from '../../support/desk-host.ts'

const persona = `name: Pip
brand: { name: Tidewater }   # the roastery
voice:
  energy: lively   # it shows
  emoji:
    use: some
    favourites: [☕]
lines:
  greeting: "Hello! You! There!"
places:
  - id: lounge
    in: telegram:-100
    lines: { greeting: "Good evening." }
`
const answers = `answers:
  - id: hours
    asks: [when do you open, opening hours, are you open, until when are you open, what time do you close]
    answer: "Seven to three! Every day! Even Sundays!"
`

let folder: string
let host: DeskHost
let dana: DeskClient
let wen: DeskClient
const file = (name: string) => join(folder, name)
const text = (name: string) => readFile(file(name), 'utf8')
const where = { fan: 'Ana', platform: 'telegram', surface: 'direct' }
const lastOf = ({ turns }: PlayState) =>
  turns
    .at(-1)
    ?.said.map((one) => one.text)
    .join('\n')

const folders: string[] = []
async function freshFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'mascot-play-'))
  folders.push(made)
  for (const [name, content] of Object.entries(files)) await writeFile(join(made, name), content)
  return made
}
const signedIn = async (name: string, role: Role) => await signIn(await host.signInLink(name, role))

beforeAll(async () => {
  folder = await freshFolder({ 'persona.yaml': persona, 'answers.yaml': answers })
  host = await startDeskHost({ brand: folder, isWatching: true })
  dana = await signedIn('Dana', 'operator')
  wen = await signedIn('Wen', 'operator')
})
afterAll(async () => {
  await host[Symbol.asyncDispose]()
  for (const made of folders) await rm(made, { recursive: true, force: true })
})

const say = async (client: DeskClient, said: string, more: object = {}) =>
  (await client.post<PlayState>('/play/say', { ...where, text: said, ...more })).body

it('is closed to staff and leads, and to who is not signed in', async () => {
  for (const role of ['staff', 'lead'] as const) {
    const lee = await signedIn(`Lee ${role}`, role)
    expect((await lee.get('/play/state')).status).toBe(403)
    expect((await lee.post('/play/say', { ...where, text: 'hi' })).status).toBe(403)
    expect((await lee.post('/play/text/persona', { text: '', stamp: '' })).status).toBe(403)
  }
  expect((await createDeskClient(host.url).get('/play/state')).status).toBe(401)
  expect((await dana.post('/play/clear', {}, { 'x-mascot-csrf': 'x' })).status).toBe(403)
})

it('answers as fans would be answered, with what came to pass on the way', async () => {
  const [turn] = (await say(dana, 'when do you open?')).turns.slice(-1)
  expect(turn?.said[0]?.text).toContain('Seven to three!')
  expect(turn).toMatchObject({
    decision: { kind: 'reply', reason: 'approved-answer' },
    source: { file: 'answers', line: 2, name: 'hours' },
    trace: { step: 'compose', seen: { outcome: 'answer', hits: [{ answerId: 'hours' }] } },
  })
  expect(turn?.trace.stations.map(({ station }) => station)).toEqual([
    'attend',
    'recall',
    'triage',
    'compose',
    'review',
  ])
  const silent = await say(dana, 'anyone up for lunch', { surface: 'group', fan: 'Bo' })
  expect(silent.turns.at(-1)).toMatchObject({ said: [], decision: { kind: 'silent', reason: 'not-addressed' } })
  expect(lastOf(await say(dana, 'hello Pip', { surface: 'group', place: 'lounge' }))).toBe('Good evening.')
  expect((await dana.post('/play/say', { ...where, text: 'hi', at: 'teatime' })).status).toBe(400)
  expect((await dana.post('/play/say', { ...where, text: 'hi', platform: 'icq' })).status).toBe(400)
  // Nobody outside the table heard any of it.
  expect(await host.mascot.store.records.threads('telegram')).toEqual([])
})

it('a dial answers anew at once, for one operator alone, and is one line of the file once it is kept', async () => {
  await dana.post('/play/clear')
  await say(dana, 'hello')
  await say(dana, 'when do you open?')
  const { body } = await dana.post<PlayState>('/play/turn', { path: 'voice.energy', value: 'calm' })
  expect(lastOf(body)).toBe('Seven to three. Every day. Even Sundays.')
  expect(body.turns.at(-1)?.before).toBe('Seven to three! Every day! Even Sundays!')
  expect(body.diff.map(({ kind, text }) => kind + text)).toEqual([
    '-  energy: lively   # it shows',
    '+  energy: calm   # it shows',
  ])
  expect(lastOf(await say(wen, 'when do you open?'))).toContain('Seven to three!')
  await dana.post('/play/turn', { path: 'voice.emoji', value: 'none' })
  expect((await dana.post('/play/turn', { path: 'voice.energy', value: 'frantic' })).status).toBe(400)
  expect((await dana.post('/play/turn', { path: 'brand.name', value: 'x' })).status).toBe(400)
  expect(await text('persona.yaml')).toBe(persona)
  await dana.post('/play/keep')
  expect(await text('persona.yaml')).toBe(
    persona.replace('energy: lively', 'energy: calm').replace('use: some', 'use: none'),
  )
  await vi.waitFor(async () => expect(lastOf(await say(wen, 'when do you open?'))).toContain('Seven to three.'), {
    timeout: 30_000,
  })
})

it('of two who save at once, both dials stand, and of one dial the later is told', async () => {
  await dana.post('/play/turn', { path: 'voice.humour', value: 'dry' })
  await wen.post('/play/turn', { path: 'voice.distance', value: 'close' })
  await wen.post('/play/turn', { path: 'voice.humour', value: 'none' })
  expect((await dana.post('/play/keep')).status).toBe(200)
  const refused = await wen.post('/play/keep')
  expect(refused.status).toBe(409)
  expect(refused.body.error?.message).toMatch(/set voice\.humour to dry meanwhile/)
  expect(await text('persona.yaml')).toContain('humour: dry')
  expect((await wen.post('/play/keep')).status).toBe(200)
  const now = await text('persona.yaml')
  expect(now).toContain('humour: none')
  expect(now).toContain('distance: close')
  expect(now).toContain('# it shows')
})

it('of two who edit one file, the later is told, and theirs is not written', async () => {
  const { body: one } = await dana.get<PlayText>('/play/text/answers')
  const { body: other } = await wen.get<PlayText>('/play/text/answers')
  const mine = one.text.replace('Even Sundays', 'Even on Sundays')
  expect((await dana.post('/play/text/answers', { text: mine, stamp: one.stamp })).status).toBe(200)
  const late = await wen.post('/play/text/answers', { text: `${other.text}# mine\n`, stamp: other.stamp })
  expect(late.status).toBe(409)
  expect(late.body.error?.message).toMatch(/saved by somebody else/)
  expect(await text('answers.yaml')).toBe(mine)
})

it('a text with mistakes is refused with their lines; one that an editor saved is told, and the old persona goes on', async () => {
  const { body } = await dana.get<PlayText>('/play/text/persona')
  const broken = body.text.replace('energy: calm', 'energy: frantic')
  const refused = await dana.post('/play/text/persona', { text: broken, stamp: body.stamp })
  expect(refused.status).toBe(409)
  expect(refused.body.error?.message).toMatch(/^persona\.yaml:4:\d+ voice\.energy: /)
  const looked = await dana.post<PlayLooked>('/play/look', { file: 'persona', text: broken, line: 4 })
  expect(looked.body).toMatchObject({ path: 'voice.energy', words: ['calm', 'steady', 'lively'] })
  expect(looked.body.problems[0]).toMatchObject({ line: 4, severity: 'error' })
  await writeFile(file('persona.yaml'), broken)
  const { body: state } = await dana.get<PlayState>('/play/state')
  expect(state.problems.find(({ severity }) => severity === 'error')).toMatchObject({ file: 'persona', line: 4 })
  expect(lastOf(await say(dana, 'opening hours'))).toMatch(/Seven to three/)
  expect((await dana.post('/play/turn', { path: 'voice.person', value: 'we' })).status).toBe(409)
  await writeFile(file('persona.yaml'), body.text)
})

it('opens no file but these four, and none that a link leads out of the folder to', async () => {
  for (const path of ['..%2F..%2Fetc%2Fpasswd', 'persona.yaml', '%2e%2e%2fpersona', 'assets']) {
    expect((await dana.get(`/play/text/${path}`)).status).toBe(404)
    expect((await dana.post(`/play/text/${path}`, { text: 'x', stamp: '' })).status).toBe(404)
  }
  const outside = await freshFolder({ 'secret.yaml': 'scenes: []\n' })
  await symlink(join(outside, 'secret.yaml'), file('scenes.yaml'))
  const read = await dana.get('/play/text/scenes')
  expect(read.status).toBe(400)
  expect(read.body.error?.message).toMatch(/link out of the persona’s folder/)
  const written = await dana.post('/play/text/scenes', { text: 'scenes: []\n', stamp: 'x' })
  expect(written.status).toBe(400)
  expect(await readFile(join(outside, 'secret.yaml'), 'utf8')).toBe('scenes: []\n')
  expect((await dana.get('/play/state')).status).toBe(200)
})
