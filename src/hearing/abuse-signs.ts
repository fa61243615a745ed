/** Words that hurt, as data: insults aimed at somebody, slurs, sexual harassment. They are matched and never echoed. Swearing at nobody is temper. */
import { createSign } from '../words/signs.ts'

const insult =
  '(idiot|idiots|moron|morons|imbecile|imbeciles|cretin|retard|retards|retarded|dumbass|dumbasses|dumb ?fuck|bitch|bitches|asshole|assholes|arsehole|arseholes|bastard|bastards|cunt|cunts|prick|pricks|wanker|wankers|twat|twats|dickhead|dickheads|dick|shithead|fucker|fuckers|motherfucker|motherfuckers|mofo|scum|scumbag|scumbags|loser|losers|whore|slut|douche|douchebag|pig|pigs|dipshit|fuckwit|fucktard|jackass|nitwit|halfwit|numbskull|bellend|tosser|tossers|knobhead|piece of (shit|crap|garbage|trash|sh t|sh\\*t)|pieces of (shit|crap|garbage)|pos|subhuman|waste of (space|oxygen|air)|braindead|brain dead|clown|clowns|muppet|parasite|parasites|vermin|cow)'
const adjectives =
  '(absolute |absolutely |fucking |fuckin |f\\*cking |bloody |damn |damned |god damn |stupid |dumb |useless |worthless |pathetic |lazy |ugly |fat |dirty |filthy |old |little |complete |total |utter |such |real |bunch of |lot of |load of |pack of |just |all |so |really |a |an |the |lying |thieving |incompetent |ignorant |brainless |disgusting |miserable |clueless |money grubbing )'

/** Aimed at the persona, at staff, or at another fan. */
export const showsInsult = createSign({
  en: {
    says: [
      `(you|u|youre|ur|you are|u r|ya|yall|you guys|you people|you lot|you all|you all are|your a|they are|theyre|she is|shes|he is|hes|your (staff|team|boss|manager|ceo|owner|people|barista|driver|support|agents?|employees) (is|are)|this bot is|the bot is|staff (is|are)) (are |re |is |r |must be |guys are |people are |sound like |look like |really are )?${adjectives}{0,5}${insult}`,
      `(you|u|ya|these|those|bunch of|pack of|shut up|shut it|hey|listen|stupid|fucking|f\\*cking|bloody|dumb|useless|worthless|lazy|lying|ok|bye|thanks) ${adjectives}{0,4}(idiots?|morons?|imbeciles?|retards?|dumbass|dumbasses|bitch|bitches|asshole|assholes|arsehole|bastards?|cunts?|pricks?|wankers?|twats?|dickheads?|shithead|fuckers?|motherfuckers?|scumbags?|whore|sluts?|losers?|fuckwits?|piece of (shit|crap|garbage|trash|sh\\*t|sh t)|waste of (space|oxygen))`,
      '(youre|you are|u r|ur|you|are you|u) (so |really |very |fucking |just |all |that |too |such |f\\*cking |all so |that fucking |completely )?(stupid|dumb|braindead|brain dead|retarded|ugly|worthless|subhuman|disgusting person|thick as)( bot| robot| machine| people| or what| as| and| or|)',
      '(dumbest|stupidest|most stupid|most useless) (fucking )?(bot|robot|chatbot|ai|people|staff|person|thing) ?(ever|alive|i|on|)',
      '(you|u|yall|you guys|you all|you lot|this bot) (really |totally |just |so |all |absolutely |honestly ){0,2}(suck|sucks|stink|stinks)(?= \\.| $| and| ass| so| big| hard| lol)',
      '(garbage|trash|rubbish|shit|crap|useless|terrible|awful|pathetic|a joke|stupid|dumb) (and |just like |like )?(so )?(are|r) (you|u|yall|you guys|you all)(?= \\.| $| too| all| lot)',
      'get lost (loser|bot|idiot|you)|shut up (bot|robot|you|stupid|idiot|already|moron|bitch)',
      '(stupid|dumb|fucking|retarded|moronic|idiotic|shitty|f\\*cking|crappy) (ass )?(bot|robot|chatbot|ai|machine|clanker|assistant|staff|people|company)(?! (blocked|sent|charged|cancelled|lost|ate))',
      '(fuck|fck|fuk|fuq|f\\*ck|f\\*k|f\\*\\*k|screw|damn|f) (you|u|ya|off|your (company|shop|mother|mom|mum|brand|bot|store|staff|coffee|family)|yourself|yourselves|yall|all of you|these people)( all| guys| too| and| off|)',
      '(go|please go|just go|hope you|wish you|hope you all|hope u|you should|u should|you deserve to|why dont you) (to )?(fuck (yourself|urself|off)|kill (yourself|urself|yourselves)|die|hang yourself|hell|rot in hell|burn in hell|get cancer|get raped|choke|jump off a)( in a fire| slowly| alone| already|)',
      '(kys|stfu|gtfo|foad|kill yourself|kill urself|eat shit|suck a dick|suck my balls|lick my balls|kiss my ass|up yours|son of a bitch|sons of bitches|sob bot|drop dead|bite me bitch|shut the (fuck|hell) up|shut your (mouth|face|trap)|get fucked|piss off|bugger off|sod off|motherfucker|motherfuckers|cocksucker|cock sucker)( you| u| bot| all| please|)',
      '(n\\*gg?er|nigg(er|a|ers|as|az)|n\\*gga|fagg?ots?|f\\*ggot|f\\*g|kikes?|ch\\*nk|chinks?|sp\\*c|wetbacks?|tranny|trannies|pakis?|raghead|ragheads|towelhead|gooks?|coons?|spastic|mongoloid|sandnigger|dyke|shemale)',
      '(go back to|fuck off to|get back to) (your (own )?country|africa|china|india|mexico|where you came from)',
      '(all|these|those|fucking|dirty|filthy|hate) (jews|muslims|blacks|gays|chinese|indians|immigrants|women|asians|mexicans|arabs|trans people) (should|are (scum|vermin|animals|subhuman|disgusting|thieves|dogs)|must die|deserve)',
    ],
    butNot: [
      '(i|im|i am|ive been|i was|me|i feel like|feel like|like|felt like|being|myself) (such |so |just |a |an |was |really |am |being |the |always |complete |total |bit |of |like |feeling |probably |clearly ){0,5}(stupid|dumb|idiot|moron|clown|loser|fool|pig|dumbass|asshole|muppet)',
      '(my|this|that|the|a|stupid|dumb) (stupid |dumb |ex |old |neighbours? |boss )?(idiot|dog|cat|phone|ex|brother|boyfriend|husband|boss|laptop|printer)',
      '(pass|pork|guinea|pull|belly|roast|whole) pig',
      '(stupid|dumb) (question|mistake|idea|of me|me|but|though|good|cheap|simple|amount|easy|expensive|phone|weather|autocorrect)',
      '(fuck|damn|screw) (you|u) (look|guys are (good|great|awesome)|make|all are amazing|and your delicious|thats good|this is good)',
      '(damn|hell) (you|u) (guys )?(are|make|look|really|know) (good|great|the|a|so|how)',
      '(how|hot) (do you )?(cow|pig|clown)',
      '(cow|pig|calf|goat) (leather|hide|skin|milk|s|print|is)',
      'you (must|will|might|may|probably) think (im|i am)',
      '(dont|never|wouldnt|not) (want you to|go and|go) die',
      '(you|u) (sexy|cool|lucky|clever|smart|beautiful|legend|magnificent|brilliant|funny|adorable|lovely) (bastards?|bitch|bitches|fuckers?|motherfuckers?|devils?|dick)',
      'drop dead (gorgeous|beautiful|date|handsome|sexy)',
      '(resting|boss|basic) bitch',
      '(spotted|tom|moby|philip k|private|cheney) dick',
      '(chink|chinks) in (the|your|my|its) armou?r',
    ],
  },
  zh: {
    says: [
      '(你|你们)是不是(傻|有病|蠢|智障|瞎|聋|脑残|贱)|^(バカ|ばか|馬鹿|アホ)$',
      '傻(逼|比|屄|b(?![a-z])|吊|缺|狗|叉|x)|煞笔|沙比|沙币|傻币|啥比|莎比|伞兵吧|大傻|脑残|腦殘|智障|弱智|白痴|蠢(货|猪|蛋|驴)|笨(猪|逼)|二(逼|货)|(你|你们|客服|真|个|大)(是)?(sb|2b|傻x|nt)|sb(客服|机器人|店|商家|公司|玩意|东西)',
      '(操|草|艹|肏|日|干|曹|槽)(你|尼|泥|妳)(妈|马|吗|麻|媽|全家|大爷|祖宗|娘|老母)|(操|草|艹|肏|日|干)死你',
      // Apart from the letters above, which are sought across words: "learn more" holds one of these.
      '(cnm|nmsl|nmd|tnnd|wcnm|rnm|ccnm)',
      '你(妈|媽|全家|爸|爹|娘|老母|祖宗)(死|逼|b(?![a-z])|炸|没|没了|了个|的逼|的b)|你(妈|马)了?个?(逼|b|比|屄)|全家死(光|绝|翘)|死(全家|妈|爹|吗|马玩意)|没(爹|妈|娘)(的|养|教)|有(娘|妈)(生|没)',
      '(贱|賤)(人|货|貨|逼|婊|种)|婊(子|砸)|(臭|死|烂|破)(婊|三八|娘们|傻|肥猪|胖子|机器人|垃圾|不要脸)|(狗|猪)(东西|玩意|娘养|日的|杂种|屎(?!运)|腿子|杂碎|逼|脑子|都不如|一样的(人|客服|东西))|(王八|忘八)(蛋|羔子)|混(蛋|账东西)|畜(生|牲)|杂(种|碎)|人渣|废物|败类|下贱|不要脸|臭不要脸|龟(儿子|孙)|孙子(们)?(滚|去死)|(他妈|tmd|tm|妈)的?(废物|骗子|垃圾东西|傻|智障|脑残)|瘪犊子|鳖孙|屌丝(?!剧)|丑(八怪|逼)',
      '(?<!想|要|得)(你|你们|都|快|给(我|爷|老子)|去|早点|赶紧|统统|全|机器人|客服)(给我|给爷)?(去)?死(吧|开|去吧|了算|远点|一边去|翘翘)|^(去死|死去)(吧|啊)?|你(们)?(怎么|为什么|咋)(还)?不(去)?死|去死吧(你|垃圾|机器人|客服)',
      '^(给?我|你|快|都|给爷|给老子|傻|垃圾|机器人|赶紧)?滚(吧|蛋|开|啊|犊子|远点|出去|一边去|粗|$|\\.)|(你|你们|给我|给爷|给老子|赶紧|快点?|都|.)滚(蛋|犊子|开|远点|一边去|出去|粗)|滚(犊子|你妈|你的蛋|尼玛)|(闭|闭上你的?(臭|狗|鸟))嘴(吧|啊)?$|闭上(你的?)?(臭|狗|鸟|乌鸦)?嘴|放(你(妈)?的?)?(狗|屁|狗屁)(?!股)$|放你(妈|娘)?的?(狗)?屁',
      '(你|你们|客服|老板|店员|这机器人|机器人|这bot)(真|都|就|也|简直|真的|全|这|这个|这种|这群|这帮|这些|是|个|一群|一帮|是不是){0,4}(有病|神经病|神經病|脑子有(病|问题|坑|屎)|没脑子|蠢|贱|恶心人|是猪|是狗|狗都不如|不是人|是人吗|死光|垃圾(?!桶|袋)|猪脑|low逼|缺德|没教养|长得(丑|像猪))',
      '(一群|一帮|你个|你这个|你们这群|你们这帮|你们这些)(.{0,3})(骗子|垃圾|蠢|猪|狗|废|傻|贱|奸商|强盗|土匪|流氓|东西|玩意|机器)',
      '(黑鬼|支那|尼哥|阿三(?!哥)|死(基佬|娘炮|变态|gay|人妖|三八|胖)|人妖|绿茶婊|蛮子|鬼子死|河南(骗子|贼)|倭狗|棒子狗|残废玩意)',
    ],
    butNot: [
      '(卧|我)(槽|草|艹|操|靠)',
      '(牛|太|好|巨|贼|超|真|真他妈|真tm)(牛)?(逼|b)',
      '(我|自己|本人)(真|真的|就|也|好|太|简直|可能)?(是|像)?(个|一个)?(大)?(傻(逼|子|瓜|狗)?|废物|白痴|智障|脑残|弱智|菜鸡|蠢货|猪)',
      '滚(筒|烫|动|轮|珠|刷|滚|来滚去|瓜烂熟|屏|轴|边|床单|梯|雪球)',
      '(翻|摇|打|沸|热)滚',
      '(吓|累|热|冷|饿|困|气|笑|爱|想|羡慕|美|香|馋|烦|急|渴|撑|腻|难吃|贵|丑|脏|尴尬|无聊)死(我|人|个人|本宝宝|了|啦|爹|宝宝)',
      '(手机|电脑|系统|设备|耳机|app|APP)(怎么)?(又|老|总)?不?死(机|了)',
      '死(心|活|循环|角|板|磕|党|忠|忠粉|亡)',
      '我家(里)?的?狗东西',
      '(我|把)?(家|家里)?(猫|狗|儿子|娃)(.{0,4})(狗东西|傻狗|蠢猪|蠢狗)',
      '垃圾(桶|袋|分类|箱|短信|邮件|食品|站|话)',
      '(湿|干|厨余|可回收|丢|倒|扔)垃圾',
      '(哪个|这个|那个|个)?(傻瓜|傻白甜|傻傻)',
      '(干|槽|操)(你们?(的)?(活|杯|这行))',
      '脸(皮|不要)',
    ],
  },
  fr: {
    says: [
      '(connards?|connasses?|encule|encules|enculee|enculer|salopes?|salopards?|salauds?|pouffiasses?|petasses?|batards?|fdp|ntm|tg|fils de (pute|chien|chienne)|filles? de pute|nique (ta|vos|sa|tes|toi)|niquez vous|nique ta (mere|race)|va te faire (foutre|enculer|mettre|voir|niquer)|allez vous faire (foutre|enculer|mettre|voir|niquer)|allez (tous )?vous faire|va (mourir|crever|te pendre|te tuer|niquer)|allez (tous )?(crever|mourir)|creve( charogne| connard| salope)|ta gueule|vos gueules|ferme (la|ta gueule)|fermez (la|vos gueules)|sale (robot|bot|machine|pute|chien|chienne|merde|race|con|conne|pede|arabe|noir|juif|bougnoule|negre|porc|ordure)|espece d?e? ?(de )?(con|conne|merde|connard|abruti|debile|cretin|imbecile|idiot|salope|ordure|raclure|incapable|voleur|gros porc)|tetes? de (con|noeud|cul)|gros (con|porc|connard)|grosse (conne|pute|vache|truie)|trou du cul|trouduc|pauvres? (con|conne|cons|type|cloche|merde|debile|naze)|putes?|bougnoules?|negros?|tapettes?|tarlouzes?|tafioles?|youpins?|bicots?|sous merdes?|raclures?)',
      '(tu|t|vous|ils|elle|il|votre (equipe|service|patron|robot|bot|personnel)|ce bot|ce robot|ton patron) (es|etes|est|sont|n es|n etes|n est)( qu)? (vraiment |trop |tous |toutes |bien |juste |que |une? |des |de |bande de |sacres? |gros |une bande de |complet |completement |pas moins qu un ){0,4}(cons?|connes?|debiles?|abrutis?|abruties?|cretins?|cretines?|imbeciles?|idiots?|idiotes?|merdes?|bouffons?|ordures?|attardes?|attardees?|dechets?|parasites?|cassos|mongols?|gogols?|demeures?|trisos?|stupides?|laide?s?|moches?|grosses?)',
      '(bande|ramassis|tas) (de|d) (cons?|connards?|debiles?|abrutis?|cretins?|imbeciles?|idiots?|merdes?|bouffons?|ordures?|incapables?|voleurs?|escrocs?|branleurs?|guignols?|rigolos?|clowns?)',
      '(je vous|je t|jvous|jt|on vous) (emmerde|encule|chie dessus|pisse a la raie|nique|conchie|crache dessus)',
      '(robot|bot|machine|ia) (de merde|debile|stupide|a la con|pourri)',
    ],
    butNot: [
      '(je suis|j ai ete|je me sens|moi) (vraiment |trop |un peu |tellement |bien |qu un |une |un )?(con|conne|debile|bete|idiot|idiote|stupide|imbecile)',
      '(c|ca|il|elle) (est|etait) (trop |vraiment |un peu |pas |super )?(con|bete|idiot|stupide|moche|debile) (de|mais|que|pour|a)',
      '(putain|bordel) (de )?(merde|c est|que|de)?',
      'petits? cons? de chat',
      'tapettes? a (souris|mouches)',
      'ta gueule (de bois|d ange)',
    ],
  },
  de: {
    says: [
      '(arschloch|arschlocher|hurensohn|hurensohne|wichser|schlampe|schlampen|fotze|missgeburt|spast|spasti|mongo|vollidiot|vollidioten|vollpfosten|drecksau|drecksack|dreckskerl|scheisskerl|nutte|schwuchtel|kanake|kanaken|penner|hackfresse|schwachkopf|schwachmat|dummkopf|volldepp|affe du|miststuck|bastard)',
      '(fick|fickt|fickt euch|verpiss|verpisst|verrecke|verreckt) (dich|euch|ihr|du|alle|)',
      '(leck|leckt) (mich|uns) am arsch',
      '(halt|haltet) (die|deine|eure) (fresse|klappe|schnauze)',
      '(du|ihr|sie|euer (team|laden|service)) (bist|seid|sind|ist|blode[rs]?|dumme[rs]?|dreckige[rs]?|scheiss) ~ ?(dumm|idiot|idioten|blod|behindert|deppen?|trottel|abschaum|hirnlos|dumme sau|affen)',
    ],
    butNot: ['ich bin (so |echt |wohl |zu |ein |manchmal )?(dumm|blod|idiot|trottel|depp)'],
  },
  es: {
    says: [
      '(hij[oa]s? de (puta|perra|tu puta madre)|hijueputas?|hijoputas?|gilipollas|cabron|cabrones|cabrona|pendej[oa]s?|mamon|mamones|maricon|maricones|malparid[oa]s?|gonorrea|putas?|zorra|zorras|perra de|bastard[oa]s?|subnormal|subnormales|retrasad[oa]s? mental(es)?|mierda de (gente|bot|empresa|personas|inutiles)|come ?mierda|comemierdas|hdp|hp|ctm|conchatumadre|concha de tu madre|la concha de|chupamela|chupapollas|muertos de hambre)',
      '(vete|vayanse|iros|anda|idos|vayan|que te|que os|que se) (a la (mierda|verga|chingada)|al (carajo|infierno)|a tomar por culo|a chingar|jodan|jodas|den por culo|follen|a la mierda)',
      '(chinga|chinguen|chingas) (tu|a su|a tu) madre',
      '(sois|son|eres|usted es|es usted) (un([oa]s?)? |tan |muy |todos |bien )?(idiotas?|imbeciles?|estupid[oa]s?|tont[oa]s?|inutiles de mierda|mierda|basura|ratas|escoria|asquerosos?)',
      '(callate|callense|cierra) (la boca|el pico|puto|estupid[oa]|imbecil|idiota|bot de mierda)',
      '(idiota|imbecil|estupid[oa]) (de mierda|bot|maquina)',
    ],
    butNot: [
      '(soy|que) (tan |muy |un |una |mas )?(tont[oa]|idiota|estupid[oa]|imbecil)( soy|)',
      'de puta madre',
      'puta (pasada|vida|madre que|mierda)',
    ],
  },
  it: {
    says: [
      '(vaffanculo|fanculo|stronz[oaie]|figli[oa]? di (puttana|troia)|coglion[ei]|cazzon[ei]|puttana|puttane|troia|troie|zoccola|testa di cazzo|teste di cazzo|bastard[oi]|deficient[ei]|ritardat[oi]|cretin[oi]|froci[oa]?|ricchion[ei]|negr[oi] di merda|merdos[oi]|mongoloid[ei]|pezz[oi] di merda)',
      '(vai|andate|andatevene|va|vattene) (a fare in culo|a quel paese|a cagare|a farti fottere|a morire|affanculo|al diavolo)',
      '(siete|sei) (un|una|dei|delle|proprio|tutti|degli)? ?(idiot[ai]|imbecill[ei]|stupid[oi]|scem[oi]|merd[ae]|incapaci di merda|ladri schifosi|schifos[oi]|feccia)',
      '(chiudi|chiudete) (la|quella) (bocca|fogna)',
      'crepa(te)?',
    ],
    butNot: ['(sono|che) (un |uno |proprio |stat[oa] )?(idiota|scem[oa]|stupid[oa]|cretin[oa]|coglione|imbecille)'],
  },
  pt: {
    says: [
      '(filh[oa]s? da puta|filho duma puta|fdp|vsf|vtnc|vai (se|te) (foder|fuder|fude|lascar|ferrar)|vai tomar no (cu|teu cu|seu cu)|vao (se foder|tomar no cu)|va se foder|arrombad[oa]s?|otari[oa]s?|cuz(ao|oes)|viad[oa]s?|babaca|babacas|pau no cu|puta|putas|vagabund[oa]s?|piranha|corn[oa]s?|desgracad[oa]s?|retardad[oa]s?|mongoloide|merda de (bot|gente|empresa|atendimento)|lixo de (gente|bot|pessoa)|foda se voce(s)?|vai pro inferno|vao pro inferno|vai a merda|vao a merda|vai morrer|morre)',
      '(voces?|vcs|vc|seus?|sua) (e|sao|eh)? ?(um |uns |uma |umas |muito |tudo |bando de )?(idiotas?|imbecis|imbecil|burr[oa]s?|estupid[oa]s?|lixos?|merdas?|nojent[oa]s?|ladroes de merda|trouxas)',
      '(cala|calem) (a|essa) boca',
    ],
    butNot: [
      '(sou|fui|que) (muito |tao |um |uma |bem )?(burr[oa]|idiota|trouxa|otari[oa]|estupid[oa]|babaca)',
      'puta (merda|que pariu|cafe|produto bom)',
    ],
  },
  ja: {
    says: [
      '(死ね|氏ね|シネ|しね)(よ|や|クズ|カス|ボケ|クソ|ブス|$|\\.|\\.)',
      '(くたばれ|消えろ|失せろ|黙れ|だまれ)(よ|クズ|カス|ボケ|ボット|$|\\.)',
      '(クソ|くそ|糞)(野郎|ババア|ジジイ|店員|ボット|会社|ったれ|が$)',
      '(お前|おまえ|あんた|てめえ|てめぇ|貴様|店員|こいつ|お前ら)(は|ら|たち|って|、|マジ|本当に|全員){0,3}(バカ|ばか|馬鹿|アホ|あほ|クズ|カス|ゴミ|ブス|デブ|無能|キモ|頭(が)?(おかしい|悪)|低能)',
      '(バカ|ばか|馬鹿|アホ|ボケ|カス|クズ|ゴミ)(野郎|ボット|店員|め$|か(お前|てめ)|が$)',
      '(キモい|きもい|気持ち悪い)(んだよ|お前|ボット|$)',
      '(チョン|土人|ガイジ|キチガイ|基地外|池沼)',
    ],
    butNot: ['(私|僕|俺|自分)(は|って|が)?(本当に|マジ)?(バカ|ばか|馬鹿|アホ)', '死ねる'],
  },
})

/** Sexual advances to the persona or to staff. */
export const showsHarassment = createSign({
  en: {
    says: [
      '(send|show|give) (me |us )?(some |a |your )?(nudes?|nude (pics?|photos?|pictures?)|naked (pics?|photos?|pictures?|selfie)|sexy (pics?|photos?)|tits|titties|boobs|pussy|ass|dick|cock|feet pics|underwear|panties|naked)',
      '(see|touch|squeeze|grab|lick|kiss) (your|ur) (boobs|tits|titties|ass|pussy|breasts|nipples|dick|cock|naked body)',
      '(suck|lick|sit on|ride|touch|stroke) (on )?(my |ma )(dick|cock|balls|d|face|penis|pussy|clit)( you| baby| please|)',
      '(i |id |i d )?(want to|wanna|would|will|gonna|would love to|like to|going to|let me|can i|could i) (fuck|bang|shag|rape|cum (on|in)|finger|spank|lick|screw|bone|have sex with|sleep with|make love to|undress|eat out|smash) (you|u|ur|your|that ass|the barista|your (barista|staff|boss|sister))( hard| so| tonight| baby|)(?! on| up| over| by| for| in the)',
      '(wanna|want to|lets|do you want to|shall we|can we|could we) (have sex|fuck (me|now|tonight|baby)|bang me|sext|have phone sex|cyber|make out|hook up|have cybersex|netflix and chill)',
      '(are|r) (you|u) (horny|naked|a virgin|single and horny|kinky|good in bed|dtf|(wet|hard) (for me|right now|baby|down there|yet))',
      '(what are you wearing|whats your bra size|bra size|how big are your (tits|boobs|breasts)|whats your (cup|body) (size|count)|do you (moan|swallow|do anal|like it rough|masturbate|have an onlyfans))( right now| under| tonight|)(?! bag| belt)',
      '(talk dirty|dirty talk|sexy roleplay|erotic roleplay|be my (slut|whore|sex slave|sugar baby)|dick pic|jerk off|jerking off|masturbating|im (so )?horny|u make me hard|you make me (hard|wet|horny)|sexting|blow ?job|hand ?job|creampie|deep ?throat|cum (slut|dump))',
    ],
    butNot: ['(bra|cup) size (do|chart|guide|for|is|fits|should)', '(what are you wearing) (to|it|with|on|for|when)'],
  },
  zh: {
    says: [
      '(约|來|来)(一?)炮|裸(照|聊|体照)|(发|给|看看?|拍)(.{0,4})(裸照|胸|奶子|内裤|内衣照|私处|逼|腿照|色图|黄图)|(想|要|让|来|给)(.{0,3})(操|艹|日|干|上|睡)(你|妳|了你)(?!们|妈|全家|大爷|祖)|(想|要|和|跟)(.{0,3})(你|妳)(.{0,2})(做爱|上床|睡觉觉|开房|啪啪|一夜情)|做爱吗|啪啪啪|口交|打飞机|撸(管|一发)|你(多大|几)(罩杯|胸)|胸(多大|围多少)|(你|妳)(湿|硬|骚|浪)(了|吗|不骚|货)|骚(货|逼|不骚)|你(好|真|这么)骚|叫床|陪(睡|我睡)|包养(你|我)|处女吗|舔(我|你)(的)?(下面|鸡|逼|脚)|吃我(的)?(鸡|jb|屌|屎)|鸡巴|jb(好|大|硬)|奶子|色情聊天|文爱|磕炮',
    ],
    butNot: ['干你们这行', '上你们(家|的|店|官网)', '(想|要)上你家'],
  },
  fr: {
    says: [
      '(envoie|envoyez|montre|montrez|file) (moi )?(des |une |tes |ton |ta |un )?(nudes?|photos? (nues?|sexy|coquines?|de toi nue)|seins|nichons|fesses|chatte|cul|culotte|dick pic)',
      '(suce|lech|sucer|sucez)(er|e|s|ez)? (moi |ma |mes |la )?(moi|bite|queue|couilles|chatte|teub)',
      '(je (veux|vais|voudrais|aimerais)|j ai envie de|envie de|on peut|tu veux) (te |vous )(baiser|niquer|sauter(?! au| le)|defoncer le cul|prendre par derriere|lecher|faire l amour( avec toi)?|coucher avec (toi|vous))( toi| fort| ce soir|)',
      '(t es|tu es|es tu|vous etes) (bonne|chaude|excitee?|mouillee|une coquine|vierge)( toi|)',
      '(plan cul|sexto|sextos|parle moi mal|dis moi des cochonneries|tu mouilles|tu portes quoi|branle|branler|bander|je bande|gorge profonde|partouze)',
    ],
    butNot: ['(t es|tu es|vous etes) (bonne|chaude) (en|a|pour|dans)', 'tu portes quoi (comme (taille|sac|ceinture))'],
  },
  de: {
    says: [
      '(schick|schicke|zeig|zeige) (mir )?(deine |ein |mal )?(nacktfotos?|nacktbilder|titten|bruste|muschi|arsch|nudes)',
      '(will|mochte|wurde) (dich|mit dir) (ficken|bumsen|schlafen|vogeln|durchnehmen)',
      '(bist du (geil|feucht|nass)|lutsch (meinen|ihn)|blas mir|schwanz lutschen|lass uns ficken)',
    ],
  },
  es: {
    says: [
      '(manda|mandame|envia|enviame|muestra|muestrame|pasa|pasame) (tus |tu |unas |fotos )?(nudes|desnuda|desnudos|tetas|culo|concha|pack|fotos (desnuda|hot))',
      '(quiero|me gustaria) (follarte|cogerte|chuparte|comerte el|acostarme contigo|hacerte el amor)',
      '(chupame|mamamela|chupa mi|estas (cachonda|caliente|mojada)|sexo conmigo)',
    ],
  },
  it: {
    says: [
      '(manda|mandami|mostrami|fammi vedere) (le |delle |tue |tette |foto )?(nuda|foto (nuda|hot)|tette|culo|figa)',
      '(voglio|vorrei) (scoparti|fotterti|leccarti|venire a letto con te)',
      '(succhiamelo|ciucciamelo|sei (bagnata|arrapata)|scopiamo)',
    ],
  },
  pt: {
    says: [
      '(manda|me manda|mostra|envia) (os |seus |seu |uns |foto )?(nudes|pelada|peitos|bunda|buceta|foto pelada)',
      '(quero|queria) (te comer|te foder|transar com voce|trepar|chupar voce)',
      '(chupa (meu|minha)|mama aqui|ta (molhada|excitada)|vamos transar|gostosa)',
    ],
    butNot: [
      '(comida|bebida|pizza|torta|receita|muito|bem|que coisa|mais|tao|super) gostosa',
      'gostosa (demais|a|essa|de|bebida|mesmo)',
    ],
  },
  ja: {
    says: [
      '(裸|おっぱい|パンツ|下着|胸)(の写真)?(を)?(見せ|送っ|送れ)',
      '(ヤ|や|犯)(らせろ|らせて|りたい|してやる)(よ|お前|君|$)',
      '(セックス|エッチ)(しよ|したい|しない)',
      '(ちんこ|チンコ|ちんぽ|まんこ|マンコ)',
      '(スリーサイズ|何カップ|処女)(は|\\.|ですか|教え)?$',
    ],
  },
})
