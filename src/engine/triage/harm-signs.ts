/** Signs that a product hurt somebody or may: illness, injury, fire, foreign bodies. "Is it safe?" and "I'm allergic to nuts, may I?" are questions. */
import { createSign } from './signs.ts'

const child =
  '(son|daughter|baby|toddler|kid|child|little one|boy|girl|grandson|granddaughter|nephew|niece|newborn|dog|cat|puppy|kitten|kids|twins)'
const body =
  '(hand|hands|arm|arms|leg|legs|face|skin|finger|fingers|foot|lap|chest|stomach|thumb|neck|eye|eyes|lip|lips|head|back|wrist|ear|ears|thigh)'
const device =
  '(battery|batteries|power ?bank|charger|phone|kettle|headphones?|earbuds?|earphones?|laptop|plug|cable|device|product|unit|watch|machine|heater|lamp|toaster|blender|adapter|adaptor|case|speaker|tv|projector|grinder|scooter|vape|it|thing|socket|lead|cord|box|robot|vacuum|drone|camera|console|mattress|pillow)'
const fireWords =
  '(on fire|caught on fire|catch on fire|caught fire|catch(es|ing)? fire|burst into flames|went up in flames|exploded|explode|blew up|blown up|smoking|is smoking|started smoking|started to smoke|smokes|sparking|sparked|sparks|burning up|melted|melting|in flames|burned down|burnt down|gave me a shock|shocked me|electrocuted me|electrocuted|caused a fire|started a fire)'

export const showsHealth = createSign({
  en: {
    says: [
      '(felt|feel|feeling|got|been|was|were|fell|fallen|made me|makes me|made us|made him|made her|making me|making us|made my (son|daughter|wife|husband|kid|child|mum|mom|dad|girlfriend|boyfriend|family)|became|all|am|im|is|are) (really |so |very |violently |quite |all |feel |pretty |extremely |both |seriously |badly |feeling |terribly )?(sick|ill|unwell|poorly|nauseous|dizzy) (after|from|since|because of|right after|when i (ate|drank|used)|ever since|last night|all night|to (my|the) stomach)',
      '(made|making|makes) (me|us|him|her|them|my (son|daughter|wife|husband|kid|kids|child|mum|mom|dad|family|dog|cat)) (really |so |very |violently |feel |extremely )?(sick|ill|unwell|poorly|vomit|throw up|nauseous)',
      '(food poisoning|food poisoned|poisoned me|poisoned us|salmonella|e coli|listeria)( from| after| off| last| because|)',
      '(had|have|having|got|getting|gave me|caused|suffered|is having|get|triggered) (a |an |this |some )?(really |very )?(bad |severe |serious |terrible |strong |huge |nasty |mild |slight |massive )?(allergic|anaphylactic|allergy) (reaction|shock|attack)',
      '(went into|going into|gone into|having) (anaphylaxis|anaphylactic shock)',
      '(broke|broken|breaking|came|come) out in (a |an )?(hives|rash|spots|bumps|itchy|red|blisters)',
      `(rash|hives|blisters|swelling|burns|bumps|chemical burn|burn marks?|itching) (all over|on my|from (your|the|it|this|wearing)|after|since|where (the|your|it))`,
      '(throat|face|lips|tongue|eyes|mouth|hands?|neck) (is|are|was|were|has|have|got|started|all|s|just) (all |badly |really |so )?(swelling|swollen|swelled|closing|closed up|swell|swelled up|itching|burning|numb)( up|)',
      '(vomited|vomiting|vomit|threw up|throwing up|puked|puking|diarrhea|diarrhoea|stomach cramps|been sick|stomach ache|stomach pains?) (after|since|from|all night|all day|blood|for|because)',
      '(hospital|hospitalised|hospitalized|er|a e|emergency room|urgent care|ambulance|poison control) ~ (after|because|since|from|due|thanks to|with)',
      `(ended up|taken|rushed|landed|went|sent|put|had to go|going|im|in|brought) (me |us |him |her )?(in |to |at |into )?(the |a )?(hospital|er|a e|emergency room|emergency)( after| because| with| from| due| yesterday| last|)`,
      `(burn|burned|burnt|burning|scalded|scald|cut|injured|sliced|hurt|broke|sprained|crushed|pinched|blistered) (my|his|her|our|their|both my|me on the|the) (left |right |whole |entire |own |baby s |babys |son s |sons |daughters |childs )?(${body}|${child})( badly| on| with| from| when| because| while| using|)`,
      `(i|we|he|she|got|been|was|badly) (was |were |got |badly |been )?(burned|burnt|scalded|electrocuted|injured) (by|from|on|off|when|because of|using|with) (your|the|this|it|one of your|a)`,
      '(got|gave me|had|get|gives me|felt|received|giving me) (an |a )?(electric |electrical |nasty |big |bad )?(shock|electric shock|zapped|electrocuted) (from|off|when|by|every|each|touching|while)',
      '(broke|broken|chipped|cracked|lost) (my|a|his|her|one of my) (front |back )?(tooth|teeth|crown|filling) (on|biting|because|from|eating|with)',
      `(choked|choking|choke) on (a|the|your|it|one|some|this)`,
      `${child} (has |have |just |accidentally |nearly |almost |may have |might have |has just |s |is |was |got |had )?(swallowed|swallow|(ate|eaten|drank|drunk) (the |a |some |one of the |your |my )?(whole )?(battery|magnet|button|plastic|detergent|descaler|bleach|cleaner|silica|pills|soap|packaging|coin|screw|cleaning)|choked|choking|ingested|inhaled|poisoned|burned|burnt|injured|hurt|electrocuted|bleeding)`,
      '(swallowed|ingested|inhaled) (a|the|one|some|part|my|it|your|two|an|something)( of| battery| magnet| button|)',
      '(heart attack|having a seizure|a seizure|unconscious|cant breathe|can not breathe|cannot breathe|not breathing|stopped breathing|passed out|collapsed|fainted|trouble breathing|difficulty breathing|struggling to breathe)( after| now| from| and| since| help|)',
      '(heart|chest) (is |has been |was )?(racing|palpitations|pains?|pounding) ~ (after|since|from) (drinking|your|the|eating|taking|using)',
    ],
    butNot: [
      '(can|could|will|would|might|may|does|do|if|should|is it|shall|whether|did|going to|wont|cant|doesnt|wouldnt|not|never|without|gonna|afraid|worried|dont want) (i |you |it |he |she |we |they |that |this |one |anyone |someone |people |to |ill |id |it will |it would |your \\w{1,12} |the \\w{1,12} |get |gets |getting |be |make |made |have |having |cause |give |a |an |my |me |us |him |her |feel |fall |become |ever |really |usually ){1,6}(sick|ill|unwell|nauseous|dizzy|allergic reaction|reaction|vomit|rash|hives|burn|burned|burnt|burn my \\w{1,10}|hurt|swallow|swallowed|shock|choke|injured|cut my \\w{1,10})',
      'sick (and tired|of|to death)',
      '(home ?sick|love ?sick|car ?sick|sea ?sick)',
      '(burn|burnt|burned|burning) (my|the) (tongue|mouth) ~ (lol|haha|worth)',
      '(heart|chest) (is |was )?(racing|pounding) (with|for) (joy|excitement)',
      '(cut|hurt|broke|burn|burned|burnt) my (back|hand|arm|leg|foot|finger|wrist|neck|face|head|eyes?|skin) (last|years|months|a (few|couple)|in (a|an|my)|at (work|the gym)|skiing|playing|running|so (can|is|which|what|do)|and (need|want|would|was wondering|am looking))',
      '(cold|flu|covid|hangover|pregnant|pregnancy|morning) (sickness|sick)',
      '(was|been|am|im|were|off) (sick|ill) (last|this|so|and|with|at|for)',
      '(at|near|in|from|to) (the|a|our) hospital (cafe|shop|kiosk|canteen|staff|address|delivery)',
      '(work|works|working|deliver|ship|send) (in|at|to) (a|the) hospital',
    ],
  },
  zh: {
    says: [
      '(吃|喝|用|戴|抹|擦|涂|穿|敷|贴|尝)(了|完|过|着|你们?家?的?)~(过敏(?!原|源|体质|史|的人|性|吗|嘛)|过敏了|過敏|起(了)?.{0,3}(疹|水泡|泡泡|红点)|肿了|腫|呕吐|上吐下泻|拉(了)?.{0,4}肚子|腹泻|中毒|进医院|进了医院|住院|去医院|头晕|恶心|胃疼|肚子疼|肚子痛|烂脸|发痒|红肿|毁容|脱皮|晕倒|休克|吐了(?!槽))',
      '食物中毒|食品中毒|集体中毒',
      '(严重|引起|导致|出现|发生|产生|急性|皮肤|全身|又|就|马上|立刻|现在)(了)?(过敏|過敏)(?!吗|原|源|体质|嘛|么|怎么|能|可以)(反应|休克|了|性休克)?',
      '(过敏|過敏)(了|性?休克|进医院|住院|送医|反应很|反应严重)',
      '(烫|烧|灼|割|划|砸|夹|电|炸|刺|扎|摔|磕|压)(伤|到手|破了?手|破皮|到了手|到孩子|到我)(了|人|我|孩子|手)?(?!害|员|感)',
      '触电|被电(了|到|击|麻)|电(到|了)(我|一下|手)',
      '(孩子|宝宝|小孩|儿子|女儿|小朋友|娃|老人|我妈|我爸|猫|狗|猫咪|狗狗)~(误食|吞了|吞下|误吞|吞进|吃了(电池|零件|塑料|干燥剂)|卡住(喉咙|嗓子|气管)|卡喉|呛到|咽下|喝了~(清洁|洗|液)|烫(伤|到)|受伤|触电|中毒|过敏了|流血|窒息)',
      '误(食|吞|服)了',
      '(进|去|送|在)(了)?(医院|急诊|ICU|急救)~(因为|就是|吃|喝|用|戴|洗胃|抢救|检查|打点滴)',
      '(因为|就是|吃|喝|用|戴)~(进|送|住)(了)?(医院|急诊|ICU|院)',
      '送(医|急诊|医院)(了|抢救)|洗胃|抢救|呼吸困难|喘不(过|上)气|晕(倒|过去)了',
      '(牙|牙齿)(被)?(崩|硌|磕)(掉|坏|断|碎)',
    ],
    butNot: [
      '(会不会|会|容易|能|可以|怕|担心|有没有|是否|不会|万一|如果|要是|避免|防止|小心|以防|别)~(过敏|過敏|烫伤|烧伤|割伤|划伤|中毒|肿|起疹|拉肚子|触电|漏电|受伤|误食|误吞|头晕|恶心|呕吐)',
      '(过敏|過敏)(可以|能|还能|怎么|体质|人群|吗|的人|者|原|源|星人|性鼻炎|季|史|肌|皮)',
      '对.{1,8}(过敏|過敏)',
      '(笑|美|萌|可爱|感动|香)(得|到)~(晕|进医院|喘不|窒息)',
      '(吐槽|呕心|中毒太深|中了.{0,3}毒|喝上瘾)',
      '伤(心|脑筋|害|不起|感)',
    ],
  },
  fr: {
    says: [
      '(intoxication|intoxique|intoxiquee|empoisonne|empoisonnee|salmonelle)( alimentaire| par| avec| apres|)',
      '(fait|fais|eu|faire|ai|a|cause|provoque|declenche) (une |un )?(grosse |forte |violente |grave |enorme |petite )?(reaction allergique|allergie (a|au|aux|apres|grave|severe)|choc anaphylactique|oedeme|crise d allergie|urticaire)',
      'choc anaphylactique',
      '(m|nous|lui|l) (a|ont) (provoque|donne|cause|declenche|fait) (une |des |de l )?(grosse |forte )?(allergie|eruption|boutons|plaques|brulures?|demangeaisons|urticaire|eczema)',
      '(malades?|mal au ventre|mal au coeur|nausees?|vomi|vomissements?|diarrhee|boutons|plaques rouges|demangeaisons|urticaire|eruption) (apres|a cause|depuis|en (mangeant|buvant)|toute la nuit|partout|suite)',
      '(m|l|nous|les|t) (a|ont) (rendu|rendue|rendus|fait) (tres |vraiment )?(malades?|vomir)',
      '(j ?ai|il a|elle a|on a|nous avons|mon (fils|mari)|ma (fille|femme)) (tout )?(a )?vomi',
      '(finir|fini|finie|termine|terminee|alle|allee|emmene|emmenee|transporte|transportee|conduit|conduite) (aux |a l )(urgences|hopital|hospitalisee?)',
      '(hospitalise|hospitalisee|hospitalises)( apres| a cause| suite| depuis|)',
      '(me|s|se|m|nous) (suis|est|sommes|etre|etes) (gravement |bien |tout |meme )?(brule|brulee|brules|coupe|coupee|blesse|blessee|electrocute|electrocutee|ebouillante|ebouillantee|etouffe|etouffee|intoxique|intoxiquee|casse une dent|pris une decharge|pris le jus)',
      '(brule|brulee|blesse|blessee|coupe|electrocute|ebouillante) (la |le |ma |mon |mes |les |a la |au |au niveau du )(main|mains|bras|visage|doigt|doigts|jambe|peau|pied|fils|fille|enfant|levre|levres|cuisse|ventre|langue au)',
      '(fils|fille|bebe|enfant|petit|petite|chien|chat|gamin|neveu|niece) (a |vient d |vient de |s est |aurait |s etouffe )?(avale|avaler|ingere|gobe|mange une pile|bu|s etouffer|etouffe|etouffee|brule|brulee|blesse|blessee|electrocute|intoxique)',
      '(avale|ingere|gobe) (une|un|la|le|des) (pile|piece|aimant|bouton|morceau|bout|produit|capsule)',
      '(pris|prendre|recu|recois) (une |un )?(decharge|coup de jus|le jus|choc electrique)',
      '(me suis |)(casse|pete|fendu|perdu) une dent (sur|en|avec|a cause)',
      '(n arrive plus|arrive plus|peux plus|du mal|peine) a respirer',
      '(gorge|visage|levres?|langue|yeux|main) (gonfle|gonflee?s?|qui gonfle|a gonfle|ont gonfle|enfle|enflee?s?)',
    ],
    butNot: [
      '(peut|pourrait|risque|va|vais|peux|si|va t|est ce que|peur|pas|sans|eviter|crains|jamais) (on |il |ca |cela |je |t il |de |d |me |se |s |que |nous |tomber |etre |rendre |faire |une |un |avoir |provoquer |vomir ){0,6}(malade|allergie|reaction allergique|brule|bruler|blesser|electrocuter|vomir|gonfler|avaler|choc)',
      'coupe(e)? (les|mes) (cheveux|ongles)',
      'malade(s)? (de rire|d impatience|mental|d amour)',
    ],
  },
  de: {
    says: [
      '(lebensmittelvergiftung|vergiftet|allergischer schock|allergische reaktion|anaphylaktisch)',
      '(mir|uns|ihm|ihr) (ist|wurde|war|wird) (total |sehr |so )?(schlecht|ubel|schwindelig) (nach|von|seit|geworden)',
      '(nach dem|von dem|vom|von eurem|von ihrem|seit dem) (essen|trinken|verzehr|kaffee) ~ (erbrochen|ubergeben|krank|schlecht|durchfall|ausschlag)',
      '(verbrannt|verbruht|geschnitten|verletzt) (an|am|mit|durch|bei)',
      '(habe mich|hat sich|ich mich|kind hat sich) ~ (verbrannt|verbruht|geschnitten|verletzt)',
      '(stromschlag|eine gewischt) ?(bekommen|gekriegt|von|)',
      '(kind|sohn|tochter|baby|hund|katze) (hat )?~? ?(verschluckt|verbrannt|erstickt|vergiftet)',
      '(hat|habe) ~ (batterie|knopf|magnet|teil|knopfzelle) ~ verschluckt',
      '(im|ins) krankenhaus (wegen|nach|gelandet|eingeliefert)',
      'notaufnahme',
      '(bekomme|kriege) keine luft',
    ],
    butNot: [
      '(kann|konnte|wurde|wird|darf|ob|falls|wenn) (ich |man |es |das |davon |mir |sich ){0,4}(allergische reaktion|verbrannt|verletzt|schlecht|ubel)',
    ],
  },
  es: {
    says: [
      '(intoxicacion|intoxicado|intoxicada|me intoxique|envenenado)( alimentaria|)',
      '(reaccion alergica|shock anafilactico|choque anafilactico)',
      '(me|nos|le) (puse|pusimos|puso|senti|sento|cayo) (muy |super )?(mal|enferm[oa]s?|fatal) (despues|tras|por|con|al)',
      '(vomitado|vomite|vomitando|diarrea|sarpullido|ronchas) (despues|tras|por|toda|con)',
      '(me|se|nos) (he |ha )?(queme|quemado|quemo|corte|cortado|corto|electrocute|herido|lesione) (la|el|con|las|los|al|por)',
      '(me dio|dio) (un )?(calambre|descarga|calambrazo)',
      '(hij[oa]|nin[oa]|bebe|perr[oa]|gat[oa]) (se )?(ha )?(tragado|trago|atraganto|atragantado|quemado|quemo|comio una|intoxico)',
      '(urgencias|hospital|hospitalizad[oa]) (por|despues|tras|debido|con)',
      'no puedo respirar',
    ],
    butNot: [
      '(puede|podria|puedo|si|va a|causa|produce|da) (dar|causar|una|me|tener|provocar|producir|hacer|una ){0,3} ?(reaccion alergica|alergia)',
    ],
  },
  it: {
    says: [
      '(intossicazione|intossicat[oa]|avvelenat[oa])( alimentare|)',
      '(reazione allergica|shock anafilattico)',
      '(sono stat[oa]|mi sento|sto|siamo stati|stat[oa]) (molto |tanto )?mal[ei] (dopo|per|da quando|a causa)',
      '(vomitato|vomitando|diarrea|sfogo|eruzione|orticaria) (dopo|per|tutta|su)',
      '(mi sono|si e|ci siamo) (ustionat|bruciat|tagliat|ferit|scottat|fulminat)[oaie]',
      '(preso|dato|ho preso) (la |una )?(scossa)',
      '(figli[oa]|bambin[oa]|bimb[oa]|cane|gatto) (ha |si e )?(ingoiato|inghiottito|ingerito|soffocat[oa]|ustionat[oa]|bruciat[oa])',
      '(pronto soccorso|ospedale|ricoverat[oa]) (per|dopo|a causa|con)',
      'non riesco a respirare',
    ],
    butNot: [
      '(puo|potrebbe|rischia|se|da|causa) (dare|causare|una|provocare|di|avere ){0,3} ?(reazione allergica|allergia)',
    ],
  },
  pt: {
    says: [
      '(intoxicacao|intoxicad[oa])( alimentar|)',
      '(reacao alergica|choque anafilatico)',
      '(passei|passamos|fiquei|ficamos|passou) (muito )?(mal|doentes?) (depois|apos|por|com)',
      '(vomitei|vomitou|vomitando|diarreia|alergia na pele) (depois|apos|por|a noite|com)',
      '(me|se) (queimei|queimou|cortei|cortou|machuquei|machucou|feri|feriu) (com|na|no|a|por|o)',
      '(levei|tomei|deu) (um )?choque',
      '(filh[oa]|crianca|bebe|cachorr[oa]|gat[oa]) (engoliu|comeu|se engasgou|engasgou|se queimou|ingeriu)',
      '(hospital|pronto socorro|internad[oa]) (por|depois|apos|com|devido)',
      'nao consigo respirar',
    ],
    butNot: ['(pode|poderia|posso|se|causa|da) (causar|dar|uma|ter|provocar ){0,3} ?(reacao alergica|alergia)'],
  },
  ja: {
    says: [
      '(食中毒|アナフィラキシー)(に|かも|だ|を|で|になり|$)?',
      'アレルギー(反応|症状)が(出|で)',
      '(食べ|飲ん|使っ)(て|たら|た後)~(吐い|吐き|下痢|腹痛|具合が悪|気持ち悪く|蕁麻疹|じんましん|湿疹|かぶれ|腫れ|倒れ|気分が悪)',
      '(火傷|やけど|ヤケド|感電|怪我|けが|ケガ)(しま|した|して|を負|をし)',
      '(子供|子ども|赤ちゃん|息子|娘|犬|猫)~(飲み込|誤飲|誤食|喉に詰ま|やけど|怪我)',
      '(救急|病院)(に|で|へ)(運ば|搬送|行き|行っ|入院)',
      '息が(できない|苦しい)',
    ],
    butNot: ['(しない|する|した|出る|出ない|大丈夫|心配|恐れ|可能性|しそう)(か|です|でしょう|ます)~(か|\\.)$'],
  },
})

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
      '(冒烟|冒煙|起火|着火|著火|自燃|烧起来|燒起來|烧着|冒火|冒火花|爆炸(?!性|式|价|盐|贴|头|糖|级)|爆燃|炸开|短路|漏电|漏液|漏油|漏酸)(了|啦|$|怎么办|还|\\.)?',
      '(充电宝|手机|电池|电瓶|耳机|充电器|插头|插座|数据线|线|壶|锅|杯子|音箱|手表|投影|机器|电脑|笔记本|吹风机|电热毯|路由器|咖啡机|玻璃|灯)(突然|直接|居然|又|都|自己|竟然|充电时|充着充着|用着用着|半夜){0,2}(炸|爆|烧|熔化|融化|烧焦|烧糊|烧坏)了',
      '(咖啡|饭|菜|豆子|粉|包装|袋子?|瓶|盒|面包|蛋糕|饮料|奶茶|拿铁|牛奶|食物|产品|货|里面|里|中)(里面|里|中|内|上|底)?(头)?(居然|竟然|还|都|全|好像)?(有|吃出|喝出|发现|出现|全是|混了|掉了|爬)(了|一|只|根|个|条|块|片|些|点|死|很多|好多|活的?|小|几|半){0,4}(虫|蟑螂|头发(?!护理|油)|玻璃渣|玻璃|金属|异物|铁丝|钉子|霉|霉菌|老鼠|苍蝇|蛆|塑料片|石子|石头|指甲|刀片|针头)'.replace(
        '*',
        '{0,4}',
      ),
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
