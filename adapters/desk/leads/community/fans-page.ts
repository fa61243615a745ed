/** Fans for leads: found by name or account, and of each what is held, in which scope, with links and works. */
import { html } from 'hono/html'
import { type AccountId, type FanHeld, platformOf, type Work } from '#mascot'
import { Refusal } from '../../refusal.ts'
import type { Asked, Html, LeadPage } from '../lead-page.ts'
import { pageOf, pager, table } from '../parts/table.ts'
import { moment } from '../parts/times.ts'

const SIZE = 50
const LONGEST_SEARCH = 100

const consents = { yes: 'yes', no: 'no', asked: 'asked, no answer', unasked: 'not given' } as const

const addressOf = (account: AccountId) => `fans/${encodeURIComponent(account)}`

export const fansLeadPage: LeadPage = {
  name: 'fans',
  label: 'Fans',
  about: 'Who is known, what is held of them and where it may be read.',
  views: [
    { path: '', show: async (asked) => ({ title: 'Fans', body: await listOf(asked) }) },
    {
      path: '/:account',
      async show(asked) {
        const account = asked.param('account') as AccountId
        const { community } = asked.context
        const held = await community.fans.held(account)
        if (!held) throw new Refusal(404, 'no-fan', 'Nobody is known by this account (any more).')
        return {
          title: held.accounts.find((one) => one.account === account)?.name || account,
          body: bodyOf(held, await community.works.ofFan(account), asked),
        }
      },
    },
  ],
}

async function listOf(asked: Asked): Promise<Html> {
  const page = pageOf(asked)
  const search = (asked.query('search') ?? '').trim().slice(0, LONGEST_SEARCH)
  const zone = asked.context.view.timeZone()
  const { fans, total } = await asked.context.community.fans.find({ search, limit: SIZE, offset: (page - 1) * SIZE })
  return html`<form method="get" action="/desk/lead/fans" role="search">
      <label class="field"><span>Name or account</span><input type="search" name="search" value="${search}" maxlength="${LONGEST_SEARCH}" /></label>
      <button type="submit" class="main">Search</button>
    </form>
    <p class="quiet">${total} accounts</p>
    ${table({
      caption: 'Fans by account',
      heads: [{ label: 'Name' }, { label: 'Account' }, { label: 'Since' }, { label: 'Consent' }, { label: 'From' }],
      rows: fans.map(({ account, name, since, consent, from }) => [
        html`<a href="/desk/lead/${addressOf(account)}">${name || account}</a>`,
        account,
        moment(since, zone),
        consents[consent],
        from ?? 'heard here',
      ]),
      empty: search === '' ? 'Nobody has written yet.' : 'Nobody is called so.',
    })}
    ${pager({ page, size: SIZE, total, to: (nth) => `fans?search=${encodeURIComponent(search)}&page=${nth}` })}`
}

function bodyOf(held: FanHeld, works: readonly Work[], asked: Asked): Html {
  const zone = asked.context.view.timeZone()
  return html`<h2>Accounts</h2>
    ${table({
      caption: 'Accounts of this fan',
      heads: [{ label: 'Account' }, { label: 'Name' }, { label: 'Since' }, { label: 'Consent' }, { label: 'From' }],
      rows: held.accounts.map(({ account, name, since, consent, from }) => [
        account,
        name,
        moment(since, zone),
        consents[consent],
        from ?? 'heard here',
      ]),
      empty: 'None.',
    })}
    <h2>What they told</h2>
    ${table({
      caption: 'Facts, each with where it may be read',
      heads: [{ label: 'What' }, { label: 'Told' }, { label: 'May be read' }, { label: 'In their words' }],
      rows: held.facts.map(({ key, value, toldAt, thread, surface, isEverywhere, words }) => [
        `${key}: ${value}`,
        moment(toldAt, zone),
        `${surface === 'group' ? 'in that group' : 'in that private talk'} on ${platformOf(thread)}${isEverywhere ? ', and in their private talks' : ''}`,
        words ?? '–',
      ]),
      empty: 'Nothing is remembered.',
    })}
    <h2>Joined accounts</h2>
    ${table({
      caption: 'Links, those that ended too',
      heads: [{ label: 'One' }, { label: 'Other' }, { label: 'Since' }, { label: 'Ended' }],
      rows: held.links.map(({ a, b, madeAt, endedAt }) => [
        a,
        b,
        moment(madeAt, zone),
        endedAt === undefined ? '–' : moment(endedAt, zone),
      ]),
      empty: 'None was ever joined.',
    })}
    <h2>Works</h2>
    ${table({
      caption: 'What they let us show',
      heads: [{ label: 'Number' }, { label: 'Words' }, { label: 'State' }, { label: 'Quoted', isNumber: true }],
      rows: works.map(({ number, text, state, uses }) => [
        html`<a href="/desk/lead/works/${number}">#${number}</a>`,
        text || 'a picture',
        state,
        uses,
      ]),
      empty: 'None.',
    })}
    <p class="quiet">
      ${held.messages} messages, ${held.cases} cases, ${held.helps.filter(({ endedAt }) => endedAt === undefined).length} groups in which they offer
      to help.
    </p>`
}
