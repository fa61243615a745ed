/** The talk: who says what where, and what was answered. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PlaySaid, PlayState, PlayTurn } from '../../../play/play-wire.ts'
import { doPlay, play, playApi, showTurn } from '../../state/play.ts'
import { useStore } from '../../state/store.ts'

/** Said, and not yet answered. */
interface Waiting {
  readonly fan: string
  readonly text: string
}

type Where = Omit<PlaySaid, 'text' | 'button'>

export function Stage({ state }: { readonly state: PlayState }) {
  const { isBusy, shown } = useStore(play)
  const [where, setWhere] = useState<Where>({ fan: 'Ana', platform: state.platforms[0] ?? '', surface: 'direct' })
  const end = useRef<HTMLLIElement>(null)
  const count = state.turns.length
  useEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [count])
  // One after the other: what is said during a reply waits for it.
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const say = async (text: string, button?: string) => {
    const mine = { fan: where.fan, text }
    setWaiting((before) => [...before, mine])
    const answered = last.current.then(() =>
      doPlay(() => playApi.say({ ...where, text, ...(button === undefined ? {} : { button }) })),
    )
    last.current = answered
    const isSaid = await answered
    setWaiting((before) => before.filter((one) => one !== mine))
    return isSaid
  }
  return (
    <section class="play-stage" aria-label="Talk">
      <Place state={state} where={where} onChange={setWhere} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ol class="play-talk" tabIndex={0} aria-label="What was said" aria-live="polite">
        {count === 0 ? (
          <li class="quiet empty">
            Say something as {where.fan || 'a fan'}. Beside each reply stands why; a dial that is turned answers all of
            it anew.
          </li>
        ) : null}
        {state.turns.map((turn) => (
          <Turn
            key={turn.id}
            turn={turn}
            persona={state.persona.name}
            isShown={(shown ?? count - 1) === turn.id}
            onPress={(label, value) => void say(label, value)}
          />
        ))}
        {waiting.map(({ fan, text }, nth) => (
          // Its place is what names it.
          <li key={nth} class="play-line fan waiting">
            <p class="by">{fan}</p>
            <p class="words" dir="auto">
              {text}
            </p>
          </li>
        ))}
        <li ref={end} aria-hidden="true" />
      </ol>
      <Box fan={where.fan} onSay={(text) => say(text)} />
      <div class="play-foot">
        <button type="button" class="plain" disabled={isBusy || count === 0} onClick={() => void doPlay(playApi.clear)}>
          Begin anew
        </button>
        <span class="quiet">{isBusy ? 'Thinking…' : ''}</span>
      </div>
    </section>
  )
}

interface PlaceProps {
  readonly state: PlayState
  readonly where: Where
  readonly onChange: (where: Where) => void
}

function Place({ state, where, onChange }: PlaceProps) {
  const set = (more: Partial<Where>) => onChange({ ...where, ...more })
  return (
    <div class="play-place">
      <label>
        Fan
        <input value={where.fan} maxLength={100} onInput={(event) => set({ fan: event.currentTarget.value })} />
      </label>
      <label>
        Platform
        <select value={where.platform} onChange={(event) => set({ platform: event.currentTarget.value })}>
          {state.platforms.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        Where
        <select
          value={where.surface}
          onChange={(event) => set({ surface: event.currentTarget.value === 'group' ? 'group' : 'direct' })}
        >
          <option value="direct">in private</option>
          <option value="group">in a group</option>
        </select>
      </label>
      {state.places.length > 0 ? (
        <label>
          Place
          <select
            value={where.place ?? ''}
            onChange={(event) => set({ place: event.currentTarget.value || undefined })}
          >
            <option value="">none</option>
            {state.places.map(({ id, words }) => (
              <option key={id} value={id} title={words}>
                {id}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        Hour
        <input
          placeholder="now"
          value={where.at ?? ''}
          maxLength={40}
          title="tue 14:00, or 9:30"
          onInput={(event) => set({ at: event.currentTarget.value.trim() || undefined })}
        />
      </label>
    </div>
  )
}

interface TurnProps {
  readonly turn: PlayTurn
  readonly persona: string
  readonly isShown: boolean
  readonly onPress: (label: string, value: string | undefined) => void
}

function Turn({ turn, persona, isShown, onPress }: TurnProps) {
  const where = `${turn.platform}, ${turn.surface === 'group' ? 'in a group' : 'in private'}`
  return (
    <>
      <li class="play-line fan">
        <p class="by">
          {turn.fan} <span class="quiet">{where}</span>
        </p>
        <p class="words" dir="auto">
          {turn.text}
        </p>
      </li>
      <li class={`play-line ours ${isShown ? 'shown' : ''}`}>
        <p class="by">{persona}</p>
        {turn.said.length === 0 ? <p class="quiet words">kept quiet</p> : null}
        {turn.said.map(({ text, buttons }, nth) => (
          // Its place is what names it.
          <div key={nth} class="play-said">
            <p class="words" dir="auto">
              {text}
            </p>
            {buttons.length > 0 ? (
              <p class="play-buttons">
                {buttons.map(({ label, value, url }) =>
                  url === undefined ? (
                    <button key={label} type="button" onClick={() => onPress(label, value)}>
                      {label}
                    </button>
                  ) : (
                    <a key={label} class="button" href={url} target="_blank" rel="noreferrer noopener">
                      {label}
                    </a>
                  ),
                )}
              </p>
            ) : null}
          </div>
        ))}
        {turn.before === undefined ? null : (
          <p class="play-before">
            <span class="quiet">before: </span>
            <del dir="auto">{turn.before === '' ? 'kept quiet' : turn.before}</del>
          </p>
        )}
        <p class="play-why">
          <button type="button" class="link" aria-pressed={isShown} onClick={() => showTurn(turn.id)}>
            {turn.why}
          </button>
        </p>
      </li>
    </>
  )
}

interface BoxProps {
  readonly fan: string
  readonly onSay: (text: string) => Promise<boolean>
}

function Box({ fan, onSay }: BoxProps) {
  const [text, setText] = useState('')
  const isEmpty = text.trim() === '' || fan.trim() === ''
  const send = async () => {
    if (isEmpty) return
    const said = text
    setText('')
    // What is being typed meanwhile stays.
    if (!(await onSay(said))) setText((typed) => (typed === '' ? said : `${said} ${typed}`))
  }
  return (
    <form
      class="play-box"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label class="hidden-words" for="play-text">
        What {fan || 'the fan'} says
      </label>
      <input
        id="play-text"
        value={text}
        maxLength={4000}
        autoComplete="off"
        placeholder={`As ${fan || 'a fan'}…`}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="main" disabled={isEmpty}>
        Say
      </button>
    </form>
  )
}
