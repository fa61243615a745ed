/** Words with marks of a page in them → the words alone, as they are said in a chat. Pure. */
import { Parser } from 'htmlparser2'
import { marked, type Token } from 'marked'

const blocks = new Set(
  'address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(' '),
)
const unsaid = new Set(['script', 'style', 'head', 'template', 'iframe', 'svg', 'object', 'noscript'])

export interface Plain {
  readonly text: string
  /** Pictures and the like, which words cannot hold. */
  readonly dropped: number
}

/** Links keep their address behind their words, in brackets. */
export function plainOfHtml(html: string): Plain {
  let text = ''
  let dropped = 0
  let silence = 0
  const links: { readonly url: string; readonly from: number }[] = []
  const newLine = () => {
    text = `${text.trimEnd()}\n`
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (unsaid.has(name)) silence += 1
      if (/^(?:img|video|audio|iframe)$/.test(name)) dropped += 1
      if (blocks.has(name)) newLine()
      if (name === 'p' || /^h\d$/.test(name)) newLine()
      if (name === 'li') text += '- '
      if ((name === 'td' || name === 'th') && !/(?:^|\n)$/.test(text)) text += ' · '
      if (name === 'a') links.push({ url: attributes['href'] ?? '', from: text.length })
    },
    ontext(data) {
      if (silence === 0) text += data.replaceAll(/\s+/g, ' ')
    },
    onclosetag(name) {
      if (unsaid.has(name)) silence -= 1
      if (blocks.has(name) && name !== 'br' && name !== 'hr') newLine()
      const link = name === 'a' ? links.pop() : undefined
      if (link) text += addressBehind(text.slice(link.from), link.url)
    },
  })
  parser.write(html)
  parser.end()
  return { text: tidy(text), dropped }
}

/** Of Markdown that was read into tokens: a heading's, or everything beneath one. */
export function plainOfTokens(tokens: readonly Token[]): Plain {
  let dropped = 0
  const inline = (token: Token): string => {
    switch (token.type) {
      case 'image':
        dropped += 1
        return ''
      case 'br':
        return '\n'
      case 'html': {
        const own = plainOfHtml(token.raw)
        dropped += own.dropped
        return own.text
      }
      case 'link': {
        const words = many(token.tokens ?? [])
        return words + addressBehind(words, String('href' in token ? token.href : ''))
      }
      default:
        if ('tokens' in token && token.tokens) return many(token.tokens)
        return 'text' in token && typeof token.text === 'string' ? token.text : ''
    }
  }
  const many = (list: readonly Token[]) => list.map(inline).join('')
  const block = (token: Token): string => {
    if (token.type === 'list' && 'items' in token) {
      const items: readonly Token[] = token.items
      const first = Number('start' in token && token.start !== '' ? token.start : 1)
      return items
        .map(
          (item, at) =>
            `${token.ordered === true ? `${first + at}.` : '-'} ${blocksOf(('tokens' in item && item.tokens) || [])}`,
        )
        .join('\n')
    }
    if (token.type === 'table' && 'rows' in token) {
      const rows: readonly (readonly { readonly tokens: readonly Token[] }[])[] = token.rows
      return rows.map((row) => row.map((cell) => many(cell.tokens)).join(' · ')).join('\n')
    }
    if (token.type === 'blockquote') return blocksOf(token.tokens ?? [])
    return token.type === 'space' || token.type === 'hr' ? '' : inline(token)
  }
  const blocksOf = (list: readonly Token[]): string =>
    list
      .map(block)
      .filter((part) => part.trim() !== '')
      .join('\n')
  const text = blocksOf(tokens)
  return { text: tidy(text), dropped }
}

export const tokensOf = (markdown: string): readonly Token[] => marked.lexer(markdown)

/** Nothing where the words are the address, or it leads nowhere by itself. */
function addressBehind(words: string, url: string): string {
  const isWhole = /^(?:https?:|mailto:)/i.test(url)
  const bare = url.replace(/^mailto:/i, '')
  return !isWhole || words.trim() === bare || words.trim() === url ? '' : ` (${bare})`
}

function tidy(text: string): string {
  return text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
