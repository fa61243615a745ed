/** Spam: an offer nobody asked for, together with a way to reach whoever makes it. A question with a link is not. */
import type { Reading } from '../words/read-text.ts'
import { createCount, createSign } from '../words/signs.ts'

/** Each kind of offer counts once. */
const offers = [
  createSign({
    en: {
      says: [
        '(earn|make|earning|making|earned|made|get paid|income of|profit of|turn) ~ (\\d{2,7}k?|money|cash|dollars|usd|passive income|thousands|hundreds) ~ (daily|weekly|a day|per day|per week|a week|an hour|per hour|monthly|from home|online|every day|everyday|in (24|48) hours|fast|easily|guaranteed|working from home|into)',
        '(work from home|online job|side hustle|financial freedom|passive income|get rich|guaranteed (returns?|profits?|income)|no experience (needed|required)|easy money|quick (cash|loan)|investment (platform|opportunity|plan|manager|company)|invest (now|with|in|as little|only)|double your (money|bitcoin|btc|eth|investment)|recover (your )?(lost|stolen) (funds|crypto|bitcoin|money)|(business|personal|instant|payday|urgent) loans?( offer| available| at|)|loan (offer|approved)|credit repair|recovery expert|hacker for hire|ethical hacker)',
      ],
    },
    zh: {
      says: [
        '(兼职|赚钱|日入|月入|日赚|月赚|躺赚|副业|刷单|返利|佣金|日结)(.{0,12})(日结|元|块|百|千|万|加|微信|v|群|稳|轻松|在家|招|上班|需要|联系|靠谱)|(招|诚招|急招)(.{0,4})(兼职|代理|打字员|刷手|加盟)|(低息|无抵押|秒批|秒到账|网)(贷|借款|贷款|下款)|贷款(找我|秒批|办理|加)|(稳赚|内幕|带单|老师带|跟单|荐股|牛股|涨停|博彩|彩票群|时时彩|真人荷官|棋牌|赌|菠菜|发票代开|代开发票|办证|刻章|套现|信用卡提额|养卡)',
      ],
    },
    fr: {
      says: [
        '(gagne[rz]?|gagnez|gagner|revenus?) ~ (\\d{2,6}|argent|euros?) ~ (par (jour|semaine|mois|heure)|chez vous|a domicile|facilement|en ligne|rapidement)',
        '(travail a domicile|argent facile|revenus? passifs?|liberte financiere|pret (rapide|entre particuliers|personnel sans)|offre de pret|investissement (garanti|rentable)|doublez votre)',
      ],
    },
    de: {
      says: [
        '(verdiene|verdienen sie|geld verdienen) ~ (euro|taglich|pro tag|von zu hause|online)',
        '(kredit ohne schufa|passives einkommen|schnelles geld)',
      ],
    },
    es: {
      says: [
        '(gana|ganar|gane) ~ (dolares|euros|dinero|\\d{2,6}) ~ (diarios?|al dia|desde casa|por semana|facil)',
        '(ingresos pasivos|prestamos? (rapidos?|urgentes?)|trabaja desde casa)',
      ],
    },
    it: {
      says: [
        '(guadagna|guadagnare) ~ (euro|soldi|\\d{2,6}) ~ (al giorno|da casa|online|facilmente)',
        '(prestiti? (veloci|tra privati)|reddito passivo)',
      ],
    },
    pt: {
      says: [
        '(ganhe|ganhar) ~ (reais|dinheiro|\\d{2,6}) ~ (por dia|em casa|online|facil)',
        '(renda extra|emprestimo (rapido|facil|online)|dinheiro facil)',
      ],
    },
    ja: { says: ['(副業|在宅ワーク|不労所得|簡単に稼|誰でも稼|月収|日給)(.{0,10})(万|円|稼|登録|LINE|ライン)'] },
  }),
  createSign({
    en: {
      says: [
        '(crypto|bitcoin|btc|eth|ethereum|usdt|nft|nfts|token|forex|binance|solana|memecoin|memecoins|coin|fx|trading) ~ (airdrop|giveaway|signals?|investment|invest|trading|trader|profits?|pump|presale|mint|minting|group|mining|expert|wallet|manager|platform|bot|moon|100x|1000x|returns)',
        '(free|claim|join|huge|exclusive|get your) (free |your |the |our |new )?(crypto|bitcoin|btc|eth|usdt|nft|nfts|tokens?|airdrops?|solana|memecoin|whitelist|nitro|discord nitro|robux|v ?bucks|iphone|gift card code|steam gift)',
        '(connect|verify|validate|sync) your wallet|(pump|presale) (group|is live)|100x gem',
      ],
    },
    zh: {
      says: [
        '(比特币|以太坊|虚拟币|数字货币|usdt|币圈|炒币|空投|合约|挖矿)(.{0,10})(群|带|投资|领取|免费|翻倍|赚|老师|加|稳|策略|入金)|(免费领|领取)(.{0,6})(空投|比特币|usdt)',
      ],
    },
    fr: {
      says: [
        '(crypto|bitcoin|forex|trading|nft) ~ (signaux|investissement|gains?|groupe|formation|rendement|gratuit|profits?)',
      ],
    },
  }),
  createSign({
    en: {
      says: [
        '(hot|sexy|horny|naughty|lonely|single) (girls?|women|singles|ladies|milfs?|moms|babes|girl|russian|asian)( in| near| waiting| want| your|)',
        '(onlyfans|only fans|porn|xxx|sex (chat|cam|video|videos)|sexcam|adult (dating|content|videos|chat)|nudes? (leaked|for sale|here|free|in)|my (nudes|leaks|private pics|hot pics)|escorts?|sugar (daddy|mommy|baby)|webcam girls?|18 only|hookups?)',
        '(viagra|cialis|penis enlargement|weight loss pills?|diet pills?|steroids for sale|buy (weed|cocaine|xanax|oxy|meds|pills) online|replica (watches|bags|handbags)|rolex replica|cheap (viagra|meds|followers|likes|rolex|essay))',
        '(casino|betting|slot|slots|bet365|1xbet|free spins|jackpot|poker|sportsbook) ~ (bonus|tips|win|site|online|free|signup|sign up|odds|now|join|play)',
      ],
    },
    zh: {
      says: [
        '(同城|约|附近)(.{0,3})(妹|小姐|美女|少妇|学生妹|上门|约会软件)|(看片|黄片|成人(视频|电影|直播)|色情|裸聊|福利姬|av资源|无码|外围|上门服务|全套服务|壮阳|伟哥|迷药|春药)|(高仿|a货|复刻|精仿|原单)(包|表|鞋|手表|奢侈品|lv|货源|微信|加)|(澳门|赌场|娱乐城|百家乐|六合彩|葡京|彩金|首充)',
      ],
    },
    fr: {
      says: [
        '(rencontre|rencontres|plan cul|femmes? (chaudes?|celibataires?|coquines?)|escort|sexe (gratuit|en direct)|porno|viagra|casino en ligne|paris sportifs|tours gratuits)( ici| gratuit| dans| sans| pres|)',
      ],
    },
  }),
  createSign({
    en: {
      says: [
        '(follow|sub|subscribe|check out|like and|visit|join|support) (to |me |my |back |us |our |for )?(on |at |my |me |our |new |the |latest )?(insta|instagram|ig|tiktok|youtube|yt|channel|twitch|onlyfans|page|telegram|soundcloud|stream|streams|mixtape|profile|group|server|discord server|telegram (group|channel)|linktree|link in bio|crypto group)',
        '(follow (for|4) follow|f4f|l4l|sub4sub|sub for sub|like4like|follow me and ill|link in (my )?bio|check my (bio|profile|page|channel|link)|click (the |this |here|my |on the |link )(link|below|here|now|to claim|bio)?|dm (me )?(for|to|now) (promo|collab details|more info|invest|earn|details|a shoutout|shoutout)|(buy|cheap|real|get|increase|boost|grow) (your )?(followers|likes|subscribers|views|google ranking|website traffic|seo|reviews|backlinks|instagram followers)|guest post|seo (services?|expert|agency|package|ranking)|web design services?|(first|1st) page of google|promote (it|your (page|music|brand|business)) on @?|message (me|her|him) on (whatsapp|telegram)|whatsapp me|text me on|contact (him|her|me) (on|via|at) (whatsapp|telegram|instagram)|thank me later|(he|she) helped me (recover|invest|earn)|(congratulations|congrats) ~ (won|winner|selected|prize)|you (have )?(won|been selected)|claim your (prize|reward|gift|free))',
      ],
    },
    zh: {
      says: [
        '(加|私|扣|找)(我|个|一下)?(的)?(微信|vx|v信|wx|薇信|威信|qq|扣扣|电报|飞机|tg|line|whatsapp|徽信|葳)(.{0,3})(号|:|[a-z0-9_]{4,})|(微信|vx|v信|wx|薇|威信|qq|扣扣|电报)(号)?[a-z0-9_\\-]{5,20}|(互粉|互赞|求关注|关注我|关注一下|点(我)?(主页|头像)|看我主页|刷粉|涨粉|买粉|代运营|引流|推广(合作|引流|服务)|扫码(进群|领|加)|进群(领|福利)|拉新|点击(链接|下方)(领|查看|进)|(恭喜|您已)(中奖|获奖|被抽中)|领(取)?(红包|福利|奖品|优惠券)(.{0,4})(点|链接|加|扫)|长期(收|出|供)|货源|微商(招|代理)|一手货|招(募)?代理)',
      ],
    },
    fr: {
      says: [
        '(abonne toi|abonnez vous|suis moi|suivez moi|rejoins|rejoignez|like et) (a |sur |mon |ma |notre )?(mon |ma |notre |le |la )?(chaine|insta|instagram|tiktok|youtube|compte|page|groupe|canal|telegram|serveur)',
        '(lien (en|dans la) bio|clique (ici|sur (le|ce) lien)|cliquez (ici|sur (le|ce) lien)|acheter des (abonnes|followers|likes)|contactez? (moi|le|la|nous) (sur|par|via) (whatsapp|telegram)|vous avez (gagne|ete selectionne)|felicitations ~ gagne|referencement (google|seo)|augmentez? (vos|votre) (abonnes|visibilite|trafic))',
      ],
    },
    es: {
      says: [
        '(sigueme|siganme|suscribete|unete) (en|a) (mi|mis|nuestro)? ?(instagram|tiktok|youtube|canal|grupo|telegram|pagina)',
        '(haz clic (aqui|en)|escribeme (al|por) (whatsapp|telegram)|has ganado|comprar seguidores)',
      ],
    },
    de: {
      says: [
        '(folgt? mir|abonniere?t?) (auf|meinen|mein) ~ (instagram|insta|tiktok|kanal|youtube)',
        '(klick(e|en sie)? (hier|auf den link)|sie haben gewonnen|follower kaufen)',
      ],
    },
    pt: {
      says: [
        '(me segue|segue la|se inscreve|inscreva se|entra) (no|na|em) (meu|minha|nosso)? ?(instagram|insta|canal|tiktok|grupo|telegram)',
        '(clique (aqui|no link)|chama no (whats|zap|whatsapp)|voce ganhou|comprar seguidores)',
      ],
    },
    it: {
      says: [
        '(seguimi|seguitemi|iscriviti|iscrivetevi) (su|al) (mio |miei )?(instagram|tiktok|canale|youtube|telegram)',
        '(clicca (qui|sul link)|hai vinto|comprare follower|contattami su (whatsapp|telegram))',
      ],
    },
    ja: {
      says: [
        '(フォロー|チャンネル登録)(して|お願い|よろしく)|(LINE|ライン)(追加|登録|で連絡)|(当選|おめでとう).{0,10}(クリック|リンク|受け取)|(ここ|リンク)を(クリック|タップ)',
      ],
    },
  }),
]

const link =
  /https?:\/\/|www\.|\b(?:t\.me|wa\.me|bit\.ly|tinyurl\.com|discord\.gg|linktr\.ee|goo\.gl|cutt\.ly|shorturl\.at)\b|\b(?:youtube|youtu|instagram|tiktok|twitch|facebook|discord|onlyfans)\.(?:com|be|tv|gg)\b|\b[a-z0-9-]{2,40}\.(?:xyz|top|click|shop|club|vip|icu|online|site|live|win|bet|casino|io|ru|cc|tk)\b/i
const contact =
  /(?:whats ?app|telegram|signal|wechat|微信|薇信|威信|vx|v信|wx|qq|电报)[^\n]{0,20}?(?:\+?\d[\d -]{6,20}|@?[a-z0-9_]{5,32})|@[a-z0-9_.]{4,32}\b|\+\d[\d -]{7,18}/i
const shouting = createCount({
  en: [
    '(100 ?legit|legit|trusted|guaranteed|risk free|limited (time|slots|spots)|act (now|fast)|hurry|dont miss|no scam|join now|sign up now|click now|free money)',
  ],
})

/** Most UTF-16 units in which a link or contact is sought. */
const LOOKED_AT = 3000

export function showsSpam(reading: Reading): boolean {
  const found = offers.filter((shows) => shows(reading)).length
  if (found === 0) return false
  const raw = reading.raw.slice(0, LOOKED_AT)
  const ways = (link.test(raw) ? 1 : 0) + (contact.test(raw) ? 1 : 0)
  const isAsked = /[?？吗]/.test(raw)
  const weight = found + Math.min(1, shouting(reading)) + ways
  return isAsked ? ways > 0 && weight >= 3 && found >= 2 : ways > 0 || weight >= 2
}

export function hasLink({ raw }: Reading): boolean {
  return link.test(raw.slice(0, LOOKED_AT))
}
