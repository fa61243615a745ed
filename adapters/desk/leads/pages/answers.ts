/** The page of questions that nothing was known for: grouped, with the closest answer; a new answer, more phrasings for one, or none. */
import { html } from 'hono/html'
import { z } from 'zod'
import type { AskedGroup } from '#mascot'
import { read } from '../../door/requests.ts'
import type { Asked, Html, LeadActed, LeadPage, Sent, Shown } from '../lead-page.ts'
import { figure, figures } from '../parts/figures.ts'
import { choice, field, form } from '../parts/form.ts'
import { pageOf, pager } from '../parts/table.ts'

const SIZE = 10

const reports = z
  .string()
  .regex(/^\d{1,12}( \d{1,12})*$/, 'Which questions?')
  .transform((text) => text.split(' ').map(Number))
const asks = z.string().transform((text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 50),
)
const sure = z.string().max(100).default('')
const accepted = z.object({
  reports,
  sure,
  asks,
  lang: z.string().regex(/^[a-z]{2,3}$/, 'Which language?'),
  words: z.string().trim().min(1, 'The answer is missing.').max(4_000, 'That is too long for an answer.'),
  home: z.string().trim().max(4_000, 'That is too long for an answer.').default(''),
})
const merged = z.object({ reports, asks, sure, into: z.string().min(1, 'Into which answer?').max(200) })

export const answersPage: LeadPage = {
  name: 'answers',
  label: 'Unanswered',
  about: 'What fans ask and nothing is known for: write an answer, add the phrasings to one, or leave it.',
  views: [{ path: '', show }],
  acts: [
    {
      path: '/accept',
      act: (sent) => done(sent, (fields) => sent.context.answers.accept(read(accepted, fields), sent.session.staff)),
    },
    {
      path: '/merge',
      act: (sent) => done(sent, (fields) => sent.context.answers.merge(read(merged, fields), sent.session.staff)),
    },
    {
      path: '/dismiss',
      act: (sent) =>
        done(sent, (fields) =>
          sent.context.answers.dismiss(read(z.object({ reports }), fields).reports, sent.session.staff),
        ),
    },
  ],
}

async function done(
  sent: Sent,
  work: (fields: object) => Promise<Pick<LeadActed, 'isDone' | 'says' | 'asks'>>,
): Promise<LeadActed> {
  const { isDone, says, asks } = await work(Object.fromEntries(sent.fields))
  return { isDone, says, ...(asks ? { asks } : {}), about: (sent.fields.get('reports') ?? '').slice(0, 80) }
}

async function show(asked: Asked): Promise<Shown> {
  const { answers } = asked.context
  const groups = await answers.groups()
  const page = pageOf(asked)
  const questions = groups.reduce((sum, group) => sum + group.questions, 0)
  const mayDecide = answers.mayDecide(asked.session.staff)
  return {
    title: 'Questions without an answer',
    body: html`${figures([
      figure({ label: 'In 30 days', n: questions, unit: 'questions' }),
      figure({
        ...{ label: 'Nearly answered', n: groups.filter(({ closest }) => closest?.isNear).length },
        ...{ of: groups.length, unit: 'groups' },
      }),
    ])}
    ${groups.length === 0 ? html`<p class="quiet none">Nothing was asked that nothing was known for.</p>` : ''}
    ${mayDecide ? '' : html`<p class="quiet">An operator decides about answers.</p>`}
    ${groups.slice((page - 1) * SIZE, page * SIZE).map((group) => groupPart(asked, group, mayDecide))}
    ${pager({ page, size: SIZE, total: groups.length, to: (nth) => `answers?page=${nth}` })}`,
  }
}

function groupPart(asked: Asked, group: AskedGroup, mayDecide: boolean): Html {
  const { title, questions, people, examples, closest, lang } = group
  const near =
    closest === undefined
      ? 'No answer comes close.'
      : html`${closest.isNear ? 'Nearly answered by' : 'Closest'}: <strong>${closest.id}</strong>, “${closest.ask}”.`
  return html`<section aria-label="${title}">
    <h2 lang="${lang}">${title}</h2>
    <p>
      ${questions} ${questions === 1 ? 'question' : 'questions'} by ${people} ${people === 1 ? 'person' : 'people'}. ${near}
    </p>
    <ul>${examples.map((text) => html`<li lang="${lang}">${text}</li>`)}</ul>
    ${mayDecide ? groupForms(asked, group) : ''}
  </section>`
}

function groupForms(asked: Asked, { title, reports: numbers, phrasings, lang, closest }: AskedGroup): Html {
  const { answers } = asked.context
  const hidden = { reports: numbers.join(' ') }
  const [home = '', ...others] = answers.languages()
  const asksField = field({
    ...{ name: 'asks', label: 'Asked for by', value: phrasings.join('\n'), isRequired: true, isLong: true },
    hint: 'One phrasing a line.',
  })
  return html`${form(
    asked,
    { to: 'answers/accept', label: 'Write it into answers.yaml', about: title, isMain: true, hidden },
    html`${asksField}
    ${choice({ name: 'lang', label: 'Language of the answer', value: lang, of: answers.languages().map((one) => ({ value: one, label: one })) })}
    ${field({ name: 'words', label: 'Answer', isRequired: true, isLong: true, longest: 4_000 })}
    ${
      others.length === 0
        ? ''
        : field({
            ...{ name: 'home', label: `The same in ${home}`, isLong: true, longest: 4_000 },
            hint: `Needed where the answer is in ${others.join(' or ')}.`,
          })
    }`,
  )}
  <details>
    <summary>It belongs to an answer that there is</summary>
    ${form(
      asked,
      { to: 'answers/merge', label: 'Add the phrasings', about: title, hidden },
      html`${asksField}
      ${choice({
        ...{ name: 'into', label: 'Answer', value: closest?.id ?? '' },
        of: answers.answers().map(({ id, ask }) => ({ value: id, label: `${id}: ${ask}`.slice(0, 100) })),
      })}`,
    )}
  </details>
  ${form(asked, { to: 'answers/dismiss', label: 'Leave it', about: title, hidden })}`
}
