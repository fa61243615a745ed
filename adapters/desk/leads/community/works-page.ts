/** Works for leads: what waits to be looked through, and the ledger of all of them. */
import { html } from 'hono/html'
import { z } from 'zod'
import { creditForStaff, type Work } from '#mascot'
import { read } from '../../door/requests.ts'
import { Refusal } from '../../refusal.ts'
import type { Asked, Html, LeadActed, LeadPage, Sent } from '../lead-page.ts'
import { field, form } from '../parts/form.ts'
import { pageOf, pager, table } from '../parts/table.ts'
import { moment } from '../parts/times.ts'

const SIZE = 50
const accepting = z.object({ answers: z.string().max(1_000).default('') })

export const worksLeadPage: LeadPage = {
  name: 'works',
  label: 'Works',
  about: 'What fans let the brand show: to look through, and the ledger of licences, names and uses.',
  views: [
    { path: '', show: async (asked) => ({ title: 'Works', body: await listOf(asked) }) },
    {
      path: '/:number',
      async show(asked) {
        const work = await workOf(asked)
        return { title: `Work #${work.number}`, body: bodyOf(work, asked) }
      },
    },
  ],
  acts: [
    { path: '/:number/accept', act: accept },
    { path: '/:number/decline', act: decline },
  ],
}

async function workOf(asked: Asked): Promise<Work> {
  const number = Number(asked.param('number'))
  const work = Number.isSafeInteger(number) ? await asked.context.community.works.get(number) : undefined
  if (!work) throw new Refusal(404, 'no-work', 'There is no such work (any more).')
  return work
}

async function listOf(asked: Asked): Promise<Html> {
  const page = pageOf(asked)
  const isAll = asked.query('all') !== undefined
  const zone = asked.context.view.timeZone()
  const { works, total } = await asked.context.community.works.list({
    ...(isAll ? {} : { state: 'offered' as const }),
    ...{ limit: SIZE, offset: (page - 1) * SIZE },
  })
  return html`<p>
      ${isAll ? html`<a href="/desk/lead/works">Only what waits</a>` : html`<a href="/desk/lead/works?all">The whole ledger</a>`}
    </p>
    ${table({
      caption: isAll ? 'The ledger' : 'Works that wait',
      heads: [
        ...[
          { label: 'Number' },
          { label: 'Words' },
          { label: 'Name beside it' },
          { label: 'State' },
          { label: 'Given' },
        ],
        ...[{ label: 'Until' }, { label: 'Licence' }, { label: 'Quoted', isNumber: true }],
      ],
      rows: works.map(({ number, text, picture, credit, shownName, state, offeredAt, licence, uses }) => [
        html`<a href="/desk/lead/works/${number}">#${number}</a>`,
        text || (picture ? 'a picture' : 'gone'),
        creditForStaff({ credit, shownName }),
        state,
        moment(offeredAt, zone),
        moment(licence.until, zone),
        licence.version,
        uses,
      ]),
      empty: isAll ? 'No fan has given anything yet.' : 'Nothing waits.',
    })}
    ${pager({ page, size: SIZE, total, to: (nth) => `works?${isAll ? 'all&' : ''}page=${nth}` })}`
}

function bodyOf(work: Work, asked: Asked): Html {
  const zone = asked.context.view.timeZone()
  const {
    number,
    text,
    picture,
    state,
    how,
    offeredAt,
    licence,
    answers,
    decidedBy,
    decidedAt,
    withdrawnAt,
    uses,
    lang,
  } = work
  const rows: readonly (readonly [string, Html | string | number])[] = [
    ['Name beside it', creditForStaff(work)],
    ['State', state],
    ['Given', html`${moment(offeredAt, zone)}${how === 'asked' ? ', asked for after praise' : ''}`],
    ['By', html`<a href="/desk/lead/fans/${encodeURIComponent(work.account)}">${work.account}</a>`],
    ['Until', moment(licence.until, zone)],
    ['Where', licence.scope || '–'],
    [`Licence ${licence.version} (${licence.lang})`, licence.text],
    ['Quoted beside', answers.join(', ') || '–'],
    ['Quoted', uses],
    ...(decidedBy !== undefined && decidedAt !== undefined
      ? [['Decided', html`${decidedBy}, ${moment(decidedAt, zone)}`] as const]
      : []),
    ...(withdrawnAt === undefined ? [] : [['Withdrawn', moment(withdrawnAt, zone)] as const]),
  ]
  const isOpen = state !== 'withdrawn'
  return html`<blockquote lang="${lang}">${text || (picture ? 'A picture without words.' : 'Nothing is kept of it.')}</blockquote>
    ${picture ? html`<p class="quiet">With a picture.</p>` : ''}
    ${table({ caption: 'What was agreed', heads: [{ label: 'What' }, { label: 'How' }], rows, empty: '' })}
    ${
      isOpen
        ? html`${form(
            asked,
            { to: `works/${number}/accept`, label: 'Accept', isMain: true },
            field({
              name: 'answers',
              label: 'Quoted beside these answers',
              value: answers.join(' '),
              hint: 'Ids of answers.yaml, with spaces between. None: on the gallery alone.',
            }),
          )}
          ${form(asked, { to: `works/${number}/decline`, label: 'Decline', isDanger: true })}`
        : html`<p>Its fan has taken it back.</p>`
    }`
}

async function accept(sent: Sent): Promise<LeadActed> {
  const { number } = await workOf(sent)
  const { community } = sent.context
  const { answers } = read(accepting, Object.fromEntries(sent.fields))
  const ids = answers.split(/[\s,]+/).filter((id) => id !== '')
  const to = `works/${number}`
  const unknown = ids.filter((id) => !community.isAnswer(id))
  if (unknown.length > 0)
    return { isDone: false, says: `There is no answer ${unknown.join(', ')} in answers.yaml.`, to }
  return await decide(sent, number, 'accepted', ids)
}

async function decline(sent: Sent): Promise<LeadActed> {
  return await decide(sent, (await workOf(sent)).number, 'declined', [])
}

async function decide(
  { context, session }: Sent,
  number: number,
  state: 'accepted' | 'declined',
  answers: readonly string[],
): Promise<LeadActed> {
  const { community, clock } = context
  const by = { who: session.staff.name, answers, now: clock.now() }
  const isDone = (await community.works.decide(number, state, by)) !== undefined
  if (isDone && state === 'declined') await community.takeDown()
  const says = isDone ? `#${number} is ${state}.` : `The fan has withdrawn #${number}.`
  return { isDone, says, to: `works/${number}`, about: String(number) }
}
