/** The card of a case: why, what is known, what is promised, who is on it, and what comes close. */
import type { ComponentChildren } from 'preact'
import type { CaseDetail, PersonaCard } from '../../../wire.ts'
import { eventWords } from '../../show/event-words.ts'
import { summaryWords } from '../../show/gist.ts'
import { placeWords } from '../../show/names.ts'
import { countdown } from '../../show/sla.ts'
import { fullTime, whenWords } from '../../show/times.ts'
import { addressOf } from '../../state/route.ts'
import { useServerNow } from '../../state/server-clock.ts'
import { writeReply } from '../../state/writing.ts'
import { Icon } from '../controls/icon.tsx'
import { Reason } from '../inbox/reason.tsx'
import { focusBox } from './focus.ts'
import { ShopBeside } from './shop-beside.tsx'
import type { Acts } from './use-acts.ts'

interface CaseCardProps {
  readonly detail: CaseDetail
  readonly persona: PersonaCard
  readonly acts: Acts
  readonly onClose: () => void
}

export function CaseCard({ detail, persona, acts, onClose }: CaseCardProps) {
  const { case: row, fan, followers, answers } = detail
  const now = useServerNow(10_000)
  return (
    <aside class="case-card" aria-label="Case card">
      <header>
        <h3>Case {row.number}</h3>
        <button type="button" class="plain card-close" aria-label="Close the card" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <p class="card-reason">
        <Reason row={row} />
      </p>
      <p class="summary">{summaryWords(row)}</p>
      <dl>
        <Entry name="Where">{placeWords(row.platform, row.surface)}</Entry>
        {row.teamName ? <Entry name="Team">{row.teamName}</Entry> : null}
        <Entry name="Opened">{whenWords(row.openedAt, now)}</Entry>
        {fan.since === undefined ? null : <Entry name="A fan since">{whenWords(fan.since, now)}</Entry>}
        {fan.lang ? <Entry name="Language">{languageName(fan.lang)}</Entry> : null}
        {row.breaches > 0 ? (
          <Entry name="Was late">{row.breaches === 1 ? 'once' : `${row.breaches} times`}</Entry>
        ) : null}
        {detail.shop.verifiedUntil === undefined ? null : (
          <Entry name="Verified">by a code, until {fullTime(detail.shop.verifiedUntil)}</Entry>
        )}
        {row.csat ? <Entry name="Rated">{row.csat} of 5</Entry> : null}
        {fan.facts.map(({ key, value }) => (
          <Entry key={key} name={key}>
            {value}
          </Entry>
        ))}
      </dl>
      {detail.contextUrl ? (
        <p>
          <a href={detail.contextUrl} target="_blank" rel="noreferrer noopener">
            What we know of them
          </a>
        </p>
      ) : null}
      <ShopBeside detail={detail} acts={acts} />
      {detail.ledHere.length > 0 ? (
        <Part title="Before, in a group">
          <ul class="led-here">
            {detail.ledHere.map(({ at, words, beside }) => (
              <li key={`${at} ${words}`} dir="auto">
                {words}{' '}
                {beside.map((told) => (
                  <p class="quiet" key={told} dir="auto">
                    {told}
                  </p>
                ))}
                <span class="quiet">{whenWords(at, now)}</span>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Promises detail={detail} now={now} />
      {followers.length > 0 ? (
        <Part title="The same trouble">
          <ul>
            {followers.map(({ id, fanName }) => (
              <li key={id}>
                <a href={addressOf({ view: 'inbox', caseId: id })}>{fanName || 'A fan'}</a>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {answers.length > 0 ? (
        <Part title="Answers that come close">
          <ul class="close-answers">
            {answers.map(({ id, title, text }) => (
              <li key={id}>
                <button type="button" onClick={() => use(text)}>
                  <strong>{title}</strong>
                  <span>{text}</span>
                </button>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <History detail={detail} persona={persona} />
    </aside>
  )
}

function use(text: string): void {
  writeReply(text)
  focusBox()
}

function Promises({ detail: { case: row, promises }, now }: { readonly detail: CaseDetail; readonly now: number }) {
  const timers = ['first-response', 'next-response', 'resolution'] as const
  const countdowns = timers.flatMap((timer) => {
    const dueAt = row.status === 'closed' ? undefined : row.timers[timer]
    const found = dueAt === undefined ? undefined : countdown(timer, dueAt, now)
    return found ? [{ timer, ...found }] : []
  })
  if (countdowns.length === 0 && promises.length === 0) return null
  return (
    <Part title="Promised">
      <ul>
        {countdowns.map(({ timer, words, urgency }) => (
          <li key={timer}>
            <span class={`countdown ${urgency}`}>{words}</span>
          </li>
        ))}
        {promises.map(({ text, dueAt, outcome }) => (
          <li key={`${dueAt} ${text}`} class="promise">
            {text} <span class="quiet">{outcome ?? `by ${whenWords(dueAt, now)}`}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function History({ detail: { history }, persona }: { readonly detail: CaseDetail; readonly persona: PersonaCard }) {
  if (history.length === 0) return null
  return (
    <details class="history">
      <summary>History</summary>
      <ol>
        {history.map((event, nth) => (
          // What happened stays in its place.
          <li key={nth}>
            <time>{fullTime(event.at)}</time> {eventWords(event, persona)}
          </li>
        ))}
      </ol>
    </details>
  )
}

function Entry({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="card-part">
      <h4>{title}</h4>
      {children}
    </section>
  )
}

const languages = new Intl.DisplayNames(['en'], { type: 'language' })

function languageName(code: string): string {
  try {
    return languages.of(code) ?? code
  } catch {
    return code
  }
}
