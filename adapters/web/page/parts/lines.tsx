/** The talk, read out as it grows. */
import { useEffect, useRef } from 'preact/hooks'
import type { Hello, Line } from '../../wire.ts'
import { useStore } from '../state/store.ts'
import { attempt, forget, press, talk, type Waiting } from '../state/talk.ts'
import { Bubble, Card, Said } from './bubble.tsx'

/** So near the end one is taken to read along. */
const NEAR_END = 120

export function Lines({ hello }: { readonly hello: Hello }) {
  const { lines, waiting, isTyping, isProving } = useStore(talk)
  const place = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const { words } = hello
  const last = lines.at(-1)
  useEffect(() => {
    const { current } = place
    if (current && isAtEnd.current) current.scrollTop = current.scrollHeight
  })
  return (
    <div
      class="lines"
      ref={place}
      role="log"
      aria-label={words.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by the keyboard, too (WCAG 2.1.1)
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END
      }}
    >
      {lines.length + waiting.length === 0 ? <p class="empty quiet">{words.empty}</p> : null}
      {besideEachOther(lines).map(([line, ...more]) =>
        line.isCard ? (
          <section key={line.id} class="shown">
            <Said line={line} hello={hello} />
            <div class="cards">
              {[line, ...more].map((one) => (
                <Card key={one.id} line={one}>
                  <Row line={one} isOpen={one === last} />
                </Card>
              ))}
            </div>
          </section>
        ) : (
          <Bubble key={line.id} line={line} hello={hello}>
            {line === last ? <Buttons line={line} /> : <Addresses line={line} />}
          </Bubble>
        ),
      )}
      {waiting.map((one) => (
        <Bubble key={one.line.id} line={one.line} hello={hello}>
          <Unsent one={one} hello={hello} />
        </Bubble>
      ))}
      <p class="typing quiet">{isProving ? words.proving : isTyping ? words.typing : ''}</p>
    </div>
  )
}

/** Cards that follow each other lie in one row; everything else has its own. */
function besideEachOther(lines: readonly Line[]): readonly (readonly [Line, ...Line[]])[] {
  const rows: [Line, ...Line[]][] = []
  for (const line of lines) {
    const row = rows.at(-1)
    if (line.isCard && row?.[0].isCard && row.length < MOST_CARDS) row.push(line)
    else rows.push([line])
  }
  return rows
}
const MOST_CARDS = 3

/** Those that open an address go on being of use; a choice that was passed over is none any more. */
function Addresses({ line }: { readonly line: Line }) {
  return <Row line={line} isOpen={false} />
}

function Buttons({ line }: { readonly line: Line }) {
  return <Row line={line} isOpen={true} />
}

function Row({ line, isOpen }: { readonly line: Line; readonly isOpen: boolean }) {
  const shown = (line.buttons ?? [])
    .map((button, nth) => ({ ...button, nth }))
    .filter(({ url }) => isOpen || url !== undefined)
  if (shown.length === 0) return null
  return (
    <ul class="choices">
      {shown.map(({ label, url, nth }) => (
        <li key={nth}>
          {url === undefined ? (
            <button type="button" onClick={() => void press(line, nth)}>
              {label}
            </button>
          ) : (
            <a
              class="button"
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              // Among several cards a link says what of.
              aria-label={line.isCard ? `${label}: ${line.text.split('\n')[0]}` : undefined}
            >
              {label}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function Unsent({ one: { line, state, problem }, hello: { words } }: { readonly one: Waiting; readonly hello: Hello }) {
  if (state === 'sending') return null
  return (
    <p class="problem" role="alert">
      {words[problem ?? 'notSent']}{' '}
      {problem === 'tooLarge' ? (
        <button type="button" class="plain" onClick={() => forget(line.id)}>
          {words.close}
        </button>
      ) : (
        <button type="button" class="plain" onClick={() => void attempt(line.id)}>
          {words.again}
        </button>
      )}
    </p>
  )
}
