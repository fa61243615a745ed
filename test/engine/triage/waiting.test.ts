/** What is told with a handoff about waiting, as a verdict. */
import { describe, expect, it } from 'vitest'
import type { HandoffReason } from '../../../src/domain/handoff.ts'
import { caseId } from '../../../src/domain/ids.ts'
import type { DeskCases } from '../../../src/engine/stages.ts'
import { handOff } from '../../../src/engine/triage/hand-off.ts'
import { withTruth } from '../../../src/engine/triage/waiting.ts'
import { ana, bo, noon, thinking, turnOf } from '../../support/turns.ts'

const { recalled } = await thinking({ handoff: { teams: { care: { name: 'Care' } }, route: { default: 'care' } } })
const atNight = await thinking({ handoff: { hours: { timeZone: 'UTC', week: { sat: ['09:00-10:00'] } } } })

function desk(more: Partial<DeskCases> = {}): DeskCases {
  return {
    get: async () => undefined,
    elsewhere: async () => undefined,
    inPrivate: async () => [],
    promisedUntil: async () => undefined,
    waits: async () => [],
    waiting: async () => 0,
    onDuty: async () => [],
    ...more,
  }
}

async function told(
  text: string,
  cases = desk(),
  more: object = {},
  brand = { recalled },
  reason: HandoffReason = 'complaint',
) {
  const turn = await brand.recalled(turnOf(text, more), { cases, privateLink: () => 'https://t.example/case' })
  return await withTruth(handOff(reason, turn), turn)
}

describe('who waits and sends a file', () => {
  const open = {
    openCases: [{ id: caseId('h'), status: 'waiting', reason: 'complaint', handler: 'bot', accountId: ana } as const],
  }
  const ours = { ...{ row: 2, at: noon, name: '', text: 'That file didn’t get through.' }, from: 'brand' } as const
  const lost = { ...ours, toMessageId: '1', tellsLost: ['video: film.mp4'] } as const

  it('hears that it is with the team, unless it was told already that it did not get through', async () => {
    for (const [line, says] of [
      [ours, { kind: 'reply', reason: 'holding' }],
      [
        { ...lost, toMessageId: '0' },
        { kind: 'reply', reason: 'holding' },
      ],
      [lost, { kind: 'silent', reason: 'file-lost-told' }],
    ] as const) {
      const turn = await recalled(
        turnOf('here is how it shakes', { ...open, message: { attachments: [{ kind: 'video' }] } }),
        {
          ...{ cases: desk(), remembered: { transcript: [line] } },
        },
      )
      expect(await withTruth(handOff('complaint', turn), turn)).toMatchObject(says)
    }
  })
})

describe('with a handoff', () => {
  it('nothing is said of waiting where nothing is known', async () => {
    expect(await told('my order is broken')).toMatchObject({
      say: [{ kind: 'handoff', reason: 'complaint' }],
      handoff: { timers: { 'first-response': expect.any(Number), resolution: expect.any(Number) } },
    })
  })

  it('the usual wait and a long queue are told in the same message', async () => {
    const minutes = Array.from({ length: 10 }, () => 60_000)
    const cases = desk({ waits: async () => minutes, waiting: async () => 4 })
    expect(await told('my order is broken', cases)).toMatchObject({
      say: [
        { kind: 'handoff' },
        { occasion: 'wait', names: { waitMs: expect.any(Number) }, isSameMessage: true },
        { occasion: 'queue', names: { place: 5 }, isSameMessage: true },
      ],
    })
  })

  it('a time is promised, and noted, where nobody is there', async () => {
    const verdict = await told('my order is broken', desk(), {}, atNight)
    expect(verdict).toMatchObject({
      say: [{ reason: 'complaint' }, { occasion: 'nobodyOnline' }, { occasion: 'promise', isSameMessage: true }],
      handoff: { promise: { text: 'A first answer', dueAt: expect.any(Number) } },
      flags: ['nobody-on-duty'],
    })
  })

  it('in a group the fan is shown the way into private', async () => {
    expect(await told('my order is broken', desk(), { surface: 'group' })).toMatchObject({
      say: [{ occasion: 'inPrivate', buttons: ['private'] }],
    })
  })

  it('in a group who calls a person is not met as somebody who complains', async () => {
    const asked = await told(
      'can I speak to a person please',
      desk(),
      { surface: 'group' },
      undefined,
      'asked-for-person',
    )
    expect(asked).toMatchObject({
      say: [{ occasion: 'onlyInPrivate', buttons: ['private'] }],
    })
  })

  it('another bot is promised nothing', async () => {
    const message = { author: { accountId: bo, name: 'Robo', isBot: true } }
    const brand = await thinking({ manners: { bots: { answer: 'once' } } })
    const turn = await brand.recalled(turnOf('hi', { surface: 'group', message }))
    const verdict = handOff('complaint', turn)
    expect(await withTruth(verdict, turn)).toBe(verdict)
  })
})
