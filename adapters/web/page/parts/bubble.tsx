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

/** One thing to buy: its picture, its name with the price, what is said of it, and the way to its page. */
export function Card({ line: { text, files = [] }, children }: Omit<BubbleProps, 'hello'>) {
  const [name = '', ...said] = text.split('\n')
  return (
    <article class="card">
      {files.slice(0, 1).map((file) => (
        <CardPicture key={file.path ?? file.name} file={file} />
      ))}
      <h2 class="name" dir="auto">
        {rich(name)}
      </h2>
      {said.length === 0 ? null : <p class="words">{rich(said.join('\n'))}</p>}
      {children}
    </article>
  )
}

/** Its name stands under it, so it says nothing more to who cannot see it; one that does not come is left out. */
function CardPicture({ file: { path, isPicture } }: { readonly file: FileShown }) {
  const shown = usePicture(isPicture ? path : undefined)
  if (shown === 'none') return null
  return <div class="frame">{shown === undefined ? null : <img src={shown} alt="" />}</div>
}

export function Bubble({ line, hello, children }: BubbleProps) {
  const { from, text, isLiteral, files = [], reaction } = line
  return (
    <article class={`bubble ${from}`}>
      <Said line={line} hello={hello} />
      {text === '' ? null : <p class="words">{from === 'fan' || isLiteral ? text : rich(text)}</p>}
      {files.map((file) => (
        <File key={file.path ?? file.url ?? file.name} file={file} />
      ))}
      {reaction === undefined ? null : <p class="reaction">{reaction}</p>}
      {children}
    </article>
  )
}

/** By whom, and when. */
export function Said({ line, hello }: BubbleProps) {
  const { lang, words } = hello
  const { at, isEdited } = line
  const time = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' }).format(at)
  return (
    <p class="who">
      <Who line={line} hello={hello} />{' '}
      <time class="quiet" dateTime={new Date(at).toISOString()}>
        {time}
      </time>
      {isEdited ? <span class="quiet"> · {words.edited}</span> : null}
    </p>
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

/** An address of the bytes at `path`, once they are there; `none`: they are not to be had. */
function usePicture(path: string | undefined): string | undefined {
  const [shown, setShown] = useState<string | undefined>(path === undefined ? 'none' : undefined)
  useEffect(() => {
    if (path === undefined) return
    let address: string | undefined
    let isGone = false
    void fileAt(path)
      .then((blob) => {
        if (isGone) return
        address = URL.createObjectURL(blob)
        setShown(address)
      })
      .catch(() => {
        if (!isGone) setShown('none')
      })
    return () => {
      isGone = true
      if (address !== undefined) URL.revokeObjectURL(address)
    }
  }, [path])
  return shown
}

function File({ file: { name, isPicture, path, url } }: { readonly file: FileShown }) {
  const shown = usePicture(isPicture ? path : undefined)
  if (url !== undefined)
    return (
      <a class="file" href={url} target="_blank" rel="noopener noreferrer">
        {name}
      </a>
    )
  if (shown !== undefined && shown !== 'none') return <img class="picture" src={shown} alt={name} />
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
