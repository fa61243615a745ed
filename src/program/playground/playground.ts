/** The playground: a table for each operator, where a persona is tried, tuned and written down; what is said there no fan hears. */
import { isDeepStrictEqual } from 'node:util'
import type { Brain } from '../../engine/stages.ts'
import { MascotError } from '../../errors.ts'
import { withoutDrafts } from '../../persona/drafts-in.ts'
import { setInYaml } from '../../persona/edit/set-in-yaml.ts'
import { placeInWords, whereInWords } from '../../persona/in-places.ts'
import { personaInvalid, readPersona } from '../../persona/load/load.ts'
import type { YamlFile } from '../../persona/load/yaml-file.ts'
import type { Persona } from '../../persona/persona.ts'
import type { SurfaceAbilities } from '../../ports/adapter.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PlayFile, Playground, PlaySaid, PlayState, PlayTurn } from '../../ports/playground.ts'
import { decidedInWords } from '../../verbs/why.ts'
import { dialsOf, settingOf } from './dials.ts'
import { createPlayFiles, problemsOf } from './files.ts'
import { lineDiff } from './line-diff.ts'
import { createTalk, type Talk, type Talked } from './talk.ts'

/** Said at one table before it has to be cleared; all of it is said again when a dial is turned. */
const MOST_SAID = 40
/** Operators at once; who was away longest begins anew. */
const MOST_TABLES = 20

export interface PlaygroundDeps {
  /** In force now. */
  readonly brain: () => Brain
  /** Of a persona that is only tried. */
  readonly brainOf: (persona: Persona) => Promise<Brain>
  readonly clock: Clock
  /** What each platform shows that is played. */
  readonly surfaces: Readonly<Record<string, SurfaceAbilities>>
  readonly signal: AbortSignal
}

interface Heard {
  readonly said: PlaySaid
  readonly talked: Talked
  /** What it said before something was turned. */
  readonly before?: string
}

/** `was`: how the file had it when it was turned. */
interface Turned {
  readonly value: string
  readonly was: string | undefined
}

interface Table {
  turned: ReadonlyMap<string, Turned>
  heard: readonly Heard[]
  /** Of the persona that it was begun with. */
  talk?: { readonly of: Brain; readonly talk: Talk }
  /** One after the other. */
  last: Promise<unknown>
}

export interface OpenPlayground extends Playground, AsyncDisposable {}

export function createPlayground(deps: PlaygroundDeps): OpenPlayground {
  const files = createPlayFiles({ folder: () => deps.brain().persona.folder, clock: deps.clock })
  const tables = new Map<string, Table>()
  const free = freed(deps.brain)
  let tried: { readonly of: Brain; readonly text: string; readonly brain: Promise<Brain> } | undefined

  function tableOf(who: string): Table {
    const table: Table = tables.get(who) ?? { turned: new Map(), heard: [], last: Promise.resolve() }
    tables.delete(who)
    tables.set(who, table)
    const [oldest] = tables.keys()
    if (tables.size > MOST_TABLES && oldest !== undefined) {
      void close(tables.get(oldest))
      tables.delete(oldest)
    }
    return table
  }

  async function close(table: Table | undefined): Promise<void> {
    const open = table?.talk
    if (table) delete table.talk
    await open?.talk[Symbol.asyncDispose]()
  }

  /** persona.yaml with what is turned at the table. @throws {MascotError} `persona-invalid` */
  async function turnedText({
    turned,
  }: Table): Promise<{ readonly text: string; readonly stamp: string; readonly next: string }> {
    const { text, stamp } = await files.read('persona')
    const { files: read } = await readPersona(deps.brain().persona.folder, { texts: { persona: text } })
    let next = text
    for (const [path, { value }] of turned) {
      const setting = settingOf(path, value, read.persona.value)
      if (setting) next = setInYaml(next, setting.at, setting.value)
    }
    return { text, stamp, next }
  }

  async function brainFor(table: Table): Promise<Brain> {
    const live = free()
    if (table.turned.size === 0) return live
    const { next } = await turnedText(table)
    if (tried?.of === live && tried.text === next) return await tried.brain
    const { persona, problems } = await readPersona(live.persona.folder, { texts: { persona: next } })
    if (!persona) throw personaInvalid(problems)
    const brain = deps.brainOf(withoutLimits(persona))
    tried = { of: live, text: next, brain }
    brain.catch(() => {
      tried = undefined
    })
    return await brain
  }

  async function talkFor(table: Table, brain: Brain): Promise<Talk> {
    if (table.talk?.of === brain) return table.talk.talk
    await close(table)
    const talk = await createTalk(brain, deps.clock, deps.surfaces)
    table.talk = { of: brain, talk }
    return talk
  }

  /** All that was said, said again to what stands there now. */
  async function again(table: Table): Promise<void> {
    const brain = await brainFor(table)
    if (table.heard.length === 0 || table.talk?.of === brain) return
    const talk = await talkFor(table, brain)
    const heard: Heard[] = []
    for (const one of table.heard) {
      const talked = await talk.say(one.said, deps.signal)
      const was = wordsOf(one.talked)
      heard.push({ said: one.said, talked, ...(was === wordsOf(talked) ? {} : { before: was }) })
    }
    table.heard = heard
  }

  async function savedAt(path: string): Promise<string | undefined> {
    const { reading } = await files.reading()
    const saved = reading.persona ?? deps.brain().persona
    return dialsOf(saved, saved).find((dial) => dial.path === path)?.value
  }

  async function stateOf(table: Table): Promise<PlayState> {
    const live = deps.brain()
    const { reading, texts } = await files.reading()
    const { next } = await turnedText(table).catch(() => ({ next: texts.persona }))
    const now =
      table.turned.size > 0 ? (await readPersona(live.persona.folder, { texts: { persona: next } })).persona : undefined
    const shown = now ?? live.persona
    return {
      persona: { name: shown.name, brand: shown.brand.name, version: shown.version },
      hasModel: live.model !== undefined,
      problems: problemsOf(reading.problems),
      dials: dialsOf(shown, reading.persona ?? live.persona),
      platforms: Object.keys(deps.surfaces),
      places: shown.places.map((place) => ({ id: place.id, words: `${whereInWords(place)}: ${placeInWords(place)}` })),
      stamp: live.persona.version,
      diff: lineDiff(texts.persona, next),
      turns: table.heard.map((one, id) => turnShown(one, id, reading.files)),
    }
  }

  /** One after the other at a table, and shown as it is then. */
  const at = (who: string, work: (table: Table) => Promise<void>): Promise<PlayState> => {
    const table = tableOf(who)
    const mine = table.last.then(async () => {
      await work(table)
      return await stateOf(table)
    })
    table.last = mine.catch(() => undefined)
    return mine
  }

  return {
    // What was saved meanwhile answers what was said before.
    state: (who) => at(who, (table) => again(table).catch(unlessMistaken)),
    say: (who, said) =>
      at(who, async (table) => {
        if (deps.surfaces[said.platform] === undefined)
          throw new MascotError('usage', 'There is no such platform here.')
        if (table.heard.length >= MOST_SAID)
          throw new MascotError('usage', `${MOST_SAID} messages were said here: clear the talk to go on.`)
        const brain = await brainFor(table)
        // A saved persona goes on with the talk as it was said.
        if (table.talk && table.talk.of !== brain) await again(table)
        const talk = await talkFor(table, brain)
        table.heard = [...table.heard, { said, talked: await talk.say(said, deps.signal) }]
      }),
    clear: (who) =>
      at(who, async (table) => {
        table.heard = []
        await close(table)
      }),
    turn: (who, path, value) =>
      at(who, async (table) => {
        if (!settingOf(path, value, undefined)) throw new MascotError('usage', `${path} cannot be set to “${value}”.`)
        const before = table.turned
        table.turned = new Map([...before, [path, { value, was: await savedAt(path) }]])
        try {
          await again(table)
        } catch (error) {
          table.turned = before
          throw error
        }
      }),
    undo: (who) =>
      at(who, async (table) => {
        table.turned = new Map()
        await again(table)
      }),
    keep: (who) =>
      at(who, async (table) => {
        for (const [path, { value, was }] of table.turned) {
          const now = await savedAt(path)
          if (now === was || now === value) continue
          table.turned = new Map([...table.turned, [path, { value, was: now }]])
          throw new MascotError(
            'persona-invalid',
            `Somebody else set ${path} to ${now} meanwhile. Save once more to have ${value}, or take yours back.`,
          )
        }
        const { text, stamp, next } = await turnedText(table)
        if (next !== text) await files.write('persona', next, stamp)
        table.turned = new Map()
      }),
    read: (file) => files.read(file),
    look: (file, text, line) => files.look(file, text, line),
    write: (file, text, stamp) => files.write(file, text, stamp),
    async [Symbol.asyncDispose]() {
      for (const table of tables.values()) {
        await table.last
        await close(table)
      }
      tables.clear()
    },
  }
}

/** Files with mistakes are told of in the state; the persona before them goes on. */
function unlessMistaken(error: unknown): void {
  if (!(error instanceof MascotError && error.code === 'persona-invalid')) throw error
}

/** Who tries it out is answered, however much they try. */
function withoutLimits(persona: Persona): Persona {
  const { manners, ...rest } = withoutDrafts(persona)
  return { ...rest, manners: { ...manners, limits: 'off' } }
}

/** The one in force, made free once. */
function freed(brain: () => Brain): () => Brain {
  let last: { readonly of: Brain; readonly free: Brain } | undefined
  return () => {
    const of = brain()
    if (last?.of !== of) last = { of, free: { ...of, persona: withoutLimits(of.persona) } }
    return last.free
  }
}

function wordsOf({ said }: Talked): string {
  return said.map(({ text }) => text).join('\n')
}

function turnShown({ said, talked, before }: Heard, id: number, files: Readonly<Record<PlayFile, YamlFile>>): PlayTurn {
  const { decision, trace, tookMs } = talked
  const source = sourceOf(talked, files)
  const { kind, reason, flags } = decision
  return {
    ...{ id, fan: said.fan, surface: said.surface, platform: said.platform, text: said.text, said: talked.said },
    ...(before === undefined ? {} : { before }),
    ...{ decision: { kind, reason, flags }, why: decidedInWords(decision), trace, tookMs },
    ...(source ? { source } : {}),
  }
}

/** Where what was said is written: the answer by its id, else the line. */
function sourceOf({ trace }: Talked, files: Readonly<Record<PlayFile, YamlFile>>): PlayTurn['source'] {
  const from = trace.wanted.findLast((text) => text.from !== undefined)?.from
  if (from === undefined) return undefined
  const id = from.startsWith('answers.') ? from.slice('answers.'.length) : undefined
  if (id === undefined) return { file: 'persona', line: files.persona.problem(from.split('.'), '').line, name: from }
  for (const file of ['answers', 'issues'] as const) {
    const list = entriesOf(files[file].value, file)
    const place = list.findIndex((entry) => isDeepStrictEqual(entry.id, id) || `issue-${entry.id}` === id)
    if (place >= 0) return { file, line: files[file].problem([file, place], '').line, name: id }
  }
  return undefined
}

function entriesOf(value: unknown, key: string): readonly { readonly id?: unknown }[] {
  if (typeof value !== 'object' || value === null || !(key in value)) return []
  const list: unknown = Reflect.get(value, key)
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'object' && entry !== null) : []
}
