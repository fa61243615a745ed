/** Who says that no person is wanted asks for none; who wants no bot, or denies something else beside, does. */
import { describe, expect, it } from 'vitest'
import { asksForPerson, asksForStaff } from '../../src/hearing/asks-for-person.ts'
import { assess } from '../../src/hearing/assess.ts'

const declined = [
  'I don’t need a person, you’re fine',
  "I don't want to talk to a person",
  'no need for a human, thanks',
  'please don’t transfer me to an agent',
  '不用转人工',
  '不要找真人，你就行',
  '唔使轉人工',
  '别转人工',
  'je ne veux pas parler à un humain',
  'pas besoin d’un conseiller',
  'ich brauche keinen Mitarbeiter',
  'ich möchte nicht mit einem Menschen sprechen',
  'no quiero hablar con una persona',
  'non voglio parlare con un operatore',
  'não quero falar com uma pessoa',
  'nie chcę rozmawiać z człowiekiem',
  'nechci mluvit s člověkem',
  'ik wil niet met een mens praten',
  'jeg vil ikke snakke med et menneske',
  'jag vill inte prata med en människa',
  'jeg vil ikke tale med et menneske',
  'en halua puhua ihmisen kanssa',
  'nem akarok emberrel beszélni',
  'nu vreau să vorbesc cu un om',
  'не хочу говорить с человеком',
  'не хочу говорити з людиною',
  'δεν θέλω να μιλήσω με άνθρωπο',
  'bir insanla konuşmak istemiyorum',
  'لا أريد التحدث مع شخص',
  'אני לא רוצה לדבר עם בן אדם',
  'मुझे इंसान से बात नहीं करनी',
  'aku tidak mau bicara dengan manusia',
  'tôi không muốn nói chuyện với người thật',
  'ไม่อยากคุยกับคน',
  '人間と話したくない',
  '상담원 연결 안 해도 돼요',
]

const wanted = [
  "I don't want to talk to a bot, get me a person",
  "I don't want to talk to a machine",
  'i dont want excuses get me a manager',
  "I don't need a refund, I need to talk to a human",
  "why can't I talk to a person",
  '不要机器人，给我真人',
  '我不想说了转人工',
  'je ne veux pas parler à un robot',
  'je ne veux pas d’un bot, passez-moi un humain',
  'ich will keinen Bot, ich will einen Menschen',
  'no quiero un bot, quiero hablar con una persona',
  'não quero falar com robô',
  'не хочу с ботом, дайте оператора',
  'botla konuşmak istemiyorum, temsilci istiyorum',
  'ボットはいりません、人間と話したい',
  '챗봇 말고 상담원 연결해 주세요',
  'where’s the manager',
  'llama a tu jefe',
  'appelle ton chef',
  'wo ist der Chef',
]

describe('a person', () => {
  it.each(declined)('is not asked for: %s', (text) => {
    expect(asksForPerson(text)).toBe(false)
  })

  it.each(['I don’t need a person, you’re fine', 'pas besoin d’un conseiller'])('nor is it likely: %s', (text) => {
    expect(assess({ text, lang: 'en', earlier: [] }).maybe).not.toBe('asked-for-person')
  })

  it.each(wanted)('is asked for: %s', (text) => {
    expect(asksForPerson(text)).toBe(true)
  })

  it('of the staff by name is not asked for either, where they are not wanted', () => {
    const staff = [{ name: 'Dana' }]
    expect(asksForStaff('can I talk to Dana', staff)).toBe(true)
    expect(asksForStaff("I don't want to talk to Dana", staff)).toBe(false)
  })
})
