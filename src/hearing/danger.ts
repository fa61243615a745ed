/** Signs of other danger to people: somebody in it at this moment, and threats against staff or shop. */
import { createSign } from '../words/signs.ts'

/** Somebody is attacked, held or hunted now. */
export const showsViolenceNow = createSign({
  en: {
    says: [
      '(someone|somebody|he|she|they|my (husband|wife|boyfriend|girlfriend|dad|father|mum|mom|mother|ex|partner|stepdad|brother|son)) (is|are|s|keeps|wants|is going|is trying|are trying|was trying|just tried|tried) (to |threatening to |going to )?(kill|killing|beat|beating|hit|hitting|hurt|hurting|rape|raping|strangle|strangling|stab|stabbing|shoot|attack|attacking|abuse|abusing|murder) me',
      'he (beats|hits|rapes|chokes|abuses) me',
      '(ive|i have|i) been (kidnapped|raped|stabbed|shot|abducted|assaulted|attacked)',
      'i (was|got) (raped|stabbed|shot at|sexually assaulted|beaten up)',
      '(call|please call|someone call|help call) (the )?(911|112|999|police|ambulance|an ambulance)( now| please| for me| quick|)',
      'locked me in',
      '(im|i am) (in danger|being (held|followed|attacked|kidnapped|stalked|beaten|abused|trafficked))',
    ],
    butNot: [
      '(kill|killing|murder|murdering|beat|beating) me (for|if|when|over|with|lol|haha|because)',
      '(this|these|your|the) (price|prices|queue|wait|smell|app|site) .{0,12} (killing|attacking|hurting) me',
      '(deadlines?|work|boss|kids|feet|back|head|curiosity|suspense|shoes) (is|are) (killing|hurting) me',
    ],
  },
  zh: {
    says: [
      '救命(?!稻草|神器|恩人)(啊)?.{0,10}(有人|他|杀|打|死|报警|求)',
      '有人(要|在|想)~(杀|打|害|砍|强奸|跟踪|绑架)我',
      '(老公|丈夫|男友|男朋友|爸|继父|前任|前男友|他)~(家暴|打我|要杀我|掐我脖子|强奸)',
      '我被~(家暴|强奸|性侵|绑架|拐卖|囚禁|捅|砍)了?',
      '(快|帮我|谁能?|请)(帮我)?(报警|叫救护车|打 ?110|打 ?120)',
    ],
    butNot: ['(被|给)(价格|账单|现实)~打'],
  },
  fr: {
    says: [
      '(on|quelqu un|il|elle|mon (mari|copain|pere|ex|conjoint|compagnon|frere)|ma (femme|mere|copine)) (veut|essaie de|va|est en train de|menace de|a essaye de|cherche a) (me )?(tuer|frapper|violer|etrangler|poignarder|agresser)( moi|)',
      '(il|mon (mari|copain|pere|conjoint|compagnon)) me (frappe|bat|viole|tape|sequestre)',
      '(je suis|j ?ai ete) (en danger|sequestree?|violee?|agressee?|poignardee?|kidnappee?)',
      '(appelez|appelle|appeler) (vite )?(la police|le 15|le 17|le 112|le 18|une ambulance|les secours|les pompiers|le samu)',
    ],
    butNot: ['me (tuer|frapper|etrangler) (si|quand|pour|parce|de rire)'],
  },
  de: {
    says: [
      '(jemand|er|mein (mann|freund|vater|ex)) (will|versucht) mich (umzubringen|umbringen|zu toten|toten|schlagen|vergewaltigen)',
      '(er|mein (mann|freund|vater)) schlagt mich',
      '(rufen sie|ruft|ruf) (bitte |schnell )?(die polizei|den notarzt|einen krankenwagen)',
      'ich bin in gefahr',
    ],
  },
  es: {
    says: [
      '(alguien|mi (marido|novio|padre|ex)|el) (quiere|intenta|va a) (matarme|pegarme|violarme|hacerme dano)',
      '(mi (marido|novio|padre)|el) me (pega|golpea|viola|maltrata)',
      '(llamen|llama|llamad) a (la policia|una ambulancia|emergencias)',
      'estoy en peligro',
    ],
  },
  it: {
    says: [
      '(qualcuno|mio (marito|padre|ex)|il mio ragazzo|lui) (vuole|cerca di|sta per) (uccidermi|ammazzarmi|picchiarmi|violentarmi)',
      '(mio marito|mio padre|il mio ragazzo) mi (picchia|violenta)',
      'chiamate (la polizia|un ambulanza|i carabinieri)',
      'sono in pericolo',
    ],
  },
  pt: {
    says: [
      '(alguem|meu (marido|namorado|pai|ex)|ele) (quer|esta tentando|vai|tentou) (me matar|me bater|me estuprar|me agredir)',
      '(meu (marido|namorado|pai)|ele) me (bate|estupra|agride)',
      '(chamem|chame|liga para) (a policia|uma ambulancia|o samu)',
      '(estou|to) em perigo',
    ],
  },
  ja: {
    says: [
      '(誰か|夫|彼氏|父|彼|元彼)~(殺され|殴られ|襲われ)(そう|て|る)',
      '殺される',
      '(警察|救急車)を?呼んで',
      '監禁され',
    ],
  },
})

const victim =
  '(you|u|ya|yall|all of you|you all|you guys|you people|every ?(one|body)( there| of you| in there| who works there)?|your (staff|people|boss|manager|ceo|owner|family|kids|children|wife|team|employees|workers|barista|baristas|cashier|driver|drivers|courier|shop|store|office|place|building|cafe|warehouse|house|home|face|legs|teeth|neck|car|headquarters|factory)|(the|a|any|every) (next|first) (\\w{2,12})|one of you|the (staff|manager|owner|boss|driver|courier|barista|cashier|shop|store|guy|girl|idiot) (who|that|at|in|there|behind))'

export const showsThreat = createSign({
  en: {
    says: [
      `(im|i|we|ill|well|id|ima|imma) (am |m )?(gonna |going to |will |shall |coming to |come to |want to |would love to |swear ill |swear i will |swear to god ill |promise to |will personally |personally |have to )?(kill|murder|shoot|stab|beat up|beat the (shit|crap|hell) out of|beat|strangle|smash|burn|burn down|bomb|blow up|torch|slaughter|cut up|slit|rape|break|punch|knock out|run over|hunt down|hunt|petrol bomb|set fire to|shoot up|fuck up|throw acid (at|on)|poison) ${victim}`,
      'i (know|found out|will find out|ill find out) where (you|u|your (family|staff|kids|boss|manager|ceo)|they) (live|work|lives|works|sleep|park|go to school)',
      '(burn|blow|shoot|smash|torch|bomb|tear|trash) (down |up )?(your|the|this|that) (whole |entire |fucking |damn |stupid |little )?(shop|store|office|place|building|cafe|warehouse|headquarters|factory)( down| up| to the ground| to pieces|)',
      '(there is|theres|i (have |)(planted|put|left|placed|hid)) a bomb( in| at| under| inside|)',
      '(bring|bringing|come with|coming with|come in with|show up with|turn up with) (a|my) (gun|knife|bat|rifle|machete|bomb|axe|hammer|petrol) (to your|next time|with me|and (kill|stab|shoot|smash|hurt)|for (you|your)|tomorrow)',
      'i (have|got|own) a (gun|rifle|bomb|machete)',
      '(find|track|hunt) (you|u|your \\w{2,12}) (down )?(and|to) (kill|hurt|beat|shoot|stab|smash|break|end)',
      '(your|this|the whole) (shop|store|office|place|building|cafe|warehouse|company|house) (will|is going to|is gonna|gonna|should|deserves to) (burn|be on fire|go up in flames|explode|be blown up|get burned)',
      '(watch your back|sleep with one eye open|youre a dead (man|woman)|you are a dead (man|woman)|youre dead meat|you are dead|youre all dead|you will all die|youll all die|your days are numbered)',
      '(come|coming|drive|go) (over |down |round |around )?(there|to your (shop|store|office|place|house)) (and|to) (kill|smash|beat|hurt|burn|break|stab|shoot|punch|fuck up)',
      '(someone|somebody) (is going to|will|is gonna|should) (get hurt|die|kill you|shoot you|burn (you|your|the) ~ down)',
    ],
    butNot: [
      '(kill|killing|killed|beat|smash|hunt|break|burn|murder) (you |u |ya )?(with kindness|for (a|one|some|another|that|this|your|it)|to (get|have|know)|the (deal|competition|price))',
      '(beat|break|burn|smash|shoot|hunt) (you|u) (a|an|to|some|at|by|on price|down on|up on|for|in)',
      '(ill|i will|id|let me|can i) (shoot|hunt|burn) (you|u) (a|an|some|over|down for|the) (message|mail|email|text|dm|copy|note|line|cd|details)?',
      '(could|can|would) (kill|murder|destroy|smash) (a|an|for|one|some|this|that)',
      '(your|the) (coffee|cake|bag|product|watch) (is going to|will|would) kill',
      '(game|character|level|boss fight|minecraft|fortnite)',
    ],
  },
  zh: {
    says: [
      '(我|老子|爷|本人|哥)(.{0,6})(弄死|杀了|杀死|砍死|打死|捅死|干死|整死|宰了|砍了|捅了|做掉|打断|揍|砍|杀)(你|妳|你们|你家|店员|客服|老板)(?!不成)',
      '(弄死|杀了|砍死|捅死|宰了|杀|打断)(你|你们|你全?家|你们全家)(全家|的腿|信不信|店)?(?!的(心|价|时间))',
      '(砸|烧|炸|端|拆)(了|掉|烂)?(你|你们|你家|您)(们)?(的|家的)?(店|公司|门店|店铺|门面|工厂|仓库|破店|总部)',
      '(放火|放把火|泼油漆|泼硫酸|扔炸弹|装炸弹|放炸弹)',
      '(店里|公司|楼里|门店)~(有|放了|装了|埋了)炸弹',
      '(带|拿|提)(着)?(把)?(刀|枪|棍子|锤子|斧子|汽油)(去|来|找|上|到)~(你|店|公司|门)',
      '(找人|叫人|带人|喊人)(来|去)?(弄|揍|打|收拾|砍|干|堵)(你|你们|死)',
      '(知道|查到|找到|人肉到?)(你|你们)(家)?(住|家|在)(哪|哪里|哪儿|地址)',
      '见(你)?一次打一次',
      '(让|叫)你(们)?(全家)?(不得好死|死无全尸|横着出去|见血|活不过)',
      '血洗',
      '(拿|带|提)(着)?(把)?刀~(砍|捅|杀)|信不信~(砍|打|杀|弄|捅|烧|砸)(了|死|你|烂)',
      '(去|来|就|要|带人|给你)(把)?(砸|烧|炸)(了)?(你们?(的|家)?)?(店|公司|门店)(?!小二|铺装)',
      '(等着|小心)(被|挨)(砍|打|揍|弄|捅)|你们?(就)?等死',
    ],
    butNot: [
      '(杀|弄死)你们?的?(心|价|时间|头)',
      '(砍|杀)(你|你们)?(一|个|点|下|半)?(价|刀)',
      '(气死|笑死|爱死|想死|馋死)我?',
      '(游戏|剧本杀|狼人杀)~(杀|砍|打)',
      '烧(店|公司|脑|钱)',
    ],
  },
  fr: {
    says: [
      '(je|j|on) (vais|va|veux|vous|te|viens|jure que je vais|jure je vais|promets de|viendrai|finirai par) (venir |aller |bien |finir par )?(vous |te |t |l |le |la |les |lui |leur |votre (livreur|vendeur|patron|vendeuse|equipe|gerant) )(tous |toutes |tout )?(tuer|buter|crever|frapper|defoncer|egorger|planter|demolir|massacrer|casser la (gueule|tete|figure|jambe)|peter la (gueule|tete)|eclater la (gueule|tete)|faire la peau|bruler vif|poignarder|abattre|violer|exploser la (gueule|tete))',
      'je (vous|te|les|le|la) (tuerai|buterai|egorgerai|frapperai|creverai|demolirai|defoncerai)',
      '(vais|va|viens|veux|voudrais) (poignarder|egorger|tuer|buter|frapper|abattre|tabasser) (votre|vos|ton|ta|tes|quelqu un|un de vos|tout le monde)',
      '(retrouver|trouver|attendre|choper) (dehors )?et (vous|te|lui|leur) (casser|tuer|frapper|buter|defoncer|crever|peter)',
      '(je|on) (sais|connais|trouverai|vais trouver|va trouver) (ou|l adresse ou|votre adresse|ton adresse) ?(tu|vous|ta famille|votre famille)? ?(habit|viv|travaill|bosse|dor)?(es|e|ez|s|is|ons|t|ent)?( et|)',
      '(bruler|brule|cramer|crame|faire sauter|exploser|saccager|casser|detruire|incendier|foutre le feu a|mettre le feu a) (votre|ta|la|ton|tout|toute|le) (sale |putain de )?(boutique|magasin|bureau|bureaux|local|entrepot|siege|atelier|maison|baraque)',
      '(une|la) bombe (dans|a|chez|sous|devant) (votre|le|la|vous|vos)',
      '(venir|viens|viendrai|debarquer|debarque) (chez vous |dans votre (boutique|magasin) )?avec (un|une|mon|ma) (couteau|arme|fusil|batte|flingue|hache|marteau|barre)',
      '(vous allez|tu vas) (tous )?(crever|mourir|le payer de (ta|votre) vie)',
      '(t|vous) (es|etes) (un |une |des )?(homme |femme |hommes )?morte?s?',
    ],
    butNot: [
      'frapper (a|chez) (la|votre|ta|vos|vous|la porte)',
      'sais ou (vous|tu) (etes|vous trouvez|trouver|livrez|vendez|es)',
      '(tuer|tue) (le temps|l ennui)',
      '(casser|bruler|exploser) (les prix|votre prix|le prix)',
      'vous (etes|es) mort(e|s)? de (rire|fatigue)',
    ],
  },
  de: {
    says: [
      '(ich|wir) (bringe?|bringen|werde|werden|steche|schlage|knalle) (euch|dich|sie|deine|eure) ~ (um|umbringen|abstechen|ab|toten|verprugeln|zusammen|tot|kaputt|erschiessen)',
      'ich (weiss|finde raus|finde heraus),? wo (du|ihr|sie) (wohnst|wohnt|wohnen|arbeitest|arbeitet|arbeiten)',
      '(zunde|brenne|fackle|sprenge) (euren|deinen|ihren|den|das|eure|euer) (laden|geschaft|buro|bude) (an|ab|nieder|in die luft)',
      '(eine )?bombe (in|im|unter|bei) (eurem|ihrem|dem|euch|ihnen)',
    ],
  },
  es: {
    says: [
      '(voy a|vamos a|os voy a|te voy a|los voy a|les voy a) (matar|matarte|mataros|matarlos|apunalar|golpear|quemar|romper(te|os|les)? la cara|partir(te|os|les)? la cara|rajar|disparar)(te|os|los|les| a todos|)',
      '(te|os|los) (voy a|vamos a) (matar|rajar|reventar|disparar|partir la cara)',
      '(se|sabemos) donde (vives|viven|vivis|trabajas|trabajan)',
      '(quemar|incendiar|volar) (vuestra|su|tu|la) (tienda|oficina|local|casa)',
      '(hay|puse|he puesto) una bomba',
    ],
    butNot: ['matar (el tiempo|el hambre|dos pajaros)'],
  },
  it: {
    says: [
      '(vi|ti|li) (ammazzo|uccido|spacco la faccia|accoltello|sparo|brucio|faccio fuori)( tutti|)',
      '(vengo|veniamo) (li |da voi )?(e|a) (vi |ti )?(ammazz|uccid|spacc|bruci|picchi)(o|are|ere)',
      'so dove (abiti|abitate|vivi|vivete|lavori|lavorate)',
      '(brucio|do fuoco a|faccio saltare) (il|la|al) (vostro|tuo|vostra|negozio)',
      '(c e|ho messo) una bomba',
    ],
  },
  pt: {
    says: [
      '(vou|vamos) (matar|esfaquear|espancar|quebrar a cara de|dar um tiro em|acabar com a raca de|queimar|te matar|te pegar|te quebrar) ?(voces?|vcs|vc|todos|a loja|sua loja|o gerente|)',
      '(sei|descobri) onde (voce|voces|vc|vcs) (mora|moram|trabalha|trabalham)',
      '(botar|colocar|tocar|por) fogo (na|nessa) (loja|sua)',
      '(tem|coloquei) uma bomba',
    ],
    butNot: ['vou (matar|queimar) (a|o|um|uma|as|os|minha|meu|essa|esse|aula|saudade)'],
  },
  ja: {
    says: [
      '(お前|おまえ|あんた|店員|店長|社長|てめえ|貴様)(ら|たち)?(を|は)?(全員)?(殺す|殺して|ぶっ殺|刺す|殴)',
      '(ぶっ殺す|ぶっころす|殺してやる|殺すぞ|刺しに行く|殴りに行く)',
      '(店|会社)(に|を)(火をつけ|放火|爆破|ぶっ壊)',
      '爆弾を?(仕掛け|置い)',
      '(家|住所)(を|は)?(特定し|知って)',
    ],
  },
})
