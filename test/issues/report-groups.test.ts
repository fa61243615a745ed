/** Reports in issues as they arrive: which go together, that an issue keeps its number, and that old ones are let go. */
import { describe, expect, it } from 'vitest'
import { HOUR_MS } from '../../src/domain/durations.ts'
import { createReportGroups } from '../../src/issues/report-groups.ts'
import { createTroubleWatch } from '../../src/issues/watch-trouble.ts'
import { matterOf } from '../../src/knowledge/grouping/matter-of.ts'
import { createDice } from '../support/made-reports.ts'

const troubles = {
  lid: [
    'the lid leaks',
    'my lid is leaking',
    'coffee leaks out of the lid',
    'new lid leaks again',
    'lid leaking in my bag',
  ],
  refund: [
    'where is my refund',
    'refund not there yet',
    'i wait for the refund',
    'refund never came',
    'no refund so far',
  ],
  login: ['cannot login', 'login fails', 'my login does not work', 'login broken on phone', 'the login page fails'],
}
const kinds = Object.keys(troubles) as (keyof typeof troubles)[]

function play(count: number, seed: number) {
  const dice = createDice(seed)
  const groups = createReportGroups()
  const issues = new Map<string, string>()
  const about = new Map<string, string>()
  const news: string[] = []
  for (let at = 1; at <= count; at++) {
    const kind = kinds[Math.floor(dice() * kinds.length)] ?? 'lid'
    const text = troubles[kind][Math.floor(dice() * 5)] ?? ''
    about.set(`${at}`, kind)
    for (const { message, issue, isNew } of groups.hear(`${at}`, matterOf(text, 'en'))) {
      issues.set(message, issue)
      if (isNew) news.push(issue)
    }
  }
  return { groups, issues, about, news }
}

describe('reports', () => {
  it('of one trouble are in one issue, those of another in another, and each issue is new once', () => {
    for (const seed of [1, 2, 3]) {
      const { issues, about, news } = play(60, seed)
      const found = new Set([...issues].map(([message, issue]) => `${about.get(message)} ${issue}`))
      expect(issues.size).toBe(60)
      expect(found.size).toBe(3)
      expect(new Set(news).size).toBe(news.length)
    }
  })

  it('keep the number of their issue when all are looked over again', () => {
    const early = play(40, 4).issues
    const late = play(120, 4).issues
    for (const [message, issue] of early) expect([message, late.get(message)]).toEqual([message, issue])
  })

  it('that nothing is like have no issue, and join none', () => {
    const { groups } = play(40, 5)
    expect(groups.hear('odd', matterOf('do giraffes yawn', 'en'))).toEqual([])
    expect(groups.hear('empty', matterOf('!!!', 'en'))).toEqual([])
  })

  it('may be gathered by whoever sees that they belong together, once', () => {
    const groups = createReportGroups()
    groups.hear('a', matterOf('the kettle hums', 'en'))
    groups.hear('b', matterOf('boiler makes a noise', 'en'))
    const made = groups.gather(['a', 'b', 'nobody'])
    expect(made).toEqual([
      { message: 'a', issue: '1', isNew: true },
      { message: 'b', issue: '1', isNew: false },
    ])
    expect(groups.gather(['a', 'b'])).toEqual([])
    expect(groups.hear('c', matterOf('the kettle hums', 'en'))).toEqual([{ message: 'c', issue: '1', isNew: false }])
  })

  it('from long ago are let go', () => {
    const groups = createReportGroups()
    groups.hear('first', ['first'])
    groups.gather(['first'])
    for (let at = 0; at < 1_200; at++) groups.hear(`m${at}`, [`word${at}`])
    expect(groups.issueOf('first')).toBeUndefined()
  })
})

describe('what an issue was foreseen by', () => {
  const says = { lids: ['lids run out', 'you have run out of lids', 'no lids left in the shop'], app: ['app crashes'] }
  const listen = () => {
    const watch = createTroubleWatch()
    for (const [issue, texts] of Object.entries(says)) for (const text of texts) watch.foresee(issue, text, 'en')
    watch.restored()
    const issues = new Map<string, string>()
    let count = 0
    return (text: string) => {
      const id = `${++count}`
      const heard = {
        id,
        at: count * HOUR_MS,
        text,
        author: `fan${count}`,
        thread: 'shop',
        platform: 'web',
        lang: 'en',
      }
      for (const { message, issue } of watch.hear(heard, true).attached) issues.set(message, issue)
      return { of: () => issues.get(id) }
    }
  }

  it('takes what bears on it, and not what shares a word or an angry word with it', () => {
    const says = listen()
    const others = [
      ...['my parcel is late', 'I run out of patience', 'where is my lid', 'I am so annoyed, my parcel is late'],
      ...[
        'this app is ugly',
        'the shop was rude to me',
        'I am so annoyed',
        'parcel late again',
        'run out of time waiting',
      ],
      ...[
        'so annoyed with this delivery',
        'late parcel, run out of patience',
        'app? annoyed',
        'out of patience, parcel late',
      ],
    ].map(says)
    const ofLids = ['the lids have run out', 'no lids in the shop again', 'you run out of lids every week'].map(says)
    const ofApp = ['the app crashes all the time', 'app crashes again'].map(says)
    for (let more = 0; more < 40; more++) says(`my parcel is late by ${more} days`)
    expect(ofLids.map((one) => one.of())).toEqual(['lids', 'lids', 'lids'])
    expect(ofApp.map((one) => one.of())).toEqual(['app', 'app'])
    for (const one of others) expect(['lids', 'app']).not.toContain(one.of())
    expect(others[0]?.of()).toBeDefined()
  })

  it('changes nothing in how all else goes together', () => {
    const foreseen = {
      lid: [
        'the lid of my travel cup leaks',
        'my cup lid is leaking coffee everywhere',
        'the new lid leaks',
        'this lid drips',
      ],
      rye: [
        'there was no rye again this morning',
        'your rye is always sold out when I come',
        'the rye came an hour late',
      ],
    }
    const unlike = [
      ...[
        'the parcel is late again, terrible',
        'my beans arrived stale and dusty',
        'the website logs me out all the time',
      ],
      ...['wrong grind size in my order, disappointed', 'nobody picks up the phone on Sundays'],
      ...['the subscription charged me twice, not good'],
    ]
    const kettles = [
      'my new kettle rattles on the hob',
      'the kettle rattles so loud',
      'kettle rattling again',
      'this kettle rattles',
    ]
    const issuesOf = (expected: Readonly<Record<string, readonly string[]>>) => {
      const watch = createTroubleWatch()
      for (const [issue, texts] of Object.entries(expected)) for (const text of texts) watch.foresee(issue, text, 'en')
      const texts = [...Array(4)].flatMap(() => unlike)
      const heard = [...texts, ...kettles].map((text, at) => ({
        ...{ id: `${at}`, at: at * HOUR_MS, text, author: `fan${at}`, thread: 'shop', platform: 'web', lang: 'en' },
      }))
      const issues = new Map<string, string>()
      for (const one of heard)
        for (const { message, issue } of watch.hear(one, true).attached) issues.set(message, issue)
      return heard.map(({ id, text }) => `${text}: ${issues.get(id)}`)
    }
    const alone = issuesOf({})
    expect(new Set(alone.slice(0, 24)).size).toBe(6)
    expect(issuesOf(foreseen)).toEqual(alone)
    expect(issuesOf({ lid: foreseen.lid })).toEqual(alone)
  })
})

it('anger in common makes no issue of what has nothing else in common, in any language', () => {
  const furious = {
    en: [
      'the parcel is late',
      'these beans taste of soap',
      'your site logs me out',
      'nobody is on the phone',
      'I am furious',
    ],
    fr: [
      'mon colis est en retard',
      'le café a un goût de savon',
      'le site me déconnecte',
      'personne au téléphone',
      'je suis furieux',
    ],
    zh: ['快递又晚了', '咖啡有肥皂味', '网站老是退出登录', '电话打不进去', '我很生气'],
    de: [
      'das Paket fehlt',
      'der Kaffee schmeckt nach Seife',
      'die Seite meldet mich ab',
      'das Telefon ist tot',
      'ich bin stinksauer',
    ],
  }
  for (const [lang, [one = '', two = '', three = '', four = '', anger = '']] of Object.entries(furious)) {
    const groups = createReportGroups()
    const says = (text: string, at: number) => groups.hear(`${at}`, [...new Set(matterOf(text, lang))])
    const heard = [one, two, three, four].map((text, at) => says(`${text}, ${anger}`, at))
    for (let at = 4; at < 12; at++) says(`kettle${at} rattle${at}`, at)
    expect([...heard.flat(), ...groups.lookOverAll()], lang).toEqual([])
    expect(says(anger, 99), lang).toEqual([])
  }
})
