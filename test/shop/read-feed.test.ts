/** A shop's products from feeds, exports and sheets; what is not whole changes nothing. */
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/shop/import/compare.ts'
import { readCells, readFeed } from '../../src/shop/import/read-feed.ts'

const kettle = {
  id: 'K-1',
  name: 'Gooseneck Kettle & Stand',
  about: 'Pours slowly.',
  url: 'https://shop.example/k1',
  image: 'https://shop.example/k1.jpg',
  price: { amount: 39.5, currency: 'GBP' },
  category: 'Kettles',
  available: true,
}

const xml = `<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>
<item><g:id>K-1</g:id><g:title>Gooseneck Kettle &amp; Stand</g:title><description><![CDATA[<p>Pours&nbsp;slowly.</p>]]></description>
<link>https://shop.example/k1</link><g:image_link>https://shop.example/k1.jpg</g:image_link><g:price>39.50 GBP</g:price>
<g:availability>in_stock</g:availability><g:product_type>Kettles</g:product_type><g:shipping><g:price>4 GBP</g:price></g:shipping></item>
</channel></rss>`

const forms: readonly (readonly [string, string])[] = [
  ['a merchant feed in XML', xml],
  [
    'the same as CSV',
    'id,title,description,link,image_link,price,availability,product_type\nK-1,Gooseneck Kettle & Stand,<p>Pours slowly.</p>,https://shop.example/k1,https://shop.example/k1.jpg,39.50 GBP,in stock,Kettles\n',
  ],
  [
    'a sheet of a spreadsheet, with semicolons',
    '\uFEFFSKU;Name;About;URL;Picture;Price;Currency;Stock;Category\r\nK-1;Gooseneck Kettle & Stand;Pours slowly.;https://shop.example/k1;https://shop.example/k1.jpg;"39,50";GBP;4;Kettles\r\n',
  ],
  [
    'the JSON of a shop, with variants and images',
    JSON.stringify({
      products: [
        {
          id: 'K-1',
          title: 'Gooseneck Kettle & Stand',
          body_html: '<p>Pours slowly.</p>',
          url: 'https://shop.example/k1',
          product_type: 'Kettles',
          currency: 'GBP',
          variants: [{ price: '39.50', available: true }],
          images: [{ src: 'https://shop.example/k1.jpg' }],
        },
      ],
    }),
  ],
]

it.each(forms)('%s is read', (_, text) => {
  expect(readFeed(text)).toEqual({ rows: [kettle], left: [] })
})

describe('a file that is cut in the middle is refused:', () => {
  it.each([
    ['XML', xml.slice(0, -30)],
    ['JSON', forms[3]?.[1].slice(0, -5) ?? ''],
    ['CSV with an open quote', 'id,title\nK-1,"Gooseneck Ket'],
    ['CSV with a row too short', 'id,title,price\nK-1,Kettle,39 GBP\nK-2,Gr'],
  ])('%s', (_, text) => {
    expect(() => readFeed(text)).toThrow(/not whole.*Nothing is changed/s)
  })
})

it('what has no id or no title is left out and named; a price without a currency is none', () => {
  const { rows, left } = readFeed('id,title,price\nA,Grinder,20\n,Nobody,3 EUR\nB,,4 EUR\n')
  expect(rows).toEqual([{ id: 'A', name: 'Grinder' }])
  expect(left).toEqual([expect.stringMatching(/^1: its price "20" is left out/), '2: has no id', '3: has no title'])
  expect(readFeed('id,title,price\nA,Grinder,20\n', 'EUR').rows[0]?.price).toEqual({ amount: 20, currency: 'EUR' })
})

it('no link but https is kept, and no markup', () => {
  const [row] = readFeed('id,title,link\nA,<b>Grinder</b><script>x</script>,javascript:alert(1)\n').rows
  expect(row).toEqual({ id: 'A', name: 'Grinder x' })
})

it('an import tells what is new, changed and gone; what is gone is kept a month and comes back as new', () => {
  const first = [kettle, { id: 'G', name: 'Grinder' }]
  const second = compare(
    first,
    [
      { ...kettle, name: 'Kettle' },
      { id: 'N', name: 'New' },
    ],
    '2026-11-30',
  )
  expect(second).toMatchObject({
    added: [{ id: 'N' }],
    changed: [{ after: { name: 'Kettle' } }],
    gone: [{ id: 'G' }],
    same: 0,
  })
  expect(second.rows.find(({ id }) => id === 'G')).toEqual({ id: 'G', name: 'Grinder', gone: '2026-11-30' })
  const { rows } = second
  expect(compare(rows, [{ id: 'N', name: 'New' }], '2026-12-20').rows.some(({ id }) => id === 'G')).toBe(true)
  expect(compare(rows, [{ id: 'N', name: 'New' }], '2027-01-10').rows.some(({ id }) => id === 'G')).toBe(false)
  expect(compare(rows, [...first], '2026-12-20').added).toMatchObject([{ id: 'G' }])
})

it.each([
  ['German', 'Artikelnummer;Bezeichnung;Preis;Bestand\nK-1;Schwanenhalskessel;39,50 €;3\n'],
  ['Chinese', '编号,名称,价格,库存\nK-1,Schwanenhalskessel,39.50 EUR,3\n'],
  ['French', 'Référence;Nom;Prix;Devise;Stock\nK-1;Schwanenhalskessel;39,50;EUR;3\n'],
])('a sheet with its columns in %s is understood', (_, text) => {
  const row = { id: 'K-1', name: 'Schwanenhalskessel', price: { amount: 39.5, currency: 'EUR' }, available: true }
  expect(readFeed(text).rows).toEqual([row])
})

it('the cells of a workbook are read as those of a table, with the prices that its other prices explain', () => {
  const cells = [['SKU', 'Name', 'Preis'], ['K-1', 'Kessel', '1.234 €'], ['K-2', 'Tasse', '9,90 €'], ['K-3']]
  expect(readCells(cells)).toEqual({
    rows: [
      { id: 'K-1', name: 'Kessel', price: { amount: 1234, currency: 'EUR' } },
      { id: 'K-2', name: 'Tasse', price: { amount: 9.9, currency: 'EUR' } },
    ],
    left: ['3: has no title'],
  })
})
