/** What came with a message: a picture in its place, anything else to be downloaded. */
import { useState } from 'preact/hooks'
import type { MediaItem } from '../../../wire.ts'
import { fileUrl } from '../../state/api.ts'
import { Icon } from '../controls/icon.tsx'

export function MediaShown({ item }: { readonly item: MediaItem }) {
  const [isBroken, setBroken] = useState(false)
  const { kind, name, description, path, isPicture } = item
  const words = description || name || kind
  if (path === undefined) return <p class="file quiet">{words} (cannot be brought here)</p>
  const url = fileUrl(path)
  if (isPicture && !isBroken)
    return (
      <a class="picture" href={url} target="_blank" rel="noreferrer">
        <img src={url} alt={words} loading="lazy" onError={() => setBroken(true)} />
      </a>
    )
  return (
    <a class="file" href={url} download={name ?? kind}>
      <Icon name="clip" /> {name ?? words}
      {isBroken ? <span class="quiet"> (could not be shown)</span> : null}
    </a>
  )
}
