/** One issue: what is known of it, what is said of it, its reports, what was done, and the forms to do more. */
import { randomUUID } from 'node:crypto'
import { html } from 'hono/html'
import { type Issue, type IssueState, type IssueStory, issueStates } from '#mascot'
import { Refusal } from '../../refusal.ts'
import type { Asked, Html, Shown } from '../lead-page.ts'
import { figure, figures } from '../parts/figures.ts'
import { choice, field, form } from '../parts/form.ts'
import { table } from '../parts/table.ts'
import { moment } from '../parts/times.ts'
import { crisisPart } from './crisis-part.ts'
import { stateWords } from './state-words.ts'

export async function showIssue(asked: Asked): Promise<Shown> {
  const number = Number(asked.param('number'))
  const story = Number.isSafeInteger(number) ? await asked.context.leads.issue(number) : undefined
  if (story === undefined) throw new Refusal(404, 'not-found', 'There is no such issue; perhaps it went on in another.')
  const { issue, crisis } = story
  const { lately, reporters, reports, platforms, since, fixedAt } = issue
  const zone = asked.context.view.timeZone()
  const seen = since === undefined ? '' : html` It was first reported ${moment(since, zone)}.`
  const fixed = fixedAt === undefined ? '' : html` It was fixed ${moment(fixedAt, zone)}.`
  return {
    title: `#${issue.number} ${issue.title}`,
    body: html`${figures([
      figure({
        label: 'People',
        n: reporters,
        note: `${reports} reports${platforms.length > 0 ? ` on ${platforms.join(', ')}` : ''}`,
      }),
      figure({ label: 'Of the last day', n: lately, of: reporters, unit: 'people' }),
    ])}
    <p>It is ${stateWords[issue.state]}; ${issue.owner ?? 'nobody'} has it.${seen}${fixed}</p>
    ${crisisPart(asked, issue.number, crisis)}
    <h2>Reports</h2>
    ${reportTable(asked, story, zone)}
    <h2>What is to be done</h2>
    ${stateForms(asked, issue)} ${wordForms(asked, story)}
    <h2>What was done</h2>
    ${history(story, zone)} ${wishForm(asked, issue.number, { kind: 'undo', label: 'Undo the last' })}`,
  }
}

interface WishForm {
  readonly kind: string
  readonly label: string
  readonly about?: string
  readonly hidden?: Readonly<Record<string, string | number>>
  readonly isMain?: boolean
}

/** Each form as it was shown is done once, however often it is sent. */
function wishForm(asked: Asked, number: number, wish: WishForm, fields: Html | '' = ''): Html {
  const { kind, hidden, ...options } = wish
  return form(asked, { to: `issues/${number}/${kind}`, ...options, hidden: { once: randomUUID(), ...hidden } }, fields)
}

function stateForms(asked: Asked, { number, state, owner }: Issue): Html {
  const { leads } = asked.context
  const states = issueStates.filter((one): one is Exclude<IssueState, 'prepared'> => one !== 'prepared')
  return html`${wishForm(
    asked,
    number,
    { kind: 'state', label: 'Set the state' },
    choice({
      ...{ name: 'state', label: 'State', value: state },
      of: states.map((one) => ({ value: one, label: stateWords[one] })),
    }),
  )}
  ${wishForm(
    asked,
    number,
    { kind: 'owner', label: 'Set the owner' },
    choice({
      ...{ name: 'owner', label: 'Owner', value: owner ?? '' },
      of: [{ value: '', label: 'nobody' }, ...leads.owners().map(({ id, name }) => ({ value: id, label: name }))],
    }),
  )}`
}

function wordForms(asked: Asked, { issue, says, isAnswerOfFile }: IssueStory): Html {
  const { number, title, answer = {} } = issue
  const languages = asked.context.leads.languages()
  const spoken = choice({
    name: 'lang',
    label: 'Language',
    of: languages.map((lang) => ({ value: lang, label: lang })),
  })
  const said = Object.entries(answer)
  return html`${wishForm(
    asked,
    number,
    { kind: 'title', label: 'Rename' },
    field({ name: 'title', label: 'Title', value: title, isRequired: true, longest: 120 }),
  )}
  <h3>What who reports it is told</h3>
  ${
    said.length === 0
      ? html`<p class="quiet">No words yet.</p>`
      : html`<dl>${said.map(([lang, words]) => html`<dt>${lang}</dt><dd lang="${lang}">${words[0] ?? ''}</dd>`)}</dl>`
  }
  ${isAnswerOfFile ? html`<p class="quiet">They stand in issues.yaml; words that you approve here take their place.</p>` : ''}
  ${says.length === 0 ? '' : html`<p class="quiet">issues.yaml foresees it as: ${says.join(' · ')}</p>`}
  ${wishForm(
    asked,
    number,
    { kind: 'answer', label: 'Approve these words', isMain: true },
    html`${spoken}${field({ name: 'words', label: 'Words', isRequired: true, isLong: true, longest: 2_000 })}`,
  )}
  <h3>What they are told besides, once it is fixed</h3>
  ${wishForm(
    asked,
    number,
    { kind: 'news', label: 'Keep these words' },
    html`${spoken}${field({ name: 'words', label: 'Words', isRequired: true, isLong: true, longest: 2_000 })}`,
  )}
  <h3>Reports that belong elsewhere</h3>
  ${wishForm(
    asked,
    number,
    { kind: 'merge', label: 'Go on in it' },
    field({ name: 'into', label: 'Number of the issue in which this one goes on', isRequired: true, longest: 10 }),
  )}
  ${wishForm(
    asked,
    number,
    { kind: 'split', label: 'Make a new issue of them' },
    html`${field({ name: 'reports', label: 'Reports', isRequired: true, hint: 'As the table numbers them: r12 r15' })}
    ${field({ name: 'title', label: 'Title of the new issue', isRequired: true, longest: 120 })}`,
  )}
  ${wishForm(
    asked,
    number,
    { kind: 'attach', label: 'Bring them here' },
    field({ name: 'reports', label: 'Reports of other issues', isRequired: true, hint: 'r12 r15' }),
  )}`
}

function reportTable(asked: Asked, { issue, reports }: IssueStory, zone: string): Html {
  return table({
    caption: 'Reports, the latest first',
    heads: [{ label: 'Report' }, { label: 'Words' }, { label: 'When' }, { label: 'Where' }, { label: 'Elsewhere' }],
    rows: reports.map(({ id, at, platform, text, lang }) => [
      `r${id}`,
      text === undefined
        ? html`<span class="quiet">no longer kept</span>`
        : html`<span${lang === undefined ? '' : html` lang="${lang}"`}>${text}</span>`,
      moment(at, zone),
      platform,
      wishForm(asked, issue.number, {
        kind: 'detach',
        label: 'Detach',
        about: `r${id}`,
        hidden: { reports: `r${id}` },
      }),
    ]),
    empty: 'Nobody has reported it.',
  })
}

function history({ history: done }: IssueStory, zone: string): Html {
  if (done.length === 0) return html`<p class="quiet">Nothing yet.</p>`
  return html`<ul class="rows">${done.map(
    ({ at, who, what }) =>
      html`<li><span class="row-words">${who}: ${what} <span class="quiet">${moment(at, zone)}</span></span></li>`,
  )}</ul>`
}
