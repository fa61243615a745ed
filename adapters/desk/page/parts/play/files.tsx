/** The files as they lie there, with what is wrong at its line, and what the schema says of the line one is in. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type PlayFile, type PlayLooked, playFileNames } from '../../../play/play-wire.ts'
import { notify } from '../../state/notices.ts'
import { lookAgain, opened, playApi } from '../../state/play.ts'
import { wordsOf } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'

const PAUSE_MS = 350

interface Open {
  readonly file: PlayFile
  readonly stamp: string
  /** As it was read. */
  readonly saved: string
}

export function Files() {
  const at = useStore(opened)
  const area = useRef<HTMLTextAreaElement>(null)
  const [open, setOpen] = useState<Open>()
  const [text, setText] = useState('')
  const [line, setLine] = useState(1)
  const [looked, setLooked] = useState<PlayLooked>()
  const [problem, setProblem] = useState<string>()
  const isChanged = open !== undefined && text !== open.saved

  const read = useCallback(async (file: PlayFile, at: number) => {
    try {
      const found = await playApi.text(file)
      setOpen({ file, stamp: found.stamp, saved: found.text })
      setText(found.text)
      setLine(at)
      setProblem(undefined)
      requestAnimationFrame(() => goTo(area.current, at))
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }, [])
  useEffect(() => {
    if (at.nth === 0) return
    // What was written and not saved stays.
    if (open?.file === at.file && text !== open.saved) goTo(area.current, at.line)
    else void read(at.file, at.line)
  }, [at])
  useEffect(() => {
    if (open === undefined) return
    const timer = setTimeout(() => {
      playApi.look(open.file, text, line).then(setLooked, (error: unknown) => setProblem(wordsOf(error)))
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [open?.file, text, line])

  const save = async () => {
    if (open === undefined) return
    try {
      const written = await playApi.write(open.file, text, open.stamp)
      setOpen({ ...open, stamp: written.stamp, saved: written.text })
      setProblem(undefined)
      notify('done', `${open.file}.yaml is saved.`)
      await lookAgain()
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }
  const problems = looked?.problems ?? []
  const graver = problems.filter(({ severity }) => severity !== 'note')
  const notes = problems.filter(({ severity }) => severity === 'note')
  const errors = graver.filter(({ severity }) => severity === 'error').length
  return (
    <div class="play-panel">
      <fieldset class="play-tabs" aria-label="File">
        {playFileNames.map((file) => (
          <button
            key={file}
            type="button"
            aria-pressed={open?.file === file}
            disabled={isChanged && open.file !== file}
            onClick={() => void read(file, 1)}
          >
            {file}.yaml
          </button>
        ))}
      </fieldset>
      {problem ? (
        <p class="problem words" role="alert">
          {problem}
        </p>
      ) : null}
      {open === undefined ? (
        <p class="quiet">Choose a file.</p>
      ) : (
        <>
          <label class="hidden-words" for="play-file">
            {open.file}.yaml
          </label>
          <textarea
            id="play-file"
            ref={area}
            class="mono play-file"
            spellcheck={false}
            autoCapitalize="off"
            wrap="off"
            value={text}
            aria-describedby="play-help"
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyUp={(event) => setLine(lineOf(event.currentTarget))}
            onClick={(event) => setLine(lineOf(event.currentTarget))}
          />
          <div id="play-help" class="play-help">
            <p class="mono">
              {open.file}.yaml:{line} {looked?.path}
            </p>
            {looked?.about ? <p>{looked.about}</p> : null}
            {looked && looked.words.length > 0 ? <p>One of {looked.words.join(', ')}.</p> : null}
            {looked && looked.keys.length > 0 ? (
              <details>
                <summary>Keys here</summary>
                <dl class="play-facts">
                  {looked.keys.map(({ key, about }) => [
                    <dt key={`${key}.`} class="mono">
                      {key}
                    </dt>,
                    <dd key={key}>{about ?? ''}</dd>,
                  ])}
                </dl>
              </details>
            ) : null}
          </div>
          <Problems found={graver} onGo={(to) => goTo(area.current, to)} />
          {notes.length > 0 ? (
            <details>
              <summary>{notes.length} harmless notes</summary>
              <Problems found={notes} onGo={(to) => goTo(area.current, to)} />
            </details>
          ) : null}
          <p class="play-acts">
            <button type="button" class="main" disabled={!isChanged || errors > 0} onClick={() => void save()}>
              Save
            </button>
            <button type="button" onClick={() => void read(open.file, line)}>
              Read anew
            </button>
            {errors > 0 ? <span class="quiet">With mistakes it is not saved; the persona before goes on.</span> : null}
          </p>
        </>
      )}
    </div>
  )
}

interface ProblemsProps {
  readonly found: PlayLooked['problems']
  readonly onGo: (line: number) => void
}

/** Errors first. */
function Problems({ found, onGo }: ProblemsProps) {
  if (found.length === 0) return null
  const inOrder = found.toSorted((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'))
  return (
    <ul class="play-problems" aria-label="What is wrong">
      {inOrder.slice(0, 30).map((one) => (
        <li key={`${one.line}${one.path}${one.message}`} class={one.severity}>
          <button type="button" class="link" onClick={() => onGo(one.line)}>
            line {one.line}
          </button>{' '}
          {one.severity === 'warning' ? 'warning: ' : ''}
          {one.path} {one.message}
        </li>
      ))}
    </ul>
  )
}

function lineOf({ value, selectionStart }: HTMLTextAreaElement): number {
  return value.slice(0, selectionStart).split('\n').length
}

/** Puts the caret there, and the line into sight. */
function goTo(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  const height = Number.parseFloat(getComputedStyle(area).lineHeight) || 18
  area.scrollTop = Math.max(0, (line - 4) * height)
}
