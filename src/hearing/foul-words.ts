/** Words that no reply holds, not even quoted: swearing and slurs, as data. What insults somebody is in `abuse-signs.ts`. */

import { readText } from '../words/read-text.ts'
import { createSign } from '../words/signs.ts'
import { showsHarassment, showsInsult } from './abuse-signs.ts'

const showsFoulWord = createSign({
  en: {
    says: [
      '(fuck\\w{0,8}|f\\*{1,3}c?k\\w{0,4}|motherfuck\\w{0,5}|shit|shits|shitty|bullshit|sh\\*t|bitch|bitches|b\\*tch|cunts?|c\\*nt|whores?|sluts?|assholes?|arseholes?|dickheads?|bastards?|wankers?|twats?|retards?|retarded|cocksuckers?|pussy|goddamn)',
      '(n\\*gg?er|nigg(er|a|ers|as|az)|n\\*gga|fagg?ots?|fags?|f\\*ggots?|f\\*g|kikes?|ch\\*nks?|chinks?|sp\\*cs?|spics?|wetbacks?|tranny|trannies|pakis?|ragheads?|towelheads?|gooks?|coons?|mongoloids?|dykes?|shemales?|subhumans?)',
      '(immigrants?|jews|muslims|blacks|gays|women|foreigners|arabs|chinese|mexicans|refugees) are (all )?(scum|vermin|animals|subhuman|thieves|criminals|parasites|trash|rats)',
    ],
    butNot: ['(chink|chinks) in (the|your|my|its) armou?r', 'scunthorpe'],
  },
  zh: {
    says: [
      '傻(逼|比|屄|吊|叉)|煞笔|操(你|他|蛋)|肏|艹你|他妈的?|你妈(的|逼|死|了)|妈的|尼玛|婊(子|砸)|贱(人|货|逼)|狗(日|娘养|杂种)|王八蛋|杂(种|碎)|人渣|废物|畜生|滚(蛋|犊子|你妈)|垃圾东西|去死(?!磕)|脑残|智障|弱智|支那|黑鬼|尼哥|死(基佬|娘炮|人妖|变态)|鸡巴|屌|(?<![一-鿿])(sb|cnm|nmsl|tmd)(?![a-z])',
    ],
    butNot: ['废物(利用|回收|处理)', '(垃圾)(桶|袋|分类)', '累死|笑死'],
  },
  fr: {
    says: [
      '(merde|merdes|putain|putes?|connards?|connasses?|encules?|enculee?s?|salopes?|salauds?|batards?|bougnoules?|negros?|youpins?|bicots?|pedes?|tapettes?|tarlouzes?|foutre|nique|niquer|bordel|ta gueule|sales? (con|conne|arabe|noir|juif|pute|race))',
    ],
    butNot: ['tapettes? a (souris|mouches)'],
  },
  de: {
    says: [
      '(scheiss\\w{0,6}|arschloch|hurensohn|wichser|fotze|schlampe|fick\\w{0,4}|missgeburt|kanake\\w?|schwuchtel)',
    ],
  },
  es: { says: ['(mierda|puta|putas|puto|joder|cabron|gilipollas|maricon|hijueputa|cono|pendejo)'] },
  it: { says: ['(cazzo|merda|puttana|troia|stronz[oaie]|vaffanculo|frocio|negro di merda)'] },
  pt: { says: ['(merda|porra|caralho|puta|viado|filho da puta|foda se)'] },
  ja: { says: ['(死ね|くたばれ|クソ(野郎|が)|キチガイ|チョン公)'] },
})

/** Whether a text insults, harasses, swears, or repeats a slur. */
export function offends(text: string): boolean {
  const reading = readText(text)
  return showsFoulWord(reading) || showsInsult(reading) || showsHarassment(reading)
}
