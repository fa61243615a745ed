/** What the page sends, read strictly: a problem is told in words, and nothing of it is done. */
import { z } from 'zod'
import { wrongKinds } from '#mascot'
import { Refusal } from '../refusal.ts'
import type { ActRequest } from '../wire.ts'
import { inWords } from './in-words.ts'

/** What a person writes by hand. The voice check reads all of it, and a megabyte would keep it for seconds. */
const MOST_WORDS = 4_000
const MOST_DRAFT = 20_000
const MOST_FILES = 10
const MONTH_MINUTES = 30 * 24 * 60

const words = z
  .string('The text is missing.')
  .max(MOST_WORDS, `That is too long: at most ${MOST_WORDS} characters go out at once.`)
const name = z.string().min(1).max(200)
const files = z.array(z.string().max(100)).max(MOST_FILES, `At most ${MOST_FILES} files at once.`)
const row = z.int('Which message?').min(1)
const shortWords = z.string().max(1_000, 'That is too long: at most 1000 characters.')

const act = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('claim'), takesOver: z.boolean().exactOptional() }),
    z.strictObject({ kind: z.literal('release') }),
    z.strictObject({ kind: z.literal('pass'), team: name, words: shortWords.exactOptional() }),
    z.strictObject({
      kind: z.literal('reply'),
      text: words,
      asBrand: z.boolean().exactOptional(),
      files: files.exactOptional(),
    }),
    z.strictObject({ kind: z.literal('canned'), name }),
    z.strictObject({
      kind: z.literal('send-draft'),
      draft: name.exactOptional(),
      text: words.exactOptional(),
      files: files.exactOptional(),
    }),
    z.strictObject({ kind: z.literal('drop-draft'), draft: name }),
    z.strictObject({ kind: z.literal('drafts'), isOn: z.boolean() }),
    z.strictObject({ kind: z.literal('note'), text: words }),
    z.strictObject({ kind: z.literal('snooze'), minutes: z.int('For how many minutes?').min(1).max(MONTH_MINUTES) }),
    z.strictObject({ kind: z.literal('suggest'), hint: shortWords.exactOptional() }),
    z.strictObject({ kind: z.literal('edit'), text: words, row }),
    z.strictObject({ kind: z.literal('delete'), row }),
    z.strictObject({ kind: z.literal('bot'), isOn: z.boolean() }),
    z.strictObject({ kind: z.literal('hand-back') }),
    z.strictObject({
      kind: z.literal('resolve'),
      isSilent: z.boolean().exactOptional(),
      isPublic: z.boolean().exactOptional(),
    }),
    z.strictObject({ kind: z.literal('join'), lead: name }),
    z.strictObject({ kind: z.literal('learn'), row: row.exactOptional() }),
    z.strictObject({ kind: z.literal('look'), lookUp: name, given: z.record(name, z.string().max(200)) }),
    z.strictObject({ kind: z.literal('press'), action: name }),
    z.strictObject({ kind: z.literal('wrong'), what: z.enum(wrongKinds), words: shortWords.exactOptional(), row }),
  ],
  'There is no such act.',
)

export const requests = {
  signIn: z.strictObject({ secret: z.string().max(200) }),
  nothing: z.strictObject({}),
  draft: z.strictObject({ text: z.string().max(MOST_DRAFT, 'That draft is too long to keep.') }),
  stepIn: z.strictObject({ threadId: z.string().regex(/^[\w:%.~!*'()-]{1,1000}$/, 'That is no conversation.') }),
  decision: z.strictObject({
    isApproved: z.boolean(),
    words: z.string().max(4_000).optional(),
    sure: z.string().max(100).optional(),
  }),
  duty: z.strictObject({ isOn: z.boolean() }),
} as const

export function readAct(body: unknown): ActRequest {
  return read(act, body)
}

/** @throws {Refusal} 400, with the first problem in words */
export function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body, { error: inWords })
  if (parsed.success) return parsed.data
  const [problem] = parsed.error.issues
  const place = problem?.path.join('.')
  throw new Refusal(400, 'bad-request', `${place ? `${place}: ` : ''}${problem?.message ?? 'That cannot be read.'}`)
}
