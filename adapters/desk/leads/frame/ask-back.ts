/** What is asked before a form is done that has a consequence: its words, and the same form once more with the yes to it. */
import { html } from 'hono/html'
import type { AskedBack } from '#mascot'
import type { Asked, Shown } from '../lead-page.ts'
import { form } from '../parts/form.ts'

export function askBack(
  asked: Pick<Asked, 'session'>,
  what: {
    readonly says: string
    readonly asks: AskedBack
    /** As they were sent. */
    readonly fields: URLSearchParams
    /** Where they were sent, and where whoever will not goes back to. */
    readonly path: string
    readonly to: string
  },
): Shown {
  const { says, asks, fields, path, to } = what
  const again = Object.fromEntries([...fields].filter(([name]) => name !== 'csrf' && name !== 'sure'))
  return {
    title: 'Are you sure?',
    body: html`<p class="said refused asked-back" role="status">${says}</p>
      ${form(asked, {
        ...{ to: path.replace(/^\/desk\/lead\//, ''), label: asks.label, isDanger: true },
        hidden: { ...again, sure: asks.sure },
      })}
      <p><a class="button" href="/desk/lead/${to}">Leave it as it is</a></p>`,
  }
}
