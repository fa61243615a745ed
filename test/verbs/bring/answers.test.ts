/** Questions and answers from elsewhere: each format read by the real command, into a persona's folder of its own. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { catalog } from '../../../adapters/catalog.ts'
import { merge } from '../../../src/verbs/bring/merge.ts'
import { importVerb } from '../../../src/verbs/import.ts'
import { workbook } from '../../support/workbook.ts'

let folder = ''
let persona = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-bring-'))
  persona = join(folder, 'luna')
  mkdirSync(persona)
  writeFileSync(
    join(persona, 'persona.yaml'),
    'name: Luna\nbrand: {name: Moonlight}\nvoice: {languages: [en, zh, de]}\ncommitments: {bread: {mode: guided}}\nhandoff: {teams: {oven: {name: The oven}}}\n',
  )
  writeFileSync(
    join(persona, 'answers.yaml'),
    '# Ours.\nanswers:\n  - id: hours   # kept\n    asks: ["when do you open?"]\n    answer: From seven to three.\n',
  )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function bring(files: readonly string[], values: Record<string, string | boolean> = {}): Promise<string> {
  const written: string[] = []
  const { write } = process.stdout
  process.stdout.write = (text: string | Uint8Array) => written.push(String(text)) > 0
  try {
    await importVerb({ values: { persona, ...values }, positionals: ['answers', ...files], catalog })
  } finally {
    process.stdout.write = write
  }
  return written.join('')
}

const text = () => readFileSync(join(persona, 'answers.yaml'), 'utf8')
interface Written {
  readonly id: string
  readonly asks: readonly string[]
  readonly answer: unknown
}
const answers = (): readonly Written[] => parse(text()).answers

describe('a table', () => {
  it('becomes answers: rows that say the same are one, and what stands in the file stays to the letter', async () => {
    const csv = file(
      'faq.csv',
      'Question;Answer;Topic;Team;Votes\n"Do you have rye?";"Yes, on Fridays.";bread;oven;3\nany rye bread;"Yes, on Fridays.";bread;oven;1\nDo you ship?;"No; come by.";parcels;;2\nNobody knows?;;;;\n',
    )
    const before = text()
    const report = await bring([csv])
    expect(text().startsWith(before)).toBe(true)
    expect(answers().slice(1)).toEqual([
      {
        id: 'do-you-have-rye',
        asks: ['Do you have rye?', 'any rye bread'],
        answer: { en: 'Yes, on Fridays.' },
        topic: 'bread',
        owner: 'oven',
      },
      { id: 'do-you-ship', asks: ['Do you ship?'], answer: { en: 'No; come by.' } },
    ])
    expect(report).toContain('“parcels” is no topic of persona.yaml')
    expect(report).toContain('“Nobody knows?” has no answer')
    expect(report).toContain('Votes')
    expect(report).toMatch(/^CSV: 2 new, 0 phrasings .* 1 changed, 2 left out\.$/m)
  })

  it('adds phrasings where its words stand already, and the second time changes nothing', async () => {
    const csv = file('faq.csv', 'q,a\nopening times?,From seven to three!\nWhen do you open,From seven to three.\n')
    expect(await bring([csv])).toMatch(/^CSV: 0 new, 1 phrasings for 1 that stood there/m)
    expect(answers()).toEqual([expect.objectContaining({ id: 'hours', asks: ['when do you open?', 'opening times?'] })])
    expect(text()).toContain('# kept')
    const once = text()
    expect(await bring([csv])).toContain('answers.yaml stays as it is.')
    expect(text()).toBe(once)
  })

  it('in a language that the persona does not speak is told, and never stands as its home language', async () => {
    const csv = file(
      'faq.csv',
      'q,a\nPuis-je rendre le pain ?,"Oui, vous pouvez le rendre dans les trois jours."\nパンはありますか,はい、毎朝あります。\nDo you bake?,"Yes, we do, each morning."\nBackt ihr?,"Ja, wir backen jeden Morgen."\n',
    )
    const report = await bring([csv])
    expect(answers().slice(1)).toEqual([expect.objectContaining({ answer: { en: 'Yes, we do, each morning.' } })])
    expect(report).toContain('it is in fr, which the persona does not speak')
    expect(report).toContain('it is in ja, which the persona does not speak')
    expect(report).toContain('no words in en')
  })

  it('whose few words might be of another language by their letters alone is not doubted', () => {
    const one = (text: string) => ({ answers: [{ asks: [`${text} how so?`], answer: [text], where: 'faq.csv' }] })
    const brought = ['The rye is vegan.', 'Yes, it is.'].map((text) => ({ format: 'CSV', notes: [], ...one(text) }))
    const standing = { answers: [], languages: ['en'] as [string], commitments: {}, handoff: { teams: {} } }
    expect(merge(brought, standing).notes).toEqual([])
  })

  it('that contradicts what stands there is told, and loses', async () => {
    const csv = file('faq.csv', 'q,a\nWhen do you open?,At nine.\nDo you bake?,Yes.\nDo you bake?,No.\n')
    const report = await bring([csv])
    expect(report).toContain('“When do you open?” is asked of hours already, which says something else')
    expect(report).toContain('“Do you bake?” is asked of do-you-bake already, which says something else')
    expect(answers().map(({ id }) => id)).toEqual(['hours', 'do-you-bake'])
  })

  const gbk = Buffer.from(
    'seC6xSzOysziLLTwsLgKdCzT0M3Cy77C8KO/LNPQtcSjrMO/zOzU58nPtrzT0KGjCnQsRG8geW91IGhhdmUgdG9hc3Q/LFllczsgZXZlcnkgbW9ybmluZyB3ZSBoYXZlIGl0Lgo=',
    'base64',
  )
  it.each<[string, Uint8Array, Record<string, string>]>([
    ['GBK, guessed', gbk, {}],
    ['GBK, named', gbk, { encoding: 'gbk' }],
    [
      'UTF-16 with its mark',
      Buffer.from('\ufeffid\t问题\t答案\nt\t有吐司吗？\t有的。\nt\tDo you have toast?\tYes we have it.\n', 'utf16le'),
      {},
    ],
    [
      'UTF-8 with its mark',
      Buffer.from('\ufeffid,问题,答案\nt,有吐司吗？,有的。\nt,Do you have toast?,Yes we have it.\n'),
      {},
    ],
  ])('in %s is read', async (_, bytes, values) => {
    await bring([file('faq.csv', bytes)], values)
    expect(answers()[1]?.answer).toEqual({ en: expect.stringMatching(/^Yes/), zh: expect.stringMatching(/。$/) })
    expect(text()).not.toContain('�')
  })

  it('of a spreadsheet is read as CSV is', async () => {
    const rows = [
      ['id', 'Frage', 'Antwort'],
      ['b', 'Habt ihr Brezeln?', 'Ja, samstags und nur vormittags.'],
      ['b', 'Do you have pretzels?', 'Yes, on Saturdays.'],
    ]
    expect(await bring([file('faq.xlsx', workbook(rows))])).toMatch(/^Excel: 1 new/m)
    expect(answers()[1]).toMatchObject({
      asks: ['Habt ihr Brezeln?', 'Do you have pretzels?'],
      answer: { en: 'Yes, on Saturdays.', de: 'Ja, samstags und nur vormittags.' },
    })
  })

  it('whose columns nobody would guess is asked about, and read once they are named', async () => {
    const csv = file('faq.csv', 'x,y,z\n1,Do you bake?,Yes we do.\n')
    await expect(bring([csv])).rejects.toThrow(/which column has the questions: --question COLUMN\. There are: x, y, z/)
    await expect(bring([csv], { question: 'w', answer: 'z' })).rejects.toThrow('no column is called "w"')
    await bring([csv], { question: 'y', answer: 'z' })
    expect(answers()).toHaveLength(2)
  })
})

describe('a help centre', () => {
  it('in Markdown asks by its headings, in plain words, links with their address', async () => {
    const md = file(
      'help.md',
      '---\ntitle: Bread\n---\n# Bread\n\n## How long does it keep?\n\nThree days, in **paper**. See [our guide](https://example.com/keep).\n\n1. not in plastic\n2. not in the fridge\n\n![a loaf](loaf.png)\n\n## Empty\n',
    )
    const report = await bring([md])
    expect(answers()[1]).toEqual({
      id: 'how-long-does-it-keep',
      asks: ['How long does it keep?'],
      answer: {
        en: 'Three days, in paper. See our guide (https://example.com/keep).\n1. not in plastic\n2. not in the fridge',
      },
    })
    expect(report).toContain('pictures are left out')
    expect(answers()).toHaveLength(2)
  })

  it('in JSON is read through its pages; drafts stay behind', async () => {
    const articles = [
      {
        id: 1,
        title: 'Can I order a cake?',
        body: '<p>Yes.</p><ul><li>two days ahead</li><li>by phone</li></ul><script>x()</script>',
        locale: 'en-us',
        draft: false,
      },
      { id: 2, title: 'Secret', body: '<p>Soon.</p>', draft: true },
      { id: 3, title: 'Où êtes-vous ?', body: 'Ici.', locale: 'fr' },
    ]
    const report = await bring([file('articles.json', JSON.stringify({ count: 3, articles }))])
    expect(answers().slice(1)).toEqual([
      { id: 'can-i-order-a-cake', asks: ['Can I order a cake?'], answer: { en: 'Yes.\n- two days ahead\n- by phone' } },
    ])
    expect(report).toContain('“Secret” is a draft or not in use')
    expect(report).toContain('it is in fr, which the persona does not speak')
  })
})

describe('macros and canned replies', () => {
  it('come without the lines that a help desk would fill in; what waits for something in its midst stays behind', async () => {
    const macros = [
      {
        title: 'Orders::Late order',
        active: true,
        actions: [
          { field: 'status', value: 'open' },
          {
            field: 'comment_value',
            value: ['channel:all', 'Hi {{ticket.requester.first_name}},\nWe bake it anew.\n{{agent.signature}}'],
          },
        ],
      },
      {
        title: 'Coupon',
        active: true,
        actions: [{ field: 'comment_value', value: 'Your code {{coupon}} is good for a week.' }],
      },
    ]
    const canned = [{ short_code: 'gluten_free_bread', content: 'All our bread has gluten.' }]
    const report = await bring([
      file('macros.json', JSON.stringify({ macros })),
      file('canned.json', JSON.stringify(canned)),
    ])
    expect(answers().slice(1)).toMatchObject([
      { asks: ['Late order'], answer: { en: 'We bake it anew.' } },
      { asks: ['gluten free bread'], answer: { en: 'All our bread has gluten.' } },
    ])
    expect(report).toContain('waits for {{coupon}}, which nobody fills in here')
  })

  it('are held to the same rule wherever they come from', async () => {
    const waits = 'Dear %{name}, it is {{status}}.'
    await bring([
      file(
        'faq.csv',
        `q,a\nWhere is my cake?,"${waits}"\nDo you bake?,"Hi {{name}},\nYes, we do."\nWhere is {{cake}}?,Here.\n`,
      ),
      file('help.md', `## Is it ready?\n\n${waits}\n`),
      file('help.html', `<h1>Is it warm?</h1><p>${waits}</p>`),
      file('list.json', JSON.stringify([{ question: 'Is it done?', answer: 'For {name} it is.' }])),
    ])
    expect(answers().slice(1)).toEqual([{ id: 'do-you-bake', asks: ['Do you bake?'], answer: { en: 'Yes, we do.' } }])
  })
})

describe('bots of elsewhere', () => {
  it('Rasa: examples by intent with the response that follows, over several files of a folder', async () => {
    mkdirSync(join(folder, 'bot/data'), { recursive: true })
    const nlu =
      'version: "3.1"\nnlu:\n- intent: ask_spelt\n  examples: |\n    - do you have [spelt](flour)\n    - [dinkel]{"entity": "flour", "value": "spelt"} bread?\n- intent: faq/ask_vegan\n  examples: |\n    - is it vegan\n- intent: weather\n  examples: |\n    - will it rain\n- intent: greet\n  examples: |\n    - hello there\n'
    writeFileSync(join(folder, 'bot/data/nlu.yml'), nlu)
    writeFileSync(
      join(folder, 'bot/domain.yml'),
      'responses:\n  utter_spelt_info:\n  - text: On Tuesdays.\n  - text: Each Tuesday.\n  - text: "For {name}."\n  utter_faq/ask_vegan:\n  - text: All but the brioche.\n    buttons: [{title: More, payload: /more}]\n  utter_greet:\n  - text: Hi\n    channel: slack\n  utter_default:\n  - text: Sorry?\n',
    )
    writeFileSync(
      join(folder, 'bot/data/rules.yml'),
      'rules:\n- rule: spelt\n  steps:\n  - intent: ask_spelt\n  - action: utter_spelt_info\n',
    )
    const report = await bring([join(folder, 'bot')])
    expect(answers().slice(1)).toEqual([
      {
        id: 'ask-spelt',
        asks: ['do you have spelt', 'dinkel bread?'],
        answer: { en: ['On Tuesdays.', 'Each Tuesday.'] },
      },
      { id: 'faq-ask-vegan', asks: ['is it vegan'], answer: { en: 'All but the brioche.' } },
    ])
    for (const told of [
      '“For {name}.” waits for {name}',
      'intent weather: nothing is said to it',
      'utter_default: no intent leads to it',
      'a variant for a channel',
    ])
      expect(report).toContain(told)
  })

  it('Dialogflow ES: phrases and responses by language, as one answer', async () => {
    const phrase = (...texts: string[]) => ({ data: texts.map((one) => ({ text: one, userDefined: false })), count: 0 })
    const intent = (messages: unknown[], more = {}) =>
      strToU8(JSON.stringify({ name: 'x', responses: [{ messages }], ...more }))
    const zip = zipSync({
      'agent.json': strToU8('{"description":"","language":"en"}'),
      'intents/Cake order.json': intent([
        { type: '0', lang: 'en', speech: ['Two days ahead.', 'For $person on #cake.date.'] },
        { type: 0, lang: 'de', speech: 'Zwei Tage vorher.' },
        { type: 4, payload: {} },
      ]),
      'intents/Cake order_usersays_en.json': strToU8(
        JSON.stringify([phrase('order a ', 'cake'), phrase('cake please, $5?')]),
      ),
      'intents/Cake order_usersays_de.json': strToU8(JSON.stringify([phrase('Torte bestellen')])),
      'intents/Default Fallback Intent.json': intent([{ type: '0', lang: 'en', speech: 'What?' }], {
        fallbackIntent: true,
      }),
    })
    const report = await bring([file('agent.zip', zip)])
    expect(answers().slice(1)).toEqual([
      {
        id: 'cake-order',
        asks: ['order a cake', 'cake please, $5?', 'Torte bestellen'],
        answer: { en: 'Two days ahead.', de: 'Zwei Tage vorher.' },
      },
    ])
    for (const told of ['waits for $person', 'a card, a picture or quick replies', 'lines.unknown of persona.yaml'])
      expect(report).toContain(told)
  })
})

describe('what cannot be read', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['faq.csv', 'q,a\n"open,yes\n', /line 2: a quote opens there and is never closed/],
    ['faq.csv', '', /it is empty/],
    ['faq.json', '{"a": [1,', /is not JSON/],
    ['faq.json', '{"a": "b"}', /no question with an answer was found/],
    ['faq.json', `${'['.repeat(5000)}${']'.repeat(5000)}`, /nested too deeply/],
    ['bot.yml', 'a: b\n', /no training data of Rasa/],
    ['bot.yml', 'nlu: [\n', /is not YAML/],
    ['zips.zip', zipSync({ 'a.zip': zipSync({ b: strToU8('c') }) }), /holds other archives; unpack it first/],
    ['cut.zip', zipSync({ 'agent.json': strToU8('{}') }).subarray(0, 40), /broken or cut off/],
    ['out.zip', zipSync({ '../agent.json': strToU8('{}') }), /leads out of it/],
    ['faq.csv', new Uint8Array(500), /it is no text/],
  ])('%s is told, and answers.yaml is not touched (%#)', async (name, content, says) => {
    const before = text()
    const good = file('good.csv', 'q,a\nDo you bake?,Yes.\n')
    await expect(bring([good, file(name, content)])).rejects.toThrow(says)
    expect(text()).toBe(before)
  })

  it('a persona that has a mistake is told first, and a trial writes nothing', async () => {
    const csv = file('faq.csv', 'q,a\nDo you bake?,Yes.\n')
    const before = text()
    expect(await bring([csv], { 'dry-run': true })).toContain('Nothing was written (--dry-run).')
    expect(text()).toBe(before)
    cpSync(join(persona, 'persona.yaml'), join(persona, 'kept'))
    writeFileSync(join(persona, 'persona.yaml'), 'nam: Luna\n')
    await expect(bring([csv])).rejects.toThrow(/persona.yaml:1/)
    expect(text()).toBe(before)
  })
})
