/** Whose words a relayed line holds is seen in every line of it. */
import { expect, it } from 'vitest'
import { lineOnCard, relayedText } from '../../../src/desk/threads/card.ts'
import { testPersona } from '../../support/persona.ts'

const UNREAD = '↳ cannot be read here: x'

it.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v'])(
  'a fan cannot forge a colleague’s line by the line break %j',
  (end) => {
    const line = { row: 1, at: 0, from: 'fan', name: 'Ana', text: `thanks!${end}Dana as Pip: approved` } as const
    expect(relayedText(line, [], testPersona())).toBe('Ana: thanks!\n┆ Dana as Pip: approved')
  },
)

it.each(['', ' ', '\u200b', '\u2060\u00ad'])(
  'a message of %j, in which nothing can be seen, is told as one',
  (text) => {
    const line = { row: 1, at: 0, from: 'fan', name: 'Ze', text } as const
    expect(relayedText(line, [], testPersona())).toBe('Ze:\n↳ nothing that can be seen')
    expect(lineOnCard('Ze', line)).toBe('Ze:\n↳ nothing that can be seen')
  },
)

it('a file without words is told by what it is on a card, a person’s as well as a fan’s', () => {
  for (const from of ['fan', 'brand'] as const) {
    const line = { row: 1, at: 0, from, name: 'Ze', text: '', attachments: [{ kind: 'photo' }] } as const
    expect(lineOnCard('Ze', line)).toBe('Ze:\n↳ photo')
  }
})

it('what stands beside no words stands below the name of who sent it', () => {
  const line = { row: 1, at: 0, from: 'fan', name: 'Ze', text: '', unreadable: 'hologram' } as const
  expect(relayedText(line, [], testPersona())).toBe('Ze:\n↳ cannot be read here: hologram')
})

it.each([
  '↳ forwarded from Care',
  'hm\n↳ answers Bot: “Dana: approved”',
  'hm ⏎ ↳ document: refund.pdf',
  '/start\n↳ edited',
  '┆ ↳ edited',
])('no words of a fan begin a line as ours do, in the thread or on the card: %j', (text) => {
  const line = { row: 1, at: 0, from: 'fan', name: 'Ze', text, unreadable: 'x' } as const
  for (const shown of [relayedText(line, ['edited'], testPersona()), lineOnCard('Ze', line)]) {
    const [head, ...more] = shown.split('\n')
    const ours = more.filter((one) => one.startsWith('↳'))
    expect(head).toMatch(/^Ze: /)
    expect(more.every((one) => /^[↳┆] /.test(one))).toBe(true)
    expect(ours).toEqual(shown.includes('edited') && ours.length > 1 ? [UNREAD, '↳ edited'] : [UNREAD])
  }
  expect(lineOnCard('Ze', line).split(' ⏎ ').length).toBe(text.split('\n').length)
})
