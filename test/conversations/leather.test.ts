/** Aurèle at the door of Maison Averne: whole stories in English and French, no model. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { askAmbiguously, everyLine, latest, nobodyThere, nothingNoted, wordsOf } from './reading.ts'

let chat: Chat
/** A Wednesday: half past eleven in Paris, every team is there. */
beforeAll(async () => {
  chat = await startChat('leather', { clock: createChatClock('2026-11-18T10:30Z') })
})
afterAll(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
})

describe('a fan at the door', () => {
  it('is greeted without haste and told that the voice is automated', async () => {
    const nora = chat.fan('Nora')
    await nora.says('hello')
    expect(wordsOf(await nora.hears(/automated|Aurèle/))).not.toMatch(/!|help/)
    await nora.says('good morning')
    await nora.hears(everyLine(chat.persona.lines.greetingAgain, 'en', 'Nora'))
  })

  it('is delighted with five exclamation marks and gets none back', async () => {
    const ines = chat.fan('Ines')
    await ines.says('I love your bags!!!!! they are so beautiful 😍😍')
    expect(wordsOf(await ines.hears(everyLine(chat.persona.lines.praise, 'en', 'Ines')))).not.toMatch(/!|😍/u)
    expect(await latest(chat, ines)).toMatchObject({ reason: 'praise' })
    await ines.says('how do i care for my bag')
    await ines.hears(/Onguent/)
    expect(await latest(chat, ines)).toMatchObject({ answerId: 'care' })
    await ines.says('thank you so much')
    expect(wordsOf(await ines.hears(everyLine(chat.persona.lines.thanks, 'en', 'Ines')))).not.toMatch(/!/)
    await ines.says('goodbye')
    await ines.hears(everyLine(chat.persona.lines.farewell, 'en', 'Ines'))
  })

  it('asks how a repair goes, then what it costs, then how long it takes', async () => {
    const ewan = chat.fan('Ewan')
    await ewan.says('how do i send a bag in for repair')
    await ewan.hears(/in any hands/)
    await ewan.says('how much does a repair cost')
    await ewan.hears(/€58/)
    await ewan.says('how long does a repair take')
    await ewan.hears(/six to ten weeks/)
    expect((await chat.reasons(ewan)).map(({ answerId }) => answerId)).toEqual(['repair-time', 'repair-cost', 'repair'])
  })

  it('sends ok, and since the house has no use for an emoji, nothing comes back', async () => {
    const oz = chat.fan('Oz')
    await oz.says('ok')
    await oz.hearsNothing()
    expect(await latest(chat, oz)).toMatchObject({ kind: 'silent', reason: 'acknowledgement' })
  })

  it('is told plainly what the house does not know, and calls a person with the button', async () => {
    const tim = chat.fan('Tim')
    await tim.says('what is the capital of mongolia')
    await tim.hears(everyLine(chat.persona.lines.doesNotKnow, 'en', 'Tim'))
    expect(await latest(chat, tim)).toMatchObject({ reason: 'does-not-know' })
    await tim.presses(/Talk to a person/)
    await tim.hears(/client desk/)
    expect(await latest(chat, tim)).toMatchObject({ kind: 'handoff', reason: 'asked-for-person' })
  })
})

describe('une question à deux sens', () => {
  it.each([
    [
      'par le bouton',
      async (fan: ReturnType<Chat['fan']>, label: string) => fan.presses(new RegExp(RegExp.escape(label))),
    ],
    ['par le numéro', async (fan: ReturnType<Chat['fan']>) => fan.says('2')],
    ['par les mots du choix', async (fan: ReturnType<Chat['fan']>, label: string) => fan.says(label)],
  ])('se tranche %s', async (how, choose) => {
    const { fan, question, choices } = await askAmbiguously(chat, how, [
      'sac cuir',
      'sac',
      'colis livraison',
      'combien',
      'retour échange',
      'délai',
    ])
    expect(wordsOf(question)).toMatch(everyLine(chat.persona.lines.clarify, 'fr', ''))
    await choose(fan, choices[1]?.label ?? '')
    expect(await fan.hears()).toMatchObject({ lang: 'fr' })
    expect(await latest(chat, fan)).toMatchObject({ reason: 'chosen-answer', answerId: choices[1]?.answerId })
  })
})

describe('franche sur elle-même', () => {
  it.each([
    ['are you a bot?', /\bbot\b|automated/],
    ['is there a human writing this?', /\bbot\b|automated/],
    ['vous êtes un robot ?', /robot|automatique/],
    ["c'est une vraie personne qui répond ?", /robot|automatique/],
  ])('asked %j, it says so', async (question, truth) => {
    const maya = chat.fan(`Maya ${question}`)
    await maya.says(question)
    await maya.hears(truth)
    expect(await latest(chat, maya)).toMatchObject({ reason: expect.stringMatching(/is-it-a-bot|asked-for-person/) })
  })
})

describe('a fan with a grievance', () => {
  it('is furious, and is heard by someone with the power to act', async () => {
    const colin = chat.fan('Colin')
    await colin.says(
      'This is a disgrace. I paid €3,200, the strap tore after two weeks and nobody answers my emails. I am furious.',
    )
    expect(wordsOf(await colin.hears(/director’s office/))).not.toMatch(/!|inconvenience|calm down/)
    expect(await latest(chat, colin)).toMatchObject({ kind: 'handoff', reason: 'complaint' })
  })

  it('est furieux en français', async () => {
    const bertrand = chat.fan('Bertrand')
    await bertrand.says(
      'C’est scandaleux, l’anse a lâché au bout de deux semaines et personne ne me répond. Je suis furieux !',
    )
    expect(wordsOf(await bertrand.hears(/la direction/))).not.toMatch(/!|calmez|désagrément/)
    expect(await latest(chat, bertrand)).toMatchObject({ kind: 'handoff', reason: 'complaint' })
    await bertrand.says('et personne ne rappelle')
    await bertrand.hears(everyLine(chat.persona.lines.holding, 'fr', 'Bertrand'))
  })

  it('is a troll, hears one level sentence, and then nothing', async () => {
    const rex = chat.fan('Rex')
    await rex.says('you stupid bot, go to hell, you fucking idiots')
    expect(wordsOf(await rex.hears(everyLine(chat.persona.lines.abuse, 'en', 'Rex')))).not.toMatch(/!|sorry|idiot/)
    await rex.says('fuck you morons')
    await rex.hearsNothing()
    expect(await latest(chat, rex)).toMatchObject({ reason: 'troll-not-fed' })
  })

  it('lost a piece to a thief: a person marks the register', async () => {
    const lea = chat.fan('Lea')
    await lea.says('my relais was stolen on the train, number M 20417')
    expect(wordsOf(await lea.hears(/client desk/))).not.toMatch(/!/)
    expect(await latest(chat, lea)).toMatchObject({ kind: 'handoff', reason: 'rule' })
  })

  it('est en danger : les numéros d’abord', async () => {
    const camille = chat.fan('Camille')
    await camille.says('je veux mourir, j’ai envie de me suicider')
    expect(wordsOf(await camille.hears(/3114/))).not.toMatch(/mulet|registre|!/)
    await camille.hears(/N’attendez pas/)
    expect(await latest(chat, camille)).toMatchObject({ kind: 'handoff', reason: 'self-harm' })
  })
})

describe('what the house keeps to itself', () => {
  it('gives no verdict from a picture, no discount, and no word on another house', async () => {
    const dana = chat.fan('Dana')
    await dana.says('real or fake? got it on a market')
    await dana.hears(/Not from a photograph/)
    await dana.says('then give me a discount')
    await dana.hears(/at cost/)
    await dana.says('Corvane stitches better than you do')
    await dana.hears(/Of other houses we say nothing/)
    expect((await chat.reasons(dana)).map(({ reason }) => reason)).toEqual(['boundary', 'boundary', 'boundary'])
  })
})

describe('languages', () => {
  it('follows a fan from English into French and back', async () => {
    const theo = chat.fan('Théo')
    await theo.says('what are your opening hours')
    expect(await theo.hears(/Tuesday to Saturday/)).toMatchObject({ lang: 'en' })
    await theo.says('et comment retourner un sac ?')
    expect(await theo.hears(/Trente jours/)).toMatchObject({ lang: 'fr' })
    await theo.says('merci beaucoup')
    await theo.hears(everyLine(chat.persona.lines.thanks, 'fr', 'Théo'))
    await theo.says('and do you ever have sales?')
    expect(await theo.hears()).toMatchObject({ lang: 'en' })
    expect(await latest(chat, theo)).toMatchObject({ answerId: 'sales' })
  })

  it.each([
    ['Chinese', '你们的包可以修吗'],
    ['Arabic', 'هل يمكنني إعادة الحقيبة؟'],
    ['Italian', 'Buongiorno, quanto costa la borsa nera e dove posso comprarla?'],
    ['German', 'Guten Tag, was kostet die schwarze Tasche und wo kann ich sie kaufen?'],
  ])('says which languages it writes to a fan who writes %s', async (language, text) => {
    const fan = chat.fan(`a fan writing ${language}`)
    await fan.says(text)
    await fan.hears(/English and French|le français et l’anglais/)
  })
})

describe('asked for a person', () => {
  it('calls one at the first asking, in either language', async () => {
    const owen = chat.fan('Owen')
    await owen.says('I want to talk to a person please')
    expect(wordsOf(await owen.hears(/client desk/))).not.toMatch(/!|minutes/)
    const agathe = chat.fan('Agathe')
    await agathe.says('je voudrais parler à quelqu’un')
    await agathe.hears(/conciergerie/)
    expect(await latest(chat, agathe)).toMatchObject({
      kind: 'handoff',
      reason: 'asked-for-person',
      flags: nothingNoted,
    })
  })

  it('la nuit, dit que la maison est fermée et garde ce qui est écrit', async () => {
    await using night = await startChat('leather', { clock: createChatClock('2026-11-18T02:00Z') })
    const agathe = night.fan('Agathe')
    await agathe.says('je voudrais parler à quelqu’un')
    await agathe.hears(nobodyThere(night.persona.lines.nobodyOnline, 'fr', '09:30–18:00'))
    const owen = night.fan('Owen')
    await owen.says('a person, please')
    await owen.hears(nobodyThere(night.persona.lines.nobodyOnline, 'en', '09:30–18:00'))
    expect(await latest(night, owen)).toMatchObject({ kind: 'handoff', flags: ['nobody-on-duty', ...nothingNoted] })
    expect(await night.mascot.store.cases.list({ status: 'waiting' })).toHaveLength(2)
  })

  it('is closed on a French holiday in the middle of the week', async () => {
    await using holiday = await startChat('leather', { clock: createChatClock('2027-07-14T10:30Z') })
    const owen = holiday.fan('Owen')
    await owen.says('can I speak to someone')
    await owen.hears(nobodyThere(holiday.persona.lines.nobodyOnline, 'en', '09:30–18:00'))
  })
})
