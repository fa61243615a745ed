import { expect, test } from 'vitest'
import { hoursText } from '../../../src/persona/lines/hours-text.ts'

const office = ['09:00-18:00']
const week = { mon: office, tue: office, wed: office, thu: office, fri: office, sat: ['10:00-12:00', '13:00-15:00'] }

test('days with the same hours are said together, with the city of the time zone', () => {
  const hours = { timeZone: 'Europe/Paris', week, holidays: [] }
  expect(hoursText(hours, 'en')).toBe('Mon–Fri 09:00–18:00, Sat 10:00–12:00 + 13:00–15:00, Paris')
  expect(hoursText(hours, 'zh')).toBe('周一–周五 09:00–18:00，周六 10:00–12:00 + 13:00–15:00，Paris')
})

test('a closed day between two open ones keeps them apart', () => {
  const hours = { timeZone: 'America/New_York', week: { mon: office, wed: office }, holidays: [] }
  expect(hoursText(hours, 'en')).toBe('Mon 09:00–18:00, Wed 09:00–18:00, New York')
})

test.each([
  ['Etc/GMT+5', 'UTC−5'],
  ['Etc/GMT-8', 'UTC+8'],
  ['Etc/GMT', 'UTC'],
  ['Etc/GMT0', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['UTC', 'UTC'],
  ['GMT', 'UTC'],
  ['+05:30', 'UTC+5:30'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['CET', 'CET'],
])('of %s it is said that the clock is that of %s', (timeZone, said) => {
  expect(hoursText({ timeZone, week: { mon: office }, holidays: [] }, 'en')).toBe(`Mon 09:00–18:00, ${said}`)
})

test('midnight at the end of a range is 24:00', () => {
  const week = { mon: ['00:00-00:00'], tue: ['22:00-00:00'], wed: ['22:00-02:00'] }
  expect(hoursText({ timeZone: 'Europe/Paris', week, holidays: [] }, 'en')).toBe(
    'Mon 00:00–24:00, Tue 22:00–24:00, Wed 22:00–02:00, Paris',
  )
})

test('a team that is always there has no hours to say', () => {
  expect(hoursText({ timeZone: 'UTC', holidays: [] }, 'en')).toBe('')
})
