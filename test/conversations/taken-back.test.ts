/** What a fan agreed to is taken back, by command or in words: being remembered, what they told, and what they let be shown. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { packs } from '../../src/hearing/packs/packs.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { startTwoPlatforms, type TwoPlatforms, type Voice } from '../support/two-platforms.ts'

const leaking: Persona['issues'][number] = {
  id: 'lid-leak',
  title: 'Lids that leak',
  says: ['the lid of my travel cup leaks', 'coffee drips from the lid of my cup'],
  answer: { en: ['Some lids of this week do not close. We send you a new one.'] },
  words: ['lid', 'lids'],
}

const tune = (persona: Persona): Persona => ({
  ...persona,
  issues: [leaking],
  memory: { ...persona.memory, remains: { en: 'Invoices in our shop stay for ten years.' } },
  community: {
    ...persona.community,
    works: { licence: { en: 'We may show it.' }, months: 12, asks: true, gallery: false },
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
const fan = () => chat.fan('alpha', `Ana${++tests}`)
const { remembering, working, standing } = packs.en ?? {}

async function remembered(): Promise<Voice> {
  const ana = fan()
  await ana.says('my name is Zebediah')
  await ana.says('yes')
  await ana.says("I'm allergic to nuts and I love latte")
  expect(await factsOf(ana)).toEqual(['allergy nuts', 'name Zebediah'])
  return ana
}
const rowsOf = async ({ accountId }: Voice, table: string) =>
  (await chat.mascot.store.memory.exportFan(accountId))[table] ?? []
const factsOf = async (one: Voice) =>
  (await rowsOf(one, 'facts')).map(({ key, value }) => `${String(key)} ${String(value)}`).toSorted()
const consentOf = async (one: Voice) => (await rowsOf(one, 'fans')).map(({ consent }) => consent)

describe('being remembered', () => {
  it('ends with /remember off, which tells what is deleted', async () => {
    const ana = await remembered()
    const [said = ''] = await ana.says('/remember off')
    expect(said).toMatch(/^Done: I have deleted .*Zebediah.*nothing more of the kind/)
    expect(said).toContain('nuts')
    expect(await factsOf(ana)).toEqual([])
    expect(await consentOf(ana)).toEqual(['no'])
    await ana.says('my name is Zebediah')
    expect(await factsOf(ana)).toEqual([])
    expect(await ana.says('/remember')).toEqual([remembering?.nothing])
    expect(await ana.says('/remember off!')).toEqual([remembering?.nothing])
    expect(await ana.says('/remember here.')).toEqual([remembering?.nothing])
    expect(await ana.says('/remember everywhere!')).toEqual([remembering?.everywhere])
    await ana.says('my name is Zebediah')
    expect(await factsOf(ana)).toEqual(['name Zebediah'])
  })

  it('ends with it on every account that the fan joined, and what was told there is named and goes', async () => {
    const ana = fan()
    const there = chat.fan('beta', `Ana${tests}`)
    await ana.says('my name is Zebediah')
    await ana.says('yes')
    await there.says('/remember on')
    await there.says("I'm allergic to pecans")
    const [, code = ''] = /\/link ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec((await ana.says('/link')).join('\n')) ?? []
    await there.says(`/link ${code}`)
    await there.presses('Yes')
    await ana.hears()
    await ana.presses('Yes')
    await there.hears()
    expect(await factsOf(ana)).toEqual(['allergy pecans', 'name Zebediah'])
    const [said = ''] = await ana.says('/remember off')
    expect(said).toContain('Zebediah')
    expect(said).toContain('pecans')
    expect(await factsOf(ana)).toEqual([])
    expect(await factsOf(there)).toEqual([])
    expect(await consentOf(there)).toEqual(['no', 'no'])
    expect(await ana.says('/remember')).toEqual([remembering?.nothing])
    await there.says('/remember on')
    await there.says("I'm allergic to walnuts")
    expect(await ana.says('/remember')).toEqual([remembering?.here])
    await there.says('/remember off')
    await there.says("I'm allergic to pecans")
    expect(await factsOf(there)).toEqual([])
  })

  it.each(Object.keys(packs))(
    'is asked about in words of the fan’s own, and ends with the command: %s',
    async (lang) => {
      const ana = fan()
      await ana.says('my name is Zebediah')
      await ana.says('yes')
      expect(await consentOf(ana)).toEqual(['yes'])
      const [asked = ''] = await ana.says(takesBack.memory[lang] ?? '')
      expect(asked).toMatch(/Zebediah.*\/remember off/)
      expect(await consentOf(ana)).toEqual(['yes'])
      expect(await factsOf(ana)).toEqual(['name Zebediah'])
      await ana.says('/remember off')
      expect(await consentOf(ana)).toEqual(['no'])
      expect(await factsOf(ana)).toEqual([])
    },
  )

  it('is asked about, or refused, in wordings that name no single thing', async () => {
    const ana = await remembered()
    for (const said of [
      'stop remembering me',
      'Je retire mon consentement',
      'Merken Sie sich bitte nichts mehr von mir',
    ]) {
      const [asked = ''] = await ana.says(said)
      expect(asked, said).toMatch(/Zebediah.*\/remember off/)
    }
    expect((await ana.says('stop remembering me')).join()).toContain('/forget')
    const bo = fan()
    expect(await bo.says('please stop keeping notes on me')).toEqual([remembering?.nothing])
    expect(await consentOf(bo)).toEqual(['no'])
    const eve = fan()
    await eve.says('my name is Zebediah')
    await eve.says("I don't want you to keep my name any more")
    expect(await factsOf(eve)).toEqual([])
    expect(await consentOf(eve)).toEqual(['no'])
  })

  it('is one of several: each yes that stands is named with its command, and none is ended by the words', async () => {
    const ana = await remembered()
    const inGroup = chat.fan('alpha', `Ana${tests}`, `quay${tests}`)
    await inGroup.says('/helper on')
    await ana.says('/work The rain roast carried me through a whole winter.')
    await ana.says('yes')
    await ana.says('/me first on')
    const [asked = ''] = await ana.says('I withdraw my consent')
    expect(asked.split('\n').flatMap((line) => /^\/(?:\w+) (?:\w+)(?= ?\w*)/.exec(line) ?? [])).toEqual([
      '/remember off',
      '/work withdraw',
      '/helper off',
      '/me first',
    ])
    expect(asked).toContain('Zebediah')
    expect(await factsOf(ana)).toHaveLength(2)
    const openly = (await inGroup.says('Pip, I withdraw my consent', { isMention: true })).join()
    expect(openly).not.toContain('Zebediah')
    expect(openly).not.toContain('/remember off')
    expect((await ana.says('我撤回同意')).join()).toMatch(/\/remember off[\s\S]*\/work withdraw/)
  })

  it('ends with /forget, which tells what a law keeps, before and after', async () => {
    const ana = await remembered()
    expect((await ana.says('/forget')).join()).toContain('Invoices in our shop stay for ten years.')
    expect((await ana.says('yes')).join()).toContain('Invoices in our shop stay for ten years.')
    expect(await factsOf(ana)).toEqual([])
  })

  it('a name that is said not to be so is forgotten, and the rest stays', async () => {
    for (const said of ["my name isn't Zebediah", 'that is not my name', "I'm not Zebediah, I'm Kim"]) {
      const ana = await remembered()
      await ana.says(said)
      expect(await factsOf(ana)).toEqual(['allergy nuts', ...(said.includes('Kim') ? ['name Kim'] : [])])
    }
    const ana = await remembered()
    await ana.says('my name is Ann')
    await ana.says("I'm not Annabel")
    expect(await factsOf(ana)).toContain('name Ann')
    await ana.says('I can eat nuts now')
    expect(await factsOf(ana)).toEqual(['name Ann'])
    // A question beside it keeps its honest line.
    await ana.says("I'm not Ann. How many moons has Jupiter?")
    expect(await factsOf(ana)).toEqual([])
    const [turn] = (await rowsOf(ana, 'decisions')).toSorted((a, b) => Number(b['at']) - Number(a['at']))
    expect(turn?.['reason']).toBe('does-not-know')
  })

  it('is no while it is asked, where the fan says so in words', async () => {
    const ana = fan()
    await ana.says('my name is Zebediah')
    expect(await ana.says("don't remember that")).toEqual([
      expect.stringMatching(/Gone with the steam|Not written down/),
    ])
    expect(await consentOf(ana)).toEqual(['no'])
  })

  it.each(["don't remember that coffee", 'forget what I said about the grinder, I meant the kettle'])(
    'words about something else delete nothing: %s',
    async (said) => {
      const ana = await remembered()
      await ana.says(said)
      expect(await factsOf(ana)).toEqual(['allergy nuts', 'name Zebediah'])
    },
  )

  it('an allergy that is taken back is forgotten, and the rest stays', async () => {
    const ana = await remembered()
    await ana.says("I'm not allergic to nuts after all")
    expect(await factsOf(ana)).toEqual(['name Zebediah'])
  })
})

describe('being told when it is fixed', () => {
  const {
    issueAsk = '',
    issueYes = '',
    issueNo = '',
  } = Object.fromEntries(Object.entries(packs.en?.lines ?? {}).map(([name, lines]) => [name, String(lines)]))
  const wantsOf = async (one: Voice) => (await rowsOf(one, 'reports')).map(({ wants }) => wants)
  async function toBeTold(one = fan()): Promise<Voice> {
    expect((await one.says('the lid of my travel cup leaks')).join()).toContain(issueAsk)
    expect((await one.says('yes')).join()).toContain(issueYes)
    expect(await wantsOf(one)).toEqual(['yes'])
    return one
  }

  it('is asked about once more after words that are neither a yes nor a no, and then left to its buttons', async () => {
    const ana = fan()
    await ana.says('the lid of my travel cup leaks')
    expect((await ana.says('it depends')).join()).toContain(issueAsk)
    const yes = await ana.buttonOf('Yes')
    expect((await ana.says('it depends')).join()).not.toContain(issueAsk)
    expect(await wantsOf(ana)).not.toEqual(['yes'])
    await ana.says('Yes', { button: yes })
    expect(await wantsOf(ana)).toEqual(['yes'])
  })

  it('ends by the button under the yes, also when much was said since', async () => {
    const ana = await toBeTold()
    const no = await ana.buttonOf('No')
    await ana.says('do you have wifi?')
    chat.clock.advance(40 * 24 * 3_600_000)
    expect((await ana.says('No', { button: no })).join()).toContain(issueNo)
    expect(await wantsOf(ana)).toEqual(['no'])
  })

  it('ends with a no right after; a second yes or thanks change nothing', async () => {
    const ana = await toBeTold()
    await ana.says('thanks')
    expect(await wantsOf(ana)).toEqual(['yes'])
    const bo = await toBeTold()
    expect((await bo.says('no, thanks')).join()).toContain(issueNo)
    expect(await wantsOf(bo)).toEqual(['no'])
    const cy = await toBeTold()
    expect((await cy.says('yes')).join()).not.toMatch(/no longer open/)
    expect(await wantsOf(cy)).toEqual(['yes'])
  })

  it('a no that comes after other words is to those', async () => {
    const ana = await toBeTold()
    await ana.says('do you have wifi?')
    await ana.says('no')
    expect(await wantsOf(ana)).toEqual(['yes'])
  })

  it('is shown and ended by /me', async () => {
    const ana = await toBeTold()
    expect((await ana.says('/me')).join()).toContain(standing?.news)
    expect((await ana.says('/me news off')).join()).toContain(issueNo)
    expect(await wantsOf(ana)).toEqual(['no'])
    expect((await ana.says('/me')).join()).not.toContain(standing?.news)
  })

  it.each(Object.keys(packs))('ends with words of the fan’s own: %s', async (lang) => {
    const ana = await toBeTold()
    await ana.says(takesBack.news[lang] ?? '')
    expect(await wantsOf(ana)).toEqual(['no'])
  })

  it('ends on whichever of their joined platforms they say so', async () => {
    const ana = await toBeTold()
    const also = chat.fan('beta', `Ana${tests}`)
    const [, code = ''] = /\/link ([0-9A-Z-]{9})/.exec((await ana.says('/link')).join()) ?? []
    await also.says(`/link ${code}`)
    await also.says('yes')
    await ana.says('/link yes')
    await also.says('no need to tell me about the lids any more')
    expect(await wantsOf(ana)).toEqual(['no'])
  })

  it('the same words of who is to be told nothing are talk', async () => {
    expect((await fan().says('no need to tell me about the lids any more')).join()).not.toContain(issueNo)
  })
})

describe('a work', () => {
  const words = 'The rain roast carried me through a whole winter.'
  const statesOf = async ({ accountId }: Voice) =>
    (await chat.mascot.store.works.ofFan(accountId)).map(({ state }) => state)
  const given = async (many = 1) => {
    const ana = fan()
    for (let nth = 0; nth < many; nth++) {
      await ana.says(`/work ${words}${nth > 0 ? ` And ${nth} more.` : ''}`)
      await ana.says('yes')
    }
    return ana
  }

  it.each(Object.keys(packs))('is listed with the way to take it back, where words ask for it: %s', async (lang) => {
    const ana = await given()
    const asked = (await ana.says(takesBack.work[lang] ?? '')).join()
    expect(asked).toContain(words)
    const [way = ''] = /\/work withdraw \d+/.exec(asked) ?? []
    expect(await statesOf(ana)).toEqual(['offered'])
    await ana.says(way)
    expect(await statesOf(ana)).toEqual(['withdrawn'])
  })

  it.each(Object.keys(packs))('is given in words: %s', async (lang) => {
    const ana = fan()
    await ana.says(words)
    await ana.says(takesBack.gives[lang] ?? '')
    await ana.says('yes')
    expect(await statesOf(ana)).toEqual(['offered'])
  })

  it.each([
    'please delete my photo from the order',
    'can you remove my review from Google?',
    'delete my text message',
    'remove my words from the engraving on the mug',
    'you may not use this word',
  ])('words about something else withdraw nothing: %s', async (said) => {
    const ana = await given()
    await ana.says(said)
    expect(await statesOf(ana)).toEqual(['offered'])
  })

  it('of several all are listed, and none is taken down by a guess', async () => {
    const ana = await given(2)
    expect((await ana.says('please take my poem down')).join()).toMatch(/work withdraw \d/)
    expect(await statesOf(ana)).toEqual(['offered', 'offered'])
  })

  it('is not given after all, while it is asked', async () => {
    const ana = fan()
    await ana.says(`/work ${words}`)
    expect(await ana.says('you may not use this')).toEqual([working?.notKept])
    expect(await statesOf(ana)).toEqual([])
  })

  it('the same words of who gave nothing are talk', async () => {
    expect((await fan().says('please take my poem down')).join()).not.toContain('/work')
  })
})

describe('the circle', () => {
  it('/me off says that it is a yes of its own', async () => {
    const ana = fan()
    const { standings } = chat.mascot.store
    await ana.says('hello')
    expect((await ana.says('/me off.')).join()).not.toContain('/circle')
    await ana.says('/me on')
    await chat.mascot.store.circle.invite(ana.accountId, await talkWith(ana), [], chat.clock.now())
    await ana.says('/circle yes')
    expect((await standings.of(ana.accountId)).choices.circle).toBe('yes')
    expect((await ana.says('/me off')).join()).toContain(standing?.circleStays)
  })
})

async function talkWith({ accountId }: Voice) {
  const talk = await chat.mascot.store.circle.talkWith(accountId)
  if (!talk) throw new Error('no talk')
  return talk
}

/** As a fan says it; other words than the packs' own examples where a language has two common ways. */
const takesBack: Readonly<Record<'memory' | 'news' | 'work' | 'gives', Readonly<Record<string, string>>>> = {
  memory: {
    ...{
      ar: 'انس ما قلته من فضلك',
      cs: 'Zapomeňte, co jsem vám řekla',
      da: 'Glem det jeg sagde',
      de: 'Merk dir das bitte nicht',
    },
    ...{ el: 'Μην το κρατήσεις', en: 'Please don’t remember that after all', es: 'Olvida lo que te dije, por favor' },
    ...{ fi: 'Älä tallenna sitä', fr: 'Oublie ce que je t’ai dit', he: 'תשכחי את מה שאמרתי', hi: 'इसे याद मत रखना' },
    ...{ hu: 'Felejtsd el, amit mondtam', id: 'Jangan simpan itu', it: 'Dimentica quello che ti ho detto' },
    ...{
      ja: 'やっぱり覚えないでください',
      ko: '그건 저장하지 마세요',
      nl: 'Bewaar dat maar niet',
      no: 'Ikke husk det',
    },
    ...{
      pl: 'Nie zapisuj tego',
      pt: 'Esqueça o que eu disse',
      ro: 'Uită ce am spus',
      ru: 'Забудьте, что я вам сказал',
    },
    ...{ sv: 'Glöm det jag sa', th: 'ไม่ต้องจำเรื่องนี้', tr: 'Söylediklerimi unutun', uk: 'Не зберігайте це' },
    ...{ vi: 'Đừng lưu điều đó', zh: '别记住这个' },
  },
  news: {
    ...{
      ar: 'لا حاجة لأن تخبروني بعد الآن',
      cs: 'Už mi nemusíš psát kvůli víčkům',
      da: 'Du skal ikke give mig besked',
    },
    ...{ de: 'Ihr müsst mir wegen der Deckel nicht mehr Bescheid geben', el: 'Δεν χρειάζεται να με ειδοποιήσετε' },
    ...{ en: 'No need to tell me about the lids any more', es: 'Ya no hace falta que me avisen' },
    ...{ fi: 'Sinun ei enää tarvitse ilmoittaa', fr: 'Ce n’est plus la peine de m’avertir', he: 'אין צורך להודיע לי' },
    ...{ hi: 'मुझे ख़बर देने की ज़रूरत नहीं है', hu: 'Nem kell értesítened', id: 'Gak usah kasih tahu lagi ya' },
    ...{ it: 'Non c’è bisogno di avvisarmi', ja: '修理の連絡はもういりません', ko: '더 이상 연락하지 않으셔도 돼요' },
    ...{
      nl: 'Je hoeft me niets meer te laten weten',
      no: 'Dere trenger ikke å gi beskjed',
      pl: 'Nie trzeba mnie już informować',
    },
    ...{
      pt: 'Já não precisam de me avisar',
      ro: 'Nu mai trebuie să mă anunțați',
      ru: 'Больше не нужно мне писать об этом',
    },
    ...{ sv: 'Ni behöver inte meddela mig', th: 'ไม่ต้องแจ้งแล้วนะคะ', tr: 'Artık bildirmenize gerek yok' },
    ...{ uk: 'Більше не потрібно мені писати', vi: 'Thôi khỏi báo mình nhé', zh: '不用通知我了' },
  },
  work: {
    ...{ ar: 'احذف صورتي', cs: 'Smažte mou fotku', da: 'Slet mit billede', de: 'Löscht bitte mein Foto' },
    ...{ el: 'Σβήστε τη φωτογραφία μου', en: 'I don’t want my photo shown any more', es: 'Quitad mi foto, por favor' },
    ...{ fi: 'Poistakaa kuvani', fr: 'Supprimez ma photo', he: 'תמחקו את התמונה שלי', hi: 'मेरी फोटो हटा दो' },
    ...{
      hu: 'Töröljétek a képemet',
      id: 'Turunkan foto saya',
      it: 'Togliete la mia foto',
      ja: '私の写真を削除してください',
    },
    ...{ ko: '제 사진을 내려 주세요', nl: 'Verwijder mijn foto', no: 'Fjern bildet mitt', pl: 'Usuńcie moje zdjęcie' },
    ...{ pt: 'Apaguem minha foto', ro: 'Ștergeți poza mea', ru: 'Удалите моё фото', sv: 'Ta bort min bild' },
    ...{
      th: 'ลบรูปของฉันหน่อย',
      tr: 'Fotoğrafımı kaldırın',
      uk: 'Видаліть моє фото',
      vi: 'Xóa ảnh của tôi đi',
      zh: '请删除我的照片',
    },
  },
  gives: Object.fromEntries(
    Object.keys(packs).map((lang) => [
      lang,
      {
        ...{
          ar: 'يمكنكم استخدام هذا',
          cs: 'Můžete to klidně použít',
          da: 'I må gerne bruge det',
          de: 'Ihr dürft das gern verwenden',
        },
        ...{
          el: 'Μπορείτε να το χρησιμοποιήσετε',
          en: 'You may use this',
          es: 'Podéis usar esto',
          fi: 'Saatte käyttää tätä',
        },
        ...{ fr: 'Vous pouvez utiliser ça', he: 'אתם יכולים להשתמש בזה', hi: 'आप इसे इस्तेमाल कर सकते हैं' },
        ...{
          hu: 'Ezt használhatjátok',
          id: 'Kalian boleh pakai ini',
          it: 'Potete usare questo',
          ja: 'これを使っていいですよ',
        },
        ...{ ko: '이거 사용하셔도 돼요', nl: 'Jullie mogen dit gebruiken', no: 'Dere kan gjerne bruke dette' },
        ...{ pl: 'Możecie tego użyć', pt: 'Podem usar isso', ro: 'Puteți folosi asta', ru: 'Можете это использовать' },
        ...{
          sv: 'Ni får gärna använda det här',
          th: 'ใช้อันนี้ได้เลย',
          tr: 'Bunu kullanabilirsiniz',
          uk: 'Можете це використати',
        },
        ...{ vi: 'Các bạn cứ dùng cái này nhé', zh: '你们可以用这个' },
      }[lang] ?? '',
    ]),
  ),
}
