/** The files that go with what is sent next. */
import type { Attached } from '../../state/writing.ts'
import { Icon } from '../controls/icon.tsx'

interface AttachmentsProps {
  readonly files: readonly Attached[]
  readonly onRemove: (key: number) => void
}

export function Attachments({ files, onRemove }: AttachmentsProps) {
  if (files.length === 0) return null
  return (
    <ul class="attachments" aria-label="Files">
      {files.map(({ key, name, uploaded, problem }) => (
        <li key={key} class={problem ? 'refused' : ''}>
          <Icon name="clip" />
          <span class="name">{name}</span>
          {problem ? <span role="alert">{problem}</span> : null}
          {uploaded || problem ? null : <span class="quiet">bringing it in…</span>}
          <button type="button" class="plain" aria-label={`Remove ${name}`} onClick={() => onRemove(key)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
}
