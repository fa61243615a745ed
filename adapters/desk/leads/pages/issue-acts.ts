/** What the forms of the page of issues do, each the same act as in the staff chat. */
import { z } from 'zod'
import { HOUR_MS, type IssueWish, issueStates } from '#mascot'
import { read } from '../../door/requests.ts'
import type { LeadAct, LeadActed, Sent } from '../lead-page.ts'

const words = z
  .string()
  .trim()
  .min(1, 'The words are missing.')
  .max(2_000, 'That is too long: at most 2000 characters.')
const title = z.string().trim().min(1, 'What is it to be called?').max(120, 'That is too long for a title.')
const whole = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^#?\d{1,9}$/, what)
    .transform((text) => Number(text.replace('#', '')))
const reports = z
  .string()
  .trim()
  .regex(/^(?:r?\d{1,12}[\s,]*)+$/i, 'Name the reports as the table does: r12 r15.')
  .transform((text) => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)))
const lang = z.string().regex(/^[a-z]{2,3}$/, 'Which language?')
const number = whole('There is no such issue.')

const wishes = {
  state: z.object({ number, state: z.enum(issueStates).exclude(['prepared']) }),
  owner: z.object({ number, owner: z.string().transform((name) => (name === '' ? null : name)) }),
  title: z.object({ number, title }),
  answer: z.object({ number, lang, words }),
  news: z.object({ number, lang, words }),
  merge: z.object({
    number,
    into: whole('Which issue? Its number, as in the list.'),
    sure: z.string().max(100).default(''),
  }),
  split: z.object({ number, reports, title }),
  attach: z.object({ number, reports }),
  detach: z.object({ number, reports }),
  undo: z.object({ number }),
} as const

const kinds = ['state', 'owner', 'title', 'answer', 'news', 'merge', 'split', 'attach', 'detach', 'undo'] as const

function wishIn(kind: (typeof kinds)[number], fields: object): IssueWish {
  switch (kind) {
    case 'state':
      return { kind, ...read(wishes.state, fields) }
    case 'owner':
      return { kind, ...read(wishes.owner, fields) }
    case 'title':
      return { kind, ...read(wishes.title, fields) }
    case 'answer':
    case 'news':
      return { kind, ...read(wishes[kind], fields) }
    case 'merge':
      return { kind, ...read(wishes.merge, fields) }
    case 'split':
      return { kind, ...read(wishes.split, fields) }
    case 'attach':
    case 'detach':
      return { kind, ...read(wishes[kind], fields) }
    case 'undo':
      return { kind, ...read(wishes.undo, fields) }
    default:
      return kind satisfies never
  }
}

const fieldsOf = (sent: Sent) => ({ ...Object.fromEntries(sent.fields), number: sent.param('number') })

async function wished(kind: (typeof kinds)[number], sent: Sent): Promise<LeadActed> {
  const { context, session } = sent
  const wish = wishIn(kind, fieldsOf(sent))
  const { isDone, says, asks } = await context.leads.wish(wish, session.staff, `page ${sent.fields.get('once') ?? ''}`)
  const goesOn = wish.kind === 'merge' && isDone ? wish.into : sent.param('number')
  return {
    isDone,
    says: says || 'That was done already.',
    ...(asks ? { asks } : {}),
    to: `issues/${goesOn}`,
    about: `#${sent.param('number')}`,
  }
}

const level = z.object({
  level: z.enum(['amber', 'red']),
  hours: z.coerce.number().min(0.25, 'At least a quarter of an hour.').max(168, 'At most a week.'),
})
const saying = z.object({
  lang,
  platform: z
    .string()
    .transform((name) => (name === '' ? undefined : name))
    .optional(),
  words,
})

/** `all`: the whole brand. */
function topicOf(sent: Sent) {
  const which = sent.param('number')
  return { isDrill: false, ...(which === 'all' ? {} : { issue: read(z.object({ number }), { number: which }).number }) }
}

async function crisis(
  sent: Sent,
  wish: (topic: ReturnType<typeof topicOf>) => Parameters<Sent['context']['leads']['setCrisis']>[0],
): Promise<LeadActed> {
  const { context, session } = sent
  const { isDone, says, asks } = await context.leads.setCrisis(wish(topicOf(sent)), session.staff)
  const which = sent.param('number')
  return {
    isDone,
    says,
    ...(asks ? { asks } : {}),
    to: which === 'all' ? 'issues' : `issues/${which}`,
    about: which === 'all' ? 'all' : `#${which}`,
  }
}

const place = (sent: Sent) => {
  const { lang: spoken, platform } = read(saying.omit({ words: true }), Object.fromEntries(sent.fields))
  return { lang: spoken, ...(platform === undefined ? {} : { platform }) }
}

function sureOf({ fields }: Sent): { readonly sure?: string } {
  const sure = fields.get('sure')
  return sure === null ? {} : { sure }
}

const crisisActs: readonly LeadAct[] = [
  {
    path: '/:number/crisis/level',
    act: (sent) =>
      crisis(sent, (topic) => {
        const { level: wanted, hours } = read(level, Object.fromEntries(sent.fields))
        return { ...topic, kind: 'level', level: wanted, reviewMs: hours * HOUR_MS, ...sureOf(sent) }
      }),
  },
  {
    path: '/:number/crisis/say',
    act: (sent) =>
      crisis(sent, (topic) => ({
        ...{ ...topic, ...place(sent), kind: 'say' },
        words: read(saying.pick({ words: true }), Object.fromEntries(sent.fields)).words,
      })),
  },
  {
    path: '/:number/crisis/approve',
    act: (sent) =>
      crisis(sent, (topic) => ({
        ...{ ...topic, ...place(sent), kind: 'approve' },
        mark: sent.fields.get('mark') ?? '',
      })),
  },
  { path: '/:number/crisis/foreseen', act: (sent) => crisis(sent, (topic) => ({ ...topic, kind: 'say-foreseen' })) },
  {
    path: '/:number/crisis/words',
    act: (sent) =>
      crisis(sent, (topic) => ({
        ...{ ...topic, kind: 'words' },
        words: (sent.fields.get('words') ?? '')
          .split(/[,，、;]/)
          .map((word) => word.trim())
          .filter(Boolean),
      })),
  },
  {
    path: '/:number/crisis/green',
    act: (sent) => crisis(sent, (topic) => ({ ...topic, kind: 'green', ...sureOf(sent) })),
  },
]

export const issueActs: readonly LeadAct[] = [
  ...kinds.map((kind): LeadAct => ({ path: `/:number/${kind}`, act: (sent) => wished(kind, sent) })),
  ...crisisActs,
]
