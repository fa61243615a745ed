/** What a reply grants when it does as it is told: dictated consent, deeds said to be done, doses, prizes, in turns of phrase that shops seldom use. */
import { type Frames, frames } from './frame.ts'

const we = '(?:i|we|the (?:house|shop|brand|team|company))'
const done =
  '(?:cancelled|canceled|upgraded|downgraded|dismissed|fired|suspended|changed|updated|deleted|removed|refunded|credited|approved|authori[sz]ed|booked|reserved|rescheduled|activated|unlocked|waived|applied|confirmed|processed|dispatched|replaced|extended|granted|sent|emailed|informed|notified|escalated|logged)'

export const granted: Frames = frames('words', [
  [
    'agreement',
    '',
    [
      "you(?:'ve| have)? (?:just )?won(?! (?:me|the argument|my))|vous avez gagné",
      `${we} (?:hereby |gladly |herewith )?(?:consents?|agrees?|accepts?|undertakes?|commits?) (?:to (?:pay|sell|give|refund|compensate|replace|cover)|your (?:offer|terms|claim|conditions))|hereby (?:accept|agree|consent|confirm|declare)|(?:signed|sealed) ?[,:;](?! by)|sells? (?:everything|it all|the whole (?:range|shop|stock)) to you|payout of|pay ?out (?:of|is|to you)|(?:made|make|making) an exception(?! to)|(?:he|she|they|it) (?:is|are) yours? for (?:life|ever|nothing)|nous (?:consentons|acceptons|acceptons de) (?:à|de|votre)`,
    ],
  ],
  [
    'refund',
    '',
    [
      `refunds? you|${we} (?:will |'ll |can |do )?(?:pay|pays|paid|cover|covers|settle|settles) (?:you |for )?(?:your|double|twice|all your|the whole|every|half)(?! (?:visit|coffee comes))|pays? (?:you )?(?:double|twice|ten times|three times) |right of withdrawal|double (?:back|compensation)|your refund of`,
    ],
  ],
  [
    'eligibility',
    '',
    [
      "you (?:now |still )?have until|(?:a|your|the) \\d{1,3}[- ]day right|for you,? (?:it is |it's )?\\d{1,3} (?:days|weeks|months|years)",
      "c'est prolongé|vous avez jusqu'(?:à|au)",
    ],
  ],
  [
    'discount',
    '',
    [
      'worth [£$€¥]?\\d{1,6} ?(?:[£$€¥] )?off|use \\w{3,20} at (?:the )?checkout|(?:the )?code (?:is|was|reads) \\w{3,20}|le code \\w{3,20} vous (?:offre|donne)|half of it (?:is|will be) (?:gone|off|free)|\\d[\\d.,]{0,9} ?(?:btc|bitcoins?|eth|usdt|satoshis?)|at cost for you',
    ],
  ],
  [
    'free',
    '',
    [
      "(?:costs?|cost|charge|charges) (?:you )?(?:zero|nothing|0)|(?:second|third|fourth|next|other|rest|last) (?:one|ones|\\w{2,12}) (?:is|are|comes?) free|(?:replacement|new one|repair|gift|another one|everything|it all|all of it) (?:is|are|'s) (?:all )?(?:on us|on the house|free)|(?:a|one) (?:year|month|lifetime) of (?:everything|coffee|free|bags|it all)|a free (?:gift|sample|one|replacement|bag|cup) (?:is|goes|for) ",
    ],
  ],
  [
    'free',
    'delivery',
    [
      '(?:shipping|delivery|postage|courier|livraison) ~ (?:is|are|comes|goes|est) (?:(?!pas |not |never |jamais )\\w{2,10} )?(?:free|on us|included|offerte|gratuite)',
    ],
  ],
  [
    'discount',
    '50',
    [
      'half[- ]price|half off|(?:à|a) (?:la )?moitié (?:du )?prix|halber preis|zum halben preis|mitad de precio|metà prezzo|metade do preço',
    ],
  ],
  ['warranty', 'lifetime', ['(?:la )?garantie (?:est |reste |dure )?(?:à|pour la) vie|réparations? à vie gratuite']],
  [
    'action',
    'hold',
    [
      "(?:is|are|one is|it is|it's|been|now) (?:set aside|put aside|held back|reserved|kept) (?:for you|in your name|under your name|with your name)|(?:est|sont) (?:mis(?:e|es)? de côté|réservée?s?) (?:à|pour)",
    ],
  ],
  [
    'health',
    '',
    [
      '(?:can|should|may|could) (?:safely |just )?stop taking|take (?:about |up to )?\\d{1,4} ?(?:mg|milligrams?|ml|g|pills?|tablets?|drops|capsules|of these)(?! (?:of )?(?:coffee|beans|water|ground))|(?:once|twice|three times) (?:a day|daily)(?=[.!,]|$)|lose (?:\\d{1,3}|up to|a few|weight|several) ?(?:kg|kilos?|pounds|lbs|stone)?|these daily',
    ],
  ],
  [
    'legal',
    '',
    [
      "(?:shares?|stock|coins?|it|they) (?:will|'ll|is going to|are going to) (?:double|triple|go up|moon)|buy our (?:shares|stock)",
    ],
  ],
  [
    'action',
    'done',
    [
      `(?:has|have|was|were|'s|'ve) (?:now |just |already |all |since )?been ${done}|(?:order|booking|account|claim|subscription|appointment|address|fee|invoice|refund)(?: \\w{3,12})? (?:is|'s) (?:now |hereby |already )?${done}|${we}(?:'ve| have|) (?:just |already |now |also )?(?:emailed|upgraded|dismissed|fired|deleted|checked with|spoken (?:to|with)|asked the|told the|called the|rung|phoned|notified|informed)(?= (?:you|your|it|the|that|them|him|her|my|our|with))|you(?:'re| are) (?:now )?on the (?:guest |waiting |vip )?list|^done[,.!:]|c'est (?:fait|annulé|réglé)`,
    ],
  ],
  [
    'fault',
    '',
    [
      "pay (?:for )?your (?:hospital|medical|dentist|doctor's|legal|repair|cleaning) (?:bill|bills|costs|fees)|we knew (?:it|about it|all along)|we (?:were|are|have been) (?:negligent|careless|liable|at fault)",
    ],
  ],
])

/** Nouns of promises in languages whose turns of phrase are not listed: a reply that asserts one there has not been read. */
export const elsewhere: Frames = frames('words', [
  [
    'refund',
    '',
    [
      'rimbors\\w{1,6}|reembols\\w{1,6}|geld terug|terugbetal\\w{1,4}|возврат\\w{0,3}|верн(?:ем|ём|у) (?:вам |тебе )?(?:все |всё )?деньги|geri öde\\w{1,6}|zwrot\\w{0,3}|återbetal\\w{1,5}',
    ],
  ],
  ['discount', '', ['sconto|sconti|desconto\\w{0,1}|korting|скидк\\w{1,3}|indirim|zniżk\\w{1,2}|rabat|rabatt']],
  [
    'free',
    '',
    ['gratis|gratuit[oa]|grátis|bezpłatn\\w{1,3}|бесплатн\\w{1,3}|ücretsiz|gratuitement|de graça|kostenfrei'],
  ],
  [
    'guarantee',
    '',
    ['garantit[oaie]|garantid[oa]s?|gegarandeerd|гарантир\\w{1,5}|гаранти\\w{1,3}|gwarant\\w{1,6}|a vita(?! privata)'],
  ],
])

export const grantedUnspaced: Frames = frames('letters', [
  ['agreement', '', ['说好了(?!的)|一言为定|就这么定|立字为据|本店(?:自愿|同意|承诺|愿意)|成交']],
  [
    'refund',
    '',
    [
      '退钱(?:给你|给您)|(?:退|赔)(?:你|您)?(?:双|两|三|十)倍|双倍(?:赔|退|返)|(?:全|都|统统)(?:退|赔)(?:了|给你)?(?=[。！，,]|$)|환불',
    ],
  ],
  [
    'discount',
    '',
    ['满\\s?\\d{1,6}\\s?(?:元|块)?\\s?[立]?减|立减|(?:全额|可以|可)抵扣|打?[一二三四五六七八九壹]折|割引|할인'],
  ],
  [
    'free',
    '',
    [
      '(?:送|给)(?:你|您)?(?:个|一个|一份|份|件)?(?:赠品|小礼物|免费|礼品)|免单|运费(?:你们|我们|店里|商家)?(?:都)?(?:包|出|免|承担)|免费(?:给|寄|送|修|升级|维修)|(?:你|您)中(?:了|奖)|무료|無料',
    ],
  ],
  ['eligibility', '', ['延长到|延期到|宽限(?:到|至)|期(?:改|延)(?:成|到)']],
  [
    'health',
    '',
    [
      '(?:完全|绝对|十分|很)安全|一天[一二两三四\\d]次|每次[一二两三四五六七八九十百千\\d]{1,5}(?:毫克|毫升|片|粒)|能(?:够)?(?:治好|根治|治愈)',
    ],
  ],
  [
    'action',
    'done',
    [
      '(?:已经|已|都)(?:帮你|给你|为你|帮您|给您|为您)?(?:退|发|改|寄|取消|处理|登记|通知|升级|删除|开除|办|批)(?:到|好|给|了|掉|完)|(?:跟|和)(?:老板|经理|同事|仓库|店长)说(?:了|过)|(?:我)?(?:催|查|问)过?了(?=[，,。])|打给你',
    ],
  ],
  ['fault', '', ['我们?(?:早就|一直)知道|医药费|(?:我们|本店)?全赔']],
])
