/** What is asked before an act is done: which team, how long, which case, and whether one is sure. */
import { useState } from 'preact/hooks'
import type { ActRequest } from '../../../wire.ts'
import { act } from '../../state/open-case.ts'
import { Dialog } from '../controls/dialog.tsx'
import { keepFocus } from './focus.ts'
import { JoinForm } from './join-form.tsx'
import { LookForm } from './look-form.tsx'
import type { QuestionProps } from './question-props.ts'
import type { Acts } from './use-acts.ts'

const titles = {
  'take-over': 'Take this case over?',
  pass: 'Pass to a team',
  snooze: 'Snooze',
  join: 'Join another case',
  look: 'Ask the shop',
}
const forms = { 'take-over': TakeOver, pass: Pass, snooze: Snooze, join: JoinForm, look: LookForm }

export function Questions({ me, detail, acts }: Omit<QuestionProps, 'onAnswer' | 'onDone'> & { readonly acts: Acts }) {
  const { question, answered } = acts
  if (question === undefined) return null
  const Form = forms[question]
  const onAnswer = (request: ActRequest) => {
    answered()
    void act(request).then(keepFocus)
  }
  return (
    <Dialog key={question} title={titles[question]} onClose={answered}>
      <Form me={me} detail={detail} onAnswer={onAnswer} onDone={answered} />
    </Dialog>
  )
}

function TakeOver({ detail, onAnswer }: QuestionProps) {
  const name = detail.case.assignee?.name ?? 'Somebody'
  return (
    <form method="dialog">
      <p>{name} has it and may be writing. They are told that you took it over.</p>
      <footer>
        <button type="submit">Leave it</button>
        <button type="button" class="main" onClick={() => onAnswer({ kind: 'claim', takesOver: true })}>
          Take over from {name}
        </button>
      </footer>
    </form>
  )
}

function Pass({ me, detail, onAnswer }: QuestionProps) {
  const others = me.teams.filter(({ id }) => id !== detail.case.team)
  const [team, setTeam] = useState(others[0]?.id ?? '')
  const [words, setWords] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    onAnswer({ kind: 'pass', team, ...(words.trim() ? { words } : {}) })
  }
  return (
    <form onSubmit={submit}>
      <label>
        Team
        <select value={team} onChange={({ currentTarget }) => setTeam(currentTarget.value)}>
          {others.map(({ id, name, isOpen }) => (
            <option key={id} value={id}>
              {name}
              {isOpen ? '' : ' (closed now)'}
            </option>
          ))}
        </select>
      </label>
      <label>
        Words for the team, kept as a note
        <textarea rows={3} value={words} onInput={({ currentTarget }) => setWords(currentTarget.value)} />
      </label>
      <p class="quiet">The fan is told which team takes it on, never these words.</p>
      <footer>
        <button type="submit" class="main">
          Pass on
        </button>
      </footer>
    </form>
  )
}

const spans: readonly (readonly [string, number])[] = [
  ['30 minutes', 30],
  ['1 hour', 60],
  ['2 hours', 120],
  ['4 hours', 240],
  ['1 day', 1_440],
  ['3 days', 4_320],
]

function Snooze({ onAnswer }: QuestionProps) {
  return (
    <form method="dialog">
      <p>Until then, or until the fan writes.</p>
      <div class="choices">
        {spans.map(([label, minutes]) => (
          <button key={label} type="button" onClick={() => onAnswer({ kind: 'snooze', minutes })}>
            {label}
          </button>
        ))}
      </div>
    </form>
  )
}
