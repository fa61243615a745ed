/** A form that changes something: sent to an act of its page, with the session's own value so that no other page can send it. */
import { html } from 'hono/html'
import type { Asked, Html } from '../lead-page.ts'

export interface FormOptions {
  /** After `/desk/lead/`: page, and path of its act. */
  readonly to: string
  /** On the button. */
  readonly label: string
  /** What assistive technology says of the button, where many look alike. */
  readonly about?: string
  readonly isMain?: boolean
  readonly isDanger?: boolean
  /** Fields nobody sees. */
  readonly hidden?: Readonly<Record<string, string | number>>
}

export function form({ session }: Pick<Asked, 'session'>, options: FormOptions, fields: Html | '' = ''): Html {
  const { to, label, about, isMain, isDanger, hidden = {} } = options
  const kind = isDanger ? 'main danger' : isMain ? 'main' : ''
  return html`<form method="post" action="/desk/lead/${to}">
    <input type="hidden" name="csrf" value="${session.csrf}" />
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)} ${fields}
    <button type="submit" class="${kind}">
      ${label}${about === undefined ? '' : html`<span class="hidden-words"> ${about}</span>`}
    </button>
  </form>`
}

export interface FieldOptions {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly isRequired?: boolean
  readonly isLong?: boolean
  readonly longest?: number
  readonly hint?: string
}

export function field({ name, label, value = '', isRequired, isLong, longest = 1_000, hint }: FieldOptions): Html {
  const must = isRequired ? html` required` : ''
  const control = isLong
    ? html`<textarea name="${name}" rows="4" maxlength="${longest}"${must}>${value}</textarea>`
    : html`<input type="text" name="${name}" value="${value}" maxlength="${longest}"${must} />`
  return html`<label class="field"><span>${label}</span>${control}${hint ? html`<small class="quiet">${hint}</small>` : ''}</label>`
}

export function choice(options: {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly of: readonly { readonly value: string; readonly label: string }[]
}): Html {
  const { name, label, value, of } = options
  const rows = of.map(
    (one) => html`<option value="${one.value}"${one.value === value ? html` selected` : ''}>${one.label}</option>`,
  )
  return html`<label class="field"><span>${label}</span><select name="${name}">${rows}</select></label>`
}
