/** The record of what was done at the desk, newest first. Never the words said to a fan. */
import { fullTime } from '../../show/times.ts'
import { api } from '../../state/api.ts'
import { useList } from '../../state/use-list.ts'
import { View } from './view.tsx'

export function Audit() {
  const listed = useList(api.audit)
  return (
    <View
      title="Record of actions"
      about="Who did what, newest first. The words said to fans are not in it."
      listed={listed}
      empty="Nothing was recorded yet."
      isEmpty={({ entries }) => entries.length === 0}
    >
      {({ entries }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section class="table-place" tabIndex={0} aria-label="Record">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">About</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ at, who, what, about, detail }, nth) => (
                // What was recorded stays in its place.
                <tr key={nth}>
                  <td>{fullTime(at)}</td>
                  <td>{who}</td>
                  <td>
                    {what}
                    {detail ? <span class="quiet"> {detail}</span> : null}
                  </td>
                  <td>{about?.slice(0, 8)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </View>
  )
}
