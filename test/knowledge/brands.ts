/** Small invented brands, in several languages, for the tests of the answers index. */
import type { Answer } from '../../src/domain/answer.ts'

export function answer(id: string, asks: readonly string[], more: Partial<Answer> = {}): Answer {
  return { id, asks, answer: { en: [`Approved words ${id}.`] }, ...more }
}

/** A bicycle shop, English. */
export const bikes: readonly Answer[] = [
  answer('repair-time', [
    'How long does a repair take?',
    'when will my bike be ready',
    'how many days to fix a flat tyre',
    'is my repair done yet',
    'repair duration',
  ]),
  answer('opening', [
    'When do you open?',
    'opening hours',
    'are you open on sunday',
    'what time does the shop close',
    'open today?',
  ]),
  answer(
    'refund',
    [
      'Can I get a refund?',
      'I want my money back',
      'how do I return a helmet',
      'refund for an order',
      'send it back and get my money',
    ],
    { topic: 'money' },
  ),
  answer('test-ride', [
    'Can I try a bike before I buy?',
    'test ride',
    'do you offer test rides',
    'book a trial ride',
    'ride it first',
  ]),
  answer('delivery', [
    'Do you deliver to my home?',
    'delivery cost',
    'how much is shipping',
    'how long does delivery take',
    'ship a bike to another city',
  ]),
  answer('rental', [
    'Can I rent a bike?',
    'bike hire prices',
    'how much to hire a bicycle for a day',
    'rental for the weekend',
    'do you rent e-bikes',
  ]),
]

/** A tea house, English and Chinese phrasings side by side. */
export const tea: readonly Answer[] = [
  answer(
    'returns',
    [
      'Can I return my tea?',
      'refund please',
      'how long to send it back',
      '可以退货吗',
      '退款要多久',
      '我想退换',
      '怎么退钱',
    ],
    {
      answer: { en: ['Thirty days.'], zh: ['三十天内。'] },
    },
  ),
  answer(
    'shipping',
    [
      'How much is shipping?',
      'delivery to Beijing',
      'when will my parcel arrive',
      '运费多少钱',
      '什么时候发货',
      '快递几天到',
      '包邮吗',
    ],
    {
      answer: { en: ['Five euros.'], zh: ['五欧元。'] },
    },
  ),
  answer(
    'brewing',
    [
      'How do I brew green tea?',
      'water temperature',
      'how many grams per cup',
      '绿茶怎么泡',
      '水温多少度',
      '一杯放几克茶叶',
      '泡多久',
    ],
    {
      answer: { en: ['Eighty degrees.'], zh: ['八十度。'] },
    },
  ),
  answer(
    'caffeine',
    [
      'Does it have caffeine?',
      'is there a decaf tea',
      'can I drink it at night',
      '有咖啡因吗',
      '晚上能喝吗',
      '孕妇可以喝吗',
      '喝了会睡不着吗',
    ],
    {
      answer: { en: ['Some.'], zh: ['有一些。'] },
    },
  ),
  answer(
    'shop',
    [
      'Where is your shop?',
      'address of the tea house',
      'opening hours',
      '店在哪里',
      '几点开门',
      '你们地址是什么',
      '周末营业吗',
    ],
    {
      answer: { en: ['By the lake.'], zh: ['湖边。'] },
    },
  ),
]

function brand(lang: string, answers: Readonly<Record<string, readonly string[]>>): readonly Answer[] {
  return Object.entries(answers).map(([id, asks]) => answer(id, asks, { answer: { [lang]: [`${id} ✓`] } }))
}

/** One brand for each language: answers, and what a fan writes for them in words that are no phrasing. */
export const abroad: readonly {
  readonly lang: string
  readonly answers: readonly Answer[]
  readonly fans: readonly (readonly [string, string])[]
  readonly foreign: string
}[] = [
  {
    lang: 'de',
    answers: brand('de', {
      rückgabe: [
        'Kann ich das zurückgeben?',
        'Rückgabe',
        'Wie lange habe ich Zeit für die Rückgabe',
        'Ich möchte mein Geld zurück',
      ],
      versand: [
        'Was kostet der Versand?',
        'Versandkosten',
        'Wie lange dauert die Lieferung',
        'Liefert ihr nach Österreich',
      ],
      öffnung: ['Wann habt ihr geöffnet?', 'Öffnungszeiten', 'Habt ihr sonntags offen', 'Bis wann ist der Laden auf'],
      allergie: ['Ist da Gluten drin?', 'Allergene', 'Sind Nüsse im Brot', 'Ist das vegan'],
    }),
    fans: [
      ['hat der laden sonntag geöffnet', 'öffnung'],
      ['wie teuer sind die versandkosten', 'versand'],
      ['kann man das brot zurueckgeben', 'rückgabe'],
      ['enthält das Brot Gluten oder Nüsse?', 'allergie'],
    ],
    foreign: 'Welche Schuhgröße trägt der Bürgermeister?',
  },
  {
    lang: 'fr',
    answers: brand('fr', {
      retour: [
        'Puis-je retourner un bouquet ?',
        'remboursement',
        'je veux être remboursé',
        'comment rendre ma commande',
      ],
      livraison: ['Combien coûte la livraison ?', 'délai de livraison', 'livrez-vous le dimanche', 'frais de port'],
      entretien: [
        'Comment entretenir mes fleurs ?',
        'mes roses fanent',
        'faut-il changer l’eau',
        'conseils pour garder le bouquet',
      ],
      boutique: ['Où est la boutique ?', 'votre adresse', 'horaires du magasin', 'êtes-vous ouverts le lundi'],
    }),
    fans: [
      ['je voudrais un remboursement svp', 'retour'],
      ['quels sont les délais de livraisons', 'livraison'],
      ["l'eau des roses, on la change quand ?", 'entretien'],
      ['adresse de la boutique', 'boutique'],
    ],
    foreign: 'Quelle est la capitale de la Mongolie ?',
  },
  {
    lang: 'es',
    answers: brand('es', {
      baja: ['¿Cómo me doy de baja?', 'cancelar mi cuota', 'quiero cancelar', 'dejar el gimnasio'],
      precio: ['¿Cuánto cuesta la cuota?', 'precio mensual', 'tarifas', 'hay descuento para estudiantes'],
      horario: ['¿A qué hora abren?', 'horario', 'abren los domingos', 'hasta qué hora están abiertos'],
      clases: ['¿Qué clases hay?', 'clases de yoga', 'reservar una clase', 'apuntarme a spinning'],
    }),
    fans: [
      ['cuanto cuestan las cuotas al mes', 'precio'],
      ['quiero cancelarlo todo', 'baja'],
      ['abris el domingo?', 'horario'],
      ['como reservo clase de yoga', 'clases'],
    ],
    foreign: '¿Quién ganó el mundial de ajedrez?',
  },
  {
    lang: 'ja',
    answers: brand('ja', {
      返品: ['返品できますか', '返金してほしい', '返品の期限', '商品を返したい'],
      送料: ['送料はいくらですか', '配送料', '何日で届きますか', '海外発送できますか'],
      店舗: ['お店はどこですか', '営業時間を教えて', '日曜日は開いていますか', '店舗の住所'],
    }),
    fans: [
      ['返品の方法を教えてください', '返品'],
      ['送料いくら？', '送料'],
      ['営業時間は何時までですか', '店舗'],
    ],
    foreign: '昨日の野球の試合どうだった',
  },
  {
    lang: 'hi',
    answers: brand('hi', {
      रिफंड: ['मुझे रिफंड चाहिए', 'पैसे वापस कैसे मिलेंगे', 'सामान वापस करना है', 'रिफंड कब आएगा'],
      डिलीवरी: ['डिलीवरी कब होगी', 'मेरा ऑर्डर कहाँ है', 'डिलीवरी का खर्च कितना है', 'कितने दिन में आएगा'],
      दुकान: ['दुकान कहाँ है', 'दुकान कब खुलती है', 'आपका पता क्या है', 'रविवार को खुला है'],
    }),
    fans: [
      ['रिफंड कैसे मिलेगा', 'रिफंड'],
      ['मेरी डिलीवरी कब आएगी', 'डिलीवरी'],
      ['आपकी दुकान का पता', 'दुकान'],
    ],
    foreign: 'भारत का प्रधानमंत्री कौन है',
  },
  {
    lang: 'vi',
    answers: brand('vi', {
      'đổi-trả': ['Tôi muốn đổi trả hàng', 'hoàn tiền', 'trả hàng thế nào', 'đổi size được không'],
      'giao-hàng': ['Phí giao hàng bao nhiêu', 'bao lâu thì giao', 'đơn hàng của tôi ở đâu', 'ship về Đà Nẵng'],
      'cửa-hàng': ['Cửa hàng ở đâu', 'mấy giờ mở cửa', 'địa chỉ shop', 'chủ nhật có mở không'],
    }),
    fans: [
      ['muon doi tra hang', 'đổi-trả'],
      ['phí ship giao hàng là bao nhiêu', 'giao-hàng'],
      ['shop mở cửa mấy giờ', 'cửa-hàng'],
    ],
    foreign: 'Ai là tổng thống nước Pháp',
  },
]
