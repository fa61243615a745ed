/** How a place in a text is meant: asserted, denied, asked, or only told of as somebody else's word. */

import { eachMatch } from '../words/each-match.ts'
import { hasScript } from '../words/scripts.ts'
import { letters, occurs, words } from './pattern.ts'
import { type Stated, sentenceAt } from './stated.ts'

export type Stance = 'asserted' | 'denied' | 'asked' | 'told'

interface Clause {
  readonly start: number
  readonly end: number
  readonly stance: 'asserted' | 'asked'
  /** The clause before it was denied, and this one only goes on with its list. */
  readonly goesOn: boolean
}

/** Where one clause ends and another thought begins. */
const breaks =
  /[,;:—–()"«»“”「」『』，；：（）]|(?<=\s)-(?=\s)|(?<![\p{L}])(?:but|however|though|although|because|since you|so (?=i|we|you|it|the)|then|instead|and (?=(?:i|we|you|it|they|your|our|the|he|she|there|that)(?![a-z]))|mais|cependant|car|donc|et (?=(?:je|nous|vous|on|tu|votre|c'est)(?![a-z]))|aber|sondern|denn|und (?=(?:ich|wir|sie|du|ihr)(?![a-z]))|pero|sino|asi que|y (?=(?:yo|le|te|su|nosotros)(?![a-z])))(?![\p{L}])|但是?|不过|可是|然而|所以|因为|而是|しかし|ですが|けれど|けど|ので/gu

const idioms = [
  words(
    "(?:it's |that's |it is )?(?:no problem|no worries|not a problem|no trouble|no bother|no doubt|no matter|no biggie|no sweat|no time|no way around it|no stress|no pressure|no rush|no hurry)",
    "don't (?:you )?(?:worry|fret|panic|stress|mention it|hesitate)|not to worry|no need to (?:worry|ask|panic|send|post|return|explain|pay|do|call|call us|show)|never mind|never fear",
    "(?:can't|cannot|couldn't) (?:wait|agree more|complain|stop|help but|go wrong)|not only|not just|not least|why not|without (?:a |any )?doubt|without question|whether or not|if not|not bad|not a moment too soon|believe it or not|like it or not|not too long|before you know it|nothing but|none other than|no less than|no more than|not more than|no later than|not later than|no strings attached|no questions asked|no catch|for nothing|no fuss|no ifs|no buts|nowhere near|you won't (?:regret|believe|have to|need to|be charged|pay)|you don't (?:have|need) to|you needn't|i won't lie|not gonna lie|not going to lie",
    "(?:pas|aucun|sans|point) (?:de )?(?:souci|soucis|probleme|problemes|inquietude|panique|stress|doute)|n'importe|n'hesite[zs]? (?:pas|surtout pas)|ne (?:vous|t')? ?inquiete[zs]? pas|t'inquiete(?: pas)?|vous n'avez (?:rien|pas) (?:a|besoin)|non seulement|n'attend que|sans faute|pas plus tard|pas plus de",
    'kein problem|keine sorge|keine panik|kein ding|kein thema|kein stress|nicht nur|ohne zweifel|zweifellos|nicht spater als|nicht mehr als|spatestens',
    'no hay (?:ningun )?problema|sin problemas?|no (?:te|se) preocupes?e?|no solo|sin duda|no dudes?|no mas tarde|no mas de|sin falta|no pasa nada',
  ),
  letters(
    '(?:没(?:有)?[^，。！？；没]{1,6}){1,3}也(?=退|赔|能|可以|给|送|换|修|包|行)|没问题|没关系|没事|不客气|不用担心|不必担心|不用怕|别担心|别急|不要急|不用急|放心|不用谢|不好意思|不错|不管|不论|无论|不仅|不但|不只|不光|不要紧|没错|差不多|不急|不妨|要不|对不起|了不起|不久|不瞒|不过|不同|不少|不如|不然|不得不|不止|不断|忍不住|不用(?:你|您)|不需要(?:你|您)|非常|无忧|不超过|不晚于|最晚|从不失|不愧|说不定|毫无疑问|无疑|一分不少|不满意|不喜欢|不合适|不问|别的|特别|级别|分别|差别|告别|区别|个别|别人|非得',
    '問題(?:ありません|ない|なく|ございません)|间違い(?:なく|ない|ありません)|問题(?:ありません|ない|なく|ございません)|遠慮なく|远虑なく|もちろん|かもしれ(?:ません|ない)|少なく|心配(?:なく|いりません|しない)|ご心配なく|なければなり(?:ません)?|なく(?:ても|なった)|足りない|危ない|だけでなく|だけじゃなく|すみません',
  ),
]

const negators = words(
  "not|no|never|none|nobody|nothing|neither|nor|without|cannot|can't|cant|couldn't|won't|wont|wouldn't|don't|dont|doesn't|didn't|isn't|aren't|wasn't|weren't|shouldn't|haven't|hasn't|hadn't|ain't|unable|impossible|refuse|refuses|unfortunately|far from|rather than|instead of|beyond me|out of my|nope|nah|too early to|hardly|afraid|not sure|unsure|no idea|hard to say|wouldn't say|stop short of|can neither|less than sure|no longer|let alone|too soon to|above my pay grade|unlikely",
  "ne|n'(?=[a-z])|pas|jamais|aucun|aucune|rien|sans|ni|impossible|ignore|ignorons|refuse|refusons|malheureusement|incapable|guere|plutot que|au lieu de",
  'nicht|kein|keine|keinen|keinem|keiner|keinerlei|nie|niemals|nichts|ohne|leider|unmoglich|weder|statt|anstatt|ungern',
  'no|nunca|jamas|ningun|ninguna|ninguno|nada|sin|tampoco|ni|imposible|lamentablemente|desgraciadamente|en lugar de|en vez de',
)
/** `n'offrons`: the French particle stands right before a letter. */
const elided = /(?<![\p{L}])n'(?=[a-z])/gu
const hanNegators = letters(
  '不|没|无法|未(?=必|能|曾|经)|别(?=想|指)|勿|难以|拒绝|并非|哪能|怎么(?:能|可能|会)|岂|休想',
)
const afterHan = letters(
  '不(?:行|能|可以|了(?!解)|成|归|清楚|知道|确定|好说|敢|太好说|在我|现实|存在|属实|可能|提供|支持|包含|算|给)|没(?:有|戏|法|门|办法)|做不了主|说了不算|(?:要|得|还是|需要|都要|都得)(?:由)?(?:看|问|由|听|找)(?!看)|是(?:谣言|假的|误会)|别指望|我说了',
)
const afterKana = letters(
  'ません|ない(?!ご|よう)|ず(?=に|、)|かね(?:ます|る)|わけには|無理|无理|でき(?:兼|か)ね|不可|対応外|未定|分か(?:らない|りません)|わか(?:らない|りません)',
)
/** Denied right after: "Free shipping isn't something we do." */
const afterLatin =
  /^[)"']{0,2}\s{1,2}(?:[a-z']{1,12}\s){0,3}?(?:isn't|aren't|is not|are not|won't|will not|doesn't|does not|don't|do not|can't|cannot|is off the table|is out of|is beyond|are beyond|is above|is up to|are up to|is for (?:the|a)|are for (?:the|a)|is the (?:desk|team)|is decided|are decided|n'est pas|ne sont pas|n'existe|ne se|releve|gibt es (?:nicht|keine)|geht nicht|ist nicht|sind nicht|kann ich nicht|no es|no esta|no existe|no hay|no lo|depende)(?![a-z])/u

/** Somebody else's words or wishes; what would be nice; what is only imagined. Before the place, in its clause. */
const told = [
  words(
    "you (?:say|said|mention|mentioned|ask|asked|want|wanted|wish|wished|paid|pay for|ordered|bought|expected|hoped|saw|read|heard|thought|meant|mean|claim|claimed|wrote|describe|described|'d like|would like|would prefer|were told|were promised|were charged|were quoted|were offered|had hoped|had been told|are asking|are after|need|needed|are looking for)|you'd (?:like|hoped|expected|prefer|been told)|you're (?:asking|after|hoping|looking|saying|being asked)",
    '(?:someone|somebody|they|he|she|who|whoever|that (?:bot|site|page|person)|another shop|a friend) (?:ever |has |had |have )?(?:told|promised|said|says|quoted|offered|claimed)(?: you)?|according to you|your (?:message|question|note|screenshot|receipt) (?:says|said|mentions|about|was about)',
    "(?:i|we) (?:wish|dream of|would love|used to|might|may|tried|try|can imagine|can see why|understand|hear|know you|see you|see that you|get that|get why)|i'd (?:love|rather|guess|say|have|be|need|like|hate|tell)|we'd (?:love|rather|need|have|like|hate)|if only|imagine|imagining|pretend|suppose|supposing|hypothetically|let's say|in my dreams|in a perfect world|once upon a time|if i (?:had|could|were)|whether|(?:know|see|ask|check|say|tell you|sure|wonder|depends on|find out|confirm|decide|hear|look up) (?:if|how|when|where|what|which|why|about)|about (?:the|your|a|any|money|refunds?|returns?|delivery|shipping|discounts?|prices?|free)|if it's (?:about )?(?:a |the )?|what (?:counts as|a)|question (?:about|of)|questions about|word for|the word|the phrase|is called|talk of|request for|requests for|instead of|looking for|asks for|ask for|asked for|asking for|wants|want a|say \"",
    'vous (?:dites|disiez|demandez|demandiez|vouliez|voulez|souhaitez|souhaitiez|avez paye|avez commande|avez demande|avez dit|attendiez|esperiez|parlez de|mentionnez|voudriez|aimeriez)|tu (?:dis|demandes|veux|voulais|voudrais|as paye|as dit|as commande|parles de)|selon vous|on vous a (?:dit|promis|annonce|parle)|(?:je|nous|on) (?:voudrais|voudrions|aimerais|aimerions|comprends|comprenons|pourrais|pourrions|pourrait)|si seulement|imagine[zr]?|a propos (?:de|du)|au sujet (?:de|du)|savoir (?:si|quand|combien|ce que)|dire (?:si|quand|combien)|verifier si|quant (?:a|au|aux)|question (?:de|du|sur)|mot',
    'sie (?:sagen|sagten|wollen|wollten|mochten|haben (?:bezahlt|gesagt|gehort|bestellt)|erwarteten|fragen|fragten)|du (?:sagst|sagtest|willst|wolltest|mochtest|hast (?:bezahlt|gesagt|gehort|bestellt)|fragst|meinst)|ich (?:wurde|wunschte|konnte|verstehe)|wir (?:wurden|konnten)|ob|angeblich|stell dir vor|wenn ich (?:konnte|hatte)|uber (?:die|ihre|deine)|frage (?:zu|nach)|fragen (?:zu|nach)',
    'usted (?:dice|dijo|pide|pidio|quiere|queria|pago|esperaba)|(?:dices|dijiste|pides|pediste|quieres|querias|pagaste|esperabas|segun (?:tu|usted)|te (?:dijeron|prometieron)|le (?:dijeron|prometieron))|ojala|imagina|me (?:gustaria|encantaria)|entiendo que|sobre (?:el|la|los|las|tu|su)|acerca de|saber si|decir si|si pudiera|pregunta (?:de|sobre)',
  ),
  letters(
    '(?:你|您)(?:是)?(?:说|提到|想要?|问|希望|以为|付了?|花了?|买了?|期待|听说|看到|的意思是|觉得|打算|指的)|(?:有人|别人|他们?|她|网上|客服|朋友|谁)(?:都|曾|跟你|跟您|对你|给你)?(?:说|讲|答应|承诺|告诉)|据说|听说|传说|假如|如果我|要是我|想象|假装|幻想|做梦|梦里|我(?:也)?(?:希望|真想|多想|理解|明白|懂|可以想象|猜)|巴不得|恨不得|关于|至于|是否|是不是|能不能|有没有|要不要|可不可以|会不会|多少|哪|所谓|叫做|名叫|的问题',
    'とおっしゃ|と(?:聞|闻)|について|に関|に关|かどうか|たら(?:いいな|良いな)|と思われ|たいとのこと|希望|だったら|とのこと',
  ),
]

/** Shop talk that only imagines: "if I had a pound". Opens a question. */
const asks =
  /^\s*(?:["'(¿]\s*)?(?:(?:and|so|or|but|well|oh|ok|okay|hm+|ah|right|now|also|then|say|hey|et|ou|alors|und|oder|y|o)[,\s]\s?){0,2}(?:do|does|did|don't|didn't|is|are|isn't|aren't|was|were|am|can|could|can't|couldn't|would|wouldn't|will|won't|shall|should|shouldn't|have|has|had|haven't|may|might|what|what's|which|when|when's|where|where's|why|who|who's|whose|how|how's|want|wanna|need|fancy|any|anything|anyone|care|shall|ready|sure you|est-ce|que|qu'est|quel|quelle|quels|quelles|quand|comment|combien|pourquoi|ou|qui|voulez|veux|souhaitez|peux|pouvez|puis|avez|as-tu|avez-vous|etes|es-tu|preferez|faut|mochte|mochten|wollen|willst|soll|sollen|kann|konnen|kannst|darf|hast|haben|ist|sind|was|wie|wann|wo|warum|wer|welche[rsnm]?|gibt|braucht|brauchen|quiere|quieres|puedo|puede|puedes|tiene|tienes|como|cuando|cual|cuanto|donde|por que|desea|deseas|hay|necesitas?)(?![a-z])/u
const tag =
  /(?:^|[,，、\s])(?:ok|okay|okey|right|deal|sound good|sounds good|sound fair|fair|alright|all right|cool|yeah|yes|no|hm|isn't it|good|d'accord|ca va|ca vous va|ca te va|ok pour vous|non|hein|oder|ok so|einverstanden|passt das|vale|de acuerdo|esta bien|te parece|le parece|好吗|好不好|行吗|行不行|可以吗|怎么样|如何|好么|成吗|よろしいですか|いいですか|いかがでしょうか|いかがですか)\s*[?？]*\s*$/u
const hanAsks =
  /[吗么]\s*[?？]?\s*$|要不要|是不是|是否|能不能|可不可以|有没有|会不会|多少[?？]|(?:ます|です|でしょう|でした|ました)か\s*[?？。]?\s*$/u
const listGoesOn = /^\s*(?:or|nor|any|neither|even|ou|ni|oder|noch|o|ni)(?![a-z])|\s(?:or|nor|ou|ni|oder|noch)\s/u
const hasSubject =
  /(?<![a-z])(?:i|we|you|it|they|he|she|there|that|this|your|our|je|nous|vous|on|tu|il|elle|c'est|ich|wir|sie|du|es|yo|usted|nosotros)(?![a-z])/u

const withoutIdioms = (folded: string): string =>
  idioms.reduce((text, idiom) => text.replace(idiom, (found) => ' '.repeat(found.length)), folded)

/** Whether a folded text denies anything at all; "no problem" denies nothing. */
export function denies(folded: string): boolean {
  return isDenied(withoutIdioms(folded), '') || occurs(afterKana, folded)
}

/** Answers for any place of one text; works through its clauses once. `mayHoldNo`: a denying word within the place belongs to what it says. */
export function stanceOf(reading: Stated): (start: number, end: number, mayHoldNo?: boolean) => Stance {
  const plain = withoutIdioms(reading.folded)
  const bySentence = new Map<number, readonly Clause[]>()
  return (start, end, mayHoldNo = true) => {
    const sentence = sentenceAt(reading, start)
    let clauses = bySentence.get(sentence.index)
    if (!clauses) {
      clauses = clausesOf(plain, sentence.start, sentence.end)
      bySentence.set(sentence.index, clauses)
    }
    const clause = clauseAt(clauses, start)
    if (!clause) return 'asserted'
    if (clause.stance === 'asked') return 'asked'
    const before = plain.slice(Math.max(clause.start, start - 120), start)
    const after = plain.slice(end, Math.min(Math.max(clause.end, end), end + 40))
    if (isDenied(before, after) || clause.goesOn) return 'denied'
    if (!mayHoldNo && isDenied(plain.slice(start, end), '')) return 'denied'
    return told.some((pattern) => occurs(pattern, `${before} `)) ? 'told' : 'asserted'
  }
}

function clauseAt(clauses: readonly Clause[], at: number): Clause | undefined {
  let low = 0
  let high = clauses.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((clauses[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return clauses[low]
}

function isDenied(before: string, after: string): boolean {
  if (occurs(negators, before) || occurs(elided, before) || afterLatin.test(after)) return true
  const isJapanese = hasScript(before, 'Kana') || hasScript(after, 'Kana')
  if (isJapanese) return occurs(afterKana, after)
  if (occurs(hanNegators, before) || occurs(afterHan, after)) return true
  return (
    /(?<![a-z])(?:nicht|keine?)(?![a-z])/.test(after) &&
    /(?<![a-z])(?:ich|wir|sie|das|der|die|es|ist|kann|konnen)(?![a-z])/.test(before + after)
  )
}

function clausesOf(plain: string, start: number, end: number): Clause[] {
  const sentence = plain.slice(start, end)
  const isQuestion = /[?？]["'」』)]*\s*$/u.test(sentence) || hanAsks.test(sentence)
  const starts = [
    0,
    ...eachMatch(breaks, sentence)
      .filter(
        (match) => !/\d[,:.]$/.test(sentence.slice(0, match.index + 1)) || !/^\d/.test(sentence.slice(match.index + 1)),
      )
      .map((match) => match.index + match[0].length),
  ]
  const isTagged = isQuestion && starts.length > 1 && tag.test(sentence)
  const pieces = starts.map((from, at) => ({ from, to: starts[at + 1] ?? sentence.length }))
  const firstAsked =
    !isQuestion || isTagged
      ? -1
      : Math.max(
          0,
          pieces.findIndex(
            ({ from, to }) => asks.test(sentence.slice(from, to)) || hanAsks.test(sentence.slice(from, to)),
          ),
        )
  let wasDenied = false
  return pieces.map(({ from, to }, at) => {
    const words = sentence.slice(from, to)
    const isAsked = isTagged ? at === pieces.length - 1 : firstAsked >= 0 && at >= firstAsked
    const goesOn: boolean = wasDenied && listGoesOn.test(` ${words}`) && !hasSubject.test(words)
    wasDenied = goesOn || occurs(negators, words) || occurs(elided, words)
    return {
      start: start + from,
      end: start + to,
      stance: isAsked ? ('asked' as const) : ('asserted' as const),
      goesOn,
    }
  })
}
