/** "Where is my order?" begins the look-up of a brand that has one: in whatever language, kindly put or in anger, and nothing else does. */
import { expect, it } from 'vitest'
import { tell } from '../../../src/engine/story.ts'
import { recordedLookUps } from '../../../src/persona/look-ups/recorded.ts'
import { thinking, turnOf } from '../../support/turns.ts'

const lookUps = recordedLookUps('UTC')
const { brain, recalled } = await thinking({
  voice: { languages: ['en', 'fr'] },
  lookups: [
    {
      id: 'stock',
      about: 'what is in stock',
      asks: ['what is in stock just now'],
      needs: [{ id: 'branch', shape: 'B-##', ask: 'Which branch?' }],
      request: { url: 'https://shop.example/stock/{branch}' },
      proof: 'none',
      says: { found: 'Some.' },
    },
    {
      id: 'order',
      about: 'where an order is',
      asks: ['where is my order'],
      needs: [{ id: 'number', shape: 'TW-######', ask: { en: 'Which order?', fr: 'Quelle commande ?' } }],
      request: { url: 'https://shop.example/orders/{number}' },
      proof: 'needs',
      says: { found: 'It left.' },
    },
  ],
})

async function heardFor(text: string, more: Parameters<typeof turnOf>[1] = {}) {
  const verdict = await tell(await recalled(turnOf(text, more), { lookUps }))
  const say = 'say' in verdict ? verdict.say : []
  return {
    reason: verdict.reason,
    said: say.map((one) => (one.kind === 'line' ? one.occasion : 'text' in one ? one.text : one.kind)),
  }
}

it.each([
  ['ar', 'مرحبا، أين طلبي من فضلك؟'],
  ['cs', 'dobrý den, kde je prosím moje objednávka'],
  ['da', 'hej, hvor er min pakke henne'],
  ['de', 'Wo bleibt denn mein Paket??'],
  ['el', 'γεια σας, πού είναι η παραγγελία μου;'],
  ['en', 'hello dear, could you tell me where my little order is, where is my order?'],
  ['es', 'oye ¿dónde está mi paquete?'],
  ['fi', 'hei, missä on tilaukseni'],
  ['fr', 'elle est où ma commande'],
  ['he', 'שלום, איפה ההזמנה שלי'],
  ['hi', 'नमस्ते, मेरा ऑर्डर कहाँ है'],
  ['hu', 'Jó napot, hol van a csomagom?'],
  ['id', 'halo kak, di mana pesanan saya'],
  ['it', "buongiorno, dov'è il mio pacco?"],
  ['ja', 'すみません、注文した商品はどこですか'],
  ['ko', '안녕하세요 제 주문 어디 있나요'],
  ['nl', 'hoi, waar blijft mijn pakketje'],
  ['no', 'hei, hvor er pakken min'],
  ['pl', 'dzień dobry, gdzie jest moja paczka?'],
  ['pt', 'oi, cadê meu pedido?'],
  ['ro', 'bună, unde este coletul meu?'],
  ['ru', 'подскажите, где моя посылка?'],
  ['sv', 'hej, var är mitt paket?'],
  ['th', 'สวัสดีค่ะ ออเดอร์ของฉันอยู่ไหนคะ'],
  ['tr', 'merhaba, kargom nerede kaldı?'],
  ['uk', 'добрий день, де моє замовлення?'],
  ['vi', 'chào shop, đơn hàng của tôi đâu rồi'],
  ['zh', '你好，我的快递到哪了？'],
])('it is begun in %s, whatever the brand speaks', async (_, text) => {
  expect((await heardFor(text)).reason).toBe('look-up-asks')
})

it('it is asked in the fan’s language where the brand has it, and else after a word about languages', async () => {
  expect((await heardFor('où est ma commande ?')).said).toEqual(['Quelle commande ?'])
  expect((await heardFor('wo ist denn bitte meine Bestellung?')).said).toEqual(['wrongLanguage', 'Which order?'])
})

it('anger gets a kind word and the look-up, and what is for people goes to people', async () => {
  for (const text of [
    'WHERE IS MY ORDER, this is a disgrace, you useless people',
    'Where is my order?! Worst company ever!',
  ])
    expect(await heardFor(text), text).toEqual({ reason: 'look-up-asks', said: ['apology', 'Which order?'] })
  for (const text of [
    'where is my order, my lawyer will write to you',
    'my parcel still is not here, two weeks now and nobody replies. really annoyed',
    'WHERE IS MY ORDER, this is a disgrace, I want a refund NOW, you useless people',
    'where is my order, I want to make a formal complaint, this is a disgrace',
  ])
    expect((await heardFor(text)).reason, text).not.toBe('look-up-asks')
})

it('who was told it, and is no less angry, gets a person', async () => {
  const { id, accountId } = { id: 'order', ...turnOf('').messages[0]?.author }
  if (!accountId) throw new Error(`no author for ${id}`)
  const lookedUp = { accountId, text: 'It left.', until: turnOf('').now + 60_000 }
  const { reason } = await heardFor('WHERE IS MY ORDER, this is a disgrace, you useless people', {
    state: { lookedUp },
  })
  expect(reason).toBe('complaint')
})

it('in a group a calm question gets the door, and an angry one its own way', async () => {
  expect((await heardFor('où est ma commande ?', { surface: 'group' })).reason).toBe('look-up-private')
  const angry = await heardFor('WHERE IS MY ORDER, this is a disgrace, you useless people', { surface: 'group' })
  expect(angry.reason).toBe('public-complaint')
})

it('a brand with no look-up of orders begins none', async () => {
  const { recalled: without } = await thinking()
  const verdict = await tell(await without(turnOf('wo ist meine Bestellung?'), { lookUps }))
  expect(verdict.reason).not.toMatch(/look-up/)
  expect(brain.persona.lookUps).toHaveLength(2)
})
