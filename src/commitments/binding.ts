/** Where a figure binds: an amount of money nearly always, a duration or a day only where something is promised with it. */
import { hasScript } from '../words/scripts.ts'
import type { Moment } from './dates.ts'
import { letters, occurs, words } from './pattern.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './stated.ts'

/** What the brand does for a fan, and what hangs on a time. */
const business = [
  words(
    'refund\\w{0,4}|reimburse\\w{0,4}|return(?:s|ed|able)?|exchange\\w{0,2}|money back|deliver\\w{0,5}|(?:we|it|they) ships?|ships? (?:to|within|in|on|today|tomorrow|it|them|out|from|your)|shipped|shipping|shipments?|dispatch\\w{0,3}|arriv\\w{1,4}|post(?:s|ed|age)? (?:it|on|within|out)|parcel|package|orders?|warranty|guarantee\\w{0,2}|cover(?:ed)?|(?:works?|lasts?) (?:for|at least)|valid|expires?|repair\\w{0,3}|replac\\w{1,7}|cancel\\w{0,7}|repl(?:y|ies)|respond\\w{0,3}|get back|call(?:s|ed)? (?:you|back)|call back|hear (?:back )?from|in touch|email you|contact you|answer (?:you|within|in)|ready (?:in|on|by|for|within|from|tomorrow|today)|restock\\w{0,3}|back in stock|in stock|available|hold (?:it|one|them)|keep (?:it|one|them) for you|reserve\\w{0,2}|(?:set|put) (?:it |one |them )?aside|trial|subscription|credited|processed|process(?:es)?|pay(?:s|ment|ments|out)?|invoice|account|open(?:s|ing)?(?! up| the| your| it| to)|clos(?:e|es|ed|ing)|launch\\w{0,3}|sale|offer|discount|voucher|code|collect\\w{0,3}|pick ?up|booking|courier|send (?:it|you|one|them|out|a)|sent out|will be (?:there|with you|sent|back|fixed|sorted|done)|have it|get it|take[s]? (?:up to|about|around|between|roughly|at most)|deadline|decision|compensation|cash back|sorted|fixed|resolved|money|cash|on your (?:card|account)|more on|rings?|phones?|(?:a|the) (?:new|fresh) (?:one|batch|bag)|leav(?:es?|ing) (?:the|us|our|here)',
    'rembours\\w{0,7}|retour(?:s|ner)?|renvo\\w{1,6}|echang\\w{1,5}|livr\\w{1,7}|expedi\\w{1,6}|colis|commande|garantie?s?|valables?|repar\\w{1,7}|remplac\\w{1,6}|annul\\w{1,6}|repon\\w{1,5}|rappel\\w{0,6}|recontact\\w{1,4}|recevr\\w{2,3}|recev\\w{2,4}|arriv\\w{1,5}|disponible|pret|prete|ouvert\\w{0,3}|ouvre|ouvrons|ferme\\w{0,3}|paiement|traite\\w{0,4}|envo\\w{2,5}|delai|solde[s]?|offre|remise|contacter\\w{0,3}|reserve\\w{0,3}|stock|reponse|compte|neuve|neuf|appelle\\w{0,2}|argent|part (?:demain|lundi|mardi)',
    'erstatt\\w{0,5}|zuruck\\w{0,10}|umtausch\\w{0,3}|liefer\\w{0,6}|versand|versend\\w{0,3}|verschick\\w{0,3}|paket|bestell\\w{0,4}|garantie|gultig|reparier\\w{0,3}|reparatur|ersatz|antwort\\w{0,3}|melde\\w{0,2}|ruf\\w{0,3}|geoffnet|offnen|geschlossen|schliessen|verfugbar|lieferbar|fertig|bearbeit\\w{0,5}|angebot|rabatt|storn\\w{0,7}|widerruf\\w{0,4}|ankomm\\w{0,3}|kommt an|anruf\\w{0,3}|reserv\\w{0,5}|geld|konto|geht raus|heute raus|sende\\w{0,2}|schick\\w{0,3}',
    'reembols\\w{1,5}|devol\\w{1,7}|devuelv\\w{1,3}|cambi\\w{1,5}|entreg\\w{1,5}|envi\\w{1,6}|llega\\w{0,4}|pedido|paquete|garantia|valid[oa]|repar\\w{1,6}|cancel\\w{1,6}|respond\\w{1,5}|respuesta|llama\\w{1,6}|contact\\w{1,6}|recib\\w{1,5}|disponible|abierto|abrimos|abre|cerra\\w{1,4}|cierra|listo|oferta|descuento|plazo|reserv\\w{1,4}|pago|tramit\\w{1,4}|dinero|cuenta|sale|saldra',
  ),
  letters(
    '开着|开到|到店|退|换|赔|补偿|返|到账|发货|送|寄|快递|包裹|物流|订单|到货|保修|质保|保价|价保|有效|维修|修好|更换|取消|回复|答复|联系|回电|电话|处理|解决|营业|开门|关门|打烊|补货|有货|库存|预留|保留|留着|上架|发售|开售|活动|优惠|折|券|截止|前下单|付款|审核|退款|签收|交货|取货|自提|试用|订阅|客服|人工|完成|工期|免息|预约|到期|过期|发票|上门',
    '返金|返品|交換|交换|お届け|届|発送|发送|配送|到着|保証|有効|修理|キャンセル|返信|连絡|連絡|回答|営業|营业|开店|開店|閉店|闭店|在庫|入荷|予約|预约|対応|对応|セール|割引|締切|缔切|お電話|受付',
  ),
]
/** A time someone only lived through, or that is small talk. */
const past = [
  words(
    'ago|(?:took|spent|waited|lasted|slept|lived|worked|walked|drove|been|was|were|had) (?:me |you |us |him |her |them |here |on |about |over |nearly |almost |only |a whole |for |doing this |at this )*|for the (?:last|past)|(?:last|past|first|these|those|other|every|each|one|some|any|old|long|whole|rough|hard|good|bad|same|all) ?|(?:happy|since|age|aged|wait(?:ed|ing)|over the|in the past|back in|years? of|day of|days of|give it|give yourself|give me|let it|rest (?:it|them) for|brew(?:ed|s)?|steep(?:ed|s)?|bloom|pour(?:s)?|grind|stir|boil|simmer|soak|bake|nap|sleep|walk)',
    'il y a|depuis|(?:ca fait|cela fait)|pendant des|(?:infuser|laisser|laissez|attendre|reposer|dormir|marcher)|(?:vor|seit)|hace|desde hace',
  ),
  letters(
    '前(?=就|的|我|他|她|开始|刚|，)|(?:已经|都|过去|这|那|好|整整|等了|用了|花了|睡了|聊了|过了|做了|走了|陪|闷蒸|冲|煮|泡|萃取|静置|摇|烤|焖|醒)了?$|以来|多年',
  ),
]
const strongBefore =
  /(?<![a-z])(?:within(?: the next| about| a maximum of)?|no later than|in (?:under|less than|at most|no more than)|up to|valid for(?: another)?|good for|(?:works?|lasts?) (?:for )?(?:at least )?|covered for|guaranteed for|kept for|hold (?:it|them|one) for|for (?:another|an extra|an additional)|at (?:most|the latest)|takes?(?: about| around| between| only| just| roughly| usually)?|dans (?:les|un delai de)|sous|d'ici|en moins de|au plus tard(?: dans)?|valable|pendant|innerhalb (?:von|der nachsten)|binnen|in (?:spatestens|hochstens|weniger als)|dentro de|en (?:menos de|un plazo de)|en un plazo de|plazo de|antes de|durante)\s$/
const strongHan =
  /(?:在|最多|最长|最迟|最晚|最快|不超过|预计|大概|大约|约|需要?|仅需|只要|只需|有效期|保修|质保|延长|长达|再等|等|签收(?:次日)?(?:起)?|收货|购买|付款(?:后)?|发货后?|下单后?|后|满)\s?$/
const strongAfter =
  /^\s?(?:-?\s?(?:warranty|guarantee|cover|coverage|return|returns|refund|trial|money|window|cooling|grace|exchange|notice|delivery|shipping|turnaround|lead)|from (?:delivery|purchase|receipt|the day|when|payment|confirmation)|to (?:return|cancel|claim|decide|change your mind|exchange|send it back)|after (?:delivery|purchase|receipt|you|we|the|it|payment)|at (?:most|the latest|the outside)|or less|maximum|tops|max|de (?:garantie|garantia|plazo)|maximum|pour (?:retourner|renvoyer|changer|annuler|decider)|apres (?:la |le |votre |reception|achat|livraison)|a compter|garantie|gewahrleistung|ruckgaberecht|widerrufsrecht|nach (?:erhalt|lieferung|kauf)|desde|para (?:devolver|cancelar)|a partir de)/
const strongHanAfter =
  /^(?:以?内|之内|里|内|的?(?:质保|保修|无理由|有效|试用|退|换|价保|保价|保价期|免息|质量)|左右(?:到|送|发|退|就)|就(?:能|可以|会)?(?:到|送|发|退|好|回)|后(?:到|送|发|退|发货|送达|到货|到账|给你)|保修|有效|無料|以内|間|间|まで|で(?:届|お届け|返))/
const workingDay = /working/
const longUnit = /(?:day|month)$/
const fragment =
  /^[\s"'(]*(?:yes|no|sure|ja|oui|si|around|about|roughly|exactly|only|just|environ|etwa|unos|大概|大约|一共|就|是|只要|有)?[\s,:，]*$/
const amongGreetings =
  /^\s?(?:a (?:day|week|month|year)|at a time|straight|in a row|running|long|old|later|earlier|younger|older|together|on end|away|off(?! (?:the|your))|out of)/

export function bindsDuration(folded: string, sentence: Sentence, quantity: Quantity): boolean {
  const before = folded.slice(Math.max(sentence.start, quantity.start - 60), quantity.start)
  const after = folded.slice(quantity.end, Math.min(sentence.end, quantity.end + 40))
  if (/^\s?(?:ago|old)(?![a-z])|^[以之]?前(?!退|申请|通知|取消|改|下单|联系|告知|预约)|^年前/.test(after)) return false
  if (strongBefore.test(before) || strongAfter.test(after) || strongHanAfter.test(after))
    return (
      isOfBusiness(folded, around(sentence, quantity)) ||
      !/minute|second|hour/.test(quantity.value) ||
      /^within|within\s$|^sous|sous\s$|以?内|之内/.test(`${before}|${after}`) ||
      strongHanAfter.test(after)
    )
  if (workingDay.test(quantity.value)) return true
  if (
    /^(?:1|0\.5) day$/.test(quantity.value) &&
    /(?:[前后哪那这每某同有]|the|that|any|every|each|one fine) ?$/.test(before)
  )
    return false
  const isLong = longUnit.test(quantity.value)
  if (
    isLong &&
    fragment.test(before) &&
    /^[^\p{L}]*$|^[,，.。;；]|^\s?(?:from|any|to|for|de|a|ab|pour|after|each)(?![a-z])|^[，,]?(?:不问|无理由|从|包|起|都)/u.test(
      after,
    )
  )
    return true
  if (amongGreetings.test(after) || past.some((pattern) => occurs(pattern, before.slice(-24)))) return false
  if (strongHan.test(before) && (isLong || isOfBusiness(folded, around(sentence, quantity))))
    return isOfBusiness(folded, around(sentence, quantity))
  return isOfBusiness(folded, around(sentence, quantity))
}

/** Characters on either side in which the business of a figure is sought. */
const reach = 160

function around({ start, end }: Sentence, place: { readonly start: number; readonly end: number }) {
  return { start: Math.max(start, place.start - reach), end: Math.min(end, place.end + reach) }
}

function isOfBusiness(folded: string, { start, end }: Pick<Sentence, 'start' | 'end'>): boolean {
  const words = folded.slice(start, end)
  return business.some((pattern) => occurs(pattern, words))
}

const momentAfter = /^(?:前|之前|以前|就|会|能|可以|到|送|发|给|内|起|开|截止|恢复|补货|上架|至|まで|に|中に|から)/
const momentBefore =
  /(?<![a-z])(?:by|until|till|before|no later than|starting|starts?|from|through|ends?(?: on)?|deadline(?: is)?|avant|jusqu'(?:a|au)|d'ici|a partir d(?:e|u)|des|bis(?: zum)?|spatestens|ab|hasta(?: el)?|antes del?|a partir del?) (?:the |next |this |le |la |el |am |den |zum |end of |close of business )?$/
const greets =
  /(?<![\p{L}])(?:see you|talk|speak|catch you|chat|good (?:luck|night|morning)|happy|lovely|nice|great|a (?:good|great|lovely|nice)|enjoy|have (?:a|fun|the)|how (?:is|was|are)|how's|bonne?|beau|joyeux|belle|schonen?|guten?|feliz|buen(?:a|os|as)?)(?:\s[\p{L}']{1,12}){0,2}\s$|(?:祝|快乐|周末愉快|再见)[\p{L}]{0,6}$/u

/** Chinese says in a few characters what takes other languages a clause. */
function isNearBusiness(folded: string, { start, end }: Sentence, moment: Moment): boolean {
  const isHan = hasScript(folded.slice(moment.start - 2, moment.end + 2), 'Han')
  const [before, after] = isHan ? [10, 14] : [60, 60]
  return isOfBusiness(folded, { start: Math.max(start, moment.start - before), end: Math.min(end, moment.end + after) })
}

/** A day or an hour binds where the brand does something then; as part of a greeting it does not. */
export function bindsMoment(folded: string, sentence: Sentence, moment: Moment): boolean {
  const before = folded.slice(Math.max(sentence.start, moment.start - 40), moment.start)
  const after = folded.slice(moment.end, Math.min(sentence.end, moment.end + 20))
  const near = around(sentence, moment)
  const words = folded.slice(near.start, near.end)
  const isBusiness = isNearBusiness(folded, sentence, moment)
  if (moment.sort === 'date' && /\d/.test(moment.value))
    return !/(?:born|founded|since|depuis|gegrundet|成立于?|生于|创立于?)\s?$/.test(before)
  if (!isBusiness) return isOpeningHours(moment, words, before, after)
  if (moment.value === 'soon') return promisesSoon.test(words)
  if (momentBefore.test(before) || momentAfter.test(after)) return true
  return (
    !greets.test(before) &&
    !/^\s?(?:'s\b|is (?:another|a|the)|见|好|快乐|愉快)/.test(after) &&
    (moment.sort !== 'clock' || /\d|noon|midi|点|時|uhr/.test(folded.slice(moment.start, moment.end)))
  )
}

const promisesSoon =
  /(?<![a-z])(?:'ll|will|going to|vais|allons|va|vont|nous|je|werden|werde|wir|vamos|voy)(?![a-z])|退|发|送|寄|联系|回复|处理|解决|到|换|赔|します|いたします/
function isOpeningHours(moment: Moment, words: string, before: string, after: string): boolean {
  if (moment.sort !== 'clock') return false
  return (
    /\d(?::|h|\.)\d\d\s?(?:-|–|to|a|bis|到|至)\s?\d/.test(words) ||
    (/^\s?(?:-|–|to|till|until|a|bis|到|至)\s?$/.test(before.slice(-4)) && /\d/.test(before)) ||
    /^\s?(?:-|–|到|至)\s?\d/.test(after)
  )
}

const idle = words(
  '(?:like|feel like|look like|looks like|felt like|feels like) (?:a )?|my|if (?:i|we) had (?:a|an)|worth (?:a|every)?|(?:a|the|that) (?:cool|crisp)|for a|(?:the|a) six|bet (?:you )?|(?:cost|costs|paid|pay|spent|lost|owe|charged) (?:me|him|her|them)',
)
const idleAfter = /^[\s-]?(?:question|bucks? says|worth of advice|for your thoughts|baby|bill(?! (?:for|is))|question)/

export function bindsMoney(folded: string, sentence: Sentence, quantity: Quantity): boolean {
  const before = folded.slice(Math.max(sentence.start, quantity.start - 24), quantity.start)
  const after = folded.slice(quantity.end, quantity.end + 24)
  if (idleAfter.test(after)) return false
  if (/(?<![a-z])(?:my|your) (?:two|2)? ?$/.test(before) && /^USD 0\.0/.test(quantity.value)) return false
  const tail = idle.source
  return !new RegExp(`(?:${tail})\\s?$`, 'u').test(before)
}

const sure =
  /^\s?(?:with you|agree\w{0,2}|sure|yes|right|true|me|relatable|mood|in|behind|on board|here for|there|honest|serious|d'accord|pareil|oui|vrai|ja|genau|de acuerdo|si|同意|赞成|赞同|理解|支持|认同|是|没错|懂)|^[\s.!,]*$/

/** `100 %` said in agreement is none. */
export function bindsShare(folded: string, sentence: Sentence, quantity: Quantity): boolean {
  if (quantity.value !== '100' && quantity.value !== '110' && quantity.value !== '200') return true
  return !sure.test(folded.slice(quantity.end, Math.min(sentence.end, quantity.end + 24)))
}
