/** The playground's part of the API: for operators alone, each at a table of their own. */
import type { Hono } from 'hono'
import { z } from 'zod'
import { MascotError } from '#mascot'
import type { ApiDeps, Ask } from '../api-deps.ts'
import { bodyOf } from '../door/body-of.ts'
import type { Env } from '../door/doorway.ts'
import { read, requests } from '../door/requests.ts'
import { Refusal } from '../refusal.ts'
import { type PlayFile, type PlayLooked, type PlayState, type PlayText, playFileNames } from './play-wire.ts'

const MOST_TEXT = 2 * 1024 * 1024
const short = z.string().trim().min(1).max(100)
const file = z.enum(playFileNames, `There is no such file here: ${playFileNames.join(', ')}.`)
const text = z.string().max(MOST_TEXT, 'That is too long for a page: at most 2 MB.')

const asked = {
  say: z.strictObject({
    fan: short,
    text: z.string().trim().min(1, 'Nothing was said.').max(4_000, 'That is too long: at most 4000 characters.'),
    platform: short,
    surface: z.enum(['direct', 'group']),
    place: short.exactOptional(),
    at: short.exactOptional(),
    button: z.string().max(200).exactOptional(),
  }),
  turn: z.strictObject({ path: short, value: short }),
  look: z.strictObject({ file, text, line: z.int().min(1).max(1_000_000) }),
  write: z.strictObject({ text, stamp: z.string().max(100) }),
} as const

export function addPlayRoutes(api: Hono<Env>, { context }: ApiDeps): void {
  const { playground, access } = context
  /** Each window of a person has a table of its own. */
  const who = (c: Ask) => `${c.get('session').staff.id} ${(c.req.query('table') ?? '').slice(0, 20)}`
  const record = (c: Ask, what: string, about: string) =>
    access.record({ who: c.get('session').staff, what, about, detail: 'in the playground' })

  api.use('/play/*', async (c, next) => {
    if (c.get('session').role !== 'operator')
      throw new Refusal(403, 'operator-only', 'The playground is for operators, as handoff.staff lists them.')
    await next()
  })
  const answer = async (c: Ask, work: () => Promise<PlayState | PlayText | PlayLooked>) => c.json(await inWords(work))

  api.get('/play/state', (c) => answer(c, () => playground.state(who(c))))
  api.post('/play/say', async (c) => {
    const said = read(asked.say, await bodyOf(c))
    return await answer(c, () => playground.say(who(c), said))
  })
  api.post('/play/turn', async (c) => {
    const { path, value } = read(asked.turn, await bodyOf(c))
    return await answer(c, () => playground.turn(who(c), path, value))
  })
  for (const act of ['undo', 'clear'] as const)
    api.post(`/play/${act}`, async (c) => {
      read(requests.nothing, await bodyOf(c))
      return await answer(c, () => playground[act](who(c)))
    })
  api.post('/play/keep', async (c) => {
    read(requests.nothing, await bodyOf(c))
    return await answer(c, async () => {
      const state = await playground.keep(who(c))
      await record(c, 'persona-tuned', 'persona.yaml')
      return state
    })
  })
  api.get('/play/text/:file', (c) => answer(c, () => playground.read(fileOf(c))))
  api.post('/play/text/:file', async (c) => {
    const { text, stamp } = read(asked.write, await bodyOf(c))
    return await answer(c, async () => {
      const written = await playground.write(fileOf(c), text, stamp)
      await record(c, 'persona-written', `${written.file}.yaml`)
      return written
    })
  })
  api.post('/play/look', async (c) => {
    const { file, text, line } = read(asked.look, await bodyOf(c))
    return await answer(c, () => playground.look(file, text, line))
  })
}

/** A name of the list, and no path. */
function fileOf(c: Ask): PlayFile {
  const named = file.safeParse(c.req.param('file'))
  if (named.success) return named.data
  throw new Refusal(404, 'no-file', `There is no such file here: ${playFileNames.join(', ')}.`)
}

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof MascotError)) throw error
    if (error.code === 'persona-invalid') throw new Refusal(409, 'not-written', withoutFolder(error.message))
    if (error.code === 'usage') throw new Refusal(400, 'bad-request', error.message)
    throw error
  }
}

/** `/srv/personas/coffee/persona.yaml:3:5 …` → `persona.yaml:3:5 …` */
function withoutFolder(message: string): string {
  return message.replaceAll(/(?:[^\s:]*\/)?((?:persona|answers|issues|scenes)\.yaml)/g, '$1')
}
