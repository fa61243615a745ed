/** What a model said in scenes, kept beside them: a rehearsal plays it again, without a key and the same each time. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { MascotError, ModelError } from '../../errors.ts'
import type { Model, ModelReply } from '../../ports/model.ts'
import type { Opinion } from './judge.ts'

export const pinnedFile = 'scenes.recorded.json'

const spoken = z.union([
  z.strictObject({ reply: z.custom<ModelReply>((value) => isReply(value)) }),
  z.strictObject({ text: z.string() }),
  z.strictObject({ failed: z.string() }),
])
const sceneSchema = z.strictObject({
  /** What it said, in the order in which it was asked. */
  said: z.array(spoken),
  opinions: z.array(
    z.strictObject({ turn: z.int(), of: z.string(), rubric: z.string(), holds: z.boolean(), why: z.string() }),
  ),
})
const fileSchema = z.strictObject({
  note: z.string(),
  /** Of the persona that spoke. */
  persona: z.string(),
  scenes: z.record(z.string(), sceneSchema),
})
type Spoken = z.output<typeof spoken>
interface PinnedScene {
  readonly said: readonly Spoken[]
  readonly opinions: readonly Opinion[]
}

const note = 'Written by mascot rehearse --live: what the model said in each scene. Played again without it.'

function isReply(value: unknown): boolean {
  return z.looseObject({ action: z.looseObject({ kind: z.string() }), bubbles: z.array(z.string()) }).safeParse(value)
    .success
}

/** One scene's model: `left` says how many of what is kept were not asked for, `missing` that more was asked than is kept. */
export interface PinnedModel {
  readonly model: Model
  readonly opinions: readonly Opinion[]
  isMissing(): boolean
}

export interface Pinned {
  /** Whether the persona has changed since. */
  readonly isOld: boolean
  /** Undefined where nothing is kept of the scene. */
  sceneOf(id: string): PinnedModel | undefined
}

/** @throws {MascotError} `usage` where the file is not what it was written as */
export async function openPinned(folder: string, version: string): Promise<Pinned> {
  const kept = await read(folder)
  return {
    isOld: kept !== undefined && kept.persona !== version,
    sceneOf(id) {
      const scene = kept !== undefined && Object.hasOwn(kept.scenes, id) ? kept.scenes[id] : undefined
      return scene && playing(scene)
    },
  }
}

function playing({ said, opinions }: PinnedScene): PinnedModel {
  let at = 0
  let isMissing = false
  const next = (): Spoken => {
    const one = said[at]
    at += 1
    if (one !== undefined && !('failed' in one)) return one
    isMissing ||= one === undefined
    throw unheard(one === undefined ? 'nothing is kept of it' : one.failed)
  }
  return {
    opinions,
    isMissing: () => isMissing,
    model: {
      async reply() {
        const one = next()
        if ('reply' in one) return one.reply
        isMissing = true
        throw unheard('what is kept of it is a text')
      },
      async write() {
        const one = next()
        if ('text' in one) return one.text
        isMissing = true
        throw unheard('what is kept of it is a reply')
      },
    },
  }
}

const unheard = (why: string) => new ModelError('model-unreachable', why, { isRetryable: false })

/** A model whose words are kept as they come. */
export function recording(model: Model): { readonly model: Model; readonly said: readonly Spoken[] } {
  const said: Spoken[] = []
  const keep = async <T>(work: Promise<T>, as: (value: T) => Spoken): Promise<T> => {
    try {
      const value = await work
      said.push(as(value))
      return value
    } catch (error) {
      if (error instanceof ModelError) said.push({ failed: error.code })
      throw error
    }
  }
  return {
    said,
    model: {
      reply: (prompt, options) => keep(model.reply(prompt, options), (reply) => ({ reply })),
      write: (prompt, options) => keep(model.write(prompt, options), (text) => ({ text })),
    },
  }
}

/** Of the scenes that were played; what is kept of others stays, unless there is no such scene any more. */
export async function keepPinned(
  folder: string,
  version: string,
  played: ReadonlyMap<string, PinnedScene>,
  ids: readonly string[],
): Promise<void> {
  // What was spoilt is written anew; its words are lost already.
  const before = (await read(folder).catch(ifBroken))?.scenes ?? {}
  const scenes = Object.fromEntries(
    ids.flatMap((id) => {
      const scene = played.get(id) ?? (Object.hasOwn(before, id) ? before[id] : undefined)
      return scene === undefined ? [] : [[id, scene] as const]
    }),
  )
  const file = path.join(folder, pinnedFile)
  await writeFile(`${file}.new`, `${JSON.stringify({ note, persona: version, scenes }, undefined, 2)}\n`)
  await rename(`${file}.new`, file)
}

function ifBroken(error: unknown): undefined {
  if (!(error instanceof MascotError) || !(error.cause instanceof SyntaxError || error.cause instanceof z.ZodError))
    throw error
  return undefined
}

async function read(folder: string): Promise<z.output<typeof fileSchema> | undefined> {
  const file = path.join(folder, pinnedFile)
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new MascotError('usage', `${file} cannot be read.`, { cause: error })
  })
  if (text === undefined) return undefined
  try {
    return fileSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new MascotError(
      'usage',
      `${file} is not what mascot rehearse --live wrote: let --live write it anew, or take it away.`,
      { cause },
    )
  }
}
