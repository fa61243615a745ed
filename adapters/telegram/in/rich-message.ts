/** A rich message → the plain text and entities it would be without its form: it has neither text nor caption of its own. */
import type { MessageEntity } from 'grammy/types'

const DEEPEST = 16
const LONGEST = 32_768

export interface Plain {
  readonly text: string
  readonly entities: readonly MessageEntity[]
}

type Node = Readonly<Record<string, unknown>>

/** Kinds of rich text that a plain message marks by an entity. */
const marks: Readonly<Record<string, (node: Node) => object | undefined>> = {
  url: ({ url }) => (typeof url === 'string' ? { type: 'text_link', url } : undefined),
  mention: () => ({ type: 'mention' }),
  text_mention: ({ user }) => (isNode(user) ? { type: 'text_mention', user } : undefined),
  bot_command: () => ({ type: 'bot_command' }),
}

/** In the order in which a reader meets them; a kind of block nobody knows is read by the same names. */
const inside = ['label', 'summary', 'text', 'expression', 'items', 'cells', 'blocks', 'buttons', 'caption', 'credit']
const inline = new Set(['text', 'label', 'expression'])

/** Never deeper than 16 levels nor longer than Telegram lets one be, whatever arrives. */
export function plainOf(rich: unknown): Plain {
  const entities: MessageEntity[] = []
  let text = ''
  let labelEnd = -1
  const add = (words: string) => {
    text += words.slice(0, LONGEST - text.length)
  }
  const breakLine = () => {
    if (text !== '' && text.length !== labelEnd && !text.endsWith('\n')) add('\n')
  }
  const visit = (node: unknown, depth: number, isInline: boolean): void => {
    if (depth > DEEPEST || text.length >= LONGEST) return
    if (typeof node === 'string') {
      add(node)
      return
    }
    if (Array.isArray(node)) {
      for (const one of node) {
        if (!isInline) breakLine()
        visit(one, depth, isInline)
      }
      return
    }
    if (!isNode(node)) return
    const offset = text.length
    if (typeof node.alternative_text === 'string') add(node.alternative_text)
    for (const name of inside) {
      const part = node[name]
      if (part === undefined) continue
      if (!isInline && !inline.has(name)) breakLine()
      visit(part, depth + 1, isInline || inline.has(name))
      if (name === 'label' && typeof part === 'string') {
        add(' ')
        labelEnd = text.length
      }
    }
    const mark = typeof node.type === 'string' ? marks[node.type]?.(node) : undefined
    const found: unknown = mark && { ...mark, offset, length: text.length - offset }
    if (isEntity(found) && found.length > 0) entities.push(found)
  }
  visit(isNode(rich) ? rich.blocks : undefined, 0, false)
  return { text: text.trimEnd(), entities }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEntity(value: unknown): value is MessageEntity {
  return isNode(value) && 'offset' in value && 'length' in value
}
