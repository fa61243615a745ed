/** Whatever language a turn is in, nothing of the prompt that was read for it leaves: neither its mark nor its rules. */
import { describe, expect, it } from 'vitest'
import { plainSurface, review } from '../../../src/engine/review/review.ts'
import { thinking, turnOf } from '../../support/turns.ts'

const persona = { voice: { languages: ['en', 'zh', 'fr'], length: { direct: 2000 } } }

describe.each([
  ['en', 'what do you think of rain?', 'Rain it is.'],
  ['zh', '你觉得下雨怎么样？', '下雨就下雨。'],
  ['fr', 'que pensez-vous de la pluie ?', 'Il pleut, et alors.'],
] as const)('in %s', (lang, asks, says) => {
  async function said(leak: string) {
    const { recalled, brain } = await thinking(persona)
    const turn = await recalled(turnOf(asks))
    expect(turn.lang).toBe(lang)
    const text = leak
      .replace('CANARY', brain.promptIn(lang).canary)
      .replace('RULE', /^2\. (.*)$/m.exec(brain.promptIn(lang).prefix)?.[1] ?? '')
    const draft = {
      kind: 'reply',
      reason: 'model-reply',
      texts: [{ text: `${says} ${text}`, author: 'model' }],
    } as const
    const decision = await review(draft, turn, plainSurface)
    return {
      text: 'bubbles' in decision ? decision.bubbles.map((bubble) => bubble.text).join('\n') : '',
      flags: decision.flags,
    }
  }

  it.each(['It is CANARY.', 'RULE'])('%s stays inside', async (leak) => {
    const { text, flags } = await said(leak)
    expect(flags).toContain('prompt-leak')
    expect(text).not.toMatch(/ref-|never invent/)
  })

  it('what is no leak passes', async () => {
    expect((await said('')).flags).not.toContain('prompt-leak')
  })
})
