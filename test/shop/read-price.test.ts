import { describe, expect, it } from 'vitest'
import { centsMark, readPrice } from '../../src/shop/import/read-price.ts'

const said = (text: string, currency?: string, cents?: '.' | ',') => {
  const price = readPrice(text, currency, cents)
  return price && `${price.amount} ${price.currency}`
}

describe('a price is read as its country writes it:', () => {
  it.each([
    ['12.50 GBP', undefined, '12.5 GBP'],
    ['£1,234.50', undefined, '1234.5 GBP'],
    ['3,20 €', undefined, '3.2 EUR'],
    ['1.234,56 EUR', undefined, '1234.56 EUR'],
    ['1 234,50 kr', 'SEK', '1234.5 SEK'],
    ['1\u00a0234,50', 'NOK', '1234.5 NOK'],
    ["CHF 1'200.50", undefined, '1200.5 CHF'],
    ['CHF 45.–', undefined, '45 CHF'],
    ['45,- kr', 'DKK', '45 DKK'],
    ['R$ 12,50', undefined, '12.5 BRL'],
    ['12,50 zł', undefined, '12.5 PLN'],
    ['¥1,200', 'JPY', '1200 JPY'],
    ['￥128.00', 'CNY', '128 CNY'],
    ['1200円', undefined, '1200 JPY'],
    ['$20', 'CAD', '20 CAD'],
    ['$20', 'GBP', '20 USD'],
    ['$20', undefined, '20 USD'],
    ['1.250 KWD', undefined, '1.25 KWD'],
    ['1.250.000 IDR', undefined, '1250000 IDR'],
    ['39.0000', 'EUR', '39 EUR'],
  ])('%s in a shop of %s is %s', (text, currency, price) => {
    expect(said(text, currency)).toBe(price)
  })

  it.each([
    ['20', undefined],
    ['¥1200', undefined],
    ['kr 45', undefined],
    ['20 XYZ', undefined],
    ['5.00 - 6.00 EUR', undefined],
    ['from £5', undefined],
    ['-5 EUR', undefined],
    ['1.2.3 EUR', undefined],
    ['free', 'EUR'],
    ['', 'EUR'],
  ])('%s in a shop of %s is none', (text, currency) => {
    expect(said(text, currency)).toBeUndefined()
  })
})

it('what could be two amounts is read as the other prices of its file show, and is none where they do not', () => {
  expect(said('1.234 EUR')).toBeUndefined()
  expect(said('1.234 EUR', undefined, ',')).toBe('1234 EUR')
  expect(said('1,234 EUR', undefined, '.')).toBe('1234 EUR')
  expect(said('1.234 EUR', undefined, '.')).toBeUndefined()
  expect(centsMark(['3,20 €', '1.234,56 €', '1.234 €'])).toBe(',')
  expect(centsMark(['3,20 €', '3.20 €'])).toBeUndefined()
  expect(centsMark(['1.234 €', '20'])).toBeUndefined()
})
