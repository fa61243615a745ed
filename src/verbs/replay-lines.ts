/** `mascot replay`: what would be noticed in messages that were heard before, as lines to print. Sends nothing, asks no model. */
import { z } from 'zod'
import { createHelpers } from '../community/helpers.ts'
import { messageKinds } from '../domain/message-kind.ts'
import { asksSomething } from '../hearing/asks-something.ts'
import { assess } from '../hearing/assess.ts'
import { createTroubleWatch, type NoticedWave } from '../issues/watch-trouble.ts'
import type { Persona } from '../persona/persona.ts'
import { detectLanguage } from '../words/languages/detect-language.ts'

const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z')
/** With a time: a day alone does not say what came first on it. */
const moment = z.union([
  z.iso.datetime({ offset: true, local: true }),
  z.iso.datetime({ offset: true, local: true, precision: -1 }),
])
const isMoment = (text: string) => moment.safeParse(text.replace(' ', 'T')).success

export const heardSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  at: z.union([z.number(), z.string()]).transform((at, context) => {
    const ms = typeof at === 'number' ? at : /^\d+$/.test(at) ? Number(at) : isMoment(at) ? Date.parse(at) : Number.NaN
    // Years of four digits, as everywhere.
    if (ms >= 0 && ms <= LAST_MS) return Math.floor(ms)
    context.addIssue({
      code: 'custom',
      message: 'neither a date and time (2026-01-31T12:00:00Z) nor milliseconds since 1970',
    })
    return z.NEVER
  }),
  text: z.string(),
  author: z.string(),
  thread: z.string(),
  platform: z.string(),
  direct: z.boolean().optional(),
  kind: z.enum(messageKinds, `none of ${messageKinds.join(', ')}`).optional(),
})
export type HeardLine = z.output<typeof heardSchema>

export interface Line {
  readonly at: string
  readonly event: 'wave' | 'wave-update' | 'issue' | 'helpers'
  readonly [field: string]: unknown
}

/** What tells of something that should be mended. */
const reporting: readonly string[] = ['complaint', 'order-trouble', 'suggestion']
/** What is answered with approved words, where there are some. */
const calm: readonly string[] = ['question', 'chat']

/** What issues.yaml foresees is known from the first message on, and called by its id there. */
export function createReplay(persona: Pick<Persona, 'languages' | 'issues'>): (heard: HeardLine) => readonly Line[] {
  const foreseen = new Set(persona.issues.map(({ id }) => id))
  let numbers = 0
  const newIssue = () => {
    do numbers += 1
    while (foreseen.has(`${numbers}`))
    return `${numbers}`
  }
  const trouble = createTroubleWatch({ newIssue })
  const helpers = createHelpers()
  const among = persona.languages
  const [only] = among.length === 1 ? among : []
  for (const { id, says } of persona.issues)
    for (const text of says) trouble.foresee(id, text, only ?? detectLanguage(text, { among }))

  return (heard) => {
    const lang = only ?? detectLanguage(heard.text, { among })
    const kind = heard.kind ?? assess({ text: heard.text, lang: lang ?? among[0] ?? 'en', earlier: [] }).kind
    const message = { ...heard, lang, kind }
    // Whoever says what was foreseen hears its answer, and reports it however calmly.
    const isReport = reporting.includes(kind) || (calm.includes(kind) && trouble.foresees(message))
    const { attached, waves } = trouble.hear(message, isReport)
    const isQuestion = asksSomething(heard.text, lang)
    const ranked = heard.direct ? [] : helpers.hear({ ...heard, isQuestion })
    const at = new Date(heard.at).toISOString()
    return [
      ...attached.map((one): Line => ({ at, event: 'issue', ...one })),
      ...waves.map((wave) => lineOfWave(at, wave)),
      ...(ranked.length > 0 ? [{ at, event: 'helpers', message: heard.id, ranked } as const] : []),
    ]
  }
}

function lineOfWave(
  at: string,
  { isNew, isNews: _, key: __, isBrigade, isGradual, at: ___, expected, ...wave }: NoticedWave,
): Line {
  return {
    at,
    event: isNew ? 'wave' : 'wave-update',
    ...wave,
    expected: Math.round(expected * 100) / 100,
    ...(isGradual ? { gradual: true } : {}),
    ...(isBrigade ? { brigade: true } : {}),
  }
}
