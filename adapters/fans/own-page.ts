/** A fan's own page: what is held, where it is from, and the buttons that undo it. */
import { html } from 'hono/html'
import { type EvidenceWhat, type Face, type FanHeld, OWN_PATH, type OwnPage, platformOf, type Work } from '#mascot'
import { button, day, type Html, page } from './shell.ts'

const consents = {
  yes: 'You said yes to being remembered.',
  no: 'You said no to being remembered.',
  asked: 'You were asked whether you may be remembered, and have not answered.',
  unasked: 'You have not been asked whether you may be remembered.',
} as const

const states = {
  offered: 'our team looks at it',
  accepted: 'shown',
  declined: 'not shown',
  withdrawn: 'taken back',
} as const

const seen: Readonly<Record<EvidenceWhat, string>> = {
  reach: 'you told how many people you reach',
  role: 'you look after a group',
  introduced: 'somebody we sent to you thanked you',
  offered: 'you offered something you made',
  used: 'something you made was shown',
  thanked: 'somebody thanked you for an answer',
  accepted: 'your answer helped whoever had asked',
  reacted: 'others liked an answer of yours',
  saidLoyal: 'you said that you are a regular',
  saidRival: 'you said that you buy elsewhere',
}

const circles = {
  asked: 'you were asked into the circle, and have not answered',
  yes: 'you said yes to the circle',
  no: 'you said no to the circle',
} as const

export function opening(secret: string, face: Face): Html {
  return page(
    { title: `What ${face.brand} keeps of you`, face },
    html`<p>This link opens once. The page then takes your buttons for fifteen minutes.</p>
      ${button(`${OWN_PATH}${secret}`, 'Open my page')}`,
  )
}

export function own({ page: key, held, works, standing, titles }: OwnPage, face: Face): Html {
  const act = (what: string, label: string, more: Parameters<typeof button>[2] = {}) =>
    button('/mine/', label, { ...more, hidden: { ...more.hidden, page: key, do: what } })
  const isLinked = held.links.some(({ endedAt }) => endedAt === undefined)
  return page(
    { title: `What ${face.brand} keeps of you`, face },
    html`<h2>Accounts</h2>
      <ul>
        ${held.accounts.map(
          ({ account, name, since, consent, from }) => html`<li class="card">
            <strong>${name || account}</strong> on ${platformOf(account)}, since ${day(since)}${from === undefined ? '' : html`, read from ${from}`}.
            ${consents[consent]}
          </li>`,
        )}
      </ul>
      ${isLinked ? act('unlink', 'Separate these accounts') : ''}
      <h2>What you told</h2>
      ${factsOf(held)}
      <h2>What you let us show</h2>
      ${worksOf(works, act)}
      <h2>What sets you apart</h2>
      ${standingOf(standing, titles)}
      <h2>Messages and cases</h2>
      <p>${held.messages} messages of yours, and ${held.cases} times that people were called. /mydata brings all of it as files.</p>
      ${helpsOf(held)}
      <h2>Forget me</h2>
      <p>Everything above is deleted, of all these accounts. It cannot be undone.</p>
      ${act('ask-erase', 'Delete everything', { isDanger: true })}`,
  )
}

function helpsOf({ helps }: FanHeld): Html | '' {
  const open = helps.filter(({ endedAt }) => endedAt === undefined)
  return open.length === 0 ? '' : html`<p>You offered to help in ${open.length} groups. /helper off there ends it.</p>`
}

function standingOf({ choices, evidence }: OwnPage['standing'], titles: OwnPage['titles']): Html {
  const { circle, firstAt, hiddenAt, offAt } = choices
  const lines = [
    ...titles.map((title) => `your title: ${title}${hiddenAt === undefined ? '' : ', hidden'}`),
    ...evidence.map(({ what, at }) => `${seen[what]}, ${day(at)}`),
    ...(offAt === undefined ? [] : ['nothing of this kind is kept, as you wished; /me on allows it again']),
    circle === undefined ? 'you have not been asked into the circle' : circles[circle],
    firstAt === undefined
      ? 'nobody writes to you first; /me first on allows it'
      : 'you may be written to first; /me first off ends it',
  ]
  return html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`
}

function factsOf({ facts }: FanHeld): Html {
  if (facts.length === 0) return html`<p>Nothing is remembered.</p>`
  return html`<ul>
    ${facts.map(
      ({ key, value, toldAt, thread, surface, isEverywhere, words }) => html`<li class="card">
        <strong>${key}: ${value}</strong>
        <span class="quiet">told ${day(toldAt)} on ${platformOf(thread)}, ${scopeOf(surface, isEverywhere)}</span>
        ${words === undefined ? '' : html`<br />“${words}”`}
      </li>`,
    )}
  </ul>`
}

function scopeOf(surface: 'direct' | 'group', isEverywhere: boolean): string {
  const place = surface === 'group' ? 'in a group; read there' : 'in private; read there'
  return isEverywhere ? `${place} and in your private talks` : `${place} alone`
}

type Act = (what: string, label: string, more?: Parameters<typeof button>[2]) => Html

function worksOf(works: readonly Work[], act: Act): Html {
  if (works.length === 0) return html`<p>Nothing. /work gives something.</p>`
  return html`<ul>
    ${works.map(
      ({ number, text, credit, state, licence, uses }) => html`<li class="card">
        <strong>#${number}</strong> ${text || 'A picture'}
        <span class="quiet">(${states[state]}, under the name ${credit || 'nobody'}, until ${day(licence.until)}, quoted ${uses} times)</span>
        <details><summary>What you agreed to</summary>${licence.text} ${licence.scope}</details>
        ${state === 'withdrawn' ? '' : act('withdraw', 'Take it back', { about: `#${number}`, hidden: { number } })}
      </li>`,
    )}
  </ul>`
}

export function erasing(key: string, face: Face): Html {
  const hidden = (what: string) => ({ hidden: { page: key, do: what } })
  return page(
    { title: 'Delete everything?', face },
    html`<p>What ${face.brand} keeps of you is deleted for good, of all joined accounts, here and where staff were shown it.</p>
      ${button('/mine/', 'Yes, delete everything', { ...hidden('erase'), isDanger: true })} ${button('/mine/', 'No, keep it', hidden('see'))}`,
  )
}

export function done(face: Face): Html {
  return page({ title: 'Forgotten', face }, html`<p>Everything was deleted. If you write again, we begin anew.</p>`)
}

/** One answer for all that is none: a link that was used, is over, or never was. */
export function gone(face: Face): Html {
  return page(
    { title: 'There is nothing here', face },
    html`<p>A link opens once, and within ten minutes. /mydata to ${face.name} gives you a new one.</p>`,
  )
}
