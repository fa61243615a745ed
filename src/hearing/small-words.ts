/** The few words that buttons and yes/no questions need in every language, as data. */
import type { Lang } from '../domain/message.ts'

interface SmallWords {
  readonly yes: string
  readonly no: string
  readonly person: string
  /** On a button that leads from a group into a private talk. */
  readonly private: string
  readonly yesWords: readonly string[]
  readonly noWords: readonly string[]
}

const english: SmallWords = {
  yes: 'Yes',
  private: 'Talk in private',
  no: 'No',
  person: 'Talk to a person',
  yesWords: ['yes', 'yeah', 'yep', 'yup', 'sure', 'ok', 'okay', 'of course', 'please do', 'yes please', 'go ahead'],
  noWords: ['no', 'nope', 'nah', 'no thanks', 'no thank you', 'rather not', 'please don’t', "please don't", "don't"],
}

const words: Readonly<Record<Lang, SmallWords>> = {
  en: english,
  zh: {
    yes: '可以',
    private: '私聊',
    no: '不用',
    person: '转人工',
    yesWords: ['可以', '好', '好的', '好啊', '行', '嗯', '是', '是的', '可以的', '没问题', '确定', 'ok'],
    noWords: ['不', '不用', '不要', '不行', '算了', '不了', '不可以', '别', '不用了', '取消'],
  },
  fr: {
    yes: 'Oui',
    private: 'En privé',
    no: 'Non',
    person: 'Parler à une personne',
    yesWords: ['oui', 'ouais', 'bien sûr', 'd’accord', "d'accord", 'ok', 'volontiers', 'avec plaisir'],
    noWords: ['non', 'non merci', 'pas la peine', 'surtout pas', 'je préfère pas'],
  },
  de: {
    yes: 'Ja',
    private: 'Privat weiterreden',
    no: 'Nein',
    person: 'Mit einem Menschen sprechen',
    yesWords: ['ja', 'ja bitte', 'klar', 'gerne', 'gern', 'okay', 'ok', 'einverstanden'],
    noWords: ['nein', 'nein danke', 'nö', 'lieber nicht', 'bitte nicht'],
  },
  es: {
    yes: 'Sí',
    private: 'En privado',
    no: 'No',
    person: 'Hablar con una persona',
    yesWords: ['sí', 'si', 'claro', 'vale', 'por supuesto', 'ok', 'de acuerdo'],
    noWords: ['no', 'no gracias', 'mejor no'],
  },
  it: {
    yes: 'Sì',
    private: 'In privato',
    no: 'No',
    person: 'Parlare con una persona',
    yesWords: ['sì', 'si', 'certo', 'va bene', 'ok', 'd’accordo', "d'accordo"],
    noWords: ['no', 'no grazie', 'meglio di no'],
  },
  pt: {
    yes: 'Sim',
    private: 'Em privado',
    no: 'Não',
    person: 'Falar com uma pessoa',
    yesWords: ['sim', 'claro', 'pode', 'pode ser', 'ok', 'tudo bem'],
    noWords: ['não', 'nao', 'não obrigado', 'não obrigada', 'melhor não'],
  },
  ja: {
    yes: 'はい',
    private: '個別に話す',
    no: 'いいえ',
    person: '担当者と話す',
    yesWords: ['はい', 'うん', 'いいよ', 'いいです', 'お願いします', 'ok'],
    noWords: ['いいえ', 'いや', 'やめて', '結構です', 'だめ'],
  },
}

function of(lang: Lang): SmallWords {
  return words[lang] ?? english
}

export function label(what: 'yes' | 'no' | 'person' | 'private', lang: Lang): string {
  return of(lang)[what]
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s!.,。！，、~～…?？]+$/u, '')
    .trim()
}

/** Whether the whole text is a yes or a no, in the turn's language or in English. */
export function yesOrNo(text: string, lang: Lang): 'yes' | 'no' | undefined {
  const said = normal(text)
  for (const { yesWords, noWords } of [of(lang), of('en')]) {
    if (yesWords.includes(said)) return 'yes'
    if (noWords.includes(said)) return 'no'
  }
  return undefined
}
