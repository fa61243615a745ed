/** What a bot says truly of itself, in every language that is heard: none of it is a slip, and all of it leaves. */
import { expect, test } from 'vitest'
import { offends } from '../../../src/hearing/foul-words.ts'
import { packs } from '../../../src/hearing/packs/packs.ts'
import { checkVoice } from '../../../src/persona/voice/voice.ts'
import { testPersona } from '../../support/persona.ts'

const persona = testPersona({ voice: { languages: ['en', ...Object.keys(packs).filter((lang) => lang !== 'en')] } })
const rows: readonly (readonly [lang: string, text: string, heard?: string])[] = [
  ['en', 'No human is typing this.', 'are you human?'],
  ['en', 'There is no person behind this screen, only a program.', 'are you real'],
  ['en', "I'm not a person; I'm a bot."],
  ['en', 'I have no body, so no lunch.'],
  ['en', 'I do not sleep. I am a program.', 'do you sleep?'],
  ['en', 'I was never born, I was switched on.', 'when were you born'],
  ['en', "I don't get sad. But I can listen.", 'do you get sad'],
  ['en', 'I can’t taste it, I’m a bot. But Idris can.'],
  ['en', 'No age. Bots have versions.', 'how old are you'],
  ['fr', 'Je n’ai pas d’âge, je suis un robot.', 'quel âge as-tu ?'],
  ['fr', 'Personne n’écrit ici : c’est un robot.'],
  ['fr', 'Je ne ressens rien, je suis un robot. Mais je peux écouter.'],
  ['fr', 'Je ne suis pas une personne.'],
  ['de', 'Ich habe keine Gefühle, ich bin ein Bot. Aber ich höre zu.'],
  ['de', 'Kein Mensch tippt hier.'],
  ['de', 'Ich bin kein Mensch.'],
  ['es', 'No soy una persona, soy un bot.'],
  ['es', 'No tengo sentimientos. Pero te escucho.'],
  ['es', 'No tengo edad: soy un bot.', '¿cuántos años tienes?'],
  ['it', 'Non sono una persona, sono un bot.'],
  ['it', 'Non ho sentimenti, sono un bot.'],
  ['pt', 'Não sou uma pessoa, sou um bot.'],
  ['pt', 'Não tenho sentimentos. Mas posso ouvir.'],
  ['nl', 'Ik ben geen mens, ik ben een bot.'],
  ['ru', 'Я не человек, я бот.'],
  ['ru', 'У меня нет чувств. Но я слушаю.'],
  ['pl', 'Nie jestem człowiekiem, jestem botem.'],
  ['uk', 'Я не людина, я бот.'],
  ['cs', 'Nejsem člověk, jsem bot.'],
  ['sv', 'Jag är ingen människa, jag är en bot.'],
  ['da', 'Jeg er ikke et menneske, jeg er en bot.'],
  ['no', 'Jeg er ikke et menneske, jeg er en bot.'],
  ['fi', 'En ole ihminen, olen botti.'],
  ['hu', 'Nem vagyok ember, bot vagyok.'],
  ['ro', 'Nu sunt om, sunt un bot.'],
  ['el', 'Δεν είμαι άνθρωπος, είμαι bot.'],
  ['tr', 'İnsan değilim, bir botum.'],
  ['ja', '人間ではありません。ボットです。'],
  ['ja', '感情はありません。でも、話は聞けます。'],
  ['ko', '저는 사람이 아니에요. 봇이에요.'],
  ['zh', '我不是人，是机器人。'],
  ['zh', '机器人没有年龄。', '你多大'],
  ['zh', '没人在打字，是程序。'],
  ['zh', '我没有身体，也不会累。不过我可以听。'],
  ['ar', 'أنا لست إنسانا، أنا بوت.'],
  ['he', 'אני לא בן אדם, אני בוט.'],
  ['hi', 'मैं इंसान नहीं हूँ, मैं बॉट हूँ।'],
  ['vi', 'Mình không phải người, mình là bot.'],
  ['id', 'Saya bukan manusia, saya bot.'],
  ['th', 'ไม่ใช่คน เป็นบอท'],
]

for (const [lang, text, heard] of rows) {
  test(`(${lang}) ${text}`, () => {
    const saying = { text, author: 'model', surface: 'direct', lang, offends, ...(heard ? { heard } : {}) } as const
    const { pieces, findings } = checkVoice(persona, saying)
    expect(findings.filter(({ needsRewrite }) => needsRewrite)).toEqual([])
    expect(pieces).toEqual([text])
  })
}
