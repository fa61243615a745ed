/** What is personal data and what only looks like it, by tables: every row is a message as a fan would write it. */
import { describe, expect, it } from 'vitest'
import { findPersonalData, maskPersonalData } from '../../src/words/personal-data/personal-data.ts'

const masked = (text: string) => maskPersonalData(text).text

/** `⟦…⟧` marks what has to go; everything else has to stay. */
function expected(marked: string): { readonly text: string; readonly values: readonly string[] } {
  const values = [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map(([, value = '']) => value)
  return { text: marked.replace(/[⟦⟧]/g, ''), values }
}

const finds: Readonly<Record<string, readonly string[]>> = {
  card: [
    'my card is ⟦4111 1111 1111 1111⟧ thanks',
    '⟦4111111111111111⟧',
    'visa ⟦4012-8888-8888-1881⟧.',
    'mastercard ⟦5555.5555.5555.4444⟧',
    'new range ⟦2223 0031 2200 3222⟧',
    'amex ⟦3782 822463 10005⟧',
    'amex ⟦371449635398431⟧ please',
    'diners ⟦3056 930902 5904⟧',
    'discover ⟦6011 1111 1111 1117⟧',
    'jcb ⟦3530 1113 3330 0000⟧',
    '银联卡号⟦6200 0000 0000 0005⟧谢谢',
    'unionpay ⟦6205500000000000004⟧',
    'maestro ⟦6759 6498 2643 8453⟧',
    'mir ⟦2200 0000 0000 0053⟧',
    'old visa ⟦4222222222222⟧',
    '⟦４１１１　１１１１　１１１１　１１１１⟧',
    '⟦4\u200b1\u200b1\u200b1\u200b111111111111⟧ hidden',
    '⟦4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1⟧',
    '⟦4111\u00a01111\u00a01111\u00a01111⟧',
    '⟦4111_1111_1111_1111⟧',
    '⟦4111/1111/1111/1111⟧',
    'two lines ⟦4111 1111\n1111 1111⟧',
    '⟦٤١١١١١١١١١١١١١١١⟧',
    '⟦4️⃣1️⃣1️⃣1️⃣111111111111⟧',
    '卡号是⟦4111111111111111⟧，有效期',
    'order 12345, card ⟦4111 1111 1111 1111⟧ exp 12/27',
    'x⟦4111111111111111⟧y',
    '⟦+4111 1111 1111 1111⟧',
  ],
  iban: [
    'IBAN ⟦DE89 3704 0044 0532 0130 00⟧ bitte',
    '⟦DE89370400440532013000⟧',
    '⟦FR76 3000 6000 0112 3456 7890 189⟧ merci',
    '⟦GB29 NWBK 6016 1331 9268 19⟧.',
    '⟦gb29nwbk60161331926819⟧',
    '⟦ES91 2100 0418 4502 0005 1332⟧',
    '⟦IT60 X054 2811 1010 0000 0123 456⟧',
    '⟦NL91-ABNA-0417-1643-00⟧',
    '⟦CH93 0076 2011 6238 5295 7⟧',
    '⟦BE68 5390 0754 7034⟧',
    '⟦ＤＥ８９３７０４００４４０５３２０１３０００⟧',
    '我的账户⟦DE89370400440532013000⟧可以吗',
  ],
  'id-number': [
    '身份证⟦11010519491231002X⟧',
    '⟦110105 19491231 002x⟧',
    '⟦440524188001010014⟧',
    '⟦１１０１０５１９４９１２３１００２Ｘ⟧',
    'sécu ⟦1 84 12 76 451 089 46⟧',
    '⟦184127645108946⟧',
    'Corse ⟦2 55 08 2A 168 025 97⟧',
    'ssn ⟦536-22-1234⟧',
    'SSN: ⟦536221234⟧',
    '⟦536 22 1234⟧',
    'NI number ⟦AB 12 34 56 C⟧',
    '⟦AB123456C⟧',
    'Steuer-ID ⟦86 095 742 719⟧',
    '⟦47036892816⟧ ist meine Steuernummer',
    'DNI ⟦12345678Z⟧',
    'dni ⟦12.345.678-Z⟧',
    'NIE ⟦X1234567L⟧',
    'codice fiscale ⟦RSSMRA85T10A562S⟧',
    '⟦rss mra 85 t 10 a562s⟧',
  ],
  'e-mail': [
    'write to ⟦jane.doe+pip@example.com⟧.',
    '⟦josé@exämple.de⟧',
    '我的邮箱是⟦zhang@qq.com⟧谢谢',
    '我的邮箱是⟦用户@例子.公司⟧',
    '<⟦a.b@c.co.uk⟧>',
    'it is ⟦me@x.co.uk⟧. Thanks',
    '⟦ana＠example．com⟧',
    'it is ⟦jane at example dot com⟧',
    '⟦jane (at) example (dot) com⟧',
    '⟦jane [at] example.com⟧',
    '⟦jane.doe at gmail.com⟧',
    'my mail is ⟦jane at gmail.com⟧',
    '⟦jane @ example . com⟧',
    '⟦jane@example dot com⟧',
    '⟦zhang艾特qq点com⟧',
    '⟦zhang#qq.com⟧',
    '⟦jeanne arobase exemple point fr⟧',
    '⟦a\u200bna@exam\u200bple.com⟧',
    'mailto:⟦x_y@sub.domain.museum⟧',
  ],
  phone: [
    'call ⟦+1 415 555 2671⟧',
    '⟦+14155552671⟧',
    '⟦(415) 555-2671⟧',
    '⟦415-555-2671⟧',
    '⟦415.555.2671⟧',
    '⟦1-800-555-2671⟧',
    'my phone is ⟦4155552671⟧',
    '⟦+44 20 7946 0958⟧',
    '⟦020 7946 0958⟧',
    '⟦07911 123456⟧',
    '⟦07911123456⟧',
    '⟦0044 7911 123456⟧',
    '⟦+33 6 12 34 56 78⟧',
    '⟦06 12 34 56 78⟧',
    'mon 06 : ⟦06.12.34.56.78⟧',
    '⟦0612345678⟧',
    '⟦+49 (0) 151 23456789⟧',
    '⟦030 1234567⟧',
    '⟦089/12345678⟧',
    '⟦0171-2345678⟧',
    '⟦015112345678⟧',
    '⟦13800138000⟧',
    '我的手机号⟦13800138000⟧，打给我',
    '⟦138-0013-8000⟧',
    '⟦138 0013 8000⟧',
    '⟦1 3 8 0 0 1 3 8 0 0 0⟧',
    '⟦＋８６ １３８００１３８０００⟧',
    '⟦１３８００１３８０００⟧',
    '⟦138\u200b0013\u200b8000⟧',
    '⟦8613800138000⟧',
    '⟦010-12345678⟧',
    '⟦+81 90-1234-5678⟧',
    '⟦090-1234-5678⟧',
    'whatsapp me: ⟦555 01234⟧',
    'Tel. ⟦0711 / 123456⟧',
    '⟦612 34 56 78⟧ en Madrid',
  ],
  address: [
    'I live at ⟦221B Baker Street, London NW1 6XE⟧',
    'ship to ⟦1600 Pennsylvania Ave, Washington, DC 20500⟧',
    '⟦12 high street⟧ please',
    '⟦742 Evergreen Terrace, Springfield, IL 62704⟧',
    '⟦5 Elm Court⟧',
    'postcode ⟦SW1A 1AA⟧',
    '⟦Austin, TX 78701⟧',
    '⟦12 rue de la Paix, 75002 Paris⟧',
    '⟦3 bis avenue des Champs-Élysées⟧',
    "j'habite ⟦75011 Paris⟧",
    '⟦Hauptstraße 5, 10115 Berlin⟧',
    '⟦Musterstr. 12a⟧',
    '⟦Kurfürstendamm 26⟧',
    '⟦Am Markt 5, 04109 Leipzig⟧',
    'PLZ: ⟦50667 Köln⟧',
    '⟦北京市朝阳区建国路88号⟧',
    '寄到⟦广东省深圳市南山区科技园路1号3栋502室⟧',
    '我住在⟦上海市浦东新区世纪大道100号⟧',
    '⟦阳光小区3栋501室⟧',
    '改成⟦橡树路五号⟧',
  ],
  secret: [
    'my password is ⟦hunter2⟧.',
    'password: ⟦Tr0ub4dor&3⟧',
    'my password is ⟦swordfish⟧',
    'pwd=⟦letmein99⟧',
    'my password for the shop is ⟦S3cret!⟧',
    'the password is "⟦correct horse battery⟧"',
    'mon mot de passe est ⟦soleil75⟧',
    'mein Passwort lautet ⟦Geheim123⟧',
    'mi contraseña es ⟦perro2020⟧',
    '密码是⟦abc123⟧，帮我看看',
    '密码：⟦qwerty99⟧',
    '验证码是⟦483920⟧',
    'my verification code is ⟦483920⟧',
    'OTP ⟦483920⟧',
    'PIN: ⟦4839⟧',
    'cvv ⟦123⟧',
    '⟦sk-abc123def456ghi789⟧',
    '⟦ghp_16C7e42F292c6912E7710c838347Ae178B4a⟧',
    '⟦AKIAIOSFODNN7EXAMPLE⟧',
    'Bearer ⟦abcdef0123456789.abc⟧',
    '⟦123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1⟧',
    'postgres://bob:⟦s3cret⟧@db/x',
  ],
}

describe.each(Object.entries(finds))('%s', (kind, rows) => {
  it.each(rows)('%s', (row) => {
    const { text, values } = expected(row)
    expect(findPersonalData(text).map((one) => [one.kind, one.value])).toEqual(values.map((value) => [kind, value]))
  })
})

const leaves = [
  // numbers of orders, parcels, articles
  'order 12345',
  'order 123-4567890-1234567',
  'Amazon 503-1234567-1234561',
  'order number 13912345678',
  '订单号13912345678',
  '单号：SF1234567890123',
  'tracking 1Z999AA10123456784',
  'invoice no. 0612345678',
  'commande n° 0123456789',
  'Bestellnummer 015112345678',
  'ref. 0445-110-189',
  'ISBN 978-0-306-40615-7',
  'ISBN 0306406152',
  'ean 4006381333931',
  'IMEI 356938035643809',
  'serial 1234567890123456',
  'a parcel 1234567890123',
  // cards that are none
  '4111 1111 1111 1112',
  '1234 5678 9012 3456',
  '0000 0000 0000 0000',
  '4444444444444444444444',
  'sizes 36 37 38 39 40 41 42 43',
  '1700000000000 ms',
  '20240506103000',
  'snowflake 1175928847299117063',
  // accounts that are none
  'DE89370400440532013001',
  'GB12 ABCD',
  'XX89370400440532013000',
  'the ch 12th to 14th in chicago',
  // identity numbers that are none
  '110105194912310021',
  '184127645108947',
  '000-22-1234',
  '666-22-1234',
  '900-22-1234',
  'BG123456C',
  '86095742718',
  '12345678A',
  'RSSMRA85T10A562T',
  // prices, dates, times, versions, sizes
  '1,299.00 EUR',
  '£4.20 for 250 g',
  '$1 299 000',
  '250 300 1000 ml',
  '2024-05-06 10:30:00',
  '06.05.2024',
  '01.02.2024 10:30',
  '05/06/2024 and 07/06/2024',
  '10:30-18:00',
  '07:30 to 16:30',
  'v1.2.3',
  'version 10.15.7',
  'Node 24.21.0',
  '192.168.1.100',
  'in 1999 and 2024',
  '3 x 4 = 12',
  '100000 followers',
  '50000 Fans',
  '12345 Euro',
  '1000-2000 people',
  '95% of 12000',
  '16:9 or 4:3',
  '48.8566, 2.3522',
  '#123456',
  '@tidewater',
  'https://shop.example/p/13912345678',
  'https://shop.example/?id=0612345678',
  // mail that is none
  'look at example.com',
  'look at example dot com',
  'meet me at booking.com',
  'we are at amazon dot com',
  'an @ alone',
  'me@home',
  '@pip hello',
  // places that are nobody's
  'I have 3 questions on the way',
  '2 miles down the road',
  '5 stars, would come again',
  '20 minutes from the high street',
  '10 cups per day in my street',
  'Sitzplatz 12',
  'Parkplatz 3',
  'Platz 1',
  'am Montag 5 Uhr',
  '南京路有店吗',
  '我要2号店的豆子',
  '三号线怎么走',
  'the 3 best shops',
  // words about passwords
  'my password is wrong',
  'my password is not working',
  'password reset is broken',
  'I forgot my password',
  'what is the wifi password?',
  'the password is always rejected',
  'password: [secret]',
  '密码是什么',
  '密码错误',
  '忘记密码了',
  'mot de passe oublié',
  'mein Passwort ist falsch',
  'promo code SAVE20',
  'pin it on the wall',
  'a security code is required',
  'bot-friendly-and-cheerful-words',
  // nothing at all
  '',
  '   ',
  '[card]',
  '好的',
  '❤️🎉',
] as const

describe('stays as it is', () => {
  it.each(leaves)('%j', (text) => {
    expect(masked(text)).toBe(text)
  })
})

describe('masking', () => {
  it('puts the kind in brackets, several in one text, and tells which were found', () => {
    expect(maskPersonalData('Card 4111 1111 1111 1111, mail a@b.com, tel 13800138000.')).toEqual({
      text: 'Card [card], mail [e-mail], tel [phone].',
      found: ['card', 'e-mail', 'phone'],
    })
  })

  it('keeps to the kinds that were asked for', () => {
    const text = 'Card 4111 1111 1111 1111, mail a@b.com'
    expect(maskPersonalData(text, { kinds: ['card', 'secret'] }).text).toBe('Card [card], mail a@b.com')
  })

  it('keeps to the countries that were asked for', () => {
    expect(maskPersonalData('12345678Z', { countries: ['FR'] }).text).toBe('12345678Z')
    expect(maskPersonalData('12345678Z', { countries: ['ES'] }).text).toBe('[id-number]')
  })

  it('takes a named password out wherever it stands again', () => {
    expect(masked('my password is hunter2. I typed hunter2 and hunter2!')).toBe(
      'my password is [secret]. I typed [secret] and [secret]!',
    )
  })

  it('masks what is masked no further', () => {
    const once = masked('my password is hunter2, card 4111 1111 1111 1111, 12 High Street, a@b.com')
    expect(masked(once)).toBe(once)
  })
})
