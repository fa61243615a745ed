/** How long it takes is said in whole sentences: number and noun in the form that their place asks for. */
import { expect, test } from 'vitest'
import { durationText } from '../../../src/desk/time/times.ts'
import { HOUR_MS, MINUTE_MS } from '../../../src/domain/durations.ts'
import { defaultLines } from '../../../src/persona/lines/default-lines.ts'
import { fillLine } from '../../../src/persona/load/fill.ts'

const said = (lang: string, ms: number) =>
  fillLine(defaultLines[lang]?.wait[0] ?? '', { persona: 'P', brand: 'B', wait: durationText(ms, lang) })

/** Units stand in the nominative, so no word before them may ask for another case, or agree with their gender. */
test.each([
  ['es', 2 * HOUR_MS, 'El tiempo de espera ahora es de 2 horas, más o menos.'],
  ['ru', MINUTE_MS, 'Время ожидания сейчас — примерно 1 минута.'],
  ['ru', 5 * MINUTE_MS, 'Время ожидания сейчас — примерно 5 минут.'],
  ['uk', MINUTE_MS, 'Час очікування зараз — приблизно 1 хвилина.'],
  ['pl', MINUTE_MS, 'Czas oczekiwania na pierwszą odpowiedź to teraz mniej więcej 1 minuta.'],
  ['cs', MINUTE_MS, 'Doba čekání na první odpověď je teď zhruba 1 minuta.'],
])('%s, %i ms', (lang, ms, line) => {
  expect(said(lang, ms)).toBe(line)
})
