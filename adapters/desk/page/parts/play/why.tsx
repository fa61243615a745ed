/** Why a reply is what it is: what was read, which answers came near, what a model was asked, what the review changed. */
import type { PlayState, PlayTurn } from '../../../play/play-wire.ts'
import { openAt, play } from '../../state/play.ts'
import { useStore } from '../../state/store.ts'

export function Why({ state }: { readonly state: PlayState }) {
  const { shown } = useStore(play)
  const turn = state.turns.find(({ id }) => id === shown) ?? state.turns.at(-1)
  if (turn === undefined) return <p class="quiet">Nothing was said yet.</p>
  const { seen, step, stations, wanted, asked } = turn.trace
  return (
    <div class="play-panel">
      <h2>“{turn.text}”</h2>
      <p>{turn.why}</p>
      <p class="quiet mono">{[turn.decision.kind, turn.decision.reason, ...turn.decision.flags].join(' · ')}</p>
      {turn.source ? <Source source={turn.source} /> : null}
      {seen ? (
        <dl class="play-facts">
          <dt>Read as</dt>
          <dd>
            {seen.kind}, {seen.lang}, heat {seen.heat.toFixed(2)}
          </dd>
          {seen.places.length > 0 ? (
            <>
              <dt>Places</dt>
              <dd>{seen.places.join(', ')}</dd>
            </>
          ) : null}
          <dt>Step</dt>
          <dd class="mono">{step ?? 'attend'}</dd>
        </dl>
      ) : null}
      {seen && seen.hits.length > 0 ? <Hits hits={seen.hits} /> : null}
      <Review turn={turn} wanted={wanted} />
      {asked.map((one, nth) => (
        // Its place is what names it.
        <Asked key={nth} one={one} />
      ))}
      <h3>Time</h3>
      <p class="quiet">
        {stations.map(({ station, tookMs }) => `${station} ${tookMs}`).join(', ')} ms; {turn.tookMs} ms in all
      </p>
    </div>
  )
}

function Source({ source }: { readonly source: NonNullable<PlayTurn['source']> }) {
  return (
    <p>
      <button type="button" onClick={() => openAt(source.file, source.line)}>
        Edit {source.name}
      </button>{' '}
      <span class="quiet mono">
        {source.file}.yaml:{source.line}
      </span>
    </p>
  )
}

function Hits({ hits }: { readonly hits: NonNullable<PlayTurn['trace']['seen']>['hits'] }) {
  return (
    <>
      <h3>Answers that came near</h3>
      <ol class="play-hits">
        {hits.map(({ answerId, score, phrasing }) => (
          <li key={answerId}>
            <meter min={0} max={1} value={score} aria-label={`${answerId}: how likely`} />
            <span class="mono">{score.toFixed(2)}</span> <strong>{answerId}</strong>{' '}
            <span class="quiet" dir="auto">
              “{phrasing}”
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Review({ turn, wanted }: { readonly turn: PlayTurn; readonly wanted: PlayTurn['trace']['wanted'] }) {
  const plain = (texts: readonly { readonly text: string }[]) =>
    texts
      .map(({ text }) => text)
      .join('\n')
      .replaceAll(/\s+/g, ' ')
  if (wanted.length === 0 || plain(wanted) === plain(turn.said)) return null
  return (
    <>
      <h3>Before the review</h3>
      {wanted.map(({ author, text }, nth) => (
        <p key={nth} class="words play-quote" dir="auto">
          <span class="quiet">{author}: </span>
          {text}
        </p>
      ))}
    </>
  )
}

function Asked({ one }: { readonly one: PlayTurn['trace']['asked'][number] }) {
  const { what, prefix, turn, answered, failed, spent } = one
  const price = spent.price === undefined ? '' : `, ${spent.price.toPrecision(2)}`
  return (
    <>
      <h3>Model: {what}</h3>
      <p>
        {spent.inputTokens} tokens read, {spent.cachedTokens} of them cached, {spent.outputTokens} written{price}
        {failed ? `; failed: ${failed}` : ''}
      </p>
      {[
        ['Prompt: the persona', prefix],
        ['Prompt: the turn', turn],
        ['It answered', answered],
      ].map(([name, text]) =>
        text ? (
          <details key={name}>
            <summary>
              {name} <span class="quiet">{text.length} characters</span>
            </summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <pre tabIndex={0} dir="auto">
              {text}
            </pre>
          </details>
        ) : null,
      )}
    </>
  )
}
