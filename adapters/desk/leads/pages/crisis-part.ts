/** Amber and red on the page of an issue: how it stands, what is said, what waits for another lead's yes, and the forms to change it. */
import { html } from 'hono/html'
import type { Crisis, Issue } from '#mascot'
import type { Asked, Html } from '../lead-page.ts'
import { choice, field, form } from '../parts/form.ts'
import { table } from '../parts/table.ts'
import { moment } from '../parts/times.ts'

const signs = { amber: '🟠 Amber', red: '🔴 Red' } as const

/** One line in the list. */
export function crisisLine(
  { level, issue, isDrill, reviewAt, proposed }: Crisis,
  all: readonly Issue[],
  zone: string,
): Html {
  const found = all.find(({ number }) => number === issue)
  const name =
    found === undefined
      ? 'the whole brand'
      : html`<a href="/desk/lead/issues/${found.number}">#${found.number} ${found.title}</a>`
  const review = reviewAt === undefined ? '' : html`, to be looked at again ${moment(reviewAt, zone)}`
  const waits = proposed.length > 0 ? '; words wait for another lead’s yes' : ''
  return html`<p><strong>${isDrill ? '🎭 Drill: ' : ''}${signs[level]}</strong>: ${name}${review}${waits}</p>`
}

/** `issue`: its number. */
export function crisisPart(asked: Asked, issue: number, crisis: Crisis | undefined): Html {
  const { leads, view } = asked.context
  if (!leads.mayApprove(asked.session.staff)) return html``
  const to = (act: string) => `issues/${issue}/crisis/${act}`
  const level = (label: string) =>
    form(
      asked,
      { to: to('level'), label },
      html`${choice({
        ...{ name: 'level', label: 'How grave', value: crisis?.level ?? 'amber' },
        of: [
          { value: 'amber', label: 'amber: approved words or a person' },
          { value: 'red', label: 'red: the holding statement, then a person' },
        ],
      })}${field({ name: 'hours', label: 'Looked at again after so many hours', value: crisis?.level === 'red' ? '1' : '4', isRequired: true })}`,
    )
  if (crisis === undefined)
    return html`<h2>Amber or red</h2>
      <p class="quiet">It is green.</p>
      ${level('Set it')}`
  const places = html`${choice({ name: 'lang', label: 'Language', of: leads.languages().map((one) => ({ value: one, label: one })) })}
  ${choice({
    ...{ name: 'platform', label: 'Platform' },
    of: [{ value: '', label: 'all' }, ...leads.platforms().map((one) => ({ value: one, label: one }))],
  })}`
  const zone = view.timeZone()
  const { level: now, beganAt, reviewAt, words } = crisis
  const review = reviewAt === undefined ? '' : html`, to be looked at again ${moment(reviewAt, zone)}`
  const saying = field({
    ...{ name: 'words', label: 'Words', isRequired: true, isLong: true, longest: 2_000 },
    hint: 'Where two lead, another than who writes them approves them.',
  })
  const topic = field({
    ...{ name: 'words', label: 'Words of the topic', value: words.join(', '), isRequired: true },
    hint: 'In every language, with commas between.',
  })
  return html`<h2>${signs[now]}</h2>
    <p>Since ${moment(beganAt, zone)}${review}. Words by which a message is known to be about it, besides its title: ${words.join(', ') || 'none'}.</p>
    ${level('Change it')}
    <h3>Holding statement</h3>
    ${statements(asked, crisis, to, zone)}
    ${form(asked, { to: to('say'), label: 'Put these words forward', isMain: true }, html`${places}${saying}`)}
    ${form(asked, { to: to('foreseen'), label: 'Approve what issues.yaml says' })}
    ${form(asked, { to: to('words'), label: 'Keep these words' }, topic)}
    ${form(asked, { to: to('green'), label: 'Set it green', isDanger: true })}`
}

function statements(
  asked: Asked,
  { statements: said, proposed }: Crisis,
  to: (act: string) => string,
  zone: string,
): Html {
  return table({
    caption: 'What is said, and what waits for a yes',
    heads: [{ label: 'Language' }, { label: 'Platform' }, { label: 'Words' }, { label: 'By' }, { label: 'Approved' }],
    rows: [
      ...said.map(({ lang, platform = 'all', words, approvedBy, typedBy, at }) => [
        ...[lang, platform, html`<span lang="${lang}">${words}</span>`, (typedBy ?? approvedBy).name],
        html`${approvedBy.name}, ${moment(at, zone)}`,
      ]),
      ...proposed.map(({ lang, platform, words, by, mark }) => [
        ...[lang, platform ?? 'all', html`<span lang="${lang}">${words}</span>`, by.name],
        form(asked, {
          ...{ to: to('approve'), label: 'Approve', about: `what is proposed in ${lang}` },
          hidden: { lang, platform: platform ?? '', mark },
        }),
      ]),
    ],
    empty: 'No words yet: whoever asks goes to a person.',
  })
}
