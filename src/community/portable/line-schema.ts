/** A line of an exported community, as it must be. Unknown keys are of a newer program and are passed over. */
import { z } from 'zod'
import type { AccountId, ThreadId } from '../../domain/ids.ts'
import type { Portable } from '../../domain/portable.ts'

/** Raised where an older program could not read what a newer one writes. */
export const PORTABLE_VERSION = 1

/** Codes of ids are ours: `telegram:77`, `telegram:-100123:42`. */
const account = z
  .string()
  .regex(/^[^:\s]+:[^:\s]+$/, 'is no account: PLATFORM:ID')
  .max(1_000)
  .transform((text) => text as AccountId)
const thread = z
  .string()
  .regex(/^[^:\s]+(:[^:\s]+)+$/, 'is no thread: PLATFORM:ID')
  .max(1_000)
  .transform((text) => text as ThreadId)
const time = z.int()
const hour = z.int().min(0).max(24)
const text = z.string()
const lang = z.string().max(35)
const id = z.string().min(1).max(200)

const accountOfFan = z.object({ id: account, name: text, since: time.optional() })

const recordSchema: z.ZodType<Portable> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('erase-key'), id, key: z.string().regex(/^[\w-]{43}$/) }),
  z.object({ kind: z.literal('erased'), key: id, hash: z.string().regex(/^[\w-]{43}$/), at: time }),
  z.object({
    kind: z.literal('fan'),
    accounts: z.tuple([accountOfFan], accountOfFan),
    consent: z.enum(['unasked', 'asked', 'yes', 'no']),
    since: time.optional(),
    lang: lang.optional(),
    everywhereSince: time.optional(),
    introducedAt: time.optional(),
    from: id.optional(),
  }),
  z.object({
    kind: z.literal('fact'),
    account,
    thread,
    surface: z.enum(['direct', 'group']),
    key: text,
    value: text,
    toldAt: time,
    message: text.optional(),
  }),
  z.object({
    kind: z.literal('helper'),
    ...{ account, thread, from: hour, to: hour, since: time, namedAt: time.optional(), endedAt: time.optional() },
  }),
  z.object({
    kind: z.literal('standing'),
    ...{ account, offAt: time.optional(), hiddenAt: time.optional(), firstAt: time.optional() },
    ...{ firstOffAt: time.optional(), circle: z.enum(['asked', 'yes', 'no']).optional(), circleAt: time.optional() },
  }),
  z.object({
    kind: z.literal('work'),
    ...{ id, account, thread, message: text, number: z.int().min(1), text, lang, how: z.enum(['offered', 'asked']) },
    licence: z.object({ text, version: text, lang, scope: text, until: time }),
    ...{ credit: text, state: z.enum(['offered', 'accepted', 'declined', 'withdrawn']), offeredAt: time },
    ...{ answers: z.array(text), decidedBy: text.optional(), decidedAt: time.optional(), withdrawnAt: time.optional() },
    withdrawHash: text.optional(),
  }),
  z.object({
    kind: z.literal('link'),
    ...{ id, a: account, b: account, madeAt: time, endedAt: time.optional(), endedBy: account.optional() },
  }),
])

const headerSchema = z.object({
  mascot: z.literal('community'),
  version: z.int().min(1),
  brand: z.string(),
  exportedAt: z.string(),
})

/** `lines`: those before it, the first included; `sha256`: of all of them, each with its line feed. */
const endSchema = z.object({ end: z.object({ lines: z.int(), sha256: z.string() }) })

export type PortableHeader = z.output<typeof headerSchema>

export const lineSchemas = { header: headerSchema, record: recordSchema, end: endSchema } as const
