/** A help centre in Markdown or HTML: a heading asks, what stands beneath it answers. */

import type { Token } from 'marked'
import { parseDocument } from 'yaml'
import { type Brought, type BroughtAnswer, changed, left, type Note } from '../brought.ts'
import { plainOfHtml, plainOfTokens, tokensOf } from '../plain-words.ts'

/** `---` and YAML at the head of a file, as site builders write it. */
const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/

/** @throws nothing: what asks or answers nothing is noted */
export function fromMarkdown(text: string, file: string): Brought {
  const front = frontMatter.exec(text)
  const body = front ? text.slice(front[0].length) : text
  const { title, lang } = frontOf(front?.[1])
  const notes: Note[] = []
  const answers: BroughtAnswer[] = []
  const add = (heading: string, beneath: readonly Token[]) => {
    const { text: answer, dropped } = plainOfTokens(beneath)
    const where = `${file}, “${heading || (title ?? '')}”`
    const ask = heading || title
    if (answer === '') return
    if (ask === undefined || ask === '') {
      notes.push(left(where, 'it stands above the first heading'))
      return
    }
    if (dropped > 0) notes.push(changed(where, 'pictures are left out'))
    answers.push({ asks: [ask], answer: [answer], where, ...(lang === undefined ? {} : { lang }) })
  }
  let heading = ''
  let beneath: Token[] = []
  for (const token of tokensOf(body)) {
    if (token.type === 'heading') {
      add(heading, beneath)
      heading = plainOfTokens([token]).text
      beneath = []
    } else beneath.push(token)
  }
  add(heading, beneath)
  return { format: 'Markdown', answers, notes }
}

/** A page of a help centre: its headings become those of Markdown. */
export function fromHtml(html: string, file: string): Brought {
  const parts = html.split(/(?=<h[1-6][\s>])/i)
  const notes: Note[] = []
  const answers = parts.flatMap((part): BroughtAnswer[] => {
    const [head = '', title = ''] = /^<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]\s*>/i.exec(part) ?? []
    const ask = plainOfHtml(title).text
    const { text: answer, dropped } = plainOfHtml(part.slice(head.length))
    if (ask === '' || answer === '') return []
    const where = `${file}, “${ask}”`
    if (dropped > 0) notes.push(changed(where, 'pictures are left out'))
    return [{ asks: [ask], answer: [answer], where }]
  })
  return { format: 'HTML', answers, notes }
}

function frontOf(yaml: string | undefined): { readonly title?: string; readonly lang?: string } {
  if (yaml === undefined) return {}
  const document = parseDocument(yaml)
  const value = (key: string): string | undefined => {
    const found = document.errors.length === 0 ? document.get(key) : undefined
    return typeof found === 'string' ? found : undefined
  }
  const title = value('title')
  const lang = value('lang') ?? value('locale')
  return { ...(title === undefined ? {} : { title }), ...(lang === undefined ? {} : { lang }) }
}
