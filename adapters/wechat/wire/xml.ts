/** The XML that WeChat speaks: one root of plain fields. No entity is ever expanded, and no document type is read. */
import { XMLParser } from 'fast-xml-parser'

export type Fields = Readonly<Record<string, string>>

const CDATA = '#cdata'
const parser = new XMLParser({
  processEntities: false,
  parseTagValue: false,
  trimValues: false,
  ignoreAttributes: true,
  cdataPropName: CDATA,
})
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Its fields of text; fields of fields are left out. Undefined where it is not such a document. */
export function readXml(text: string): Fields | undefined {
  // Within the root a document type is only what somebody wrote.
  if (!/^\uFEFF?\s*(<\?xml[^>]{0,100}\?>\s*)?<xml>/.test(text)) return undefined
  let root: unknown
  try {
    root = parser.parse(text, true)?.xml
  } catch {
    return undefined
  }
  if (typeof root !== 'object' || root === null) return undefined
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(root)) {
    const read = textOf(value)
    if (read !== undefined) fields[name] = read
  }
  return fields
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return withReferences(value)
  if (typeof value !== 'object' || value === null || !(CDATA in value)) return undefined
  const parts = (value as Record<string, unknown>)[CDATA]
  const words = Array.isArray(parts) ? parts.join('') : parts
  return typeof words === 'string' ? words : undefined
}

/** The five names and the numbers that XML itself has; anything else stands for itself. */
function withReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,4}));/gi, (whole, tens, hex, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = tens === undefined ? Number.parseInt(hex, 16) : Number(tens)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Numbers stand as they are; texts in CDATA, which ends nowhere but at its end. */
export function writeXml(fields: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(fields).map(([name, value]) =>
    typeof value === 'number'
      ? `<${name}>${value}</${name}>`
      : `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
  )
  return `<xml>${lines.join('')}</xml>`
}

/** The same fields in JSON, if the console is set so. The digits of a message's id are more than a number holds. */
export function readJson(text: string): Fields | undefined {
  let root: unknown
  try {
    root = JSON.parse(text.replace(/("(?:MsgId|MsgID)"\s*:\s*)(\d+)/g, '$1"$2"'))
  } catch {
    return undefined
  }
  if (typeof root !== 'object' || root === null || Array.isArray(root)) return undefined
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(root))
    if (typeof value === 'string' || typeof value === 'number') fields[name] = String(value)
  return fields
}
