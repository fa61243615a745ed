/** Valid payloads, spoilt: what a broken proxy, another version or an ill-wisher may send. Seeded, and bounded by counts. */
import fc from 'fast-check'
import type { InboundMessage } from '../../src/domain/message.ts'

/** FUZZ_RUNS=20000 looks longer; a failure names its seed and path. */
export function runs(most: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: Number(process.env['FUZZ_SEED'] ?? 20_261_129), numRuns: Number(process.env['FUZZ_RUNS'] ?? most) }
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const strange: readonly Json[] = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '%',
    '%E0%A4%A',
    ':',
    '__proto__',
    'constructor',
    '😀'.repeat(300),
    '('.repeat(500),
  ],
  ...['a'.repeat(5_000), '-100', '0x10', '1e999', '../../etc/passwd', '<script>', "'; drop table messages; --"],
  ...[0, -0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 1e21],
  ...[null, true, false, [], {}, [null], [[[[[[]]]]]], { length: -1 }, { toString: 'x' }],
]

export const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom(...strange.filter((one) => typeof one === 'string')),
)
export const oddValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...strange),
  oddText,
  fc.jsonValue({ maxDepth: 3 }).map((value) => value as Json),
)

interface Change {
  readonly where: number
  readonly how: 'replace' | 'remove' | 'repeat' | 'add'
  readonly value: Json
}

const changes = fc.array(
  fc.record<Change>({
    where: fc.nat(10_000),
    how: fc.constantFrom('replace', 'replace', 'remove', 'repeat', 'add'),
    value: oddValue,
  }),
  { minLength: 1, maxLength: 4 },
)

/** One of the payloads with up to four places changed; now and then anything at all. */
export function spoilt(payloads: readonly unknown[]): fc.Arbitrary<unknown> {
  const valid = fc.tuple(fc.constantFrom(...payloads), changes).map(([payload, some]) => {
    const copy: unknown = structuredClone(payload)
    for (const change of some) apply(copy, change)
    return copy
  })
  return fc.oneof(
    { weight: 20, arbitrary: valid },
    { weight: 1, arbitrary: oddValue.map((value): unknown => structuredClone(value)) },
  )
}

function apply(root: unknown, { where, how, value: shared }: Change): void {
  const value = structuredClone(shared)
  const places = placesIn(root)
  const place = places[where % Math.max(1, places.length)]
  if (!place) return
  const { holder, key } = place
  if (how === 'remove') Reflect.deleteProperty(holder, key)
  else if (how === 'repeat' && Array.isArray(holder)) holder.push(structuredClone(Reflect.get(holder, key)))
  else if (how === 'add' && !Array.isArray(holder))
    Reflect.set(holder, typeof value === 'string' ? value : 'added', value)
  else Reflect.set(holder, key, value)
}

function placesIn(value: unknown): { readonly holder: object; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...placesIn(inner)])
}

/** What is wrong with a message as the rest of the program would take it. */
export function faultsOf(message: InboundMessage): string[] {
  const { threadId, id, sentAt, text, author, attachments = [], command, replyTo } = message
  const isId = (value: unknown) =>
    typeof value === 'string' && value !== '' && !/undefined|NaN|null|\[object|Infinity/.test(value)
  const faults = {
    threadId: !isId(threadId),
    id: !isId(id),
    sentAt: !Number.isFinite(sentAt),
    text: typeof text !== 'string',
    account: !isId(author.accountId),
    name: typeof author.name !== 'string',
    isBot: typeof author.isBot !== 'boolean',
    attachments: !Array.isArray(attachments) || attachments.some(({ kind }) => typeof kind !== 'string'),
    command: command !== undefined && (typeof command.name !== 'string' || typeof command.args !== 'string'),
    replyTo:
      replyTo !== undefined && (!isId(replyTo.messageId) || !['string', 'undefined'].includes(typeof replyTo.text)),
  }
  return Object.entries(faults).flatMap(([name, isFault]) => (isFault ? [`${name}: ${JSON.stringify(message)}`] : []))
}
