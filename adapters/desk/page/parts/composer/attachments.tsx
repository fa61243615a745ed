/** The files that go with the next reply. */
import { type Attached, detach } from '../../state/writing.ts'
import { Icon } from '../controls/icon.tsx'

export function Attachments({ files }: { readonly files: readonly Attached[] }) {
  if (files.length === 0) return null
  return (
    <ul class="attachments" aria-label="Files">
      {files.map(({ key, name, uploaded, problem }) => (
        <li key={key} class={problem ? 'refused' : ''}>
          <Icon name="clip" />
          <span class="name">{name}</span>
          {problem ? <span role="alert">{problem}</span> : null}
          {uploaded || problem ? null : <span class="quiet">bringing it in…</span>}
          <button type="button" class="plain" aria-label={`Remove ${name}`} onClick={() => detach(key)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
}
