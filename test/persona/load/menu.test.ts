/** The menu of persona.yaml: what it may hold, and where its mistakes are told. */
import { expect, it } from 'vitest'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { faceOf } from '../../../src/program/face.ts'
import { personaFolder, problemsOf, smallest } from './folder.ts'

const answers = 'answers:\n  - {id: hours, asks: [open?], answer: Till six.}\n'
const menuOf = (...lines: readonly string[]) => ({
  'answers.yaml': answers,
  'persona.yaml': `${smallest}image:\n  menu:\n${lines.map((line) => `    - ${line}\n`).join('')}`,
})

it('an item is a command, an answer or a page, or opens up to five of them', async () => {
  const folder = await personaFolder(
    menuOf(
      '{label: 帮助, command: help}',
      '{label: Visit, items: [{label: When we are open, answer: hours}, {label: Shop, url: "https://shop.example"}]}',
    ),
  )
  expect(faceOf(await loadPersona(folder)).menu).toEqual([
    { label: '帮助', value: '/help' },
    {
      label: 'Visit',
      items: [
        { label: 'When we are open', value: 'answer:hours' },
        { label: 'Shop', url: 'https://shop.example' },
      ],
    },
  ])
  expect(faceOf(await loadPersona(await personaFolder({ 'persona.yaml': smallest })))).not.toHaveProperty('menu')
})

it('every mistake is told at its place', async () => {
  expect(
    await problemsOf(
      menuOf(
        '{label: 我们的营业时间, command: hlep}',
        '{label: Both, answer: hour, url: "http://shop.example"}',
        '{label: Nowhere}',
      ),
    ),
  ).toEqual([
    'persona.yaml:5:15 image.menu[1].label: is too long: 21 bytes, 16 at the most (a Latin letter has 1, a Chinese one 3)',
    'persona.yaml:5:33 image.menu[1].command: "hlep" is no command of fans (did you mean help?)',
    'persona.yaml:6:7 image.menu[2]: leads to answer and url: it can have one of them',
    'persona.yaml:6:29 image.menu[2].answer: "hour" is none of the answers in answers.yaml (did you mean hours?)',
    'persona.yaml:6:40 image.menu[2].url: is no https address',
    'persona.yaml:7:7 image.menu[3]: leads nowhere: give it a command, an answer or a url',
  ])
  const five = Array.from({ length: 6 }, () => '{label: a, command: help}').join(', ')
  expect(await problemsOf(menuOf(`{label: Many, items: [${five}]}`))).toEqual([
    expect.stringMatching(/^persona\.yaml:5:\d+ image\.menu\[1\]\.items: has more than 5 items/),
  ])
  expect(await problemsOf(menuOf(...Array.from({ length: 4 }, () => '{label: a, command: help}')))).toEqual([
    expect.stringMatching(/image\.menu: has more than 3 items/),
  ])
})
