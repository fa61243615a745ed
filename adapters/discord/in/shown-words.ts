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

/** Components lie in each other; Discord takes no more than this many levels by far, 40 of them, and 10 embeds. What is more is left unread. */
const DEEPEST = 8
const MOST_COMPONENTS = 500
const MOST_EMBEDS = 10
const MOST_FIELDS = 25
const LONGEST = 32_768
const MOST_LINKS = 50

/**
 * `content` first, as it is, then embeds and components in the order in which they are seen. `isBySomebody`: a person wrote
 * it, who can put no embed beside words; each is a preview of a page, which may come later than the words or change.
 */
export function shownIn({ content, embeds, components }: Showing, isBySomebody = false): Shown {
  const words = wordOf(content)
  const read = records(embeds)
    .slice(0, MOST_EMBEDS)
    .filter((embed) => words === '' || !(isBySomebody || isPreview(embed, words)))
  const parts = allParts(records(components))
  return {
    text: [words, ...read.map(embedText), ...parts.map(componentText)].filter(Boolean).join('\n').slice(0, LONGEST),
    links: [
      ...read.flatMap(({ title, url }) => linkOf(title, url)),
      ...parts.flatMap(({ label, url }) => linkOf(label, url)),
    ].slice(0, MOST_LINKS),
  }
}

/** Every component in the order in which it is seen, those inside behind what holds them. */
function allParts(components: readonly Fields[]): readonly Fields[] {
  const found: Fields[] = []
  const visit = (parts: readonly Fields[], levels: number) => {
    for (const part of parts) {
      if (found.length >= MOST_COMPONENTS) return
      found.push(part)
      if (levels > 0) visit(insideOf(part), levels - 1)
    }
  }
  visit(components, DEEPEST)
  return found
}

function insideOf({ components, accessory }: Fields): readonly Fields[] {
  return [...records(components), ...(isRecord(accessory) ? [accessory] : [])]
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
    ...records(fields)
      .slice(0, MOST_FIELDS)
      .map(({ name, value }) => [wordOf(name), wordOf(value)].filter(Boolean).join(': ')),
    isRecord(footer) ? wordOf(footer.text) : '',
  ]
    .filter(Boolean)
    .join('\n')
}

function componentText({ type, content }: Fields): string {
  return type === ComponentType.TextDisplay ? wordOf(content) : ''
}

function linkOf(text: unknown, url: unknown): Link[] {
  const words = wordOf(text)
  return words !== '' && typeof url === 'string' && /^https?:/i.test(url) ? [{ text: words, url }] : []
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
