/** Shapes of answers.yaml as people write it: dashes at any column, comments and anchors between, any style of text, any end. */
import fc from 'fast-check'
import { parse } from 'yaml'
import type { ProposedAnswer } from '../../../src/domain/answer.ts'

/** What the loader makes of a value: texts lose their ends. */
export function trimmed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'string' ? part.trim() : part)))
}

export function plain(text: string): Record<string, unknown> & { answers?: unknown[] } {
  return (trimmed(parse(text)) ?? {}) as Record<string, unknown>
}

const word = fc.stringMatching(/^[a-z]{1,8}$/)
/** Of everything that means something in YAML, at beginnings and ends of lines above all. */
const awkward = fc
  .array(
    fc.constantFrom(
      ...['a', 'the end', ' ', '  ', '\n', '\n\n', '\r', '\r\n', '\t', '#', ' # no', ': ', '- ', '? ', '---', '...'],
      ...['"', "'", '\\', '|', '>', '&a', '*a', '!x', '%', '@', '`', '{', '}', '[', ']', ',', 'null', '0x1', 'yes'],
      ...['\u0085', '\u00a0', '\u2028', '\uFEFF', '\u0007', '退货', 'é', '🎁', '<<', '~', '1e3', '2027-03-31'],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '')
const said = fc.oneof(awkward, fc.string({ unit: 'grapheme', minLength: 1 })).filter((text) => text.trim() !== '')

export const proposed: fc.Arbitrary<ProposedAnswer> = fc.record(
  {
    id: word.map((name) => `new-${name}`),
    asks: fc.array(said, { minLength: 1, maxLength: 3 }),
    answer: fc.dictionary(fc.constantFrom('en', 'de', 'no'), said, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
    owner: word,
  },
  { requiredKeys: ['id', 'asks', 'answer'] },
)

interface Layout {
  readonly dash: number
  readonly gap: string
  readonly between: readonly string[]
}

/** One entry with its dash at a column. */
function entryAt({ dash, gap, between }: Layout, id: string, style: string, anchor: string): string[] {
  const pad = ' '.repeat(dash)
  const isOwnLine = gap === '\n'
  const key = isOwnLine ? dash + 3 : dash + 1 + gap.length
  const inner = ' '.repeat(key)
  const first =
    anchor !== '' || isOwnLine ? [`${pad}- ${anchor}`.trimEnd(), `${inner}id: ${id}`] : [`${pad}-${gap}id: ${id}`]
  const texts: Readonly<Record<string, string[]>> = {
    plain: [`${inner}answer: some words # said`],
    lines: [`${inner}answer: some`, `${inner}  more words`],
    quoted: [`${inner}answer: "a #`, `${inner}  b: c"`],
    block: [`${inner}answer: |`, `${inner}  # no comment`, '', `${inner}  - b`],
    kept: [`${inner}answer: |+`, `${inner}  b`, '', ''],
    folded: [`${inner}answer: >-`, `${inner}  b`, `${inner}  c`],
    map: [`${inner}answer:`, `${inner}  en: b`, `${inner}  de:`, `${inner}  - c`],
  }
  if (style === 'brackets') return [`${pad}-${isOwnLine ? ' ' : gap}{id: ${id}, asks: [a],`, `${inner} answer: b}`]
  return [...first, `${inner}asks: [a]`, ...between.map((line) => inner + line), ...(texts[style] ?? [])]
}

const layout = fc.record({
  dash: fc.nat(6),
  gap: fc.constantFrom(' ', '  ', '    ', '\n'),
  between: fc.subarray(['# a note', '# another']),
})
const entries = layout.chain((how) =>
  fc
    .array(
      fc.record({
        style: fc.constantFrom('plain', 'lines', 'quoted', 'block', 'kept', 'folded', 'map', 'brackets'),
        hasAnchor: fc.boolean(),
        before: fc.subarray(['', '# at the edge', '      # far in']),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((items) =>
      items.flatMap(({ style, hasAnchor, before }, index) => [
        // After a text that keeps its end, a line further in would be its own.
        ...(index > 0 && items[index - 1]?.style === 'kept' ? [] : before),
        ...entryAt(how, `old-${index}`, style, hasAnchor ? `&a${index}` : ''),
      ]),
    ),
)
const list = fc.oneof(
  { weight: 5, arbitrary: entries.map((lines) => ['answers:', ...lines]) },
  fc.constantFrom(['answers: []'], ['answers:'], ['answers: [] # none'], ['answers: ~'], ['answers: &all [ ]']),
)

export const answersFile: fc.Arbitrary<string> = fc
  .record({
    head: fc.subarray(['# top', '---', 'brand: x', '']),
    list: fc.option(list, { nil: [], freq: 8 }),
    tail: fc.subarray(['', '# bottom', 'other: {a: 1}', '# last']),
    end: fc.constantFrom('\n', '\r\n'),
    isEnded: fc.boolean(),
  })
  .map(({ head, list: lines, tail, end, isEnded }) => [...head, ...lines, ...tail].join(end) + (isEnded ? end : ''))
  .filter((text) => isReadable(text))

function isReadable(text: string): boolean {
  try {
    parse(text)
    return true
  } catch {
    return false
  }
}
