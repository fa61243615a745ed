/** The playground: a talk on the left, and beside it why, the dials and the files. */
import { useEffect, useRef } from 'preact/hooks'
import { lookAgain, openAt, type PlayTab, play, tab } from '../../state/play.ts'
import { useStore } from '../../state/store.ts'
import { Dials } from './dials.tsx'
import { Files } from './files.tsx'
import { Stage } from './stage.tsx'
import { Why } from './why.tsx'

/** How often it is asked whether a file was saved. */
const LOOK_MS = 1500

const tabs: readonly { readonly id: PlayTab; readonly label: string }[] = [
  { id: 'why', label: 'Why' },
  { id: 'dials', label: 'Dials' },
  { id: 'files', label: 'Files' },
]

export function PlayView() {
  const heading = useRef<HTMLHeadingElement>(null)
  const { state, problem } = useStore(play)
  const at = useStore(tab)
  useEffect(() => {
    heading.current?.focus()
    void lookAgain()
    const timer = setInterval(() => void lookAgain(), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  const errors = state?.problems.filter(({ severity }) => severity === 'error') ?? []
  return (
    <main class="play">
      <div class="play-head">
        <h1 ref={heading} tabIndex={-1}>
          Playground
        </h1>
        <p class="quiet">
          No fan hears what is said here.
          {state
            ? ` ${state.hasModel ? 'A model speaks' : 'Approved answers and lines alone'}; version ${state.persona.version}.`
            : ''}
        </p>
      </div>
      {problem ? (
        <p class="problem" role="alert">
          {problem}
        </p>
      ) : null}
      {errors.length > 0 ? (
        <div class="play-broken" role="alert">
          <p>
            <strong>The files have mistakes; the persona before them goes on.</strong>
          </p>
          <ul>
            {errors.slice(0, 8).map(({ file, line, path, message }) => (
              <li key={`${file}${line}${message}`}>
                <button type="button" class="link" onClick={() => openAt(file, line)}>
                  {file}.yaml:{line}
                </button>{' '}
                {path} {message}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {state === undefined ? (
        <p class="quiet" aria-busy="true">
          {problem ? '' : 'Reading…'}
        </p>
      ) : (
        <div class="play-body">
          <Stage state={state} />
          <section class="play-side" aria-label="Beside it">
            <fieldset class="play-tabs" aria-label="Beside it">
              {tabs.map(({ id, label }) => (
                <button key={id} type="button" aria-pressed={at === id} onClick={() => tab.set(id)}>
                  {label}
                </button>
              ))}
            </fieldset>
            {at === 'why' ? <Why state={state} /> : null}
            {at === 'dials' ? <Dials state={state} /> : null}
            <div hidden={at !== 'files'}>
              <Files />
            </div>
          </section>
        </div>
      )}
    </main>
  )
}
