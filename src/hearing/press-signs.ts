/** Signs that a reporter is asking. Press photos, French presses and interviews somebody read are not. */
import { createSign } from '../words/signs.ts'

export const showsPress = createSign({
  en: {
    says: [
      '(im|i am|we are|this is|my name is|i work as|writing as) ~ (a|an|the) (freelance |investigative |tech |food |fashion |business |senior |staff |local |radio |tv |news ){0,2}(journalist|reporter|correspondent|news producer|tv producer|news editor|documentary maker|documentary filmmaker|columnist|staff writer|press officer|researcher for (the )?(bbc|itv|channel))',
      '(journalist|reporter|correspondent|columnist|editor|producer|staff writer) (from|at|with|for|working for) (the |a )?(\\w{2,20})',
      '(request|arrange|schedule|set up|do|conduct|have|get|like|book|ask for|record|want|film) (a |an |for |to )?(short |quick |brief |phone |video |email |live |tv |radio |press |media |podcast ){0,2}(interview|statement|comment) (with|from|of) (you|your|the|someone|somebody|a)',
      '(interview|interviewing) (your|the) (ceo|founder|founders|owner|owners|boss|spokesperson|team|head|director|chief|brand)(?! was| is great)( for| about| on|)',
      '(request|asking|reaching out|contacting you|approached|looking) for (a |an |your |official )?(official |public )?(comment|statement|response|press statement)( on| from| about| regarding|)',
      'interview request',
      '(journalist|reporter|correspondent) here',
      '(press|media) (enquiry|inquiry|enquiries|inquiries|request|query|interview request|deadline)',
      '(statement|comment|quote) for (our|an|the|my|a|tomorrows|todays) (article|story|piece|newspaper|paper|programme|program|show|broadcast|magazine|report|publication|readers|viewers)',
      '(writing|working on|preparing|doing|filming|producing|running|publishing) (a|an|our) (news |feature |investigative |tv |magazine |newspaper |critical )?(article|story|piece|feature|report|investigation|documentary|segment|report) (about|on|into) (you|your|the (brand|company|recall|shop|case|incident|complaints|house)|tidewater|\\w{2,20}) ~ (for|comment|publish|magazine|newspaper|paper|deadline|print|statement|interview|publication)',
      '(im|i am|this is|my name is) ~ (from|with|at) (the )?(\\w{2,15} ){1,3}(magazine|newspaper|tv|television|radio|gazette|tribune|herald|news desk|newsroom|broadcasting)',
      '(work|working|write|writing|report|reporting|freelance) for (the )?(bbc|cnn|reuters|bloomberg|guardian|new york times|nyt|washington post|financial times|forbes|sky news|itv|associated press|afp|daily mail|telegraph|wired|vogue)',
      '(calling|writing|reaching out|im|i am|we are|get in touch|contacting you) (to you )?(from|on behalf of|with) (the )?(bbc|cnn|reuters|bloomberg|guardian|new york times|nyt|washington post|financial times|forbes|wall street journal|wsj|sky news|fox news|nbc|abc news|cbs|itv|channel 4|associated press|afp|daily mail|telegraph|wired|techcrunch|the verge|vogue|time magazine|al jazeera|politico|buzzfeed news|press association)',
      '(on the record|off the record|for publication|under embargo|press deadline|deadline (is )?(today|tomorrow|tonight)) ~ (comment|statement|article|story|quote|interview|piece)',
      '(want|would like|like|love) to (film|interview|feature) (you|your (shop|founder|ceo|owner|roastery|workshop|team|staff|atelier|store)) ~ (tv|television|documentary|show|programme|program|magazine|newspaper|article|channel|broadcast|news|podcast|radio)',
    ],
    butNot: [
      '(job|jobs|work|my|your|an|the|for a|for an) interview (tomorrow|today|next|on monday|outfit|process|with you(?! about)|for (a|the) (job|position|role|barista|internship)|went|questions)',
      '(read|saw|watched|heard|loved|enjoyed|liked|seen|listened to|found|in|that|this|great|nice) (a|an|the|your|that|this|his|her) (\\w{2,12} )?(interview|article|podcast)',
      '(gift|bag|present|mug) for (a|my) (journalist|reporter)',
      '(french|flower|trouser|garlic|bench) press',
      '(my|our) (daughter|son|husband|wife|friend|sister|brother|dad|mum|mom) (is|was) a (journalist|reporter)',
      '(school|student|university|college) (newspaper|paper|project|magazine)',
    ],
  },
  zh: {
    says: [
      '(我|我们|这里|您好|你好|本人)(是|来自|们是)~(.{0,12})(记者|記者|电视台|报社|日报社?|晚报|新闻社|通讯社|杂志社|央视|新华社|媒体人|撰稿人|栏目组|节目组|编导|财经网|新京报|澎湃)',
      '(.{0,6})(记者|記者)(想|希望|请|需要|正在|联系|采访)',
      '(想|希望|申请|能否|可否|能不能|预约|约|请求|安排|想要|邀请|接受|需要)~(采访|採訪|专访|專訪)(?!视频|稿子?(看|在哪))',
      '(媒体|新闻)(采访|垂询|问询|约访|求证)',
      '(就此事|就该事件|对此事?|针对~)(回应|作出回应|置评|发表声明)',
    ],
    butNot: [
      '(看|读|看到|看过|听|刷到|喜欢)(了|过)?(你们?|您|老板|创始人|一篇|一个|上次)?.{0,8}(采访|专访)',
      '(小|大学生|校园|学生)记者',
      '(求职|工作|面试)采访',
    ],
  },
  fr: {
    says: [
      '(je suis|je m appelle|ici|nous sommes|on est) ~ (un |une |des )?(journalistes?|reporters?|redactrice|redacteur en chef|redactrice en chef|correspondante?|pigiste|documentariste|animatrice radio|chroniqueuse|chroniqueur)( (a|au|aux|pour|chez|de|d|du|independante?|freelance)|)',
      '(journaliste|reporter|redacteur|redactrice|correspondant|correspondante|pigiste) (au|a|aux|pour|chez|de|d|du|independant)( |)(?= )',
      '(demande|demander|solliciter|sollicite|souhaite|souhaiterais|souhaitons|aimerais|obtenir|proposer|organiser|realiser|faire|voudrais) (une |d |un |obtenir une |realiser une |faire une )?(interview|interviewer|entretien (presse|avec (le|la|votre) (fondateur|fondatrice|direction|pdg|directeur|directrice))|reaction officielle|declaration officielle)',
      '(interviewer|interview (de|avec)) (votre|le|la|vos|l|un) (fondateur|fondatrice|pdg|patron|patronne|directeur|directrice|equipe|artisan|artisane|porte parole|responsable|dirigeant)',
      '(reaction|commentaire|declaration|citation|reponse) (de votre part )?pour (un|notre|mon|l|le) (article|reportage|journal|magazine|papier|emission|enquete|sujet)',
      '(demande|requete|question) (de )?presse',
      '(travaille|pigiste) (pour|a|chez) ~ (reportage|article|emission|journal|magazine|radio|tele|documentaire)|prepare (un|une) (reportage|documentaire|emission|enquete)',
      '(prepare|preparons|ecris|tourne|tournons|realise|realisons) (un|une) (article|reportage|documentaire|enquete|emission|sujet|papier) (sur|a propos|au sujet) ~ (pour|votre|vous|la marque|magazine|journal)',
      '(le monde|le figaro|liberation|le parisien|mediapart|bfm|bfmtv|tf1|france 2|france 3|france inter|franceinfo|france info|l obs|les echos|l express|le point|arte|m6|rtl|afp) (souhaite|souhaitons|prepare|aimerait|voudrait|vous contacte|sollicite)',
    ],
    butNot: [
      '(lu|vu|entendu|adore|aime|ecoute|regarde) (une|un|l|votre|cette|cet) (interview|entretien|article|reportage)',
      '(entretien|interview) (d |de |pour un |pour le )?(embauche|stage|recrutement|emploi|poste)',
      '(ma|mon) (fille|fils|mari|femme|soeur|frere|amie?) est journaliste',
      'journaliste (de formation|a la retraite)',
    ],
  },
  de: {
    says: [
      '(ich bin|hier ist|mein name ist) ~ (journalistin?|reporterin?|redakteurin?|redakteur)( (bei|der|des|von|vom|fur)|)',
      '(journalistin?|redakteurin?|reporterin?) (bei|von|vom|der|fur)',
      '(presseanfrage|medienanfrage|interviewanfrage)',
      '(interview|stellungnahme) (mit|von|fur) (ihrem|ihnen|ihrer|einen artikel|unseren|eurem|euch)',
    ],
  },
  es: {
    says: [
      '(soy|somos|me llamo) ~ (periodistas?|reporter[oa]s?|redactor[a]?)( (de|del|en|para)|)',
      '(entrevistar|entrevista (con|a)) (a )?(su|vuestro|el|la|al) (fundador|ceo|director|dueno|fundadora|directora|equipo)',
      '(solicitud|consulta) de prensa',
    ],
  },
  it: {
    says: [
      '(sono|mi chiamo) ~ (un |una )?(giornalista|reporter|redattore|redattrice)( (di|de|per|del|della)|)',
      '(intervistare|intervista (con|a)) (il|la|al|alla|col) (vostro|vostra|fondatore|ceo|titolare|direttore)',
      'richiesta stampa',
    ],
  },
  pt: {
    says: [
      '(sou|somos|me chamo) ~ (jornalistas?|reporter|reporteres|redatora?)( (do|da|de|para)|)',
      '(entrevistar|entrevista com) (o|a|seu|sua|vosso) (fundador|ceo|diretor|dono|fundadora|diretora|equipe)',
      '(pedido|solicitacao) de imprensa',
    ],
  },
  ja: {
    says: [
      '(記者|ライター|ディレクター|新聞社|テレビ局|編集部|報道部|出版社)の.{1,10}(です|と申します)',
      '(取材|インタビュー)(を|の|させて)(お願い|依頼|申し込|したい|いただ|希望)',
    ],
  },
})
