/** Which open case this one goes on in: several fans with the same trouble are then answered once. */
import { useEffect, useState } from 'preact/hooks'
import type { CaseRow } from '../../../wire.ts'
import { api } from '../../state/api.ts'
import { wordsOf } from '../../state/session.ts'
import type { QuestionProps } from './question-props.ts'

export function JoinForm({ detail, onAnswer }: QuestionProps) {
  const [cases, setCases] = useState<readonly CaseRow[]>()
  const [problem, setProblem] = useState('')
  // Read once, as the question is asked.
  useEffect(() => {
    api.cases({ status: 'open' }).then(
      ({ cases: open }) => setCases(open.filter(({ id }) => id !== detail.case.id)),
      (error: unknown) => setProblem(wordsOf(error)),
    )
  }, [])
  if (problem) return <p role="alert">{problem}</p>
  if (cases === undefined) return <p class="quiet">Reading…</p>
  if (cases.length === 0) return <p class="quiet">There is no other open case.</p>
  return (
    <form method="dialog">
      <p>What is said there is then said to {detail.case.fanName || 'this fan'} too.</p>
      <ul class="choices">
        {cases.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => onAnswer({ kind: 'join', lead: row.id })}>
              <strong>{row.fanName || 'A fan'}</strong> {row.reasonWords}
              <span class="quiet"> {row.number}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
