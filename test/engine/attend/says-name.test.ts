/** A name is heard behind a filler of its language, and a common word that is told of is none. */
import { expect, it } from 'vitest'
import { saysName } from '../../../src/engine/attend/says-name.ts'

const pip = { name: 'Pip', nicknames: [] }

it.each(['ねえルーナ', 'ルーナ、今日は開いてる？', 'あのルーナさん'])('%s calls', (text) => {
  expect(saysName(text, { name: 'ルーナ', nicknames: [] })).toBe(true)
})

it.each(['I ate an orange pip', 'we found a tiny apple pip'])('%s does not', (text) => {
  expect(saysName(text, pip)).toBe(false)
})

it.each(['give me a coffee pip', 'i love you pip', 'hey pip'])('%s does', (text) => {
  expect(saysName(text, pip)).toBe(true)
})
