/** `mascot answers suggest --phrasings` as an operator runs it, with a model over HTTP. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personaFolder, smallest } from '../persona/load/folder.ts'
import { type MockModel, startMockModel } from '../support/mock-model.ts'
import { runMascot } from '../support/run-mascot.ts'

const ANSWERS = `# Ours, by hand.
answers:
  - id: refund # asked every day
    asks: [can i return my beans]
    answer: Thirty days, any reason.
  - id: shipping
    asks:
      - what does shipping cost
      - shipping cost to norway
      - is shipping free
      - delivery price
      - how much is delivery
    answer: Four crowns, free above forty.
  - id: wifi
    asks: ["is there wifi?", wifi password]
    answer: Yes, ask at the counter.
`

let model: MockModel
beforeAll(async () => {
  model = await startMockModel()
})
afterAll(() => model.close())

async function run(input: string, ...flags: readonly string[]) {
  const folder = await personaFolder({ 'persona.yaml': smallest, 'answers.yaml': ANSWERS })
  const env = { OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'mock' }
  const ran = await runMascot(['answers', 'suggest', '--phrasings', '--persona', folder, ...flags], { input, env })
  return { ...ran, file: readFileSync(join(folder, 'answers.yaml'), 'utf8') }
}

describe('mascot answers suggest --phrasings', () => {
  it('shows each draft for answers with few phrasings, and writes those alone that are chosen; every comment stays', async () => {
    model.writes(
      /"asks":\["can i/,
      '1. "money back?"\n- Can I return my beans\n* what does shipping cost\nhow long may i send it back\n',
    )
    model.writes(/wifi password/, 'got internet here?\n')
    const { code, out, err, file } = await run('7\n2\n\n')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/refund {2}\(1 of 2\) {2}Thirty days/)
    expect(out).toMatch(/ 1 {2}money back\?\n {3}2 {2}how long may i send it back\n/)
    expect(out).toMatch(/– {2}what does shipping cost {2}\(would get shipping\)/)
    expect(out).toMatch(/numbers from 1 to 2:/)
    expect(out).toMatch(/wifi {2}\(2 of 2\)[\s\S]*got internet here\?[\s\S]*1 phrasing was written/)
    expect(out).not.toMatch(/shipping {2}\(/)
    expect(file).toBe(
      ANSWERS.replace('[can i return my beans]', '[can i return my beans, "how long may i send it back"]'),
    )
    model.forgets()
  })

  it('writes nothing where nobody chooses, nor with --json', async () => {
    model.writes(/./, 'one way\nanother way\n')
    expect((await run('')).file).toBe(ANSWERS)
    const { out, file } = await run('all\nall\n', '--json')
    expect(file).toBe(ANSWERS)
    const [first] = out.trim().split('\n')
    expect(JSON.parse(first ?? '')).toEqual({
      ...{ id: 'refund', asks: ['can i return my beans'], drafts: ['one way', 'another way'], taken: [] },
    })
    model.forgets()
  })

  it('tells what is missing: a model, one that answers, or one of two things at once', async () => {
    const folder = await personaFolder({ 'persona.yaml': smallest, 'answers.yaml': ANSWERS })
    const args = ['answers', 'suggest', '--phrasings', '--persona', folder]
    expect(await runMascot(args)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/drafted by a model, and none is set/),
    })
    expect((await runMascot([...args, '--from', 'x'])).err).toMatch(/one of both/)
    model.failsWith(401)
    const { code, err, file } = await run('all\n')
    expect({ isWell: code === 0, file }).toEqual({ isWell: false, file: ANSWERS })
    expect(err).toMatch(/key|401|refused/i)
    expect(err).not.toMatch(/\n\s+at /)
    model.forgets()
  })
})
