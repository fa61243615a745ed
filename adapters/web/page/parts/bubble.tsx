/** One line: who said it, its words and its files. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { FileShown, Hello, Line } from '../../wire.ts'
import { rich } from '../show/rich.tsx'
import { fileAt } from '../state/server.ts'

interface BubbleProps {
  readonly line: Line
  readonly hello: Hello
  readonly children?: ComponentChildren
}

export function Bubble({ line, hello, children }: BubbleProps) {
  const { from, text, isLiteral, files = [], isEdited, reaction, at } = line
  const { lang, words } = hello
  const time = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' }).format(at)
  return (
    <article class={`bubble ${from}`}>
      <p class="who">
        <Who line={line} hello={hello} />{' '}
        <time class="quiet" dateTime={new Date(at).toISOString()}>
          {time}
        </time>
        {isEdited ? <span class="quiet"> · {words.edited}</span> : null}
      </p>
      {text === '' ? null : <p class="words">{from === 'fan' || isLiteral ? text : rich(text)}</p>}
      {files.map((file) => (
        <File key={file.path ?? file.url ?? file.name} file={file} />
      ))}
      {reaction === undefined ? null : <p class="reaction">{reaction}</p>}
      {children}
    </article>
  )
}

/** A person is told from the bot in words, and not by a colour alone. */
function Who({ line: { from, name }, hello: { persona, words } }: BubbleProps) {
  if (from === 'fan') return <span class="quiet">{words.you}</span>
  return (
    <>
      <strong>{from === 'person' ? name : persona.name}</strong>{' '}
      <span class={`tag ${from}`}>{from === 'person' ? words.person : words.bot}</span>
    </>
  )
}

function File({ file: { name, isPicture, path, url } }: { readonly file: FileShown }) {
  const [shown, setShown] = useState<string>()
  useEffect(() => {
    if (!isPicture || path === undefined) return
    let address: string | undefined
    let isGone = false
    void fileAt(path)
      .then((blob) => {
        if (isGone) return
        address = URL.createObjectURL(blob)
        setShown(address)
      })
      .catch(() => {})
    return () => {
      isGone = true
      if (address !== undefined) URL.revokeObjectURL(address)
    }
  }, [isPicture, path])
  if (url !== undefined)
    return (
      <a class="file" href={url} target="_blank" rel="noopener noreferrer">
        {name}
      </a>
    )
  if (shown !== undefined) return <img class="picture" src={shown} alt={name} />
  if (path === undefined) return <p class="file">{name}</p>
  return (
    <button type="button" class="file" onClick={() => void save(path, name)}>
      {name}
    </button>
  )
}

async function save(path: string, name: string): Promise<void> {
  const blob = await fileAt(path).catch(() => undefined)
  if (!blob) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000)
}
