/** A fan's own page: what is held, where it is from, and the buttons that undo it. */
import { html } from 'hono/html'
import { type FanHeld, type FanPageWords, OWN_PATH, type OwnPage, platformOf, type Work } from '#mascot'
import { button, day, fill, type Html, page, type Shown } from './shell.ts'

export function opening(secret: string, to: Shown): Html {
  const { said, text } = to.words
  return page(
    said.aboutData,
    to,
    html`<p>${text.opensOnce}</p>
      ${button(`${OWN_PATH}${secret}`, text.open)}`,
  )
}

export function own({ page: key, held, works, standing, titles }: OwnPage, to: Shown): Html {
  const { words } = to
  const { said, text } = words
  const act = (what: string, label: string, more: Parameters<typeof button>[2] = {}) =>
    button('/mine/', label, { ...more, hidden: { ...more.hidden, page: key, do: what } })
  const isLinked = held.links.some(({ endedAt }) => endedAt === undefined)
  return page(
    said.aboutData,
    to,
    html`<h2>${text.accounts}</h2>
      <ul>
        ${held.accounts.map(
          ({ account, name, since, consent, from }) => html`<li class="card">
            <strong dir="auto">${name || account}</strong> · ${platformOf(account)} · ${day(since)}${from === undefined ? '' : html` · ${from}`}<br />
            ${words.consent[consent]}
          </li>`,
        )}
      </ul>
      ${isLinked ? act('unlink', text.separate) : ''}
      <h2>${said.facts}</h2>
      ${factsOf(held, words)}
      <h2>${text.shown}</h2>
      ${worksOf(works, act, words)}
      <h2>${said.aboutMe}</h2>
      ${standingOf(standing, titles, words)}
      <p>${fill(said.messages, { count: held.messages })} ${fill(said.cases, { count: held.cases })} /mydata</p>
      ${helpsOf(held, words)}
      <h2>${said.forget}</h2>
      <p>${text.eraseAsk}</p>
      ${act('ask-erase', text.erase, { isDanger: true })}`,
  )
}

function helpsOf({ helps }: FanHeld, { text }: FanPageWords): Html | '' {
  const open = helps.filter(({ endedAt }) => endedAt === undefined)
  return open.length === 0 ? '' : html`<p>${fill(text.helps, { count: open.length })}</p>`
}

function standingOf(
  { choices, evidence }: OwnPage['standing'],
  titles: OwnPage['titles'],
  { said, seen, text }: FanPageWords,
): Html {
  const { circle, firstAt, hiddenAt, offAt, saidNo } = choices
  const lines = [
    ...titles.map((title) => fill(hiddenAt === undefined ? said.title : said.titleHidden, { title })),
    ...evidence.map(({ what, at }) => `${seen[what]} – ${day(at)}`),
    ...(offAt === undefined ? [] : [saidNo ? said.isRefused : said.isOff]),
    ...(circle === undefined ? [] : [`${text.circle}: ${circle === 'asked' ? '?' : said[circle]}`]),
    firstAt === undefined ? text.firstNo : text.firstYes,
  ]
  return html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`
}

function factsOf({ facts }: FanHeld, { said, text, keys }: FanPageWords): Html {
  if (facts.length === 0) return html`<p>${said.noFacts}</p>`
  return html`<ul>
    ${facts.map(
      ({ key, value, toldAt, thread, surface, isEverywhere, words }) => html`<li class="card">
        <strong dir="auto">${keys[key] ?? key}: ${value}</strong>
        <span class="quiet">${listed(
          day(toldAt),
          platformOf(thread),
          surface === 'group' ? text.inGroup : text.inPrivate,
          isEverywhere ? text.everywhere : '',
        )}</span>
        ${words === undefined ? '' : html`<br />“${words}”`}
      </li>`,
    )}
  </ul>`
}

function listed(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

type Act = (what: string, label: string, more?: Parameters<typeof button>[2]) => Html

function worksOf(works: readonly Work[], act: Act, { said, text }: FanPageWords): Html {
  if (works.length === 0) return html`<p>${said.howToGive}</p>`
  return html`<ul>
    ${works.map(
      ({ number, text: words, picture, credit, state, licence, uses }) => html`<li class="card">
        <strong>#${number}</strong> <span dir="auto">${words || (picture ? text.picture : '–')}</span>
        <span class="quiet">(${listed(
          text[state],
          credit === '' ? '' : `— ${credit}`,
          fill(text.until, { day: day(licence.until) }),
          fill(text.quoted, { count: uses }),
        )})</span>
        <details><summary>${text.agreed}</summary><span lang="${licence.lang}" dir="auto">${licence.text} ${licence.scope}</span></details>
        ${state === 'withdrawn' ? '' : act('withdraw', text.takeBack, { about: `#${number}`, hidden: { number } })}
      </li>`,
    )}
  </ul>`
}

export function erasing(key: string, to: Shown): Html {
  const { said, text } = to.words
  const hidden = (what: string) => ({ hidden: { page: key, do: what } })
  return page(
    `${text.erase}?`,
    to,
    html`<p>${text.eraseAsk}</p>
      ${button('/mine/', `${said.yes} – ${text.erase}`, { ...hidden('erase'), isDanger: true })} ${button('/mine/', said.no, hidden('see'))}`,
  )
}

/** Said as the persona says it, once all is gone. */
export function done(to: Shown): Html {
  return page(to.words.said.forgotten, to, html``)
}

/** One answer for all that is none: a link that was used, is over, or never was. */
export function gone(to: Shown): Html {
  return page(to.words.text.gone, to, html`<p>${to.words.text.goneWhy}</p>`)
}
