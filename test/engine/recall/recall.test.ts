/** What a turn is known by after recall: its words and language, whom it is said to, the case of who is answered, and how hot it is. */
import { describe, expect, it } from 'vitest'
import type { TranscriptLine } from '../../../src/domain/conversation.ts'
import { caseId, type FanId } from '../../../src/domain/ids.ts'
import { withTold } from '../../../src/engine/recall/consent.ts'
import { line, reply } from '../../../src/engine/verdict.ts'
import { ana, bo, noon, thinking, turnOf } from '../../support/turns.ts'

const { recalled } = await thinking({
  answers: [{ id: 'hours', asks: ['when do you open'], answer: { en: 'At eight.', fr: 'À huit heures.' } }],
})
const group = { surface: 'group' } as const

function said(text: string, more: Partial<TranscriptLine> = {}): TranscriptLine {
  return { row: 0, at: noon - 1_000, from: 'fan', name: 'Bo Li', accountId: bo, text, ...more }
}

describe('after recall', () => {
  it('a command alone is in the language of the talk, whatever its letters', async () => {
    const { recalled } = await thinking({ voice: { languages: ['en', 'zh'] } })
    const spoken = async (args: string) => {
      const turn = turnOf(`/link ${args}`, { message: { command: { name: 'link', args } } })
      return (await recalled(turn, { remembered: { fan: { id: 'f' as never, consent: 'unasked', lang: 'zh' } } })).lang
    }
    expect(await spoken('')).toBe('zh')
    expect(await spoken('ABCD-EFGH')).toBe('zh')
    expect(await spoken('what do I do with this')).toBe('en')
  })

  it('the name of the house, or of a thing of its, is of no language', async () => {
    const house = { name: 'Aurèle', voice: { languages: ['fr', 'en'] }, brand: { name: 'Maison Forêt' } }
    const { recalled } = await thinking(house)
    const languageOf = async (text: string) => (await recalled(turnOf(text))).lang
    expect(await languageOf('does aurèle have hobbies')).toBe('en')
    expect(await languageOf('Aurèle, what is Maison Forêt about')).toBe('en')
    expect(await languageOf('Aurèle, où êtes-vous')).toBe('fr')
  })

  it('a turn has its language, what it finds, and no more than the brand may keep', async () => {
    const facts = [{ key: 'name', value: 'Ana', scope: turnOf('').conversation.id, toldAt: noon }]
    expect(await recalled(turnOf('à quelle heure ouvrez-vous ?'), { remembered: { facts } })).toMatchObject({
      lang: 'fr',
      isForeign: false,
      facts,
      assessment: { kind: 'question' },
    })
    const forgetful = await thinking({ memory: { facts: 'off' } })
    expect(await forgetful.recalled(turnOf('hello'), { remembered: { facts } })).toMatchObject({ facts: [] })
  })

  it('what is said by name to a member who spoke lately is theirs', async () => {
    const turn = turnOf('Bo, can you bring some?', {
      ...group,
      message: { isMention: false },
      state: { policy: 'ambient' },
    })
    expect(await recalled(turn, { remembered: { transcript: [said('hello all')] } })).toMatchObject({
      isToMember: true,
    })
    expect(await recalled(turn)).toMatchObject({ isToMember: false })
  })

  it('our words are read from all of the talk, a fan’s only up to the turn, and the turn’s own not twice', async () => {
    const transcript = [said('before'), said('the turn itself', { row: 1 }), said('after', { row: 2 })]
    const ours = { row: 3, from: 'brand', name: 'Pip', text: 'we said' } as const
    const { transcript: read } = await recalled(turnOf('and?'), {
      remembered: { transcript: [...transcript, said('', ours)] },
    })
    expect(read.map(({ text }) => text)).toEqual(['before', 'we said'])
  })

  it('the open case is that of who is answered', async () => {
    const his = { id: caseId('h'), status: 'waiting', reason: 'rule', handler: 'bot', accountId: bo } as const
    expect((await recalled(turnOf('hi', { ...group, openCases: [his] }))).openCase).toBeUndefined()
    const hers = { ...his, accountId: ana }
    expect((await recalled(turnOf('hi', { ...group, openCases: [his, hers] }))).openCase).toBe(hers)
  })
})

describe('what a fan tells of themselves', () => {
  const verdict = reply('does-not-know', [line('doesNotKnow')])
  const greeting = reply('greeting', [line('greeting')])
  const remembered = (consent: 'unasked' | 'asked' | 'yes' | 'no') => ({
    remembered: { fan: { id: 'f' as string as FanId, consent } },
  })
  const fact = { key: 'name', value: 'Ana' }

  it('is asked about once, after the reply, in private', async () => {
    const asking = { kind: 'line', occasion: 'askConsent', buttons: ['yes', 'no'] }
    const turn = await recalled(turnOf('my name is Ana'))
    expect(withTold(greeting, turn)).toMatchObject({
      say: [{ occasion: 'greeting' }, asking],
      changes: { consent: 'asked', state: { pending: { kind: 'consent', facts: [fact], accountId: ana } } },
    })
    expect(withTold(verdict, turn)).toMatchObject({ reason: 'consent', say: [line('remark'), asking] })
    const inGroup = await recalled(turnOf('my name is Ana', group))
    expect(withTold(greeting, inGroup)).toMatchObject({ say: [{ occasion: 'greeting' }] })
  })

  it('is kept with consent, and not without', async () => {
    const agreed = await recalled(turnOf('my name is Ana'), remembered('yes'))
    expect(withTold(greeting, agreed).changes?.remember).toMatchObject([fact])
    const refused = await recalled(turnOf('my name is Ana'), remembered('no'))
    expect(withTold({ ...greeting, changes: { remember: [fact] } }, refused).changes).toEqual({})
  })
})
