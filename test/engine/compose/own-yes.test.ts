/** Own light words are read beside what they answer: to a fan who would have the house bound, nothing that reads as a yes comes first. */
import { describe, expect, it } from 'vitest'
import { proposes } from '../../../src/commitments/proposes.ts'
import { composeApproved } from '../../../src/engine/compose/compose-approved.ts'
import { withoutOwnYes } from '../../../src/engine/compose/own-yes.ts'
import { thinking, turnOf } from '../../support/turns.ts'

const { recalled } = await thinking({
  voice: { languages: ['en', 'fr', 'es', 'zh'] },
  answers: [
    {
      id: 'refund',
      asks: ['when do you refund me', 'refund time', 'will you refund me'],
      answer: 'We send it within two working days.',
    },
    { id: 'hours', asks: ['when do you open', 'opening hours'], answer: 'At eight.' },
  ],
})
async function said(text: string) {
  const turn = await recalled(turnOf(text))
  const verdict = withoutOwnYes(composeApproved(turn), turn)
  return { reason: verdict.reason, say: 'say' in verdict ? verdict.say : [] }
}

describe('is met with a word that nothing is agreed', () => {
  it.each(['we said three free bags', '说好了，周日给我留两个座'])('%s', async (text) => {
    expect(await said(text)).toMatchObject({ reason: 'no-agreement', say: [{ occasion: 'cannotAgree' }] })
  })
  it('also before the approved answer on it', async () => {
    const { say } = await said("if it isn't right you refund me. deal?")
    expect(say).toMatchObject([{ occasion: 'cannotAgree' }, { kind: 'answer' }])
  })
})

describe('a light word stays one', () => {
  it.each([
    'it is raining here again',
    'my sister paid for lunch today',
    'i bought the fogbell yesterday',
    'just telling you the parcel came, lovely box',
    'Me llamo Karla y soy alérgica a las nueces',
    'Mi chiamo Karla e sono allergica alle noci',
    "Je m'appelle Karla et je suis allergique aux noisettes",
    'मेरा नाम कार्ला है और मुझे मेवों से एलर्जी है',
    'ฉันชื่อคาร์ล่า และแพ้ถั่ว',
    'Nama saya Karla dan saya alergi kacang',
  ])('%s', async (text) => {
    expect((await said(text)).reason).not.toBe('no-agreement')
  })
  it('and a plain question gets its answer alone', async () => {
    expect((await said('when do you open?')).say).toMatchObject([{ kind: 'answer' }])
  })
})

describe('is heard in every language', () => {
  it.each([
    ['de', 'Abgemacht, ihr erstattet mir alles'],
    ['it', 'siamo d’accordo, me la rifate gratis'],
    ['pt', 'combinado, me devolvem o dinheiro'],
    ['nl', 'afgesproken, jullie betalen de verzending'],
    ['sv', 'ni lovade mig en gratis påse'],
    ['pl', 'obiecaliście mi darmową paczkę'],
    ['tr', 'iki paket alana biri bedava demiştiniz'],
    ['id', 'kalian janji kasih gratis'],
    ['ja', '無料で交換してくれると言いましたよね'],
    ['ru', 'вы обещали вернуть деньги'],
    ['ar', 'وعدتموني بهدية مجانية'],
    ['he', 'הבטחתם לי החזר כספי'],
    ['hi', 'आपने कहा था मुफ़्त मिलेगा'],
    ['th', 'ร้านสัญญาไว้แล้วว่าจะคืนเงิน'],
  ])('%s: %s', (lang, text) => {
    expect(proposes(text, [lang])).toBeDefined()
  })
})
