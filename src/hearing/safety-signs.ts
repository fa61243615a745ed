/** Signs that a product is dangerous: fire, smoke, shock, foreign bodies, batteries that swell. "Could it explode?" is a question. */
import { createSign } from '../words/signs.ts'

const device =
  '(battery|batteries|power ?bank|charger|phone|kettle|headphones?|earbuds?|earphones?|laptop|plug|cable|device|product|unit|watch|machine|heater|lamp|toaster|blender|adapter|adaptor|case|speaker|tv|projector|grinder|scooter|vape|it|thing|socket|lead|cord|box|robot|vacuum|drone|camera|console|mattress|pillow)'
const fireWords =
  '(on fire|caught on fire|catch on fire|caught fire|catch(es|ing)? fire|burst into flames|went up in flames|exploded|explode|blew up|blown up|smoking|is smoking|started smoking|started to smoke|smokes|sparking|sparked|sparks|burning up|melted|melting|in flames|burned down|burnt down|gave me a shock|shocked me|electrocuted me|electrocuted|caused a fire|started a fire)'

/** Fire, smoke, shock, foreign bodies: what may hurt the next one. */
export const showsSafety = createSign({
  en: {
    says: [
      `(${device}|${device} (you|i|we) \\w{1,12}) (is |has |just |was |has just |suddenly |almost |nearly |s |have |started |actually |literally |got so hot it |keeps |are |overheated and |fell and |then ){0,3}${fireWords}`,
      '(smoke|flames|sparks|fire|fumes|acid|liquid) (is |was |are |were |started )?(coming|pouring|came|shooting|leaking|flying|comes) (out|from|off|of)',
      '(smell|smells|smelled|smelling) (of|like) (burning|smoke|burnt plastic|burning plastic|gas|melting) ~ (plug|charger|battery|cable|device|when|from|charging|it|kettle|machine)',
      `(battery|batteries|power ?bank) (is |has |was |looks |seems |got |started |have |are |s |leaked |burst |became )?(all |really |very |badly |slightly |completely )?(burst|leaked|leaking (acid|fluid|all)|ruptured|hissing|exploding|on fire|smoking)`,
      '(gas leak|carbon monoxide|leaking gas)',
      '(found|find|there was|there is|theres|there were|discovered|bit (into|on)|with|swallowed|got|had) (a |an |some |several |tiny |small |big |huge |dead |live |little |pieces? of |bits? of |shards? of |what looks like ){0,5}(glass|metal|plastic|shard|shards|nail|screw|staple|needle|razor|blade|stone|insects?|bugs?|maggots?|worms?|larvae|cockroach|cockroaches|roach|roaches|moth|moths|fly|mouse|rat|mold|mould|hair|hairs|fingernail|band aid|plaster|bone|rubber|wire|bleach) (in|inside|on|at the bottom of|floating in|of) (my|the|our|this|your|a|one) ~ (coffee|drink|food|bag|cup|latte|cake|sandwich|pastry|croissant|beans|box of|packet|pack|meal|tea|bottle|milk|bite|mouth|salad|soup|cappuccino|espresso|cream|jar|can|product|chocolate)',
      '(piece|pieces|shard|shards|bit|bits|splinter|splinters|fragments?) of (glass|metal|plastic|wire|rubber) (in|inside)',
      '(bit|bite|biting|chewed|chewing|cut my ~ on) (on|into|down on|something hard) (a |an |some )?(piece of |bit of |shard of |bits of )?(metal|glass|plastic|stone|bone|wire)',
      '(glass |metal |plastic )?(splinters|shards|fragments) (are |is )?(in|inside) (the|my|our|his|her) (milk|food|coffee|drink|bottle|jar|bag of|cup|bowl|mouth)',
      '(mouldy|moldy|mould in|mold in|mould on the|mold on the|rotten|rancid|maggots in|full of maggots|infested) (beans|coffee|bag|food|cake|sandwich|milk|bread|my|inside)?( bag| beans| coffee|)',
      '(exposed|bare|live) wires?',
      '(metal|glass|plastic|wood) (shavings|shards|splinters|fragments|bits|chips) (in|inside) (my|the|our)',
      '(seal|safety seal|lid) (was|is) (broken|tampered|already open|opened) ~ (drank|eaten|drink|food|medicine)',
      '(tampered with|contaminated|is toxic|was recalled but)',
      '(nearly|almost) (burned|burnt|set) (down )?(my|our|the) (house|home|flat|kitchen|apartment|bed|room)',
    ],
    butNot: [
      '(on fire|fire) (sale|stick|tv|deal|lol|bro|fam|emoji|tonight|lately|today|this year)',
      '(you guys|you|team|this (album|song|drop|flavour|flavor|blend|coffee|brew|roast|post|design|colour|color)|brand|designs?|shop|barista|drop|collection|account) (are|is|re|s) (on fire|fire|smoking hot|smoking)',
      'smoking (hot|deal|area|room|allowed|section|gun|jacket|is)',
      '(no|non|allowed|people|quit|stop|area for|anti) smoking',
      '(my|his|her) (head|mind|brain|heart|inbox|phone notifications) (just |has |nearly |almost )?(exploded|blew up|is on fire|melted|melting)',
      '(blew|blown|blowing) up (on|my phone|in popularity|online|lately|the)',
      '(can|could|will|would|might|does|do|if|is it possible|should) (it |the |a |this |your |that |my |\\w{1,12} ){1,3}(explode|catch fire|smoke|melt|leak|overheat)',
      '(smoke|smoky|smoking|smoked) (taste|flavour|flavor|notes?|aroma|finish|wood|salmon)',
      'it melted (in my mouth|my heart|hearts?)',
      '(exploded|explodes|exploding|melted|melts|burst) (with|in (popularity|my mouth)|on (tiktok|instagram|social|the internet))',
      'it (is|s|was) (on fire|fire|smoking) (lol|bro|fam|deal)?',
      'mould(s|ed|ing)? (on|in) (a |the |my )?(bag(?! of)|leather|cupboard|strap|closet|wardrobe|case|shoe|shoes|belt|wallet)',
      'hair (in|inside) the bun',
    ],
  },
  zh: {
    says: [
      '(冒烟|冒煙|起火|着火|著火|自燃|烧起来|燒起來|烧着|冒火|冒火花|爆炸(?!性|式|价|盐|贴|头|糖|级)|爆燃|炸开|短路|漏电|漏油|漏酸)(了|啦|$|怎么办|还|\\.)?',
      '(电池|充电宝|电瓶|手表|手机|耳机|锂电|设备)~漏液',
      '(充电宝|手机|电池|电瓶|耳机|充电器|插头|插座|数据线|线|壶|锅|杯子|音箱|手表|投影|机器|电脑|笔记本|吹风机|电热毯|路由器|咖啡机|玻璃|灯)(突然|直接|居然|又|都|自己|竟然|充电时|充着充着|用着用着|半夜){0,2}(炸|爆|烧|熔化|融化|烧焦|烧糊|烧坏)了',
      '(咖啡|饭|菜|豆子|粉|包装|袋子?|瓶|盒|面包|蛋糕|饮料|奶茶|拿铁|牛奶|食物|产品|货|里面|里|中)(里面|里|中|内|上|底)?(头)?(居然|竟然|还|都|全|好像)?(有|吃出|喝出|发现|出现|全是|混了|掉了|爬)(了|一|只|根|个|条|块|片|些|点|死|很多|好多|活的?|小|几|半){0,4}(虫|蟑螂|头发(?!护理|油)|玻璃渣|玻璃|金属|异物|铁丝|钉子|霉|霉菌|老鼠|苍蝇|蛆|塑料片|石子|石头|指甲|刀片|针头)',
      '(吃|喝)(出|到)(了)?(一|只|根|个|条|块|片|死|半){0,4}(虫|蟑螂|头发|玻璃|异物|铁|钉|苍蝇|蛆|塑料|石|指甲|金属)',
      '(发霉|长毛|生虫|长虫|变质|馊|腐烂|过期)了~(豆|咖啡|面包|蛋糕|奶|吃|喝|拉|吐|难受)',
      '(豆|咖啡|面包|蛋糕|奶|饼|粉|食品)(子|都|里|上|全|已经|收到就|打开就|一打开){0,3}(发霉|长毛|生虫|长虫|变质|馊)了?',
    ],
    butNot: [
      '(嗓子|喉咙|七窍|气得|头顶|忙得|脑子|脑袋|cpu|眼睛|肚子|钱包|信用卡)(里|都|要|快|在|直|得|热得)?(冒烟|冒火|起火|烧|短路|爆炸)',
      '(好吃|好喝|火|帅|美|心态|评论区|信息|颜值|价格|性价比|人气|直播间|销量|热度|香|甜|气|压力|情绪|年龄|库存|可爱|朋友圈|群|客服|内存|心脏|流量)(得|到|要|都|简直|量)?(了)?(爆炸|炸了|炸裂|爆了|炸开|冒烟)',
      '(会不会|会|容易|能|怕|担心|有没有|是否|不会|万一|如果|要是|避免|防止|防)~(冒烟|起火|着火|自燃|爆炸|短路|漏电|漏液|发霉|生虫|变质)',
      '爆炸(盐|贴|性|式|价|头|糖|级|好)',
      '(毛绒|玩具|娃娃|假)~(蟑螂|虫|老鼠)',
      '(着火|起火|冒烟|爆炸|炸了)(了)?(一样|似的|般)',
    ],
  },
  fr: {
    says: [
      '(batterie|pile|accu|chargeur|telephone|bouilloire|appareil|casque|cable|prise|produit|machine|montre|ordinateur|lampe|coque|ecouteurs?|il|elle|ca) (a |vient de |s est |ont |s |est |a failli |se met a |s est mise? a |commence a )?(prendre feu|pris feu|explose|exploser|fume|fumer|fond|fondu|fondre|crame|cramer|enflammee?s?|en feu|en flammes|faire des etincelles|fait des etincelles|brule tout|court circuite|fume noir|coule de l acide)',
      '(fumee|flammes?|etincelles?) (qui )?(sort|sortent|s echappe|noire|est sortie|sortait|partout)',
      '(odeur de brule|sent le brule|odeur de gaz|fuite de gaz)',
      '(morceaux?|bouts?|eclats?|debris) de (verre|metal|plastique|fer|ferraille|caoutchouc) (dans|dedans|a l interieur)',
      '(trouve|decouvert|il y a|il y avait|y a|y avait|avec|tombe sur) (un |une |des |du |plein de |de la )?(gros |petit |morceau de |bout de |mort |vrai )?(cafards?|insectes?|vers?|asticots?|cheveux?|verre|metal|clou|vis|souris|moisi|moisissures?|mouches?|larves?|poils?|mites?|plastique|caillou|agrafe) (mort |morte |vivant )?(dans|dedans|a l interieur de|au fond) (mon|ma|le|la|mes|les|l|un|une|du) (cafe|paquet|sachet|tasse|boisson|gateau|sandwich|plat|repas|grains|croissant|verre|bouteille|boite|lait|nourriture|the|pain|salade|soupe)',
      '(cafe|grains|paquet|gateau|pain|sandwich|lait|yaourt|sachet) (est |sont |etait |etaient |completement |tout |a )?(moisi|moisie|moisis|avarie|avariee|perime et|contamine)',
    ],
    butNot: [
      '(peut|pourrait|risque|va|si|est ce que) (elle |il |ca |on |de |d |que |t |la |le |\\w{1,10} ){0,4}(prendre feu|exploser|fumer|fondre)',
      'ca fume (ou|chez|la|dur)',
      '(il|elle|ca|on) (fume|crame|fond|explose) (une|des|votre|beaucoup|la cigarette|au soleil|de (rire|joie|plaisir)|dans la bouche|le budget|les prix|tout)',
    ],
  },
  de: {
    says: [
      '(akku|batterie|powerbank|ladegerat|handy|gerat|wasserkocher|kabel|stecker|netzteil|es|kopfhorer) (ist |hat |brennt|fangt |raucht|qualmt|explodiert)( ?(angefangen zu |an zu )?(brennen|rauchen|qualmen)| ?explodiert| ?feuer gefangen| ?in brand| ?geschmolzen|)(?<! ist| hat| fangt)',
      '(rauch|qualm|funken|flammen) (kommt|kam|kommen|schlagt|spruhen|aus)',
      '(glas|glassplitter|metall|metallstuck|plastik|schimmel|haar|kakerlake|wurm|maden|kafer|stein) (in|im) (meinem|meiner|der|dem|mein)? ?(kaffee|essen|packung|tute|kuchen|getrank|becher|bohnen|brot|milch)',
      '(verschimmelt|schimmlig)e?n? (kaffee|bohnen|brot|kuchen|angekommen)',
    ],
  },
  es: {
    says: [
      '(bateria|cargador|telefono|movil|aparato|cable|enchufe|producto|hervidor) (se |ha |esta |empezo a |se ha )?(incendio|incendiado|explotado|exploto|echando humo|quemado solo|ardiendo|quemandose|prendio fuego|derretido|humeando|soltar humo|echar humo)',
      '(humo|chispas|llamas) (sale|salen|salio|saliendo)',
      '(sale|salia|salio) (humo|chispas|fuego)',
      '(trozos?|pedazos?) de (vidrio|cristal|metal|plastico) en',
      '(cucaracha|gusanos?|pelos?|moho|insectos?|bichos?) (dentro de|en) (mi|el|la|los) (cafe|comida|paquete|bolsa|pan|bebida|granos)',
      '(mohos[oa]s?|con moho)',
    ],
  },
  it: {
    says: [
      '(batteria|caricatore|caricabatterie|telefono|apparecchio|cavo|presa|bollitore|prodotto) (ha |e |si e |sta )?(preso fuoco|prende fuoco|esplos[oa]|esplode|fumando|fuma|bruciando|fus[oa]|sciolt[oa]|incendiat[oa])',
      '(esce|usciva|uscito) (del )?(fumo|scintille|fiamme)',
      '(pezzi?|frammenti|scheggi[ae]) di (vetro|metallo|plastica) (nel|nella|dentro)',
      '(scarafaggio|vermi?|capell[oi]|muffa|insett[oi]) (nel|nella|dentro) (mio|mia|il|la|caffe|cibo|pacco|sacchetto)',
      '(ammuffit[oaie])',
    ],
  },
  pt: {
    says: [
      '(bateria|carregador|celular|telefone|aparelho|cabo|tomada|produto|chaleira) (pegou|pegando|explodiu|esta|comecou a|soltou|derreteu)( fogo| soltando fumaca| fumegando| soltar fumaca| fumaca| queimando| pegando fogo|)(?<! esta| comecou a| soltou)',
      '(saindo|saiu|sai|solta|soltando) (fumaca|faiscas?|fogo)',
      '(pedacos?|cacos?) de (vidro|metal|plastico) (no|na|dentro)',
      '(barata|larvas?|cabelo|mofo|inseto|bicho) (no|na|dentro do|dentro da) (meu|minha|cafe|comida|pacote|saco|bebida|lanche)',
      '(mofad[oa]s?)',
    ],
  },
  ja: {
    says: [
      '(発火|発煙|爆発|出火|炎上)(し(た|ま|て|そう))',
      '(煙|火花|火)が(出|吹|上が|で)',
      '(燃え|溶け|焦げ)(て|た|まし|だし)~(バッテリー|充電|ケーブル|コンセント|本体)',
      '(バッテリー|充電器|充電|ケーブル|コンセント|本体|製品)~(燃え|溶け|焦げ|破裂|液漏れ)',
      '(虫|ゴキブリ|髪の毛|ガラス|金属|異物|カビ|針|プラスチック)(の破片|片)?が(入って|混入|混ざって|生え)',
      '異物混入',
    ],
  },
})

/** A device that swells or runs hot: a person is needed unless the brand has an approved answer for just this. */
export const showsOverheating = createSign({
  en: {
    says: [
      '(battery|batteries|power ?bank|phone|laptop|watch|case|earbuds?) (is |has |was |looks |seems |got |started |are |have |keeps? |s |kind of |a bit ){0,3}(all |really |very |badly |slightly |completely |a bit |dangerously )?(swollen|swelling|swelled|bulging|bulged|bloated|bloating|puffed up|puffy|expanded|expanding|inflated|leaking|overheating|overheats|overheated)( up| and| like|)',
      '(swollen|bulging|bloated|leaking|overheating|expanding) (battery|batteries|power ?bank|phone)',
      '(too|so|burning|extremely|scalding) hot (to|that i (cant|couldnt)) (touch|hold)',
      '(burning|burnt|burned) (smell|plastic smell|odour|odor)',
    ],
    butNot: [
      '(for|about|against|cover|covers|covered|prevent|avoid|regarding) (battery |a )?(swelling|swollen|overheating)( batteries| battery|)',
      'battery swelling (covered|warranty|policy)',
      '(can|could|will|would|might|does|do|if|how (do|does|to)|why (do|does)) (i |it |the |a |an |this |your |that |my |batteries |battery |prevent |avoid ){1,4}(swell|swells|swollen|bulge|overheat|leak)',
      '(coffee|drink|latte|tea|water|soup|cup) (is |was )?(too|so|burning|extremely) hot',
    ],
  },
  zh: {
    says: [
      '(电池|充电宝|电瓶|手表|手机|耳机|后盖|屏幕)~(鼓包|鼓起|鼓了|膨胀|胀开|变形鼓|发鼓|胀气|胀了)',
      '鼓包',
      '(烫|熱|热)(得|到|的)?(拿不住|握不住|不敢碰|不能碰|烫手|吓人)',
      '(糊味|焦味|烧焦味|烧焦的味|焦糊味|焦臭)',
    ],
    butNot: ['(会不会|会|容易|怕|防|避免)~鼓包'],
  },
  fr: {
    says: [
      '(batterie|pile|accu|telephone|montre|coque|ecouteurs?) (a |est |s est |est toute? |semble |commence a )?(gonfle|gonflee|gonfler|enfle|enflee|bombee?|bombe|deformee|qui gonfle|surchauffe|surchauffer|coule|fuit)',
      'batterie (gonflee|bombee|qui fuit|enflee)',
      '(brulant|brulante|trop chaud|trop chaude) (a|pour) (toucher|le toucher|la tenir|le tenir|tenir)',
    ],
  },
  de: {
    says: [
      '(akku|batterie|powerbank) (ist |hat sich |blaht sich )?(aufgeblaht|geschwollen|dick geworden|gewolbt|auf|ausgelaufen|uberhitzt)(?<! ist)',
      'aufgeblahter akku',
      'zu heiss zum anfassen',
    ],
  },
  es: {
    says: [
      '(bateria|pila) (se ha |esta |se )?(hinchad[oa]|hincho|inflad[oa]|inflo|sobrecalienta|perdiendo liquido)',
      'bateria hinchada',
      '(quema|caliente) (al|para) tocar(lo|la)?',
    ],
  },
  it: {
    says: [
      '(batteria) (si e |e |si sta )?(gonfi[oa]|gonfiat[oa]|gonfiando|perde liquido|surriscalda)',
      'troppo caldo da toccare',
    ],
  },
  pt: {
    says: [
      '(bateria) (esta |ficou |inchou|estufou)(inchad[oa]|estufad[oa]|vazando|superaquecendo|)(?<! esta| ficou)',
      '(muito quente|pelando) (para|pra|ao) (tocar|encostar|segurar)',
    ],
  },
  ja: { says: ['(バッテリー|電池|充電)~(膨らん|膨張|パンパン|膨れ|異常に熱)', '熱く(て|なって)(持て|触れ)な'] },
})
