/** The dials: turned, all that was said is answered anew; saved, they are written into persona.yaml. */
import { useState } from 'preact/hooks'
import type { PlayState } from '../../../play/play-wire.ts'
import { notify } from '../../state/notices.ts'
import { doPlay, play, playApi } from '../../state/play.ts'
import { useStore } from '../../state/store.ts'

export function Dials({ state }: { readonly state: PlayState }) {
  const { isBusy } = useStore(play)
  /** Turned, and not answered yet. */
  const [turning, setTurning] = useState<{ readonly path: string; readonly choice: string }>()
  const turn = async (path: string, choice: string) => {
    setTurning({ path, choice })
    await doPlay(() => playApi.turn(path, choice))
    setTurning(undefined)
  }
  const isTurned = state.dials.some(({ value, saved }) => value !== saved)
  const keep = async () => {
    if (await doPlay(playApi.keep)) notify('done', 'Written into persona.yaml.')
  }
  return (
    <div class="play-panel">
      <p class="quiet">
        What you turn is tried at your table alone, until it is saved.
        {state.hasModel ? '' : ' Without a model a dial changes how texts are cut and trimmed, and not their words.'}
      </p>
      <div class="play-dials">
        {state.dials.map(({ path, about, choices, value, saved }) => (
          <fieldset key={path} class={value === saved ? '' : 'turned'}>
            <legend>
              {path.split('.').at(-1)}
              {value === saved ? null : <span class="quiet"> saved: {saved}</span>}
            </legend>
            {about ? <p class="quiet">{about}</p> : null}
            <div class="play-choices">
              {choices.map((choice) => (
                <label key={choice}>
                  <input
                    type="radio"
                    name={path}
                    checked={choice === (turning?.path === path ? turning.choice : value)}
                    onChange={() => void turn(path, choice)}
                  />
                  {choice}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      {isTurned || state.diff.length > 0 ? (
        <>
          <h2>In persona.yaml</h2>
          <pre class="play-diff">
            {state.diff.map(({ kind, line, text }) => {
              const Part = kind === '+' ? 'ins' : 'del'
              return <Part key={`${kind}${line}`}>{`${kind} ${line}: ${text}\n`}</Part>
            })}
          </pre>
          <p class="play-acts">
            <button type="button" class="main" disabled={isBusy} onClick={() => void keep()}>
              Save
            </button>
            <button type="button" disabled={isBusy} onClick={() => void doPlay(playApi.undo)}>
              Take back
            </button>
          </p>
        </>
      ) : null}
    </div>
  )
}
