/** Words that Discord shows outside a message's content, in embeds and components, with the addresses behind them. Pure. */
import { ComponentType } from 'discord.js'
import type { InboundMessage } from '#mascot'
import { isRecord, records } from '../wire/payload.ts'

type Link = NonNullable<InboundMessage['links']>[number]

/** What may show words; a message, or the snapshot of a forwarded one. */
export interface Showing {
  readonly content?: unknown
  readonly embeds?: unknown
  readonly components?: unknown
}

export interface Shown {
  readonly text: string
  readonly links: readonly Link[]
}

type Fields = Readonly<Record<string, unknown>>

/** Components lie in each other; Discord takes no more than this many levels by far. */
const DEEPEST = 8

/**
 * `content` first, as it is, then embeds and components in the order in which they are seen. `isBySomebody`: a person wrote
 * it, who can put no embed beside words; each is a preview of a page, which may come later than the words or change.
 */
export function shownIn({ content, embeds, components }: Showing, isBySomebody = false): Shown {
  const words = wordOf(content)
  const read = records(embeds).filter((embed) => words === '' || !(isBySomebody || isPreview(embed, words)))
  const parts = records(components)
  return {
    text: [words, ...read.map(embedText), ...parts.flatMap((part) => componentTexts(part, DEEPEST))]
      .filter(Boolean)
      .join('\n'),
    links: [
      ...read.flatMap(({ title, url }) => linkOf(title, url)),
      ...parts.flatMap((part) => componentLinks(part, DEEPEST)),
    ],
  }
}

/** Beside words an embed may only repeat a page they link to; some sites' previews are called rich as well. */
function isPreview({ type, url }: Fields, words: string): boolean {
  return type !== 'rich' || (typeof url === 'string' && words.includes(url))
}

function embedText({ author, title, description, fields, footer }: Fields): string {
  return [
    isRecord(author) ? wordOf(author.name) : '',
    wordOf(title),
    wordOf(description),
    ...records(fields).map(({ name, value }) => [wordOf(name), wordOf(value)].filter(Boolean).join(': ')),
    isRecord(footer) ? wordOf(footer.text) : '',
  ]
    .filter(Boolean)
    .join('\n')
}

function componentTexts(part: Fields, levels: number): string[] {
  if (part.type === ComponentType.TextDisplay) return [wordOf(part.content)]
  return levels > 0 ? records(part.components).flatMap((inner) => componentTexts(inner, levels - 1)) : []
}

function componentLinks(part: Fields, levels: number): Link[] {
  const inner = [...records(part.components), ...(isRecord(part.accessory) ? [part.accessory] : [])]
  return [
    ...linkOf(part.label, part.url),
    ...(levels > 0 ? inner.flatMap((each) => componentLinks(each, levels - 1)) : []),
  ]
}

function linkOf(text: unknown, url: unknown): Link[] {
  const words = wordOf(text)
  return words !== '' && typeof url === 'string' && /^https?:/i.test(url) ? [{ text: words, url }] : []
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
