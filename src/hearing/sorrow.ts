/** Signs that somebody is sad, lonely or in grief, and asks nothing of the shop: no danger, but no time for jokes either. */
import { createSign } from '../words/signs.ts'

const very =
  '((so|really|very|just|pretty|quite|kind of|kinda|a bit|a little|feeling|utterly|completely|totally|still|always|all) ){0,2}'
const sad =
  '(sad|lonely|alone|down|low|depressed|miserable|heartbroken|broken|empty|hopeless|worthless|devastated|lost|gutted|homesick|anxious|overwhelmed|burnt out|burned out|awful|terrible|unhappy)'
/** Not "sad that you stopped the decaf", "lost with the menu", "down to my last bag". */
const whatFollows =
  '( (today|tonight|right now|lately|these days|this (week|evening|morning)|again|inside|all the time|at the moment|without (him|her|them)))?(?= \\.| $)'
const family =
  '(mum|mom|mother|dad|father|gran|grandma|grandmother|grandad|grandpa|grandfather|wife|husband|son|daughter|brother|sister|friend|best friend|partner|boyfriend|girlfriend|baby|dog|cat|pet)'

export const showsSorrow = createSign({
  en: {
    says: [
      `i feel ${very}${sad}${whatFollows}`,
      `(im|i am|i m|ive been|i have been) ${very}${sad}${whatFollows}`,
      `(feeling|feel) ${very}(sad|lonely|alone|depressed|miserable|heartbroken|empty|hopeless|homesick)( today| tonight| lately)?(?= \\.| $)`,
      `my ${family} ((just|has|have) )?(died|passed away|passed|is dying|died (today|yesterday|last (night|week|month)))`,
      `(i|we) (just )?(lost|buried) my ${family}`,
      `(my ${family}|he|she) (just )?(left me|dumped me|broke up with me)`,
      'i (just )?(lost|got fired from) my job',
      '(nobody|no one|no body) (likes|loves|cares about|talks to|understands) me',
      'i have no (friends|one to talk to|body to talk to)',
      '(i cant stop|cant stop|i keep) crying',
      '(its|it has|it is|its been|i had|had|having) (been )?(such )?(a|an) ((really|very) )?(hard|rough|awful|terrible|horrible|bad|shit|shitty) (day|week|night|time)(?= \\.| $)',
    ],
  },
  zh: {
    says: [
      '(我|心里|今天|今晚|最近)(真的|现在|感觉|觉得|有点|有些|好像|都|一直)?(好|很|太|特别|非常|有点|真)?(难过|伤心|孤独|孤单|寂寞|失落|沮丧|抑郁|郁闷|低落|崩溃|emo|心碎|想哭|无助|空虚)(了|啊|呀|呢|哦)?(?=\\.|$)',
      '(我|我们)家?的?(爸爸?|妈妈?|爷爷|奶奶|外公|外婆|老公|老婆|孩子|朋友|狗|猫|狗狗|猫咪|猫猫)(刚刚?|昨天|今天|上周)?(去世|走|离开|过世|没)了',
      '(我)?(刚刚?)?(失恋|被甩|分手|失业|被裁|被辞退)了',
      '(好|很|太|特别|非常|真的?)(难过|伤心|孤独|孤单|寂寞|失落|沮丧|崩溃|心碎|想哭)(了|啊|呀|呢|哦)?(?=\\.|$)',
      '没(有)?人(喜欢|爱|关心|理解|在乎|陪)我',
      '(我)?(没有|没)朋友(?=\\.|$)',
      '(我)?(今天|今晚)?(过得|心情)(好|很|太|真|非常)?(糟|差|不好|难受|低落)',
    ],
  },
  fr: {
    says: [
      `je (me sens|suis) ((tellement|si|tres|vraiment|un peu|trop|bien) )?(triste|seule?|deprimee?|malheureu(x|se)|vide|perdue?|abattue?|desesperee?|au fond du trou)( ce soir| aujourd hui| en ce moment)?(?= \\.| $)`,
      '(mon|ma) (pere|mere|mari|femme|grand mere|grand pere|frere|soeur|fils|fille|chien|chat|ami|amie) (est|vient de) (morte?|decedee?|mourir|partir|nous quitter)',
      '(j ai|je viens de) (perdu|perdre) (mon|ma) (pere|mere|mari|femme|travail|emploi|chien|chat|ami|amie|job)',
      'personne ne (m aime|me comprend|me parle)',
      '(dure|sale|mauvaise|horrible) journee(?= \\.| $)',
    ],
  },
  de: {
    says: [
      '(ich (bin|fuhle mich)|mir geht es) ((so|sehr|ganz|echt|total|wirklich) )?(traurig|einsam|allein|deprimiert|niedergeschlagen|leer|verzweifelt|schlecht|mies)( heute| gerade)?(?= \\.| $)',
      'mein(e)? (vater|mutter|mann|frau|oma|opa|bruder|schwester|hund|katze|freund|freundin) ist (gestern |heute )?(gestorben|tot)',
      'ich habe mein(e|en)? (job|arbeit|hund|katze|vater|mutter) verloren',
      'niemand (mag|liebt|versteht) mich',
    ],
  },
  es: {
    says: [
      '(estoy|me siento) ((muy|tan|bastante|un poco) )?(triste|sol[oa]|deprimid[oa]|vaci[oa]|hundid[oa]|fatal|desanimad[oa])( hoy| esta noche)?(?= \\.| $)',
      '(mi|se murio mi) (padre|madre|perro|perra|gato|gata|abuel[oa]|marido|mujer|herman[oa]|amig[oa]) (ha muerto|murio|fallecio|ha fallecido|se murio)',
      'nadie me (quiere|entiende|habla)',
    ],
  },
  it: {
    says: [
      '(sono|mi sento) ((cosi|molto|tanto|davvero|un po) )?(triste|sol[oa]|depress[oa]|vuot[oa]|dispera?t[oa]|a pezzi)( oggi| stasera)?(?= \\.| $)',
      '(e mort[oa]|ho perso) (il mio|la mia|mio|mia) (padre|madre|cane|gatto|nonn[oa]|marito|moglie|lavoro|amic[oa])',
      'nessuno mi (vuole bene|capisce|parla)',
    ],
  },
  pt: {
    says: [
      '(estou|to|me sinto) ((tao|muito|meio|um pouco) )?(triste|sozinh[oa]|deprimid[oa]|vazi[oa]|arrasad[oa])( hoje)?(?= \\.| $)',
      '(meu|minha) (pai|mae|cachorr[oa]|gat[oa]|avo|marido|mulher|irma|irmao|amig[oa]) (morreu|faleceu)',
      'ninguem (gosta de mim|me entende|me ama)',
    ],
  },
  ja: {
    says: [
      '(すごく|とても|なんか|今日は|最近)?(悲しい|寂しい|さみしい|さびしい|つらい|辛い|孤独)(です|だ|よ|な|なあ|ね)?(?=\\.|$)',
      '(父|母|祖母|祖父|夫|妻|犬|猫|友達|親友)が(亡くな|死ん)',
      '(失恋し|振られ|ふられ|仕事を失)',
    ],
  },
})
