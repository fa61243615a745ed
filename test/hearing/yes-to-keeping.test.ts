/** A yes or a no to whether something may be remembered is heard in whatever words of a language say it. */
import { describe, expect, it } from 'vitest'
import { packs } from '../../src/hearing/packs/packs.ts'
import { yesOrNoToKeeping } from '../../src/hearing/small-words.ts'

const answers: Readonly<Record<string, { readonly yes: readonly string[]; readonly no: readonly string[] }>> = {
  ar: { yes: ['نعم، تذكر ذلك', 'احفظ اسمي'], no: ['لا تحفظ هذا'] },
  cs: { yes: ['ano, klidně si to pamatuj', 'můžeš si to uložit'], no: ['ne, nepamatuj si to'] },
  da: { yes: ['ja, husk det bare', 'du må gerne gemme det'], no: ['nej, husk det ikke'] },
  de: { yes: ['ja, merk dir das ruhig', 'Darfst du gerne behalten'], no: ['nein, merk dir das nicht'] },
  el: { yes: ['ναι, θυμήσου το', 'μπορείς να το κρατήσεις'], no: ['όχι, μην το θυμάσαι'] },
  en: { yes: ['sure, go ahead, remember it', 'please do keep that in mind'], no: ["no, don't save that"] },
  es: { yes: ['sí, recuérdalo', 'claro, puedes guardarlo'], no: ['no lo guardes'] },
  fi: { yes: ['joo, muista se vaan', 'saat tallentaa sen'], no: ['ei, älä muista sitä', 'älä tallenna'] },
  fr: { yes: ['oui, tu peux le retenir', 'gardez-le'], no: ['non, ne le retiens pas'] },
  he: { yes: ['כן, תזכור את זה', 'אפשר לשמור'], no: ['לא לשמור את זה'] },
  hi: { yes: ['हाँ, याद रखो', 'मेरा नाम याद रखिए'], no: ['नहीं, याद मत रखो'] },
  hu: { yes: ['igen, jegyezd meg nyugodtan', 'megjegyezheted'], no: ['ne jegyezd meg'] },
  id: { yes: ['ya, ingat saja', 'boleh, simpan'], no: ['jangan disimpan'] },
  it: { yes: ['sì, ricordalo pure', 'puoi salvarlo'], no: ['no, non salvarlo'] },
  ja: { yes: ['はい、覚えておいて', 'ぜひ覚えておいてください'], no: ['覚えないでください'] },
  ko: { yes: ['네, 기억해 주세요', '기억해도 돼요'], no: ['아니요, 기억하지 마세요'] },
  nl: { yes: ['ja, onthoud het maar', 'dat mag je bewaren'], no: ['nee, niet bewaren'] },
  no: { yes: ['ja, bare husk det', 'du kan lagre det'], no: ['nei, ikke husk det'] },
  pl: { yes: ['tak, zapamiętaj to', 'możesz to zapisać'], no: ['nie zapisuj tego'] },
  pt: { yes: ['sim, podes guardar', 'pode lembrar disso'], no: ['não guardes isso'] },
  ro: { yes: ['da, ține minte', 'poți să reții asta'], no: ['nu, nu reține'] },
  ru: { yes: ['да, запомни', 'можешь запомнить'], no: ['нет, не запоминай'] },
  sv: { yes: ['ja, kom ihåg det', 'du får gärna spara det'], no: ['nej, spara inte det'] },
  th: { yes: ['ได้ค่ะ จำไว้เลย', 'จำไว้นะคะ'], no: ['ไม่ต้องจำไว้'] },
  tr: { yes: ['evet, hatırla', 'bunu kaydedebilirsin'], no: ['hayır, kaydetme'] },
  uk: { yes: ["так, запам'ятай", 'можеш зберегти'], no: ['ні, не записуй'] },
  vi: { yes: ['vâng, nhớ giúp tôi', 'cứ lưu lại đi'], no: ['không, đừng lưu'] },
  zh: { yes: ['可以，记着吧', '好的，帮我记住'], no: ['不用记', '别记我的名字'] },
}

describe('asked whether something may be remembered', () => {
  it('is answered in every language of the packs', () => {
    expect(Object.keys(answers).sort()).toEqual(Object.keys(packs).sort())
  })

  it.each(Object.entries(answers))('%s: with the verb beside the yes, or alone, or denied', (lang, { yes, no }) => {
    const heard = (texts: readonly string[]) => texts.map((text) => [text, yesOrNoToKeeping(text, lang, 'en')])
    expect(heard(yes)).toEqual(yes.map((text) => [text, 'yes']))
    expect(heard(no)).toEqual(no.map((text) => [text, 'no']))
  })

  it('what the talk was not in is understood too', () => {
    const heard = Object.values(answers).map(({ yes: [first = ''] }) => [first, yesOrNoToKeeping(first, 'en')])
    expect(heard.filter(([, answer]) => answer !== 'yes')).toEqual([])
  })

  it.each([
    ['yes, and when do you open', 'en'],
    ['yes but not my name', 'en'],
    ['I remember that', 'en'],
    ['do you remember my name?', 'en'],
    ['ja, aber merk dir das nicht', 'de'],
    ['ich merke es mir', 'de'],
    ['oui mais pas mon nom', 'fr'],
    ['я помню', 'ru'],
    ['我记住了', 'zh'],
    ['可以，但别记我的名字', 'zh'],
  ])('%s is no yes', (text, lang) => {
    expect(yesOrNoToKeeping(text, lang, 'en')).not.toBe('yes')
  })
})
