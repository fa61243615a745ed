/** How the community does, by the names the field uses; no counts of followers. */
import { html } from 'hono/html'
import { DAY_MS } from '#mascot'
import type { Html, LeadPage } from '../lead-page.ts'
import { figure, figures } from '../parts/figures.ts'
import { table } from '../parts/table.ts'
import { lengthWords, moment } from '../parts/times.ts'

export const healthLeadPage: LeadPage = {
  name: 'health',
  label: 'Health',
  about: 'How soon a human answers, how many questions members answer, how many people carry it, who stays.',
  views: [
    {
      path: '',
      async show({ context }) {
        const health = await context.community.health()
        const zone = context.view.timeZone()
        if (!health)
          return { title: 'Health', body: html`<p>It is being counted just now. Load this page again in a moment.</p>` }
        const { questions, answeredByMembers, answeredByPeople, firstHumanAnswerMs, absenceFactor, answerers } = health
        const days = Math.round((health.countedAt - health.since) / DAY_MS)
        return {
          title: 'Health',
          body: html`<p class="quiet">Groups, the last ${days} days; counted ${moment(health.countedAt, zone)}.</p>
            ${figures([
              html`<div class="figure">
                <dt>Time to first human answer</dt>
                <dd><strong>${firstHumanAnswerMs === undefined ? '–' : lengthWords(firstHumanAnswerMs)}</strong>
                <span class="base">in the middle of ${answeredByPeople} answered questions</span></dd>
              </div>`,
              figure({ label: 'Answered by members', n: answeredByMembers, of: questions, unit: 'questions' }),
              figure({ label: 'Answered by a human', n: answeredByPeople, of: questions, unit: 'questions' }),
              figure({
                label: 'Absence factor',
                n: absenceFactor,
                unit: `of ${answerers} who answer`,
                note: 'So few members give half of all answers.',
              }),
            ])}
            <h2>Retention by quarter</h2>
            ${table({
              caption: 'Who wrote in a quarter, and in the next',
              heads: [
                { label: 'Quarter' },
                { label: 'Wrote', isNumber: true },
                { label: 'Wrote in the next too', isNumber: true },
              ],
              rows: health.quarters.map(({ from, active, stayed }) => [
                quarter(from),
                active,
                stayed === undefined ? '–' : share(stayed, active),
              ]),
              empty: 'Nobody has written yet.',
            })}
            <p class="quiet">Messages older than memory.days are deleted: what is older than that is not counted.</p>`,
        }
      },
    },
  ],
}

function quarter(from: number): string {
  const at = new Date(from)
  return `${at.getUTCFullYear()} Q${Math.floor(at.getUTCMonth() / 3) + 1}`
}

function share(n: number, of: number): Html | string {
  return of === 0 ? '–' : html`${Math.round((100 * n) / of)} % <span class="quiet">(${n})</span>`
}
