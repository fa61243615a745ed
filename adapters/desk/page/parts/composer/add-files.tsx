/** The way to choose files: a button with a paper clip. */
import { Icon } from '../controls/icon.tsx'

interface AddFilesProps {
  readonly label: string
  readonly onAdd: (files: Iterable<File>) => void
}

export function AddFiles({ label, onAdd }: AddFilesProps) {
  return (
    <label class="soft file-button" title={label}>
      <Icon name="clip" />
      <span class="hidden-words">{label}</span>
      <input
        type="file"
        multiple
        class="hidden-words"
        onChange={({ currentTarget }) => {
          onAdd(currentTarget.files ?? [])
          currentTarget.value = ''
        }}
      />
    </label>
  )
}
