/** Words as Slack writes them (`<@U1>`, `<https://…|label>`, `&amp;`, `:tada:`) → what the fan sees, and the addresses behind it. Pure. */
import type { Link } from '#mascot'
import { withEmoji } from '../wire/emoji.ts'

export interface Readable {
  readonly text: string
  readonly links: readonly Link[]
  /** Ids of those who are mentioned. */
  readonly mentions: readonly string[]
}

const MARK = /<([^<>\n]{1,3000})>/g

export function mentionedIn(raw: string): readonly string[] {
  return [...new Set([...raw.matchAll(/<@([A-Z0-9]{2,30})(?:\|[^<>]*)?>/g)].map(([, id = '']) => id))]
}

/** `nameOf`: what a member is called; undefined where nobody knows. */
export function readable(raw: string, nameOf: (user: string) => string | undefined): Readable {
  const links: Link[] = []
  const words: string[] = []
  let from = 0
  for (const match of raw.matchAll(MARK)) {
    words.push(plain(raw.slice(from, match.index)), shown(match[1] ?? '', nameOf, links))
    from = match.index + match[0].length
  }
  words.push(plain(raw.slice(from)))
  return { text: words.join(''), links, mentions: mentionedIn(raw) }
}

function shown(mark: string, nameOf: (user: string) => string | undefined, links: Link[]): string {
  const [, what = '', label = ''] = /^([^|]*)\|?([\s\S]*)$/.exec(mark) ?? []
  const said = unescaped(label)
  if (what.startsWith('@')) return `@${nameOf(what.slice(1)) || said || what.slice(1)}`
  if (what.startsWith('#')) return `#${said || what.slice(1)}`
  if (what.startsWith('!subteam')) return said || '@group'
  if (what.startsWith('!')) return said || `@${what.slice(1).split('^')[0]}`
  const url = unescaped(what)
  if (/^(?:mailto|tel):/.test(url)) return said || url.replace(/^\w+:/, '')
  if (said === '' || said === url || said === url.replace(/^https?:\/\//, '')) return url
  links.push({ text: said, url })
  return said
}

const plain = (raw: string): string => withEmoji(unescaped(raw))

/** Slack escapes these three and no others. */
function unescaped(raw: string): string {
  return raw.replace(/&(lt|gt|amp);/g, (_, name: string) => (name === 'lt' ? '<' : name === 'gt' ? '>' : '&'))
}
