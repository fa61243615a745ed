/** Sentences that commit a brand by a figure, each with a kind that must be found in it; those of the phrases stand in the language packs. */
import type { CommitmentKind } from '../../src/commitments/commitment.ts'

type Row = readonly [text: string, kind: CommitmentKind, lang: string]

const table = (lang: string, rows: Readonly<Partial<Record<CommitmentKind, readonly string[]>>>): Row[] =>
  Object.entries(rows).flatMap(([kind, texts]) => texts.map((text): Row => [text, kind as CommitmentKind, lang]))

export const committing: readonly Row[] = [
  ...table('en', {
    money: [
      'That one is one dollar.',
      'The kettle comes to £42.',
      'You only pay 15 euros for it.',
      "It's ten quid a bag.",
      'Repairs start at US$39.',
      'Call it five hundred dollars and it goes home with you.',
    ],
    percentage: [
      'It is 100% cotton.',
      'Deposits come back at 80 percent.',
      'The battery keeps ninety per cent of its charge.',
    ],
    date: [
      'Your parcel arrives on Friday.',
      'It will be restocked on 3 July.',
      'We open at 9:30.',
      'The sale ends on March 31st.',
      "You'll have it by tomorrow noon.",
      'The offer is valid until 2027-03-31.',
    ],
    duration: [
      'Within 30 days you can send it back.',
      'Refunds take 3-5 business days.',
      'Thirty days from delivery, no questions asked.',
      'You get a two-year warranty.',
      'We answer within 48 hours.',
      'Delivery takes about a week.',
      'It is valid for six months.',
      'Your money will be back in ten working days.',
    ],
    discount: ["I'll give you 20% off."],
  }),
  ...table('zh', {
    money: ['这个五十块。', '一百二十元就能拿走。', '运费十块。', '只要 1 美元。', '18 镑一个。'],
    percentage: ['回收纸占三成。', '电量还剩百分之八十。', '含棉 100%。'],
    date: ['3月26日补货。', '明天就能发货。', '周五前送到。', '早上九点开门。', '活动到 12 月 31 日截止。'],
    duration: [
      '两小时内回复。',
      '三十天内可以退。',
      '保修两年。',
      '三到五个工作日到账。',
      '签收后七天内都能换。',
      '大概一周送到。',
    ],
  }),
  ...table('fr', {
    money: ['Elle coûte cinquante euros.', 'Comptez 2 450 €.', 'Le cirage est à 24 euros.'],
    percentage: ['Elle est à 92 % en papier recyclé.', 'Vingt pour cent du prix vous reviennent.'],
    date: [
      'Votre colis arrive demain.',
      'Nous ouvrons le 26 mars.',
      "L'offre est valable jusqu'au 31 décembre.",
      'La boutique ouvre à 10h30.',
    ],
    duration: [
      'Sous 48 heures.',
      'Vous avez trente jours pour la renvoyer.',
      'Livraison en deux à trois jours ouvrés.',
      'La garantie est de deux ans.',
      'Nous vous répondons sous deux jours.',
    ],
  }),
  ...table('de', {
    money: ['Das macht fünfzig Euro.', 'Die Reparatur kostet 39 €.'],
    duration: [
      'Innerhalb von dreißig Tagen können Sie alles zurückgeben.',
      'Die Lieferung dauert zwei bis drei Werktage.',
      'Zwei Jahre Garantie.',
    ],
    date: ['Wir öffnen am 26. März.', 'Ihr Paket kommt morgen an.'],
  }),
  ...table('es', {
    money: ['Cuesta cincuenta euros.', 'Son 39 dólares.'],
    duration: ['Tiene treinta días para devolverlo.', 'Llega en 3 a 5 días hábiles.'],
  }),
  ...table('ja', {
    money: ['こちらは五百円です。', '送料は800円です。'],
    duration: ['30日以内なら返品できます。', '保証は2年間です。'],
    date: ['明日お届けします。', '3月26日に入荷します。'],
  }),
]
