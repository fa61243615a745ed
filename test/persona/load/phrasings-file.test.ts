/** Phrasings are added to an answer of answers.yaml, and nothing else of the file moves. */
import { describe, expect, it } from 'vitest'
import { MascotError } from '../../../src/errors.ts'
import { withPhrasings } from '../../../src/persona/load/phrasings-file.ts'

const file = `# Ours.
answers:
  - id: hours   # asked daily
    asks: ["When do you open?", 'how late']  # more to come
    answer: Half seven.
  - id: refund
    asks:
      - Can I return it?   # often
      - "refund pls"
    # The answer is the lawyer's.
    answer: |
      Thirty days.
`

describe('phrasings', () => {
  it('go behind those in a list with dashes, with every comment where it stood', () => {
    const next = withPhrasings(file, 'refund', ['money back: how?', 'refund pls', 'say "no"'])
    expect(next).toBe(
      file.replace(
        '      - "refund pls"\n',
        '      - "refund pls"\n      - "money back: how?"\n      - "say \\"no\\""\n',
      ),
    )
  })

  it('go into a list in brackets', () => {
    const next = withPhrasings(file, 'hours', ['# open?'])
    expect(next).toBe(file.replace(`'how late']`, `'how late', "# open?"]`))
  })

  it('that stand there change nothing', () => {
    expect(withPhrasings(file, 'hours', ['how late'])).toBe(file)
  })

  it('keep the ends of lines that the file has, also where its last line has none', () => {
    const windows = file.replaceAll('\n', '\r\n')
    expect(withPhrasings(windows, 'refund', ['x'])).toBe(
      windows.replace('"refund pls"\r\n', '"refund pls"\r\n      - "x"\r\n'),
    )
    const open = 'answers:\n  - id: a\n    answer: b\n    asks:\n      - c'
    expect(withPhrasings(open, 'a', ['d'])).toBe(`${open}\n      - "d"\n`)
  })

  it.each([
    ['of an answer that is not there', file, 'nobody'],
    ['of a file that cannot be read', 'answers: [', 'a'],
    ['where the asks are no list', 'answers:\n  - id: a\n    asks: *x\n', 'a'],
  ])('%s are refused', (_, text, id) => {
    expect(() => withPhrasings(text, id, ['x'])).toThrow(MascotError)
  })
})
