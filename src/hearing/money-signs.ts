/** Signs of money gone wrong and of accounts in other hands. Paying and signing in as such are questions. */
import { createSign } from '../words/signs.ts'

const times =
  '(twice|two times|2 times|2x|double|three times|3 times|thrice|multiple times|several times|many times|again and again|a second time)'

export const showsPaymentTrouble = createSign({
  en: {
    says: [
      `(charged|billed|debited|taken|took|paid|deducted|withdrawn|charge|charging|billing|deduct|debit|withdrew|pulled|payment went through|payment was taken) (it |me |us |my (card|account|bank|bank account|credit card|debit card) |for (it|this|that|one|the|my) (order |thing )?|this |that |the (money|payment|amount) |for |money |from my (account|card|bank) |by you ){0,3}${times}`,
      '(double|duplicate|duplicated) (charge|charged|charges|charging|billed|billing|payment|payments|debit|debited|transaction|transactions)',
      '(overcharged|over charged) (me|us|my|for|on|by|again)?',
      '(charged|billed|took|debited) (me|my card|us) (the )?(wrong|too much|more than|extra|a different|an incorrect)',
      '(was|been|got) (charged|billed) (the )?(wrong|too much|a different|an incorrect)',
      '(unauthori[sz]ed|unknown|unrecogni[sz]ed|fraudulent|mystery|suspicious|fraud) (charges?|transactions?|payments?|purchases?|debits?|withdrawals?|orders?)',
      '(charge|transaction|payment|purchase|debit|order)s? (that )?(i )?(didnt|did not|never|dont|do not|havent) (make|made|authori[sz]e|authori[sz]ed|recogni[sz]e|approve|approved|place|placed|order|know)',
      '(didnt|did not|never|dont|do not) (authori[sz]ed?|recogni[sz]ed?|approved?|make|made|placed?) (this|that|the|any|these) (charges?|payments?|transactions?|purchases?|amount|debit|order)',
      '(i|ive|we|im|was|were|been|got|getting|being|you) (have |am |just |totally |being |been |was |were |got |have been ){0,3}(scammed|defrauded|ripped off by (you|your)|conned)( me| by you| by your| us| out of|)',
      '(report|reporting|commit|committed|been|is|victim of|possible|suspect|suspected|due to|detected|about) (a |an |some |card |credit card |identity |this |any )?(fraud|fraudulent)( activity| charge| transaction| on|)',
      '(fraud|fraudulent activity|fraudulent transaction) (on|in|with) (my|our) (card|account|bank|credit card|debit card)',
      '(my|our) (credit |debit |bank )?(card|card details|card number|card info|bank details|bank account) (was|were|has been|have been|got|is|s been|just got|is being) (stolen|cloned|skimmed|hacked|compromised|used without|used by|leaked|fraudulently|misused)',
      '(someone|somebody|they|he|she|you) (has |have |just |is |else |else is )?(used|using|stole|stolen|cloned|copied|charged) my (credit |debit |bank )?card',
      '(stole|stolen|taken|lost) (my )?money from (my|me)',
      '(money|amount|payment|cash|rs|funds) (has |have |was |is |got |already |been |is already |has already |has been |was already |were |are |\\d{1,7} ){0,3}(deducted|debited|taken|withdrawn|charged|gone|cut|left my account|went through|went out|collected) (from (my|the) (account|bank|card|bank account|side) )?(but|yet|and|however|without|though) ~ (no|not|order|didnt|did not|never|failed|isnt|cant|wasnt|hasnt|booking|nothing|without)',
      '(paid|payment (went through|done|made|completed|successful|taken)) (but|yet|and) (the |my |i |there is |theres |got |have |there was ){0,2}(no order|order (doesnt|does not|isnt|is not|never|didnt) (show|appear|there|listed|showed|appeared)|order is (gone|missing|nowhere)|order (failed|not (placed|confirmed|showing|created|there|found|generated|booked|going)|was not|wasnt|is not|isnt|disappeared|didnt go through|cancelled itself)|no confirmation|nothing (happened|arrived in my account)|it failed|site crashed|page crashed|order didnt)',
      '(took|take|taken|taking|charged|charge|debited|deducted|withdrew) ~ (from|on|to) my (card|account|bank account|credit card|paypal) (twice|two times|2 times|three times|3 times|again)',
      '(two|2|three|3|multiple|several) (charges|debits|transactions|identical payments|payments of the same) (for|from|on|of|in|by|to|instead)',
      '(charged|billed|debited) (me|my card|us) (again|once more|a second time)',
      '(chargeback|charge back|(dispute|disputing) (the|this|it|that|these) ?(charges?|payment|transaction|with (my|the) (bank|card))|disputing (the|this) (charge|payment))',
      'counterfeit money|fake (invoice|invoices) (from you|in your name)',
    ],
    butNot: [
      '(how|what|where|why|do|does|can|could|is there|are there|any|your|do you have|policy on|against|avoid|prevent|protect (me |us )?(from|against)) (you |i |it |do |a |an |the |about |of |there |any |we |to |report |handle |deal with ){0,4}(fraud( protection| detection| alerts?)?|chargebacks?|unauthori[sz]ed (charges?|transactions?))',
      '(is|are|isnt|looks like|sounds like) (this|it|that|you|your (site|shop|page|brand)) ~ (scam|fraud|scammers?)',
      'foreign transaction',
      '(twice|two times|double|three times) (as|the (price|amount|cost|money)|that|what|this)',
      '(charge|charged|charges|charging|charge it) (twice|two times|2 times|double|three times|3 times|several times|multiple times) (a|per|every|each|in|before|on one|daily)',
      '(battery|phone|watch|earbuds?|headphones?|power bank|case|laptop|device|it) (has been |is |was |needs to be |be |charges |charged |has to be |must be )?(charged|charge|charges) (twice|two times|2 times|double)',
    ],
  },
  zh: {
    says: [
      '(扣|刷|付|收|划|支付|扣款|扣费|收费)(了|款|费|钱|我|走|掉|我的|卡){0,3}~(两|2|二|三|3|双|多|好几)(次|笔|份|遍|回|倍)',
      '(重复|二次|两次|2次|多次|双重)(扣款|扣费|付款|支付|收费|扣钱|扣|刷卡|下单扣)',
      '扣(款|费|钱)?.{0,3}重复|被(多|乱|错|误)扣|(多|乱|错|误)扣了',
      '(多|乱|错|误)(扣|收|刷)(了)?(我)?(的|款|钱|费|几|\\d|好|五|十|两)',
      '盗刷|盜刷|盗用(了)?我的?(卡|信用卡|银行卡)',
      '(扣|付|刷)~(钱|款|费)~(订单|下单)~(没|未|不|失败|取消|消失)|(钱|款)(都|也|已经)?(扣|付|刷)了~(订单|下单)~(没|未|不|失败|取消)|(扣|付|刷)(了)?(钱|款|费)~(没有|没生成|没看到|没显示|查不到|看不到|没)订单',
      '(银行卡|信用卡|卡|钱|余额)~(被盗|被偷|被刷|被人刷|被人用|莫名扣|不翼而飞|莫名少)(?!版)',
      '没(有)?(买|下单|消费|订|购买)(过)?~(扣|收|刷)(了)?(我)?(的)?(钱|款|费)|(卡|钱|余额)(居然|好像)?被(别人|他人|谁|人)?(盗|偷|刷|转走)',
      '不是我(本人)?(付|刷|买|操作|下|支付|消费)的',
      '(莫名其妙|无缘无故|没有授权|未经授权|未经我同意|没经过我同意|擅自|偷偷)(就)?(被)?(扣|刷|收|划|续)(了)?(我)?(的)?(钱|款|费|走|\\d|会员|卡)',
      '(被|遭|上当)(人)?(诈骗|骗了钱|骗钱|骗了\\d|骗走)|骗(了)?我的?钱|诈骗(了|团伙|犯|我)|(冒充|假冒)(你们|贵司|官方)的?(客服|人|店)',
    ],
    butNot: [
      '(充|充电|洗|喝|吃|用|刷牙|冲)(了)?(两|2|二|三|3|多)次',
      '(会不会|会|怕|担心|如果|万一|要是)~(盗刷|重复扣|多扣|诈骗)',
      '(分|可以|能|支持|怎么)~(两|2|三|3|多)(次|笔)(付|支付)',
      '(运费|邮费)~(两|2)次',
      '(可以|能|能不能|支持)~(付|刷|支付)(两|2|三|3)次',
    ],
  },
  fr: {
    says: [
      '(debite|debitee|debites|preleve|prelevee|preleves|facture|facturee|paye|payee|encaisse|encaissee|regle|passe|passee|pris|comptee?) (ma carte |mon compte |deux |la commande |de |l argent |le montant |moi |ma commande )?(deux|2|trois|3|plusieurs|double|en double) ?(fois|)',
      '(double|doubles) (debit|debits|prelevement|prelevements|paiement|paiements|facturation|encaissement|transaction)',
      '(deux|2|trois|plusieurs) (debits|prelevements|paiements) (pour|sur|au lieu|alors|de)',
      '(prelevement|debit|paiement|transaction|achat|operation|depense)s? (non autorise|frauduleux|frauduleuse|inconnu|inconnue|suspect|suspecte|non reconnu|que je n ai pas|que je ne reconnais)(e|s|es)?',
      '(jamais|pas) (autorise|valide|fait|effectue|reconnais) (ce|cet|cette|de|le|la) (prelevement|paiement|achat|transaction|debit|commande)',
      '(carte|cb|carte bancaire|carte bleue|coordonnees bancaires) (a ete |s est fait |est |m a ete |a )?(volee?|piratee?|usurpee?|clonee?|utilisee? (frauduleusement|sans|par quelqu un)|derobee?)',
      '(vole|pirate|utilise|clone) ma (carte|cb)( bancaire| bleue|)',
      '(debite|preleve|paye|paiement (accepte|effectue|passe|valide)) (mais|et|pourtant|alors que) ~ (pas|aucune|rien|jamais|annulee|echoue|echec|non)( de| recu| validee| commande|)',
      '(victime|signaler|tentative|suspicion|soupconne|s agit|ai subi) (d |de |d une |une )?(fraude|escroquerie|arnaque)',
      '(me suis|nous sommes|s est) (fait|faits) (arnaquer|escroquer|avoir par vous|voler mon argent)',
      '(mauvais montant|montant errone|trop preleve|preleve trop|surfacture|surfacturee|trop percu)',
    ],
    butNot: [
      '(payer|regler|paiement|paye|regle|payez) en (deux|2|trois|3|quatre|4|plusieurs|x) fois',
      '(est ce|c est|serait ce|pas) (une )?(arnaque|fraude)',
    ],
  },
  de: {
    says: [
      '(doppelt|zweimal|2 mal|2x|zwei mal|mehrfach|dreimal) (abgebucht|belastet|bezahlt|berechnet|abgezogen|eingezogen|gezahlt)',
      'doppelte (abbuchung|zahlung|belastung)',
      '(unberechtigte|unbekannte|nicht autorisierte|falsche) (abbuchung|zahlung|transaktion)',
      '(karte|kreditkarte|kartendaten) (wurde|ist|wurden) (gestohlen|missbraucht|geklaut|gehackt|kopiert)',
      '(betrogen|abgezockt) worden',
      '(abgebucht|bezahlt) aber (keine|nicht|die bestellung)',
    ],
  },
  es: {
    says: [
      '(cobrado|cobraron|cobro|cargado|cargaron|pagado|pague|debitado|cobrar|cobrada) (me |la tarjeta |el pedido |por )?(dos|2|tres|varias|doble) ?(veces|)',
      '(doble|duplicado) (cobro|cargo|pago)',
      '(cobro|cargo) (duplicado|doble|no autorizado|desconocido|indebido|que no reconozco)',
      '(tarjeta) (fue |ha sido |me la han )?(robada|clonada|hackeada)',
      '(robado|clonado|robaron) (la|mi) tarjeta',
      '(me han|me|fui|he sido) (estafado|estafaron|estafada)',
      '(pague|cobraron|cobrado) (pero|y) (no|el pedido no|ningun)',
    ],
  },
  it: {
    says: [
      '(addebitato|addebitata|pagato|prelevato|scalato|addebito) (la carta |l ordine |mi )?(due|2|tre|piu|doppio) ?(volte|)',
      '(doppio|duplicato) (addebito|pagamento)',
      '(addebito|pagamento) (doppio|duplicato|non autorizzato|sconosciuto)',
      '(carta) (e stata |mi e stata |)?(rubata|clonata)',
      '(sono stat[oa]|mi avete) (truffat[oa])',
      '(pagato|addebitato) ma (non|l ordine|nessun)',
    ],
  },
  pt: {
    says: [
      '(cobrado|cobraram|cobrou|debitado|debitaram|pago|paguei|cobranca|descontado|cobrada) (me |no cartao |o pedido |meu cartao )?(duas|2|tres|varias|em dobro|duplicad[oa]) ?(vezes|)',
      '(cobranca|pagamento) (duplicad[oa]|em dobro|indevid[oa]|nao reconhecid[oa]|dupl[oa])',
      '(cartao) (foi )?(roubado|clonado|hackeado)',
      '(clonaram|roubaram) (o )?meu cartao',
      '(fui|me) (enganad[oa]|roubad[oa] por|lesad[oa]|vitima de golpe)|cai num golpe',
      '(paguei|cobraram|debitou|pago) (mas|e|so que) (nao|o pedido nao|nenhum)',
    ],
  },
  ja: {
    says: [
      '(二重|2重|二回|2回|重複)(に|で|して)?(請求|引き落と|決済|課金|支払)',
      '(請求|引き落と|決済|課金)~(二重|2重|二回|2回)',
      '(身に覚えのない|不正な|知らない)(請求|引き落とし|決済|利用|注文)',
      '(カード|クレジットカード)(が|を|の情報が)(盗ま|不正|スキミング|悪用)',
      '(詐欺|だまし取|騙し取)(られ|に遭|被害)',
      '不正利用',
    ],
  },
})

/** A lost card is the bank's matter first, so that an approved answer may come before a person. */
export const showsLostCard = createSign({
  en: {
    says: [
      '(lost|misplaced|missing|cant find|stolen|stole|someone stole) (my|the) (credit |debit |bank |visa |mastercard )?card',
      'my (credit |debit |bank |visa )?card (is|was|got|has been) (lost|missing|stolen)',
      'stolen (credit |debit )?card',
    ],
    butNot: [
      '(loyalty|stamp|gift|membership|sd|memory|business|report|library|id|sim|graphics|birthday|greeting) card',
    ],
  },
  zh: { says: ['(信用卡|银行卡)~(丢了|丢失|不见了|遗失|挂失)'] },
  fr: { says: ['perdu ma (carte bancaire|carte bleue|carte de credit|cb)'] },
})

export const showsAccountTrouble = createSign({
  en: {
    says: [
      '(my|our|her|his) (\\w{1,15} )?(account|profile|login|email|password) (was|has been|is|got|s been|have been|has|just got|been|seems|may have been|might have been|being|is being) ?(been |to be |to have been )?(hacked|compromised|stolen|taken over|hijacked|breached|hacked into|broken into|accessed by|used by (someone|somebody)|changed by (someone|somebody)|leaked)',
      '(hacked me|(ive|i have|i|been|was|got|being) (been |was |got |being )?hacked)( and| by| into| on| yesterday| today|)',
      '(hackers?|someone|somebody|a stranger) (got|gets|is|was|has gotten|has got|broke|went) (in|into|inside)( to)? (my|our) (\\w{1,15} )?(account|profile|email)',
      '(hacked|hacking|hijacked|broke into|broken into|breaking into) (into )?(my|our) (\\w{1,15} )?(account|profile)',
      '(someone|somebody|a stranger|a hacker|hackers|they) (else )?(has |have |is |just |else |was |were |had |must have |else is |else has ){0,2}(hacked|accessed|accessing|logged into|logged in to|using|used|took over|changed|stole|got into|signed into) (my|our|to my) (\\w{1,15} )?(account|profile|password|email|details|address|login)',
      '(orders?|purchases?|login|logins|sign in|devices?) (on|in|to|from) my account (that )?(i|which i|thats not|was not|wasnt|isnt) ?(didnt|never|did not|dont|me|mine|by me)',
      '(identity theft|stole my identity|stolen my identity|my identity (was|has been|is being) (stolen|used))',
      '(suspicious|unauthori[sz]ed|unknown) (login|log in|logins|sign in|access|activity|attempts?) (on|to|in|from|with|into) (my|our)',
      '(got|received|is this|getting|fell for) (a |an |this )?(phishing|phished)( email| mail| message| sms| text|)',
      '(data|details|personal information|information|address) (was|were|has been|have been|got) (leaked|breached|exposed|stolen)|data (breach|leak)',
    ],
    butNot: [
      '(how|what|can|could|if|in case|policy|ever|has there been|have you had|do you) (do |does |i |you |happens |my |your |the |a |any |an |had |there |been |to |avoid |prevent ){0,5}(account )?(hacked|data breach|data leak|identity theft|compromised)',
      '(life|growth|coffee|brew|ikea) (hack|hacks|hacking)',
    ],
  },
  zh: {
    says: [
      '(账号|帐号|账户|帐户|号|会员号|微信号|密码)(好像|可能|疑似|突然|已经|昨天|今天|是不是|又|估计)?(被)(人)?(盗|黑|偷|改|登录|登陆|入侵|异地|破解|冒用|他人)(了|号|用)?',
      '(被)?盗号(了)?|被盗了?(账号|号)|(异地|异常|陌生)(登录|登陆|设备登)',
      '被(人|别人|他人)?(改|盗|换)(了|掉)?(我的?)?(密码|手机号|邮箱|绑定)',
      '有人(登录|登陆|用|盗|黑|进|改)(了|着)?(我|过我)的?(账号|帐号|账户|帐户|号|密码)',
      '(个人|我的|客户|用户)?(信息|隐私|资料|数据|手机号|地址)(被|遭)?(你们)?(泄露|泄漏|外泄|卖了|卖给)',
      '冒用(我|身份)|身份(被)?(盗用|冒用)',
      '(钓鱼|诈骗)(短信|邮件|网站|链接)',
    ],
    butNot: ['(会不会|会|怕|担心|如果|万一|防|避免)~(泄露|被盗|盗号)'],
  },
  fr: {
    says: [
      '(mon|notre) compte (client |a ete |est |s est fait |s est |vient d etre |semble |aurait ete |vient de se faire |a |se fait ){0,3}(pirate|piratee?|hacke|hackee?|vole|volee?|usurpe|compromis|pirater|hacker|voler|utilise par quelqu un)',
      '(pirate|hacke|vole) mon compte',
      '(quelqu un|une autre personne|un inconnu|on) ~ (mon compte|mon mot de passe|mes donnees|mes coordonnees)( sans|)',
      'usurpation d identite|usurpe mon identite',
      '(connexion|activite|commande)s? (suspecte|inconnue|frauduleuse|non reconnue)s?',
      '(mes donnees|mes informations|donnees personnelles) (ont ete |ont |sont |)?(voleesi?|piratees?|fuite|divulguees?|vendues|fuitees?)|fuite de donnees',
      '(mail|sms|message|tentative) (de )?(phishing|hameconnage|frauduleux)',
    ],
    butNot: [
      '(quelqu un|on) (peut|pourrait|pouvez|puisse|va|m aider|doit) ~ (mon compte|mon mot de passe|mes donnees|mes coordonnees)',
    ],
  },
  de: {
    says: [
      '(mein|unser) (konto|account|kundenkonto|profil) (wurde|ist|worden) (gehackt|geknackt|ubernommen|gestohlen|missbraucht|kompromittiert)',
      '(jemand|wer) ~ (mein konto|meinem konto|meinen account) ~ (zugegriffen|gehackt|eingeloggt|bestellt|benutzt)',
      'identitatsdiebstahl|phishing mail|datenleck',
    ],
  },
  es: {
    says: [
      '(mi cuenta) (ha sido |fue |esta |la han |me la )?(hackead[oa]|hackearon|robad[oa]|pirateada|comprometida|robaron)',
      '(han|me han|alguien ha|alguien) (hackeado|entrado en|usado|robado|hackeo|robo) mi cuenta',
      '(hackearon|hackeado|robaron) mi cuenta',
      '(robo|suplantacion) de identidad|correo de phishing',
    ],
  },
  it: {
    says: [
      '(il mio )?(account|profilo) (e stato |mi hanno |)?(hackerato|violato|rubato|compromesso)',
      '(hanno|qualcuno ha) (hackerato|violato|usato|rubato) (il mio|l|il) (account|profilo)',
      'furto (d|di) identita',
    ],
  },
  pt: {
    says: [
      '(minha conta) (foi |esta )?(hackeada|invadida|roubada|clonada)',
      '(hackearam|invadiram|roubaram|alguem (entrou|acessou)) (n?a )?(minha|em minha) conta',
      'roubo de identidade|vazamento de dados',
    ],
  },
  ja: {
    says: [
      '(アカウント|パスワード|ID)(が|を)(乗っ取|ハッキング|盗ま|不正|勝手に)',
      '(乗っ取られ|不正アクセス|不正ログイン|なりすまし)',
      '(個人情報|情報)(が|の)(漏|流出)',
      'フィッシング(メール|詐欺|サイト)',
    ],
  },
})
