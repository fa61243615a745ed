/** `mascot ask --prompt`: what a model would read, and how long it is; none is asked. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runMascot } from '../support/run-mascot.ts'

const persona = fileURLToPath(new URL('../../personas/coffee', import.meta.url))
const input =
  'what does rain on the skylight sound like?\n今天下雨，屋顶什么声音\nhow long do I have to return beans?\n'
// Asked, this model would never answer.
const env = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://127.0.0.1:9', OPENAI_MODEL: 'm' }

describe('ask --prompt', () => {
  it('prints the prefix and the turn of each message with their sizes', async () => {
    const { code, out } = await runMascot(['ask', '--prompt', '--persona', persona], { input, env })
    expect(code).toBe(0)
    expect(out).toMatch(
      /^You are Pip, [\s\S]*You write English[\s\S]*"says":"what does rain[\s\S]*^\[prefix \d+ \+ turn \d+ = \d+ characters, \d\d %/m,
    )
    expect(out).toMatch(/You write Chinese/)
    expect(out).toMatch(/\[no model would be asked: reply, approved-answer\]/)
  })

  it('with --json is a line a message', async () => {
    const { out } = await runMascot(['ask', '--prompt', '--json', '--persona', persona], { input, env })
    const [rain, , beans] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const { prefix, turn, sizes } = rain.prompt
    expect(sizes).toMatchObject({ prefix: prefix.length, turn: turn.length, all: prefix.length + turn.length })
    expect(sizes.stable).toBeCloseTo(prefix.length / sizes.all, 3)
    expect(beans).toEqual({ id: '3', decision: 'reply', reason: 'approved-answer' })
  })
})
