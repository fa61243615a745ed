/** What the shop is asked: which look-up, and what it needs, as far as the fan has told it already. */
import { useState } from 'preact/hooks'
import { act } from '../../state/open-case.ts'
import { keepFocus } from './focus.ts'
import type { QuestionProps } from './question-props.ts'

export function LookForm({ detail, onDone }: QuestionProps) {
  const { lookUps } = detail.shop
  const [chosen, choose] = useState(lookUps[0]?.id ?? '')
  const [typed, type] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const lookUp = lookUps.find(({ id }) => id === chosen)
  if (!lookUp) return <p class="quiet">There is nothing that can be asked any more.</p>
  const typedOf = (id: string, told = '') => typed[`${chosen} ${id}`] ?? told
  const submit = async (submitted: Event) => {
    submitted.preventDefault()
    setBusy(true)
    const given = Object.fromEntries(lookUp.needs.map(({ id, told }) => [id, typedOf(id, told)]))
    const acted = await act({ kind: 'look', lookUp: chosen, given }, { isQuiet: true })
    setBusy(false)
    if (!acted.isDone) {
      setProblem(acted.says)
      return
    }
    onDone()
    keepFocus()
  }
  return (
    <form onSubmit={(submitted) => void submit(submitted)}>
      {lookUps.length > 1 ? (
        <label>
          What about
          <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {lookUps.map(({ id, about }) => (
              <option key={id} value={id}>
                {about}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p>{lookUp.about}</p>
      )}
      {lookUp.needs.map(({ id, shape, told }) => (
        <label key={`${chosen} ${id}`}>
          {labelOf(id, shape)}
          <input
            type="text"
            required
            maxLength={200}
            autocomplete="off"
            value={typedOf(id, told)}
            onInput={({ currentTarget }) => type({ ...typed, [`${chosen} ${id}`]: currentTarget.value })}
          />
        </label>
      ))}
      {problem ? <p role="alert">{problem}</p> : null}
      <p class="quiet">The fan is told nothing. What the shop answers is kept as a note.</p>
      <footer>
        <button type="submit" class="main" disabled={isBusy}>
          {isBusy ? 'Asking…' : 'Ask'}
        </button>
      </footer>
    </form>
  )
}

/** `Number (TW-######)`; what an e-mail address looks like everybody knows. */
function labelOf(id: string, shape: string): string {
  const name = `${id.slice(0, 1).toUpperCase()}${id.slice(1).replaceAll(/[-_]/g, ' ')}`
  return shape === 'email' || shape === 'text' ? name : `${name} (${shape})`
}
