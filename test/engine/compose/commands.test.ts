/** A fan's verbs, and answers to our own open questions, as verdicts. */
import { describe, expect, it } from 'vitest'
import { caseId } from '../../../src/domain/ids.ts'
import { command } from '../../../src/engine/compose/commands.ts'
import { pending, pendingBeside } from '../../../src/engine/compose/pending.ts'
import { ana, bo, noon, thinking, turnOf } from '../../support/turns.ts'

const { recalled } = await thinking({
  answers: [{ id: 'hours', asks: ['when do you open'], answer: 'At eight.' }],
})
const group = { surface: 'group' } as const

async function given(name: string, args = '', more: Parameters<typeof turnOf>[1] = {}, isAdmin = false) {
  const author = { accountId: ana, name: 'Ana', isBot: false, isAdmin }
  const text = `/${name} ${args}`
  return await command(await recalled(turnOf(text, { ...more, message: { author, command: { name, args } } })))
}

describe('a command', () => {
  it.each(['help', 'privacy'])('/%s is its line', async (name) => {
    expect(await given(name)).toEqual({ kind: 'reply', reason: 'command', say: [{ kind: 'line', occasion: name }] })
  })

  it('/forget asks once more', async () => {
    expect(await given('forget')).toMatchObject({
      say: [{ occasion: 'forgetAsk', buttons: ['yes', 'no'] }],
      changes: { state: { pending: { kind: 'forget', accountId: ana } } },
    })
  })

  it('/mydata counts what is kept, in private only', async () => {
    const exportFan = async () => ({
      accounts: [{ id: ana, name: 'Ana' }],
      conversations: [{ id: 'c' }],
      facts: [{ key: 'city', value: 'Turin', told_at: noon, message_row: 1 }],
      messages: [
        {
          id: 1,
          conversation_id: 'c',
          direction: 'in',
          at: noon,
          body: {
            text: 'I live in Turin',
            threadId: 'test:direct',
            mentions: ['alpha:Ben', ana],
            replyTo: { messageId: '9', isToBot: false, accountId: 'alpha:Ben', text: 'said by another' },
          },
        },
        { id: 2, conversation_id: 'c', direction: 'out', at: noon, body: { text: 'Noted.' } },
        { id: 3, conversation_id: 'staff', direction: 'in', at: noon, body: { text: 'of another fan' } },
      ],
      handoffs: [{ reason: 'legal', status: 'closed', opened_at: noon }],
      works: [{ number: 4, account_id: ana, text: 'the mild roast', state: 'accepted', offered_at: noon }],
      helpers: [{ account_id: ana, from_hour: 9, to_hour: 21, since: noon }],
      circle_votes: [{ account_id: ana, number: 2, choice: 1, at: noon }],
      first_words: [{ account_id: ana, reason: 'issue-news', at: noon }],
      reports: [{ account_id: ana, kind: 'suggestion', answer_id: 'circle-2', at: noon }],
      standings: [{ account_id: ana, circle: 'yes', circle_at: noon }],
      titles: [{ account_id: ana, title: 'lamp', name: 'Lamplighter', since: noon }],
      evidence: [
        { account_id: 'alpha:Ben', what: 'thanked', key: `${ana} 3`, by_account: ana, at: noon },
        { account_id: ana, what: 'thanked', key: 'alpha:Ben 3', by_account: 'alpha:Ben', at: noon },
      ],
    })
    const turn = turnOf('/mydata', { message: { command: { name: 'mydata', args: '' } } })
    expect(await command(await recalled(turn, { memory: { exportFan } }))).toMatchObject({
      say: [{ kind: 'my-data', messages: 1, handoffs: 1, facts: [{ key: 'city', value: 'Turin' }] }],
    })
    const kept = new Map<string, string>()
    const keepFile = async ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
      kept.set(name, new TextDecoder().decode(bytes))
      return `/kept/${name}`
    }
    expect(await command(await recalled(turn, { memory: { exportFan }, keepFile }))).toMatchObject({
      files: [{ path: '/kept/my-data.txt' }, { path: '/kept/my-data.json' }],
    })
    expect(kept.get('my-data.txt')).toContain('· city: Turin – 2026-11-18 12:00 – “I live in Turin”')
    expect(JSON.parse(kept.get('my-data.json') ?? '')).toMatchObject({
      accounts: [{ id: ana }],
      messages: [{ id: 1 }, { id: 2 }],
    })
    expect([...kept.values()].join()).not.toMatch(/of another fan|said by another|alpha:Ben/)
    const all = JSON.parse(kept.get('my-data.json') ?? '')
    for (const table of ['works', 'helpers', 'circle_votes', 'first_words', 'reports', 'standings', 'titles'])
      expect(all[table], table).toHaveLength(1)
    expect(all.evidence).toMatchObject([{ what: 'thanked' }, { account_id: ana, what: 'thanked' }])
    for (const told of ['the mild roast', 'Lamplighter', 'helper 9-21', 'circle yes', 'issue-news', 'suggestion'])
      expect(kept.get('my-data.txt')).toContain(told)
    expect(await given('mydata', '', group)).toMatchObject({ say: [{ occasion: 'onlyInPrivate' }] })
  })

  it('/quiet holds as long as was said, and off ends it', async () => {
    const until = (hours: number) => ({ changes: { state: { quietUntil: noon + hours * 3_600_000 } } })
    expect(await given('quiet', '2h', group)).toMatchObject(until(2))
    expect(await given('quiet', '30m', group)).toMatchObject(until(0.5))
    expect(await given('quiet', '9d', group)).toMatchObject(until(72))
    expect(await given('quiet', 'off', group)).toMatchObject({ changes: { state: { quietUntil: undefined } } })
    expect(await given('quiet')).toEqual({ kind: 'silent', reason: 'asked-for-quiet' })
  })

  it('/mascot is for administrators', async () => {
    expect(await given('mascot', 'ambient', group)).toEqual({ kind: 'silent', reason: 'not-allowed' })
    expect(await given('mascot', 'loud', group, true)).toEqual({ kind: 'silent', reason: 'not-allowed' })
    expect(await given('mascot', 'ambient', group, true)).toMatchObject({
      say: [{ kind: 'policy', policy: 'ambient' }],
      changes: { state: { policy: 'ambient' } },
    })
  })

  it('/start remembers by which link the fan came, and asks who was sent here what happened', async () => {
    expect(await given('start', 'spring')).toMatchObject({
      reason: 'greeting',
      changes: { state: { cameBy: 'spring' } },
    })
    expect(await given('start', 'case')).toMatchObject({ reason: 'apology', say: [{ occasion: 'apology' }] })
  })

  it('that nobody knows is no command', async () => {
    expect(await given('dance')).toBeUndefined()
  })
})

describe('an open question of ours', () => {
  const choices = [{ answerId: 'hours', label: 'Opening hours' }]
  const asked = { state: { pending: { kind: 'clarify', choices, accountId: ana } } } as const

  it.each(['1', 'opening hours', 'Opening'])('is answered by %s', async (text) => {
    expect(pending(await recalled(turnOf(text, asked)))).toMatchObject({ reason: 'chosen-answer', answerId: 'hours' })
  })

  it('is not answered by another member', async () => {
    const author = { accountId: bo, name: 'Bo', isBot: false }
    expect(pending(await recalled(turnOf('1', { ...asked, message: { author } })))).toBeUndefined()
  })

  it('about remembering keeps the facts with a yes, and none with a no', async () => {
    const facts = [{ key: 'name', value: 'Ana' }]
    const state = { pending: { kind: 'consent', facts, accountId: ana } } as const
    expect(pending(await recalled(turnOf('yes', { state })))).toMatchObject({
      say: [{ occasion: 'consentYes' }],
      changes: { consent: 'yes', remember: facts },
    })
    expect(await pending(await recalled(turnOf('no', { state })))).toMatchObject({
      changes: { consent: 'no', state: { pending: undefined } },
    })
  })

  it('about being forgotten may be answered beside staff; another may not', async () => {
    const open = { id: caseId('h'), status: 'assigned', reason: 'rule', handler: 'staff', accountId: ana } as const
    const state = { pending: { kind: 'forget', accountId: ana } } as const
    expect(await pendingBeside(await recalled(turnOf('yes', { openCases: [open], state })))).toMatchObject({
      say: [{ occasion: 'forgotten' }],
      changes: { forget: true },
    })
    const who = turnOf('are you a bot?', { openCases: [open], ...asked })
    expect(await pendingBeside(await recalled(who))).toBeUndefined()
  })
})
