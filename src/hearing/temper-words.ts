/** Words that make a message hotter, as data: fury, displeasure, hard words about the shop, swearing at nobody in particular. */
import { createCount, createSign } from '../words/signs.ts'

/** Patience is at its end. */
export const countFury = createCount({
  en: [
    '(un|not |totally un|completely un|absolutely un|simply un)?acceptable(?! (use|risk|to use|payment|forms?))',
    '(absolutely |totally |completely |so |fucking |really )?(disgusting|disgusted|disgraceful|disgrace|outrageous|appalling|appalled|shocking|scandalous|furious|livid|fuming|enraged|infuriating|infuriated|pissed off|pissed|unbelievable|ridiculous|shambles|a joke|joke of a company|bullshit|pathetic|shameful|shame on you|diabolical|atrocious|insulting|insult to)',
    '(worst|most awful|most terrible|poorest) (ever |customer |coffee |company|service|experience|shop|store|support|purchase|brand|product|delivery|thing)( ever| service| company| experience|)',
    '(fed up|sick (and tired )?of|had enough|tired of|enough is enough|last straw|at the end of my rope|lost (all )?patience|out of patience|running out of patience|losing my patience|never again|never (buying|ordering|shopping|coming back)( again| from| here)?|never (buy|order|shop) (from|here|with|again))',
    '(third|fourth|fifth|sixth|3rd|4th|5th|6th|tenth|10th|nth|umpteenth|hundredth|100th) (time|email|e mail|message|mail|call|complaint|broken|replacement|attempt|ticket)',
    '(nobody|no one|noone|nobody ever|no ?one ever|none of you) (answers|answered|replies|replied|responds|responded|cares|helps|helped|has replied|has answered|is answering|is replying|bothers|picks up|gets back|got back|reads)',
    '(ignored|ignoring|ghosted|ghosting|lied to|lying to|being lied|stonewalled|fobbed off|ignores|ignore) (me|us|my (emails?|messages?|calls?)|for (weeks|days|months)|by (you|your))?',
    '(robbed|stealing|steal|stole|thieves|thief|crooks?|scammers?|con artists?|criminals?|liars?|cheats?|rip ?off|ripped (me )?off|daylight robbery|scam company|fraudsters)',
    '(want|wanted|demand|demanding|give me|need|where is) (a |an |my |the |immediate |full |bloody |fucking |damn |goddamn ){0,3}(full refund|money back|immediate refund|fucking (money|refund|order)|refund (now|immediately|today|right now)|money back (now|immediately|today))',
    '(for|been|over|its been|already) (over |more than |nearly |almost )?(weeks|months|a month|two months|three months|three weeks|four weeks|six weeks|\\d{1,2} (weeks|months)) (and|now|still|with|without|i) ~ (nothing|nobody|no|still|answer|reply|refund|order|response|waiting)',
    '(tell|warn|warning|telling) (everyone|everybody|all my friends|people|all my followers|the whole|others)|(one|1|zero|0) stars?|post(ing)? this (everywhere|all over|on)|go(ing)? viral|boycott|name and shame',
  ],
  zh: [
    '(气|氣)(死|炸|疯|愤)(我|了|人)?|(太|真|实在|简直|极其)(过分|離譜|离谱|恶劣|恶心|差劲|可恶|可恨|无语|坑|垃圾|失望透顶|欺负人|气人|让人(生气|愤怒|火大))|忍无可忍|受够了|火大|愤怒|怒了|炸毛|(无|無)(法|语)(忍受|接受)|不可理喻|岂有此理|欺人太甚',
    '(没人|没有人|根本没|一直没|从来没|都没人|谁都不|无人)(管|理|回|回复|处理|解决|理我|接|负责|答复|搭理)|(不|没)(理|回|管)我|踢皮球|推卸|推来推去|敷衍|糊弄|拖(着|了)(我)?(.{0,4})(天|周|月|不)|装死|玩失踪|已读不回',
    '(骗子|奸商|黑店|黑心|无良|坑人|坑爹|坑钱|割韭菜|骗钱|欺骗消费者|欺诈|虚假宣传|霸王条款|强盗|抢钱|店大欺客|耍(我|猴|人|流氓)|言而无信|说话不算|撒谎|睁眼说瞎话)',
    '(第)(三|四|五|六|七|八|九|十|n|3|4|5|6)(次|遍|回|个)|(三|四|五|六|七|八|好多|无数|好几|多少)(次|遍)(了|都|还)|修了(两|三|四|好几|几)次|(等|拖)了(我)?(.{0,3})(个月|周|星期|礼拜|半个月|十几天|二十多天|半天)|催了(.{0,4})(次|遍|天)',
    '(再也不|永远不|以后不|打死(我)?也不|绝不|不会再|永不)(会)?(再)?(来|买|光顾|购买|信|用|回购)|(拉黑|差评|曝光|挂(你|网上|出来)|避雷|退钱|还钱|赔钱|必须(给|退|赔)|给我(个)?(说法|解释|交代)|(立刻|马上|赶紧|立即)(给我)?(退|赔|处理|解决)|我要(投诉|差评|退钱|个说法)|投诉(你|到底|你们))',
    '(最|史上最)(差|烂|垃圾|恶心|坑)(的)?|(垃圾|烂|破|狗屁)(店|公司|服务|客服|产品|东西|品牌|质量|售后|玩意|平台)|(什么|啥)(破|烂|狗屁|垃圾)(玩意|东西|店|服务|客服|质量|公司|售后)',
  ],
  fr: [
    '(in)?acceptable|inadmissible|intolerable|scandaleux|scandale|honteux|honte|une honte|vous n avez pas honte|deplorable|lamentable|minable|pitoyable|revoltant|revolte|revoltee|ecoeure|ecoeuree|degueulasse|furieux|furieuse|en colere|hors de moi|enerve|enervee|exasperee?|exasperant|inadmissibles|du foutage de gueule|on se fout de (moi|nous|ma gueule)|vous vous (foutez|moquez) (de moi|du monde|de nous|de ma gueule)|foutez de ma gueule|se moquer? du monde|n importe quoi',
    '(ras le bol|marre|plein le cul|plein le dos|j en ai assez|j en peux plus|ca suffit|c est trop|a bout|bout de patience|a bout de nerfs|goutte d eau|plus jamais|jamais plus|derniere fois que)',
    '(troisieme|quatrieme|cinquieme|sixieme|enieme|dixieme|3e|3eme|4e|4eme|5eme|10e) (fois|mail|message|appel|relance|panne|reclamation|courrier)',
    '(personne|aucune reponse|jamais de reponse|sans reponse|pas de reponse|aucun retour) (ne )?(repond|me repond|ne me|depuis|m a repondu|n a repondu|ne bouge|ne fait rien|ne s occupe|malgre|)',
    '(voleurs?|escrocs?|arnaqueurs?|menteurs?|arnaque|escroquerie|malhonnetes?|vol pur et simple|voyous|charlatans|incompetents?|incapables)',
    '(la )?pire (entreprise|service|experience|magasin|boutique|sav|marque|achat|societe)|zero pointe|service (de merde|pourri|nul|client inexistant|inexistant)|(une|1|zero|0) etoile',
    '(exige|rendez moi|rembourse[zr] moi|je veux etre rembourse|je veux mon (argent|remboursement))( maintenant| tout de suite| immediatement| mon argent| un remboursement|)',
    '(depuis|ca fait) (plus de |presque |bientot |deja )?(un mois|deux mois|trois mois|des semaines|des mois|\\d{1,2} (semaines|mois)|trois semaines|six semaines) (que j|que je|et|sans|j|toujours|qu) ~ (attend|attends|rien|toujours|reponse|nouvelle|nouvelles|relance)',
  ],
  de: [
    '(unverschamt(heit)?|inakzeptabel|frechheit|skandal|unmoglich|eine zumutung|unfassbar|katastrophe|katastrophal|sauerei|schweinerei|wutend|stinksauer|verarscht|verarsche|verarschen|saftladen|drecksladen|abzocke|abzocker|betruger|lugner|diebe)',
    '(schnauze|nase) (gestrichen )?voll|mir reicht(s| es)|nie wieder|zum (dritten|vierten|funften|x ten|zehnten) mal|niemand (antwortet|meldet|hilft|reagiert)|keiner (antwortet|meldet|hilft)|schlechteste[rs]? (service|laden|firma)|sofort mein geld',
  ],
  es: [
    '(inaceptable|intolerable|verguenza|una vergüenza|vergonzoso|indignante|indignad[oa]|asco|asqueros[oa]|lamentable|furios[oa]|harto|harta|cabread[oa]|enojadisim[oa]|pesimo|ladrones|estafadores|estafa|mentirosos|sinverguenzas|timo|timadores)',
    '(nunca mas|ya basta|estoy hart[oa]|tercera vez|cuarta vez|quinta vez|enesima vez|nadie (responde|contesta|ayuda|me)|el peor servicio|peor (empresa|tienda|experiencia)|quiero mi dinero|devuelvanme|me estan (tomando el pelo|ignorando))',
  ],
  it: [
    '(inaccettabile|vergogna|vergognoso|vergognatevi|scandaloso|schifo|schifoso|furios[oa]|arrabbiatissim[oa]|incazzat[oa]|pessim[oa]|indecente|indegno|ladri|truffatori|truffa|bugiardi|buffoni|incompetenti)',
    '(mai piu|basta|stuf[oa]|non ne posso piu|terza volta|quarta volta|ennesima volta|nessuno (risponde|mi risponde|aiuta)|peggior(e)? (servizio|azienda|negozio|esperienza)|rivoglio i (miei )?soldi|presa in giro|prendete in giro)',
  ],
  pt: [
    '(inaceitavel|absurdo|vergonha|vergonhoso|palhacada|ridiculo|revoltad[oa]|revoltante|furios[oa]|indignad[oa]|pessim[oa]|descaso|falta de respeito|ladroes|golpistas|estelionatarios|mentirosos|enganacao|porcaria)',
    '(nunca mais|cansad[oa] de|de saco cheio|chega|terceira vez|quarta vez|quinta vez|enesima vez|ninguem (responde|resolve|atende|ajuda)|pior (empresa|loja|atendimento|servico|experiencia)|quero meu dinheiro|devolvam meu)',
  ],
  ja: [
    '(ふざけ(るな|んな|てる)|許せない|ありえない|最悪|最低|腹が立|怒り|激怒|頭にき|いい加減に(し|しろ)|舐めてる|なめてる|馬鹿にし|バカにし|詐欺|詐欺師|ぼったくり|嘘つき|うそつき|二度と(買|使|来|利用))',
    '(何度も|何回も|三回|3回|三度目|3度目)(連絡|電話|メール|問い合わせ|言|送)|(誰も|返事が|返信が|対応)(返|対応|ない|来ない|しない|してくれ)|金(を)?返せ|返金しろ|責任者(を)?出せ',
  ],
})

/** Something is amiss, said in calm. */
export const countDispleasure = createCount({
  en: [
    '(disappointed|disappointing|unhappy|not happy|unsatisfied|dissatisfied|upset|annoyed|annoying|frustrated|frustrating|terrible|awful|horrible|dreadful|bad experience|poor (quality|service)|rubbish|crap|crappy|garbage|trash|useless|shit|shitty|lousy|sucks?|hate|hated|angry|not (good|great|ok|okay|impressed|acceptable)|unprofessional|rude|incompetent|ruined|overpriced|waste of (money|time)|nonsense|let down|fault|faulty|wtf|ffs|for fucks sake|for gods sake|come on|bloody|fucking|damn|goddamn|what the (hell|fuck))',
    '(still|yet|again) (waiting|not|no|nothing|havent|hasnt|broken|late|the same|wrong)',
    '(complaint|complain|complaining)',
  ],
  zh: [
    '失望|不满意?|难(喝|吃|用|受|看|闻)|(质量|服务|态度|体验)(很|太|真|好|不|特别|这么|非常)?(差|烂|不好|不行|恶劣|垃圾)|(太|好|真)(差|烂|慢|坑|贵了吧|垃圾|过分|难)|郁闷|生气|无语|无奈|恼火|烦(死|人|躁)|(什么|啥)(鬼|情况|意思|玩意)|(搞|开)什么(鬼|玩笑|啊)|不靠谱|后悔|坏了|又坏|投诉|差评|(他妈|tmd|妈的|卧槽|我靠|靠)|怎么(还|又|老|总)(没|不|是|坏)|到现在(还|都)(没|不)',
  ],
  fr: [
    '(decu|decue|decevant|decevante|decus|mecontente?|mecontents|insatisfaite?|pas (content|contente|satisfait|satisfaite|normal|serieux|terrible|bon du tout)|nul|nulle|nulles|mauvaise? (qualite|service|experience|accueil)|horrible|affreux|catastrophe|catastrophique|merde|merdique|chiant|chiante|penible|agacee?|agacant|enervant|inutile|pourri|pourrie|impoli|malpoli|desagreable|putain|bordel|fait chier|gachee?|dommage|lent|honnetement deplorable)',
    '(toujours|encore) (rien|pas|en attente|aucune|casse|en panne|le meme)',
    '(reclamation|plaindre|plains|me plains)',
  ],
  de: [
    '(enttauscht|enttauschend|unzufrieden|arger|argerlich|verargert|schlecht|schlimm|furchtbar|schrecklich|mies|mist|scheisse|scheiss|nervt|genervt|kaputt|unfreundlich|beschwerde|beschweren|immer noch (nicht|kein|keine|nichts))',
  ],
  es: [
    '(decepcionad[oa]|decepcionante|insatisfech[oa]|molest[oa]|enfadad[oa]|enojad[oa]|mal servicio|mala calidad|horrible|terrible|fatal|mierda|basura|queja|quejarme|todavia (no|nada)|sigue sin|aun no)',
  ],
  it: [
    '(delus[oa]|deludente|insoddisfatt[oa]|arrabbiat[oa]|scontent[oa]|brutt[oa] esperienza|orribile|terribile|merda|reclamo|lamentela|ancora (niente|nulla|non))',
  ],
  pt: [
    '(decepcionad[oa]|insatisfeit[oa]|chatead[oa]|irritad[oa]|ruim|horrivel|terrivel|merda|lixo|reclamacao|reclamar|ate agora nada|ainda nao)',
  ],
  ja: [
    '(がっかり|残念|ひどい|酷い|不満|不快|イライラ|むかつく|ムカつく|クレーム|苦情|まずい|使えない|壊れ|遅すぎ|まだ(届|来)(か)?ない)',
  ],
})

/** The fan says in so many words that this is a complaint. */
export const saysComplaint = createSign({
  en: {
    says: [
      '(make|file|lodge|raise|submit|register|putting in|put in|making|filing|raising|log|have) (a |an |my |this |another )?(formal |official |serious |written |second |third )?complaint',
      '(i|we) (want|would like|need|wish|d like|have|am going|id like) to (formally |officially )?complain',
      'id like to complain',
      'this is (a|my|an) (formal |official |third |second |last )?complaint',
      '(im|i am) (here to |writing to )?(complain|complaining|lodging a complaint)',
      '(the|your|my|our) (shop|cafe|place|store|toilets?|bathroom|tables?|counter|cups?|mug|floor|staff|barista|baristas|waiter|waitress|assistant|team|driver|courier) (was|were) ((so|really|very|absolutely|extremely|just|quite|too) ){0,2}(filthy|dirty|disgusting|sticky|rude|unfriendly|dismissive|unhelpful|impolite|condescending|horrible|nasty)',
    ],
    butNot: [
      '(how|where|can|could|do|does|is there|who|what) (do |can |to |i |we |one |you |a |the |place |way |where ){1,5}(make|file|lodge|raise|submit|register|put in|log|have|send) (a |an |my )?(formal |official )?complaint',
    ],
  },
  zh: {
    says: [
      '我(要|想|必须|现在要|得|就是来)(投诉|举报你|申诉)',
      '(要求|必须)(投诉|你们负责|赔偿)',
      '^(我要)?投诉(你|他|她|这|$|\\.)',
    ],
    butNot: ['(怎么|如何|哪里|去哪|在哪)~投诉'],
  },
  fr: {
    says: [
      '(faire|deposer|formuler|adresser|envoyer|porter) (une |ma )?(reclamation|plainte aupres de vous)',
      '(je (veux|souhaite|voudrais|tiens a)|j aimerais) (me plaindre|faire part de mon mecontentement|signaler mon mecontentement)',
    ],
    butNot: ['(comment|ou|peut on|puis je|a qui) (faire|deposer|formuler|adresser|envoyer) (une |ma )?reclamation'],
  },
  de: {
    says: [
      '(mochte|will|muss|wollte) (mich |ich mich )(offiziell |hier )?(beschweren)|beschwerde (einlegen|einreichen)',
    ],
  },
  es: {
    says: [
      '(quiero|quisiera|deseo|necesito|vengo a) (poner |presentar |hacer )?(una )?(queja|reclamacion|quejarme|reclamar)',
    ],
  },
  it: {
    says: ['(voglio|vorrei|devo) (fare|presentare|sporgere) (un )?reclamo|(voglio|vorrei) (reclamare|lamentarmi)'],
  },
  pt: { says: ['(quero|gostaria de|preciso|vim) (fazer |registrar |abrir )?(uma )?(reclamacao|reclamar|queixa)'] },
  ja: { says: ['(クレーム|苦情)(を|が)(言|入れ|申し|ある|あり)'] },
})

/** Hard words about the shop, short of abuse: they make it hotter, and the case is still answered. */
export const showsHardWords = createSign({
  en: {
    says: [
      '(you|u|youre|you are|you guys|you people|your (staff|service|company|shop|bot|support|team)) (are |is |re |were )?(all |so |fucking |just |completely |totally |absolutely |such |a bunch of |a |bloody ){0,3}(useless|incompetent|liars?|thieves|scammers?|crooks?|pathetic|a joke|ridiculous|lazy|clueless|hopeless|terrible|awful|garbage|trash|rubbish|crap|shit|worthless|horrible|the worst|cheats?|frauds?)',
    ],
  },
  zh: { says: ['(你们?|客服|店家|商家)(.{0,4})(骗子|奸商|垃圾|坑|黑心|没用|不负责|差劲)'] },
  fr: {
    says: [
      '(vous|tu|votre (service|equipe|boutique|marque|sav)) (etes|es|est) (vraiment |tous |des |une |un |trop |une bande d ){0,3}(nuls?|nulles?|incompetents?|incapables?|voleurs?|menteurs?|escrocs?|inutiles?|minables?|lamentables?|pitoyables?)',
    ],
  },
})
