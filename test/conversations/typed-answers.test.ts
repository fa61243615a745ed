/** A yes and a no are typed in the fan's own language, in time or late, and questions, buttons and thanks are in it too. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS, MINUTE_MS } from '../../src/domain/durations.ts'
import { packs } from '../../src/hearing/packs/packs.ts'
import { defaultLines } from '../../src/persona/lines/default-lines.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { startTwoPlatforms, type TwoPlatforms, type Voice } from '../support/two-platforms.ts'

/** What a fan of each language says before anything is asked, and how they say yes and no. */
const fans: Readonly<Record<string, readonly [talk: string, yes: string, no: string]>> = {
  ar: ['مرحبا، أنا أحب هذه القهوة كثيرا وأشربها كل يوم مع أهلي', 'نعم', 'لا، شكرا'],
  cs: ['Dobrý den, vaše káva je moc dobrá a piju ji každý den', 'Ano, prosím', 'ne'],
  da: ['Hej, jeg drikker jeres kaffe hver dag og det er den bedste', 'ja', 'Nej tak'],
  de: ['Hallo, ich trinke euren Kaffee jeden Tag und er ist wirklich gut', 'Ja, gerne!', 'nein'],
  el: ['Καλημέρα, πίνω τον καφέ σας κάθε μέρα και είναι πολύ καλός', 'Ναι', 'όχι'],
  en: ['Hello, I drink your coffee every day and it is really good', 'Yes!', 'no thanks'],
  es: ['Hola, bebo vuestro café todos los días y me gusta mucho', 'Sí, claro', 'no'],
  fi: ['Hei, juon teidän kahvia joka päivä ja se on todella hyvää', 'Kyllä', 'ei kiitos'],
  fr: ['Bonjour, je bois votre café tous les jours et il est très bon', 'Oui, merci !', 'non'],
  he: ['שלום, אני שותה את הקפה שלכם כל יום והוא ממש טוב', 'כן', 'לא'],
  hi: ['नमस्ते, मैं आपकी कॉफी रोज़ पीता हूँ और यह बहुत अच्छी है', 'हाँ', 'नहीं'],
  hu: ['Szia, minden nap a ti kávétokat iszom és nagyon jó', 'igen', 'nem'],
  id: ['Halo, saya minum kopi kalian setiap hari dan rasanya enak sekali', 'ya', 'tidak'],
  it: ['Ciao, bevo il vostro caffè tutti i giorni ed è molto buono', 'Sì, grazie', 'no'],
  ja: ['こんにちは、毎日そちらのコーヒーを飲んでいます。とてもおいしいです', 'はい、お願いします', 'いいえ'],
  ko: ['안녕하세요, 매일 여기 커피를 마시는데 정말 맛있어요', '네', '아니요'],
  nl: ['Hallo, ik drink jullie koffie elke dag en die is echt goed', 'ja', 'nee, bedankt'],
  no: ['Hei, jeg drikker kaffen deres hver dag og den er veldig god', 'ja', 'nei'],
  pl: ['Dzień dobry, piję waszą kawę codziennie i jest bardzo dobra', 'Tak', 'nie'],
  pt: ['Olá, eu bebo o vosso café todos os dias e é muito bom', 'sim', 'Não, obrigado'],
  ro: ['Bună ziua, beau cafeaua voastră în fiecare zi și este foarte bună', 'Da', 'nu'],
  ru: ['Здравствуйте, я пью ваш кофе каждый день и он очень вкусный', 'Да, конечно', 'нет'],
  sv: ['Hej, jag dricker ert kaffe varje dag och det är mycket gott', 'ja', 'Nej'],
  th: ['สวัสดีค่ะ ฉันดื่มกาแฟของคุณทุกวันและอร่อยมาก', 'ใช่ค่ะ', 'ไม่ค่ะ'],
  tr: ['Merhaba, kahvenizi her gün içiyorum ve gerçekten çok güzel', 'evet', 'hayır'],
  uk: ['Добрий день, я п’ю вашу каву щодня і вона дуже смачна', 'Так', 'ні'],
  vi: ['Xin chào, tôi uống cà phê của các bạn mỗi ngày và nó rất ngon', 'vâng', 'không'],
  zh: ['你好，我每天都喝你们的咖啡，真的很好喝', '好的', '不用了'],
}

const tune = (persona: Persona): Persona => ({
  ...persona,
  // The lines as they are built in, so that each language has its own.
  lines: Object.fromEntries(
    Object.keys(persona.lines).map((occasion) => [
      occasion,
      Object.fromEntries(persona.languages.map((lang) => [lang, defaultLines[lang]?.[occasion as 'forgetAsk'] ?? []])),
    ]),
  ) as Persona['lines'],
  community: {
    ...persona.community,
    works: {
      licence: { en: 'We may show it.', fr: 'Nous pouvons le montrer.' },
      months: 12,
      asks: true,
      gallery: false,
    },
    circle: { kinds: ['helper'], from: 2, groups: {} },
  },
})

let chat: TwoPlatforms
beforeAll(async () => {
  chat = await startTwoPlatforms({ tune })
})
afterAll(() => chat[Symbol.asyncDispose]())
afterEach(() => expect(chat.errors).toEqual([]))

let tests = 0
const fan = (name: string, platform: 'alpha' | 'beta' = 'alpha') => chat.fan(platform, `${name}${++tests}`)
const works = async ({ accountId }: Voice) => await chat.mascot.store.works.ofFan(accountId)
const linesOf = (lang: string, occasion: 'forgetAsk' | 'forgotten' | 'forgetKept' | 'forgetOver' | 'questionOver') =>
  (defaultLines[lang]?.[occasion] ?? []).map((line) => line.replace(/\{fan\}/g, '').slice(0, 20))
const isOneOf = (said: readonly string[], lines: readonly string[]) =>
  lines.some((line) => said.join('\n').includes(line.slice(0, 12)))

it('has every language there are lines in', () => {
  expect(Object.keys(fans).toSorted()).toEqual(Object.keys(packs).toSorted())
})

/** As their device tells it; of some languages words alone do not. */
const speaking = (voice: Voice, lang: string): Voice => {
  const author = { accountId: voice.accountId, name: 'Ana', isBot: false, lang }
  return { ...voice, says: (text, more = {}) => voice.says(text, { author, ...more }) }
}

describe.each(Object.entries(fans))('in %s', (lang, [talk, yes, no]) => {
  it('/forget is asked, answered and answered late in the language of the talk', async () => {
    const ana = speaking(fan('Ana'), lang)
    await ana.says(talk)
    expect(await ana.says('/forget')).toSatisfy((said: string[]) => isOneOf(said, linesOf(lang, 'forgetAsk')))
    const labels = packs[lang]?.texts?.labels
    expect(await ana.buttonOf(labels?.yes ?? '')).toContain('asked:forget')
    expect(await ana.says(no)).toSatisfy((said: string[]) => isOneOf(said, linesOf(lang, 'forgetKept')))
    await ana.says('/forget')
    expect(await ana.says(yes)).toSatisfy((said: string[]) => isOneOf(said, linesOf(lang, 'forgotten')))
  })

  it('/work is asked, thanked for and kept in it', async () => {
    const ana = speaking(fan('Ana'), lang)
    await ana.says(talk)
    await ana.says(`/work ${talk}`)
    expect(await works(ana)).toEqual([])
    const thanks = packs[lang]?.working?.kept ?? 'no thanks'
    expect((await ana.says(yes)).join()).toContain(thanks)
    expect(await works(ana)).toMatchObject([{ state: 'offered' }])
    expect((await ana.says('/work withdraw')).join()).toBe(packs[lang]?.working?.withdrawn)
  })

  it('/link is answered in it', async () => {
    const [ana, there] = [fan('Ana'), speaking(fan('ana', 'beta'), lang)]
    const code = /\/link ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec((await ana.says('/link')).join())?.[1]
    await there.says(talk)
    await there.says(`/link ${code}`)
    expect(await there.says(yes)).toEqual([packs[lang]?.linking?.waiting])
    expect((await ana.hears()).length).toBe(1)
    await ana.says(no)
    expect(await there.hears()).toEqual([packs[lang]?.linking?.refused])
  })
})

describe('too late', () => {
  it('a yes to a question that ran out is told that it is over, and how it is asked again', async () => {
    const ana = fan('Ana')
    await ana.says('/forget')
    chat.clock.advance(DAY_MS + MINUTE_MS)
    expect(await ana.says('yes')).toSatisfy((said: string[]) => isOneOf(said, linesOf('en', 'forgetOver')))
    await ana.says(`/work ${fans.en?.[0]}`)
    chat.clock.advance(DAY_MS + MINUTE_MS)
    expect((await ana.says('sure')).join('\n')).toContain('/work')
    expect(await works(ana)).toEqual([])
  })

  it('a yes to a question that another has overtaken is told so, and does nothing', async () => {
    const ana = fan('Ana')
    await ana.says('/forget')
    await ana.says(`/work ${fans.en?.[0]}`)
    await ana.says('yes')
    expect(await works(ana)).toHaveLength(1)
    expect(await ana.says('yes')).toSatisfy((said: string[]) => isOneOf(said, linesOf('en', 'forgetOver')))
    expect(await works(ana)).toHaveLength(1)
  })

  it('a yes after other talk is told so; a mere nod to what was said last is not', async () => {
    const ana = fan('Ana')
    await ana.says(`/work ${fans.en?.[0]}`)
    await ana.says('how long do I have to return beans?')
    expect((await ana.says('ok')).join('\n')).not.toContain('no longer open')
    await ana.says('how long do I have to return beans?')
    expect((await ana.says('yes')).join('\n')).toContain('no longer open')
    expect(await works(ana)).toEqual([])
  })

  it('a yes to joining accounts that comes after five minutes is told so', async () => {
    const [ana, there] = [fan('Ana'), fan('ana', 'beta')]
    const code = /\/link (\S+)/.exec((await ana.says('/link')).join())?.[1]
    await there.says(`/link ${code}`)
    chat.clock.advance(6 * MINUTE_MS)
    expect(await there.says('yes')).toEqual([packs.en?.linking?.expired])
  })

  it('a yes to joining accounts after other talk is asked again what it is to', async () => {
    const [ana, there] = [fan('Ana'), fan('ana', 'beta')]
    const code = /\/link (\S+)/.exec((await ana.says('/link')).join())?.[1]
    const question = await there.says(`/link ${code}`)
    await there.says('how long do I have to return beans?')
    expect(await there.says('yes')).toEqual(question)
    expect(await there.says('yes')).toEqual([packs.en?.linking?.waiting])
  })

  it('a yes where nothing was asked is a nod', async () => {
    const ana = fan('Ana')
    await ana.says('hello')
    expect((await ana.says('yes')).join('\n')).not.toMatch(/open|over/)
  })
})

describe('the language of the talk', () => {
  it('is not turned by the words of a command', async () => {
    const ana = fan('Ana')
    await ana.says(fans.fr?.[0] ?? '')
    await ana.says('/work withdraw 1')
    await ana.says('/me first off')
    expect(await ana.says('/work')).toEqual([packs.fr?.working?.how])
    expect(await ana.says('/remember')).toEqual([packs.fr?.remembering?.here])
  })

  it('is that of the account where nothing was said yet', async () => {
    const ana = fan('Ana')
    const author = { accountId: ana.accountId, name: 'Ana', isBot: false, lang: 'fr' }
    expect(await ana.says('/work', { author })).toEqual([packs.fr?.working?.how])
  })

  it('is turned by words of another', async () => {
    const ana = fan('Ana')
    await ana.says(fans.fr?.[0] ?? '')
    await ana.says(fans.en?.[0] ?? '')
    expect(await ana.says('/work')).toEqual([packs.en?.working?.how])
  })
})

it('a code is read in quotes, and by itself', async () => {
  const codeOf = async (one: Voice) => /\/link (\S+)/.exec((await one.says('/link')).join())?.[1] ?? ''
  const [ana, there] = [fan('Ana'), fan('ana', 'beta')]
  expect((await there.says(`/link “${await codeOf(ana)}”`)).join()).toContain('Is that account yours?')
  expect((await there.says((await codeOf(ana)).toLowerCase())).join()).toContain('Is that account yours?')
})
