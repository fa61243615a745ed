/** A verdict in words: the one place where lines, answers and labels are found, by language and turn about. */
import { describe, expect, it } from 'vitest'
import { tell } from '../../src/engine/story.ts'
import { line, reply, type Saying, type Verdict } from '../../src/engine/verdict.ts'
import { word } from '../../src/engine/word.ts'
import { ana, bo, noon, thinking, turnOf } from '../support/turns.ts'

const { recalled } = await thinking({
  lines: {
    greeting: { en: ['Hi {fan}.', 'Hello {fan}.'], fr: 'Salut {fan}.' },
    promise: 'By {until}.',
    wait: 'About {wait}.',
    farewell: 'Bye.',
    clarify: 'Which?',
    crisis: 'Call 112.',
    handoff: { default: '{team} comes.' },
  },
  voice: { catchphrases: ['Splash!'], energy: 'lively' },
  boundaries: [
    { id: 'own', about: 'x', words: ['x'], say: 'Not that.' },
    { id: 'usual', about: 'y', words: ['y'] },
  ],
  handoff: {
    teams: { care: { name: { en: 'the care desk', fr: 'le service' } } },
  },
  answers: [
    {
      id: 'hours',
      title: { en: 'Opening hours, week by week, for all of our shops', fr: 'Horaires' },
      asks: ['when'],
      answer: { en: ['At eight.', 'Eight it is.'], fr: 'À huit heures.' },
      buttons: [{ label: { en: 'Map', fr: 'Plan' }, url: 'https://t.example' }],
    },
  ],
})

async function said(say: readonly Saying[], text = 'hello there', more: Parameters<typeof recalled>[1] = {}) {
  const turn = await recalled(turnOf(text), more)
  const draft = word(reply('command', say), turn)
  return { texts: 'texts' in draft ? draft.texts : [], turn }
}

async function textOf(...args: Parameters<typeof said>) {
  return (await said(...args)).texts.map(({ text }) => text)
}

describe('a line', () => {
  it('is filled in, in the fan’s language', async () => {
    expect(await textOf([line('greeting')], 'bonjour, comment allez-vous ?')).toEqual(['Salut Ana.'])
  })

  it('comes turn about; one that is not said has not had its turn', async () => {
    const turn = await recalled(turnOf('hello there'))
    expect(turn.rotation.isChanged).toBe(false)
    const texts = [1, 2].map(() => {
      const draft = word(reply('greeting', [line('greeting')]), turn)
      return 'texts' in draft ? draft.texts[0]?.text : undefined
    })
    expect(texts.toSorted()).toEqual(['Hello Ana.', 'Hi Ana.'])
  })

  it('names a team, an instant and a time to wait in words', async () => {
    expect(
      await textOf([
        { kind: 'handoff', reason: 'complaint', names: { team: 'care' } },
        line('promise', { names: { until: noon } }),
        line('wait', { names: { waitMs: 5 * 60_000 } }),
      ]),
    ).toEqual(['The care desk comes.', 'By Wed 12:00.', 'About 5 minutes.'])
  })

  it('stands in one message with the one before where it is told to', async () => {
    expect(await textOf([line('farewell'), line('clarify', { isSameMessage: true })])).toEqual(['Bye.\nWhich?'])
  })

  it('for a crisis is approved words', async () => {
    expect((await said([line('crisis')])).texts).toEqual([
      { text: 'Call 112.', author: 'approved', from: 'lines.crisis' },
    ])
  })

  it('may add a catchphrase, on one of four occasions', async () => {
    const turn = await recalled(turnOf('bye'))
    const saying = line('farewell', { mayAddCatchphrase: true })
    const texts = [1, 2, 3, 4].map(() => {
      const draft = word(reply('farewell', [saying]), turn)
      return 'texts' in draft ? draft.texts[0]?.text : undefined
    })
    expect(texts.toSorted()).toEqual(['Bye.', 'Bye.', 'Bye.', 'Bye. Splash!'])
  })

  it('of a boundary is its own, else the usual one', async () => {
    const [own, usual] = await textOf([
      { kind: 'boundary', id: 'own' },
      { kind: 'boundary', id: 'usual' },
    ])
    expect(own).toBe('Not that.')
    expect(usual).not.toBe(own)
  })
})

describe('an answer', () => {
  it('is one of its variants, with its own buttons before ours', async () => {
    const { texts } = await said([{ kind: 'answer', id: 'hours', lang: 'en', buttons: ['person'] }])
    expect(texts).toEqual([
      {
        text: expect.stringMatching(/^(At eight\.|Eight it is\.)$/),
        author: 'approved',
        from: 'answers.hours',
        buttons: [
          { label: 'Map', url: 'https://t.example' },
          { label: 'Talk to a person', value: 'command:human' },
        ],
      },
    ])
  })
})

describe('buttons', () => {
  it('of an answer are labelled in the language it is said in', async () => {
    const { texts } = await said([{ kind: 'answer', id: 'hours', lang: 'fr' }])
    expect(texts[0]?.buttons).toEqual([{ label: 'Plan', url: 'https://t.example' }])
  })

  it('into private are there where the platform has such a link', async () => {
    const [linked, without] = await Promise.all([
      said([line('inPrivate', { buttons: ['private'] })], 'hi', { privateLink: (what) => `https://t.example/${what}` }),
      said([line('inPrivate', { buttons: ['private'] })], 'hi'),
    ])
    expect(linked.texts[0]?.buttons).toEqual([{ label: 'Talk in private', url: 'https://t.example/case' }])
    expect(without.texts[0]).not.toHaveProperty('buttons')
  })

  it('are the choices of a question, which is kept as the fan reads it', async () => {
    const verdict: Verdict = {
      kind: 'clarify',
      reason: 'close-answers',
      say: [line('clarify', { buttons: ['choices'] })],
      choices: [
        { answerId: 'hours', phrasing: 'when' },
        { answerId: 'gone', phrasing: 'its phrasing' },
      ],
      changes: { state: { clarifications: 1 } },
    }
    const choices = [
      { answerId: 'hours', label: 'Opening hours, week by week, for all of…' },
      { answerId: 'gone', label: 'its phrasing' },
    ]
    expect(word(verdict, await recalled(turnOf('hello there')))).toEqual({
      kind: 'clarify',
      reason: 'close-answers',
      choices,
      texts: [
        {
          text: 'Which?',
          author: 'line',
          from: 'lines.clarify',
          buttons: choices.map(({ answerId, label }) => ({ label, value: `answer:${answerId}` })),
        },
      ],
      changes: { state: { clarifications: 1, pending: { kind: 'clarify', choices, accountId: ana } } },
    })
  })
})

it('a question waits for the answer of who is asked, whoever spoke before them', async () => {
  const by = (accountId: typeof ana) => ({ author: { accountId, name: accountId, isBot: false } })
  const message = { ...by(bo), isMention: false, text: 'see you' }
  const turn = await recalled(
    turnOf('see you', {
      surface: 'group',
      message,
      more: [
        { ...by(ana), text: 'when?' },
        { ...message, row: 9 },
      ],
    }),
  )
  const verdict: Verdict = {
    ...{ kind: 'clarify', reason: 'close-answers', say: [line('clarify')], choices: [] },
    changes: { state: { pending: { kind: 'forget', accountId: bo } } },
  }
  expect(word(verdict, turn)).toMatchObject({
    changes: { state: { pending: { kind: 'clarify', choices: [], accountId: ana } } },
  })
})

it('what is not said has no words', async () => {
  const verdict: Verdict = { kind: 'silent', reason: 'spam' }
  expect(word(verdict, await recalled(turnOf('hello there')))).toBe(verdict)
})

describe('a fan reads their own characters and language', () => {
  it('Chinese as they write it', async () => {
    const { recalled } = await thinking({
      voice: { languages: ['zh'] },
      answers: [{ id: 'hours', asks: ['几点开门', '营业时间', '什么时候开门'], answer: '周一到周五八点开门。' }],
    })
    const said = async (text: string) => word(await tell(await recalled(turnOf(text))), await recalled(turnOf(text)))
    expect(await said('營業時間')).toMatchObject({ texts: [{ text: '週一到週五八點開門。' }] })
    expect(await said('营业时间')).toMatchObject({ texts: [{ text: '周一到周五八点开门。' }] })
  })

  it('and the built-in line where the persona does not speak theirs', async () => {
    const { recalled } = await thinking({ voice: { languages: ['en'] } })
    const turn = await recalled(turnOf('Ya no quiero vivir, me quiero morir'))
    expect(word(await tell(turn), turn)).toMatchObject({ texts: [{ text: expect.stringMatching(/Gracias por/) }, {}] })
  })
})
