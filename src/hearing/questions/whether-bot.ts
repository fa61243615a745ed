/** How fans ask whether a bot answers, by language, for text in reading form. Tables: what they must and must not match is in test/hearing/disclosure.test.ts. */

import { lettersPattern, wordsPattern } from '../../words/patterns.ts'
import { withClauseEnd } from '../../words/reading.ts'

const machine =
  '(?:bot|bots|robot|robots|chat ?bots?|ai|a\\.i\\.?|artificial intelligence|machines?|computers?|computer program|program|programme|algorithm|script|software|llm|language model|chatgpt(?:-?\\d)?|claude|gemini|openai|copilot|deepseek|llama|siri|alexa|android|automated assistance|automated assistant|automated system|automated service|automated|automatic|auto-?reply|autoresponder|auto ?responder|virtual assistant|digital assistant|artificial|cyborg|ai (?:bot|chatbot|assistant|model|thing|system|program|generated)|machine learning model|voice assistant|answering machine|simulation|not human|non-human|non human)'
const human =
  '(?:human|humans|humam|huamn|human being|humanoid|person|people|real person|real human|real|live being|living thing|alive|sentient|conscious|living|living being|man or (?:a )?machine|flesh and blood|man|woman|guy|girl|boy|lady|dude)'
const fill =
  '(?:(?:really|actually|like|even|just|only|some|some kind of|some sort of|a kind of|kind of|kinda|sort of|sorta|secretly|truly|still|perhaps|maybe|by any chance|by chance|in fact|legit|literally|seriously|honestly|possibly|like a|all|guys|people|also|now|here|a|an|the|one of those|one of these|freaking|fucking|damn|stupid|dumb|real|real life|real-life|life|actual|live|living|breathing|genuine|true|talking|fully|pip|either|basically|made of|powered by|run by|using|based on|driven by|built on|operated by|an? actual|at all|being) ){0,6}'
const strictFill =
  '(?:(?:really|actually|even|just|an?|the|some kind of|kind of|maybe|real|actual|live|automated|like|by any chance|only|all|still) ){0,5}'

/** For text with chat spellings spelled out. */
export const whetherBotInEnglish: readonly RegExp[] = [
  withClauseEnd(
    `(?:are|aren't|arent|is|isn't|were|r|am|so) (?:you|ya|yall|y'all|u) (?:not )?${fill}(?:${machine}|${human})`,
  ),
  withClauseEnd(
    `(?:are|is) (?:you|this|that|it|the thing|whoever this is) (?:reply|replies|answer|answers|messages?|account|chat|page)? ?${strictFill}(?:bot|bots|robot|chatbot|automated|auto-?reply|chatgpt|language model|automatic reply)`,
  ),
  withClauseEnd(
    `is (?:this|that) ${strictFill}(?:bot|robot|chatbot|chat bot|ai|a\\.i\\.?|computer|chatgpt|automated|human|person|human being|real person|real human|people|automated (?:message|reply|response|account|chat)|auto ?reply|recording|virtual assistant)`,
  ),
  withClauseEnd(
    `(?:are|is) (?:your|these|those|all|all your|the) (?:replies|answers|messages|responses|texts) ${strictFill}(?:automated|automatic|ai|ai generated|bot|generated|written by (?:ai|a bot|chatgpt)|from a bot|robot|human)`,
  ),
  withClauseEnd(
    `(?:am|are) (?:i|we) (?:even |really |actually |still |just |now |currently )?(?:talking|speaking|chatting|texting|writing|messaging|typing|dealing|chattin|talkin|speakin|talk|speak|tlking|talkign) (?:here )?(?:to|with|w/|2|at)? ?${strictFill}(?:${machine}|human|human being|person|real person|real human|real one|someone real|somebody real|people|man or machine|real people|real)`,
  ),
  wordsPattern(
    '(?:am|are) (?:i|we) (?:talking|speaking|chatting|texting|writing) (?:to|with) (?:someone|somebody|anyone|anybody) (?:real|human|alive)',
  ),
  withClauseEnd(
    `(?:so |wait |hold on |omg |lol |hey |but |then |oh |hmm |and ){0,3}(?:you|you're|you are) (?:are |'re )?(?:not |not even )?${strictFill}(?:bot|robot|chatbot|ai|machine|computer|chatgpt|human|person|real person|real human|automated|real)(?:,? (?:right|huh|or what|yes|no|aren't you|arent you|are you|isn't it|innit|eh|correct|or not|or a (?:person|human|bot|robot|machine)|or human|or bot|or real))?,? ?(?=[?]|right|huh|or |aren't|arent|are you|innit|eh[?]|correct|yes[?]|no[?])`,
  ),
  wordsPattern(
    "(?:you're|you are|this is|your) (?:an? |just an? |not an? |clearly an? |obviously an? |definitely an? |totally an? )?(?:bot|robot|ai|chatbot|human|real person|machine|not real|not human),? (?:right|huh|aren't you|arent you|are you|isn't it|innit|or what|admit it|correct)",
  ),
  withClauseEnd(
    `(?:do|would|could|can|will) you (?:know|say|tell|tell me|admit|confirm|think|believe|agree|consider|call|describe|see|identify|clarify)(?: to me| me| us)? (?:(?:if |whether |that )?(?:you are|you're|are you) |yourself (?:to be |as )?)${strictFill}(?:${machine}|human|person|human being|real person|real human|real)`,
  ),
  withClauseEnd(
    "(?:how (?:real|human|artificial) are you|are your? (?:real|artificial|human|automated)|is there anything (?:real|human) about you|how (?:do|can|would) (?:i|we) know (?:that |if )?(?:you are|you're) (?:really |not )?(?:an? )?(?:real )?(?:person|human|bot|robot|real|ai)|what (?:exactly |kind of (?:thing|bot|being|robot|ai) )?are you)",
  ),
  wordsPattern(
    '(?:you|this) (?:sound|sounds|seem|seems|look|looks|feel|feels|talk|talks|type|types|write|writes) (?:so |very |just |exactly |a lot |kinda )?like (?:an? )?(?:bot|robot|ai|chatbot|machine)',
  ),
  wordsPattern(
    '(?:is|are) (?:an? |any )?(?:real |actual |live )?(?:human|person|people|humans|bot|robot|ai|anyone real|anybody real|someone real) (?:being )?(?:actually |really )?(?:reading|answering|replying|typing|writing|responding|here)(?: (?:this|me|to me|my|these|us|here|or))?',
  ),
  wordsPattern(
    "(?:i )?(?:think|bet|guess|suspect|believe|feel like|swear|assume|know|reckon)(?: that)? (?:you're|you are|this is|that you're|i'm talking to|i am talking to|i'm speaking to|i'm chatting with) (?:just |really |actually )?an? (?:bot|robot|ai|chatbot|machine|computer)",
  ),
  wordsPattern(
    "(?:prove|show|tell|promise|swear|convince|confirm|say|admit)(?: to)?(?: me| us)?(?: that| if| whether)? (?:you're|you are|you aren't|you're not|you arent|ur|it's) (?:really |actually |not )?(?:an? )?(?:real )?(?:human|bot|robot|real|person|ai|machine|chatbot|human being|alive)",
  ),
  withClauseEnd(
    '(?:are|is) there (?:an? |any )?(?:real |actual |live |living )?(?:human|person|people|someone|humans|human being|anyone real)(?: (?:being|actually|really))? (?:behind|typing|reading|writing|answering|replying|on the other (?:end|side)|at the other end|running)(?: (?:this|here|the|these|account|chat|screen|bot|messages|it|all|page|keyboard|me|of|there|that|behind)){0,4}',
  ),
  wordsPattern(
    '(?:human or (?:an? )?(?:bot|robot|ai|machine|chatbot)|(?:bot|robot|ai|machine|chatbot|computer) or (?:an? )?(?:real )?(?:human|person|real)|person or (?:an? )?(?:bot|robot|ai|machine|computer)|man or machine|real or (?:an? )?(?:bot|robot|ai)|people or (?:bots?|ai))',
  ),
  withClauseEnd(
    '(?:who|what) (?:or what )?am i (?:really |actually )?(?:talking|speaking|chatting) (?:to|with)(?: here)?',
  ),
  withClauseEnd(
    '(?:which|what) (?:ai|llm|model|language model|ai model|gpt|chatgpt)(?: model)? (?:are you|do you use|is this|runs you|are you (?:using|running|based) ?(?:on)?|powers you|version are you|version)',
  ),
  withClauseEnd(
    '(?:do|are|is|did) (?:you|this|these) (?:(?:use|using|run on|running on|powered by|run by|written by|made by|based on|generated by) ){1,2}(?:an? )?(?:chatgpt(?:-?\\d)?|gpt-?\\d|openai|claude|gemini|llm|an ai|ai|a bot|artificial intelligence)(?: to (?:answer|reply|write|respond|talk)[a-z ]{0,20})?',
  ),
  withClauseEnd(
    '(?:did|does|do) (?:an? )?(?:human|person|real person|ai|bot|chatgpt|robot|computer|people|humans) (?:really |actually )?(?:write|wrote|writes|type|typed|answer|answers|answering|reply|read|reads)(?: (?:this|that|these|my|your|messages|me|it|replies|here|answers|all|the)){0,4}',
  ),
  wordsPattern(
    '(?:do you have (?:feelings|emotions|a soul|a body|a pulse|consciousness|a heartbeat)|can you pass (?:the|a) turing test|turing test|did (?:chatgpt|ai|an ai|a bot) write (?:this|that))',
  ),
  wordsPattern(
    "(?:not|isn't|aren't|arent|are not|is not) (?:you )?(?:an? )?(?:bot|robot|ai|chatbot|human|real person),? (?:are you|right|is it|is this)",
  ),
]

/** The whole message. */
export const bareNoun =
  /^(?:(?:wait|so|lol|hey|hi|hello|um|uh|hmm|ok|but|oh|and|pip|really|omg|seriously|what|a|an|the|is|real|are|you|or)[\s,.!?]{1,3}){0,5}(?:bot|robot|chatbot|human|ai|a\.i|machine|chatgpt|real person|person|automated)\s?(?:or\s(?:an?\s)?(?:real\s)?(?:bot|robot|human|person|ai|machine|not|what))?\s?\?[?!.\s]{0,6}$/u

/** All other languages, for text in reading form. */
export const whetherBotElsewhere: readonly RegExp[] = [
  lettersPattern(
    '(?:你|您|妳)(?:们)?(?:到底|究竟|真的|其实|该不会|不会|难道|确定|现在|应该|也|就|都|只|不|会|可|吧|这个|[,， ]){0,4}(?:是不是|是否|是)(?:一个|个|一台|台|一位|位|一名|真的|真正的|真实的|那种|什么|纯|用|某种|活的){0,3}(?:机器人|真人|人工智能|人工|ai|chatgpt|人类|活人|智能客服|程序|机器|bot|假人|电脑|虚拟人|自动回复|大模型|gpt|deepseek|豆包|文心一言|小爱|人(?:吗|么|嘛|不|还|吧|类|[?？]|$))',
  ),
  lettersPattern(
    '^(?:[^。！？!?]{0,8}[,， ])?(?:请问|那个|所以|喂|哎|咦|哈哈|那|这|这里|这边|对面|对方|后面|背后|你们){0,3}(?:的)?(?:(?:是不是|是否|是)(?:一个|个)?(?:机器人|真人|人工智能|ai|chatgpt|活人|机器|bot|自动回复|智能客服|人工|程序)(?:回复|客服|在回|回的|在聊|聊天|在说话|在打字)?|(?:不是)?(?:一个|个)?(?:机器人|真人|人工智能|ai|chatgpt|活人|机器|bot|自动回复|智能客服|人工|程序)(?:回复|客服|在回|回的|在聊|聊天|在说话|在打字)?(?:吗|么|嘛|吧|还是|嚒|不|啊|呀|呢|[?？]))(?:吗|么|嘛|吧|还是|嚒|不)?(?:真人|机器人|人工|ai|机器|人|程序|自动回复)?(?:啊|呀|呢|吧|吗)?[?？!！。~ ]{0,6}$',
  ),
  lettersPattern(
    '(?:真人|人工|活人|人|人类)(?:客服)?还是(?:机器人?|ai|人工智能|程序|电脑|自动|bot|智能|假人)|(?:机器人?|ai|人工智能|程序|电脑|bot|智能客服)还是(?:真人|人工|活人|人|真的)',
  ),
  lettersPattern(
    '(?:我|咱)(?:现在|是|到底|真的|是不是|究竟|其实){0,3}在?(?:和|跟|与|同)(?:一个|个|一台)?(?:机器人|真人|ai|人工智能|机器|程序|活人|bot)(?:聊|说|对话|讲|谈|交流|沟通)[^。]{0,6}(?:吗|么|吧|嘛|[?？])',
  ),
  lettersPattern(
    '^(?:저기 ?|혹시 ?)?(?:봇|로봇|챗봇|ai|사람|인간|기계)(?:이냐|이니|냐|니|야|이야|세요|이세요|임|인가)[?!.]{0,3}$|^(?:え[、,]?)?人(?:です|なんです)か[?!.。]{0,3}$|(?:บอท|หุ่นยนต์|ai|เอไอ|คนจริง)(?:ใช่ไหม|ใช่มั้ย|ใช่ป่ะ|ใช่หรือเปล่า| ใช่ไหม| ใช่มั้ย)',
  ),
  wordsPattern(
    'có phải (?:là )?(?:bot|robot|ai|người thật|máy) (?:không|ko|k|hong|à)|(?:bot|robot|yapay zeka|insan) (?:mı|mi|mu|mü) (?:bu|sen|siz|acaba|cevap|yazan)',
  ),
  lettersPattern(
    '(?:是|在)?(?:机器人|ai|机器|真人|人工智能)在(?:回|跟|和|说|答|打字|聊)[^。！!]{0,8}(?:吗|么|吧|嘛|[?？])|(?:跟|和|与)我(?:聊|说|对话|讲)[^。！!]{0,6}是(?:不是)?(?:真人|机器人|人|ai|机器)|(?:你|这)(?:这)?(?:个)?(?:是|不是)?自动回复|(?:屏幕|对面|手机|电脑|账号|背后|后面)(?:对面|后面|背后|那头|那边)?(?:是不是|是|有没有|有)(?:个|一个)?(?:真人|活人|人|机器人|ai)(?:吗|么|吧|嘛|在|[?？])|(?:证明|保证|发誓)(?:一下|给我看)?你(?:是|不是)(?:个)?(?:真人|人|机器人|人类|ai)|你有(?:感情|意识|思想|灵魂)吗|(?:不会是|别是|该不会是)(?:个)?(?:机器人|ai|bot|人工智能)(?:吧|呢|[?？]|$)',
  ),
  wordsPattern(
    "(?:êtes|etes|est|es|c'est|suis|serais|seriez|t'es|tu es|t es|vous êtes|vous etes|êtes vous|es tu|parle|tu serais)[- ]?(?:vous|tu|ce|je|que tu es|bien|que vous êtes)? ?(?:(?:vraiment|bien|réellement|en fait|juste|donc|vous|tu|en|un peu|pas|par hasard|quand même|sûr|plutôt) ){0,3}(?:une? |des |d')?(?:vrai |vraie |véritable |petit )?(?:robots?|bots?|ia|i\\.a\\.|intelligence artificielle|machine|chatbot|chat bot|chatgpt|programme|humain|humaine|être humain|personne réelle|vraie personne|personne|réel|réelle|ordinateur|automate|humaine|humains|réponse automatique|message automatique|vrai|vraie)(?= ?(?:$|[?!.,;:]|ou|en|svp|lol|mdr|qui|ou bien|s'il|par|derrière|stp|non|hein|la))",
  ),
  wordsPattern(
    "(?:je|on) (?:parle|discute|m'adresse|échange|cause|parles) (?:(?:bien|là|vraiment|en ce moment|actuellement|donc) ){0,2}(?:à|avec|a) (?:une? |de |des )?(?:vrai |vraie )?(?:robot|bot|ia|machine|humain|humaine|personne|vraie personne|être humain|intelligence artificielle|chatbot)(?= ?(?:$|[?!.,]|ou|la|réelle|en chair))|(?:parle|discute)[- ](?:je|t-on|on) (?:à|avec) (?:une? )?(?:vrai |vraie )?(?:robot|bot|ia|machine|humain|personne|être humain)|(?:humain|personne|vraie personne) ou (?:un |une )?(?:robot|bot|machine|ia)|(?:robot|bot|ia|machine) ou (?:un |une )?(?:vrai |vraie )?(?:humain|personne|être humain)|y a-t-il (?:un humain|une vraie personne|quelqu'un) derrière|^(?:robot|bot|humain|ia) ?\\?",
  ),
  wordsPattern(
    "(?:bist du|sind sie|bistu|seid ihr|biste|ist das|ist hier|bin ich|du bist|sie sind|bist d) (?:(?:hier|eigentlich|wirklich|echt|tatsächlich|etwa|nur|auch|denn|jetzt|vielleicht|ein|eine|einem|'?n|ne|so|bloß|überhaupt|gerade|doch|nicht|irgendein|ja) ){0,5}(?:(?:echter?|richtiger?|realer?|menschlicher?|reine|automatischer?|automatisierte) )?(?:bot|bots|roboter|mensch|menschen|person|ki|k\\.i\\.|künstliche intelligenz|maschine|chatbot|chatgpt|programm|computer|computerprogramm|echt|real|menschlich|automat|automatische antwort|automatisch)(?= ?(?:$|[?!.,;:]|oder|am|hier|der|die|lol|haha|gell|ne|was|und|bitte|echt|dran|dahinter))",
  ),
  wordsPattern(
    '(?:rede|spreche|schreibe|chatte|sprech|red|schreib) ich (?:(?:hier|gerade|jetzt|eigentlich|wirklich|da|mit|etwa) ){0,4}(?:einem?r? |nem |ner )?(?:echten?r? |richtigen?r? |realen? )?(?:bot|roboter|menschen?|person|ki|maschine|computer|chatbot|programm)|(?:mensch|person) oder (?:eine? )?(?:maschine|bot|roboter|ki|computer)|(?:bot|roboter|ki|maschine|computer) oder (?:eine? )?(?:echter? |richtiger? )?(?:mensch|person)|^(?:bot|roboter|mensch|ki) ?\\?|sitzt da (?:ein |eine )?(?:echter? )?(?:mensch|person)',
  ),
  wordsPattern(
    '(?:eres|es usted|sos|son ustedes|usted es|tú eres|tu eres|es esto|esto es|será que eres|acaso eres|serás|sois|ustedes son|eres tú|no eres) (?:(?:realmente|de verdad|acaso|solo|en realidad|en serio|como|tú|un|una|algún|alguna|puro|por casualidad|un tipo de) ){0,4}(?:bot|bots|robot|robots|ia|i\\.a\\.|inteligencia artificial|máquina|chatbot|chatgpt|programa|humano|humana|humanos|persona|personas|persona real|ser humano|real|reales|ordenador|computadora|respuesta automática|mensaje automático|contestador)(?= ?(?:$|[?!.,;:¿¡]|o|de verdad|real|verdad|no|que|jaja|lol|de carne|y|detrás|automática|humana|por|en))',
  ),
  wordsPattern(
    '(?:estoy|estamos|ando) (?:hablando|chateando|conversando|platicando|escribiendo) (?:realmente |de verdad |acaso )?(?:con|a) (?:una? |alguien )?(?:verdadera? )?(?:bot|robot|máquina|ia|persona|humano|humana|ser humano|inteligencia artificial|chatbot|real)|hablo con (?:una? )?(?:bot|robot|máquina|persona|humano|ia)(?= ?(?:$|[?!.,]|o|real))|(?:persona|humano) o (?:una? )?(?:robot|bot|máquina|ia)|(?:robot|bot|máquina|ia) o (?:una? )?(?:persona|humano|humana|ser humano)|^(?:bot|robot|humano) ?\\?|hay (?:una? )?(?:persona|humano) (?:real )?(?:detrás|ahí|escribiendo)',
  ),
  wordsPattern(
    "(?:sei|siete|lei è|è lei|tu sei|è|ma sei|saresti|questo è) (?:(?:davvero|veramente|proprio|per caso|solo|forse|in realtà|mica|tipo|questo|questa|tu|un|una|un'|uno) ){0,4}(?:un' ?)?(?:vera? |vero )?(?:bot|robot|ia|i\\.a\\.|intelligenza artificiale|macchina|chatbot|chatgpt|programma|umano|umana|persona vera|persona reale|persona|essere umano|reale|computer|risponditore|risposta automatica|umani|messaggio automatico)(?= ?(?:$|[?!.,;:]|o|oppure|vera|reale|vero|in|lol|che mi|questo|questa))",
  ),
  wordsPattern(
    "(?:sto|stiamo) (?:parlando|chattando|scrivendo|messaggiando) (?:davvero |veramente )?(?:con|a) (?:un |una |un' ?|qualcuno )?(?:vera? )?(?:bot|robot|macchina|ia|persona|umano|essere umano|chatbot|intelligenza artificiale|reale)|(?:persona|umano) o (?:un |una )?(?:robot|bot|macchina|ia)|(?:robot|bot|macchina|ia) o (?:un |una )?(?:persona|umano|essere umano)|c'è (?:una persona|un umano|qualcuno)(?: vera| reale| vero)? (?:dietro|lì)|^(?:bot|robot|umano) ?\\?",
  ),
  wordsPattern(
    '(?:você é|vc é|voce e|tu és|és|é você|vocês são|o senhor é|isto é|isso é|isso aqui é|cê é|ce e|vc eh|serás|será que (?:você|vc) é|você não é|és tu) (?:(?:realmente|mesmo|de verdade|só|por acaso|na verdade|tipo|apenas|um|uma|algum) ){0,4}(?:bot|bots|robô|robot|robo|ia|i\\.a\\.|inteligência artificial|máquina|chatbot|chatgpt|programa|humano|humana|pessoa|pessoa real|pessoa de verdade|ser humano|real|computador|gente|gente de verdade|resposta automática|mensagem automática|humanos|pessoas)(?= ?(?:$|[?!.,;:]|ou|mesmo|de verdade|real|né|que|kkk|rs|automática|não|por|aí))',
  ),
  wordsPattern(
    '(?:estou|tô|to|estamos|tou) (?:a )?(?:falando|conversando|falar|conversar|teclando) (?:realmente |mesmo )?com (?:uma? |alguém )?(?:bot|robô|robot|máquina|ia|pessoa|humano|humana|ser humano|inteligência artificial|gente|real)|falo com (?:uma? )?(?:bot|robô|máquina|pessoa|humano|ia)(?= ?(?:$|[?!.,]|ou|real))|(?:pessoa|humano) ou (?:uma? )?(?:robô|robot|bot|máquina|ia)|(?:robô|robot|bot|máquina|ia) ou (?:uma? )?(?:pessoa|humano|gente|ser humano)|^(?:bot|robô|humano) ?\\?|tem (?:uma )?(?:pessoa|alguém|humano)(?: real| de verdade)? (?:aí|atrás|por trás)',
  ),
  wordsPattern(
    '(?:ben je|bent u|ben jij|zijn jullie|is dit|je bent|jij bent|u bent|bn je|ben ik) (?:(?:echt|eigenlijk|nou|nu|gewoon|soms|misschien|wel|een|n|ook|toevallig|dan|hier|niet|maar) ){0,5}(?:(?:echte?|levend|menselijke) )?(?:bot|bots|robot|mens|mensen|persoon|ai|a\\.i\\.|kunstmatige intelligentie|machine|chatbot|chatgpt|programma|computer|menselijk|echt|computerprogramma|automatisch antwoord)(?= ?(?:$|[?!.,;:]|of|lol|toch|he|en|aan|hier|die))|(?:praat|spreek|chat|schrijf) ik (?:(?:nu|hier|eigenlijk|wel|met|echt|tegen) ){0,4}(?:een |n )?(?:echte? )?(?:bot|robot|mens|persoon|ai|machine|computer)|(?:mens|persoon) of (?:een )?(?:robot|bot|machine|ai|computer)|(?:robot|bot|machine|ai) of (?:een )?(?:echte? )?(?:mens|persoon)|^(?:bot|robot|mens) ?\\?',
  ),
  lettersPattern(
    '(?:あなた|君|きみ|お前|おまえ|そちら|中の人|これ|この人|この子|貴方|キミ|そっち|もしかして|ひょっとして|まさか|相手|向こう|返信|ほんとに|本当に|って|実は|やっぱり)[^。！？!?]{0,10}?(?:ボット|bot|ロボット|ai|人工知能|人間|機械|本物の人|生身の人|プログラム|自動応答|自動返信|チャットgpt|chatgpt|チャットボット|ヒト|コンピュータ|生身)(?:の人|さん|くん|ちゃん)?(?:です|なの|なん|でしょう|ですよ|で|だよ|では|じゃ|さん|が返信|が答え|が書)?[^。！？!?、]{0,6}?(?:か|の|ね|よね|？|[?])',
  ),
  lettersPattern(
    '^[^。！？!?]{0,6}(?:ボット|bot|ロボット|ai|人工知能|人間|機械|自動応答|自動返信|中の人)(?:です|なん(?:です)?|でしょう|な)?(?:(?:か|の|よね|かな)[?？!！。]{0,4}|[?？]{1,4})$|(?:人間|人)(?:です|なんです)?(?:か[、,？?]?|ですか|なの[?？]?|それとも|か、?それとも)[^。]{0,6}(?:ai|ロボット|ボット|機械|bot)|(?:ai|ロボット|ボット|機械|bot)(?:です|なんです|なの|かな)?(?:か|それとも|[?？、])[^。]{0,6}(?:人間|人ですか|中の人|人なの)|(?:人間|人|ai|ロボット|ボット|機械)[?、, ]{0,2}それとも(?:ai|ロボット|ボット|機械|人間|人|bot)|(?:人間|ai|ロボット|ボット|機械)と(?:話|喋|しゃべ|会話|チャット)[^。]{0,8}(?:か|の|[?？])',
  ),
  lettersPattern(
    '(?:너는?|넌|니가|네가|당신은?|혹시|지금|그쪽은?|거기|여기|이거|이건|저기|설마|진짜로?|상대방이?|님은?|정말)[^.!?。]{0,8}?(?:봇|로봇|챗봇|ai|인공지능|사람|인간|기계|챗gpt|chatgpt|에이아이|자동응답|자동 ?답변|컴퓨터|프로그램)(?:이신|인|이|이야|이에요|예요|이예요|입니|인가|인지|이냐|이니|이죠|이지|맞|가|이랑|이라|임|야|냐|니|죠|이세|세|일|하고|과|와|님)?[^.!?。]{0,8}?(?:요|까|야|냐|니|나|죠|가|임|음|[?？]|맞아|지)',
  ),
  lettersPattern(
    '^[^.!?]{0,4}(?:봇|로봇|챗봇|ai|인공지능|사람|인간|기계)(?:이에요|예요|이예요|인가요|입니까|이야|이세요|이신가요|인가|맞나요|맞아요|이죠|이냐|임|야|이니|인거야|이랑 대화하는 건가요)?[?？]{1,4}$|(?:사람|인간)(?:이에요|인가요|입니까|이야|이냐|인지)?[,? ]{0,3}(?:아니면|아님|or)? ?(?:로봇|봇|ai|기계|챗봇)(?:이|인|예|이에|야|에요|입|[?])|(?:로봇|봇|ai|기계|챗봇)(?:이에요|인가요|입니까|이야|이냐|인지)?[,? ]{0,3}(?:아니면|아님)? ?(?:사람|인간)(?:이|인|예|이에|야|입|[?])',
  ),
  wordsPattern(
    '(?:ты|вы|это|а ты|а вы|вы что|ты что|ты точно|ты же|вы точно|я|тут|мне отвечает|со мной) ?[-—–,]? ?(?:(?:случайно|правда|реально|действительно|вообще|что|ли|же|точно|разве|просто|не|типа|и|как|тоже|сейчас|общаюсь|говорю|разговариваю|с|со|отвечает|пишет|живой|живая|настоящий|настоящая|реальный|реальная|живым|настоящим|всего лишь|какой-то) ){0,5}(?:бот|боты|робот|человек|ии|машина|чат-бот|чатбот|программа|искусственный интеллект|нейросеть|нейронка|живой|живая|настоящий|настоящая|реальный|реальная|компьютер|автоответчик|chatgpt|чатгпт|гпт|человеком|роботом|ботом|машиной|нейросетью|люди)(?= ?(?:[?]|или|да[?]|ли|что ли|правда|или нет))|(?:человек|люди|живой) (?:ты |вы )?(?:или|ли) ?(?:ты |вы |это )?(?:бот|робот|машина|ии|нейросеть|программа|нет)?|(?:бот|робот|ии|машина|нейросеть) (?:ты |вы |это )?(?:или|ли) ?(?:ты |вы |живой |настоящий )?(?:человек|нет|живой)?(?= ?(?:$|[?!.,]))|^(?:бот|робот|человек|ии|нейросеть) ?\\?',
  ),
  wordsPattern(
    '(?:هل )?(?:أنت|انت|إنت|إنتي|انتي|أنتم|انتو|هذا|هل هذا|حضرتك|هل|اني|أنا|انا) (?:(?:فعلا|حقا|مجرد|هو|عن جد|بجد|أتحدث|اتحدث|أتكلم|اتكلم|اكلم|احكي|بتكلم|مع|ولا|شخص|إلى|الان|الآن) ){0,4}(?:روبوت|بوت|إنسان|انسان|شخص|شخص حقيقي|حقيقي|حقيقية|آلة|الة|ذكاء اصطناعي|ذكاء صناعي|بشر|بشري|برنامج|آلي|الي|روبوتا|chatgpt|ai|ريبوت)(?= ?(?:$|[?؟!.,،]|أم|ام|ولا|او|أو|حقيقي|فعلا|حقيقية|بجد|والا))|(?:إنسان|شخص|بشر|انسان) (?:أم|ام|ولا|أو|او) (?:روبوت|آلة|بوت|الة)|(?:روبوت|بوت|آلة|الة) (?:أم|ام|ولا|أو|او) (?:إنسان|شخص|بشر|انسان|بني ادم)',
  ),
  lettersPattern(
    '(?:क्या )?(?:आप|तुम|तू|ये|यह|मैं)[^।?!]{0,14}?(?:बॉट|बोट|रोबोट|इंसान|इन्सान|मशीन|एआई|ai|मनुष्य|व्यक्ति|असली|चैटबॉट|कंप्यूटर|bot|robot|प्रोग्राम|आदमी)(?: (?:है|हैं|हो|हूँ|से|या|इंसान|व्यक्ति|के|साथ)[^।?!]{0,16})?(?:[?]|हो|हैं|है|हूँ|हूं)',
  ),
  wordsPattern(
    '(?:kya )?(?:aap|tum|tu|ye|yeh|ap) (?:(?:ek|koi|sach me|sach mein|really|asli|real|sirf) ){0,3}(?:bot|robot|insaan|insan|machine|ai|human|asli|real|chatbot|aadmi)(?: (?:ho|hai|hain|h|ya|insaan|ho kya|hai kya|kya))',
  ),
  wordsPattern(
    '(?:bạn|anh|chị|em|shop|đây|ad|admin|bot|mày|cậu|ban|tôi|mình) (?:(?:có phải|có phai|là|phải|thật sự|có|đang|nói chuyện|chat|với|phải là|một|cái|con|co phai|la|thực sự) ){0,6}(?:bot|robot|rô bốt|người thật|người|con người|máy|ai|trí tuệ nhân tạo|chatbot|chatgpt|nguoi that|nguoi|may)(?: (?:thật|máy|tự động|that))?(?= ?(?:$|[?]|không|ko|khong|hay|à|hả|phải không|hong|k\\?|sao|vậy|hk|nhỉ))(?! (?:lớn|già|nhà|mẫu))|(?:người|người thật) hay (?:là )?(?:bot|máy|robot|ai)|(?:bot|máy|robot|ai) hay (?:là )?(?:người|người thật)',
  ),
  lettersPattern(
    '(?:คุณ|เธอ|นาย|แอดมิน|นี่|นี้|ตอบ|คุย|แก|เรา|พี่|น้อง|อันนี้|ที่)[^?!.]{0,14}?(?:บอท|บอต|หุ่นยนต์|โรบอท|โรบอต|คนจริง|คน|มนุษย์|ai|เอไอ|ปัญญาประดิษฐ์|เครื่อง|bot|ระบบอัตโนมัติ|แชทบอท|chatgpt)[^?!.]{0,10}?(?:ไหม|มั้ย|หรือ|เหรอ|รึ|ป่าว|ปะ|ใช่|หรอ|ไหน|มัย|[?])|(?:บอท|หุ่นยนต์|ai|เอไอ|คน|มนุษย์|คนจริง)(?:หรือ|รึ)(?:คน|บอท|หุ่นยนต์|เปล่า|ป่าว|ai|มนุษย์)|^(?:เป็น)?(?:บอท|หุ่นยนต์|คนจริง|คนจริงๆ)(?:เหรอ|ไหม|มั้ย|หรอ|ใช่ไหม|ปะ|ป่าว|รึเปล่า|หรือเปล่า)',
  ),
  wordsPattern(
    '(?:sen|siz|bu|acaba|yoksa) (?:(?:gerçek|bir|gerçekten|şu an|sadece|acaba|yoksa|de|da|mi|mı|canlı|aslında) ){0,5}(?:bot|robot|insan|yapay zeka|yapay zekâ|makine|chatbot|kişi|program|gerçek|chatgpt|bilgisayar|otomatik)(?: ?(?:mısın|misin|musun|müsün|mısınız|misiniz|musunuz|mı|mi|mu|mü|sın|mıdır|mudur|sun))|(?:gerçek (?:bir )?)?(?:insan|robot|bot|yapay zeka|makine|chatbot|gerçek|gercek) ?(?:mısın|misin|musun|müsün|mısınız|misiniz|musunuz)|(?:robotla|botla|insanla|yapay zekayla|bir insanla|bir robotla|bir botla|makineyle)(?: mı| mi)? (?:mı |mi )?(?:konuşuyorum|yazışıyorum|görüşüyorum)(?: (?:şu an|acaba))?|insan mı (?:robot|bot)|(?:robot|bot) mu (?:insan|yoksa)',
  ),
  wordsPattern(
    '(?:(?:czy )?(?:jesteś|jestes|pan jest|pani jest|to jest|to|jesteście|ty jesteś|rozmawiam|piszę|gadam|czy to|czy ty|pan|pani)) (?:(?:naprawdę|prawdziwym|prawdziwą|żywym|może|tylko|jakimś|z|ze|czy|w ogóle|na pewno|teraz|jest|to|jakiś|żywą|tutaj|tu) ){0,5}(?:botem|robotem|człowiekiem|osobą|maszyną|ai|sztuczną inteligencją|programem|chatbotem|bot|robot|człowiek|czlowiekiem|prawdziwy|prawdziwa|żywy|automatem|automat|chatgpt|komputerem)(?= ?(?:$|[?!.,;:]|czy|lol|co|tak|prawda))|(?:człowiek|osoba) czy (?:robot|bot|maszyna|ai|automat)|(?:robot|bot|maszyna|ai|automat) czy (?:żywy |prawdziwy )?(?:człowiek|osoba)',
  ),
  wordsPattern(
    '(?:apakah |apa |emang |emangnya )?(?:kamu|anda|kau|lo|lu|ini|kmu|km|kalian|elo|saya|aku) (?:(?:ini|itu|adalah|seorang|sebuah|benar-benar|beneran|cuma|hanya|bukan|memang|sedang|lagi|bicara|ngobrol|chat|dengan|sama|berbicara|asli|orang) ){0,6}(?:bot|robot|manusia|orang|mesin|ai|kecerdasan buatan|chatbot|orang asli|asli|chatgpt|program|komputer|otomatis|balasan otomatis)(?= ?(?:$|[?]|atau|ya|kah|bukan|asli|beneran|sungguhan|yg|yang|apa|nyata|sih|kan))|(?:manusia|orang) (?:atau|apa) (?:bot|robot|mesin|ai)|(?:bot|robot|mesin|ai) (?:atau|apa|ya) (?:manusia|orang)|(?:bot|robot|manusia|orang)(?:kah| kah) (?:kamu|anda|ini)',
  ),
]
