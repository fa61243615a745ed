/** A rich message → the plain text and entities it would be without its form: it has neither text nor caption of its own. */
import type { MessageEntity } from 'grammy/types'

/** Telegram takes 16 levels, 500 blocks and 32,768 characters; what is more is left unread. */
const LONGEST = 32_768
/** A level is a block, its parts, their list and its text: four steps down at most. */
const MOST_STEPS_DOWN = 4 * 16
const MOST_NODES = 20_000

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
  bold: () => ({ type: 'bold' }),
  italic: () => ({ type: 'italic' }),
  code: () => ({ type: 'code' }),
}

/** In the order in which a reader meets them; a kind of block nobody knows is read by the same names. */
const inside = ['label', 'summary', 'text', 'expression', 'items', 'cells', 'blocks', 'buttons', 'caption', 'credit']
const inline = new Set(['text', 'label', 'expression'])

/** Never deeper, longer or of more pieces than Telegram lets one be, whatever arrives. */
export function plainOf(rich: unknown): Plain {
  const entities: MessageEntity[] = []
  let text = ''
  let labelEnd = -1
  let atLineStart = true
  let nodes = 0
  const add = (words: string) => {
    text += words.slice(0, LONGEST - text.length)
    if (words !== '') atLineStart = words.endsWith('\n')
  }
  const breakLine = () => {
    if (text.length !== labelEnd && !atLineStart) add('\n')
  }
  const visit = (node: unknown, steps: number, isInline: boolean): void => {
    nodes += 1
    if (steps > MOST_STEPS_DOWN || nodes > MOST_NODES || text.length >= LONGEST) return
    if (typeof node === 'string') {
      add(node)
      return
    }
    if (Array.isArray(node)) {
      for (const one of node) {
        if (nodes > MOST_NODES) return
        if (!isInline) breakLine()
        visit(one, steps + 1, isInline)
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
      visit(part, steps + 1, isInline || inline.has(name))
      if (name === 'label' && typeof part === 'string' && part !== '') {
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
