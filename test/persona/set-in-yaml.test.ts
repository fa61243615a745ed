/** One value of an operator's YAML changed by a program: its own letters, and nothing else of the text. */
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { setInYaml } from '../../src/persona/edit/set-in-yaml.ts'

const text = `# Pip
name: Pip
brand: {name: B}   # x

voice:
  distance: "close"   # near
  words: [a, b]
  # the end of it

lore:
  - one   two
`

describe('a value', () => {
  it('that stands there is replaced, its comment and all else kept', () => {
    expect(setInYaml(text, ['voice', 'distance'], 'aloof')).toBe(text.replace('"close"', 'aloof'))
  })

  it('that is missing gets a line of its own behind the last of its section', () => {
    expect(setInYaml(text, ['voice', 'humour'], 'dry')).toBe(text.replace('[a, b]\n', '[a, b]\n  humour: dry\n'))
    expect(setInYaml(text, ['knowledge', 'caution'], 'bold')).toBe(
      text.replace('one   two', 'one   two\nknowledge:\n  caution: bold'),
    )
  })

  it('is set between brackets too', () => {
    expect(setInYaml(text, ['brand', 'id'], 'b')).toBe(text.replace('{name: B}', '{name: B, id: b }'))
  })

  it.each([
    ['behind an anchor', 'voice: &v\n  distance: close\nmore: 1\n'],
    ['in a file without a last line break', 'name: P\nvoice:\n  energy: calm'],
    ['in a file of one line', '{name: P}'],
    ['with quotes that need more', 'voice:\n  distance: \'it is "close"\'\n'],
  ])('reads back as what it was set to, %s', (_, before) => {
    const after = setInYaml(before, ['voice', 'distance'], 'reserved')
    expect(parse(after)).toEqual({ ...parse(before), voice: { ...parse(before).voice, distance: 'reserved' } })
  })

  it('is not set in a file with mistakes, nor in the place of something else', () => {
    expect(() => setInYaml('voice: [', ['voice', 'distance'], 'x')).toThrow(/mistakes/)
    expect(() => setInYaml('voice: loud\n', ['voice', 'distance'], 'x')).toThrow(/something else/)
  })
})
