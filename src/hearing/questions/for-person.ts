/** How fans ask for a person, by language. Tables: what they must and must not match is in test/hearing/disclosure.test.ts. */

import { lettersPattern, wordsPattern } from '../../words/patterns.ts'
import { withClauseEnd } from '../../words/reading.ts'

const people =
  'humans?|human being|persons?|people|someone|somebody|some one|anyone|anybody|agents?|representatives?|reps?|operators?|managers?|supervisors?|staff|employees?|advis[oe]rs?|associates?|team member|staff member|member of (?:the |your )?(?:staff|team)|support agent|customer (?:service|support|care)|support team|support person|support|the team|your team|your boss|the boss|the owner|real one|live one'
const adjectives =
  '(?:(?:a|an|the|any|some|your|one of your|of your|of the|real|live|living|actual|human|customer|service|support|care|sales|proper|physical|different|senior|other|another|team|store|shop|breathing|non-bot|flesh and blood) ){0,5}'
const verbs =
  '(?:talk|speak|spk|speek|chat|connect|connected|transfer|transferred|put|put me through|pass|passed|switch|hand|handed|forward|forwarded|escalate|escalated|through|in touch|in contact|in connection|directed|direct|redirect|get through|get in touch|message|write|reach|get hold|get a hold|contact|call|ring|deal|communicate|complain|explain this)'
const asking =
  "(?:need|want|wanna|would like|i'd like|id like|prefer|rather have|get me|give me|gimme|bring me|find me|send me|get|demand|insist on|require|give)"

/** For text with chat spellings spelled out: an asking word, a verb of reaching, somebody. */
export const forPersonInEnglish: readonly RegExp[] = [
  // "can I talk to a human", "let me speak with your manager", "transfer me to an agent please"
  wordsPattern(
    `${verbs} (?:me |us |this |it |my call |this chat )?(?:through |over |directly |now |again |instead |please )?(?:to|with|w/|2|on to|onto|of|too|at) ${adjectives}(?:${people})`,
  ),
  // "get me a human", "I need a real person", "give me an agent"
  withClauseEnd(
    `${asking} (?:me |us |to have |to get |to see )?(?:a|an|the|some|any|your|real|live|actual|human) ${adjectives}(?:human|humans|human being|person|people|agent|representative|rep|operator|manager|supervisor|staff member|employee|advisor|real one)(?: (?:now|please|pls|plz|here|instead|to help|to talk|asap|right now|immediately|not a bot|on this|to look|to assist|who can))?`,
  ),
  withClauseEnd(
    `(?:need|want|get|give|send|find|bring|gimme|prefer|demand|require) (?:me |us |a )?(?:some |real |live |actual )?(?:human|live agent|real person|live person|actual person|real human|human agent|live support|human support|human help|human assistance|human being|someone real|somebody real|someone human)(?: (?:now|please|pls|plz|here|instead|asap|right now|help|support|assistance|contact))?`,
  ),
  // "is there someone I can talk to", "is anyone real there"
  wordsPattern(
    `(?:someone|somebody|anyone|anybody|a person|a human|an agent|a real person|a real human|people|who|whom)(?: (?:else|real|human|there|here))? (?:that |who |whom )?(?:i|we) (?:can|could|may|should) (?:talk|speak|chat|call|contact|write|complain)(?: to| with)?`,
  ),
  wordsPattern(
    '(?:is|are) (?:there )?(?:any ?one|any ?body|any|some ?one|a|an) (?:real |actual |live )?(?:human|person|people|humans|agent|real|operator|representative)?s? ?(?:available|around|on duty|on shift|i can|to help|to talk|to speak|working)',
  ),
  wordsPattern(
    "(?:i )?(?:don't|dont|do not|refuse to|won't|hate|stop|no longer|not) (?:want to |wanna |like to |like |going to |gonna )?(?:talk|talking|speak|speaking|chat|chatting|deal|dealing) (?:to|with) (?:an? |the |this |some |your )?(?:stupid |dumb |damn |useless )?(?:bot|robot|machine|ai|chatbot|computer)s?",
  ),
  wordsPattern(
    '(?:not|instead of|rather than|no more|enough (?:of|with)) (?:an? |the |this |these |your )?(?:stupid |dumb )?(?:bot|robot|ai|machine|chatbot)s?[,.!]? (?:i want|i need|give me|get me|let me|a human|a person|human|person|real person)',
  ),
  wordsPattern(
    '(?:have|let|get|ask|tell|make) (?:a|an|the|your|some|someone|somebody|any) ?(?:real |human |actual |live )?(?:human|person|agent|representative|manager|supervisor|staff|colleague|people|from (?:the |your )?team|from support)? (?:to )?(?:call|contact|write|email|message|reach|get back|help|talk|look|reply|answer|respond) ?(?:to |at |into )?(?:me|us|this|it)',
  ),
  wordsPattern(
    '(?:can|could|will|would|may) (?:some ?one|some ?body|any ?one|any ?body|an? (?:real |actual |live )?(?:human|person|agent|representative|manager|member of staff|staff member))(?: from [a-z ]{3,20}| real| else| please)? (?:please |pls )?(?:call|help|contact|reply|answer|respond|talk|speak|get back|assist|look|write|email|message|take over|step in)',
  ),
  wordsPattern(
    '(?:switch|change|transfer|hand|turn|pass|send|escalate) (?:me |this |it |us )?(?:over )?to (?:the |your |an? )?(?:human|person|agent|support|team|manager|supervisor|human mode|real support|customer service)',
  ),
  wordsPattern(
    'speak to (?:ur|your) manager|(?<!(?:how|where|when|number).{0,20})(?:contact|reach|call|message) (?:your |the )?(?:support|customer (?:service|support|care)|support team)(?! (?:by|via|through|number|phone|email|hours|on|at)(?![a-z]))|where (?:is|are) the (?:real )?(?:humans?|people|agents?|staff)|any (?:real )?(?:humans?|agents?|people|staff) (?:here|around|available|there)|(?:get|find|send) (?:me )?(?:someone|somebody|anyone) from (?:your|the) (?:team|staff|support)|not a (?:bot|robot)[^a-z]{0,3} ?(?:please[^a-z]{0,3})?(?: ?an? )?(?:person|human)|talk 2 (?:a )?(?:human|person)|customer service (?:please|pls|now)|human (?:please|pls|plz|now|agent|support|help)|(?:real|live|actual) (?:person|human|agent|operator|rep|representative)(?: (?:please|pls|plz|now|asap))|call center|live (?:agent|chat|support|operator|rep|representative)',
  ),
]

/** All other languages, for text in reading form. */
export const forPersonElsewhere: readonly RegExp[] = [
  lettersPattern(
    '^真人[!！。~]{0,5}$|有没有(?:真人|活人|人工|客服)|转人工|转接?人工|转真人|接人工|接真人|(?:人工|真人)(?:客服|服务)(?!的?(?:电话|时间|几点|热线|号码|上班|工作|在哪))|人工坐席|人工台|^人工[!！。~]{0,5}$|人工在吗|有人工吗|要人工|找人工|叫人工|换人工|来个?(?:人工|真人|活人)|(?:找|要|换|叫)(?:个|一个|一位|你们)?(?:真人|活人|人工|经理|客服|主管|老板|负责人|店长|领导)(?!电话号码是)',
  ),
  lettersPattern(
    '(?:想|要|能|可以|能不能|可不可以|请|帮我|让我|给我)[^。！？!?]{0,6}(?:和|跟|与|找|联系|转接?|换|接)(?:一个|个|一位|位|你们的?|到)?(?:真人|活人|人工|人|客服|经理|主管|老板|负责人|店长|工作人员|专人)(?:聊|谈|说|讲|沟通|对话|来|处理|$|[，。！？!?,吗吧呢])',
  ),
  lettersPattern(
    '有(?:没有)?(?:真人|活人|人工|工作人员|客服)(?:在)?(?:吗|么|没|在|可以)|(?:客服|人工)(?:呢|在哪|在吗|在不在)|找(?:个|一个|一位)人(?:来)?(?:跟|和|与|帮|给)我|(?:让|叫|请)(?:你们|您们|你)?(?:的)?(?:老板|经理|主管|领导|店长|负责人|客服|工作人员|人)(?:来|出来|跟|和|给我)|不(?:想|要)(?:和|跟)(?:机器人|ai|机器)(?:说|聊|谈)|别(?:用|让)?(?:机器人|ai)(?:回|敷衍)',
  ),
  wordsPattern(
    "(?:parler|parle|discuter|échanger|communiquer|joindre|contacter|écrire|m'adresser) (?:à|avec|a|directement à|directement avec)? ?(?:quelqu'un|qqun|qqn|quelq'un|une (?:vraie )?personne|un (?:vrai )?(?:humain|conseiller|agent|opérateur|responsable|être humain|employé|manager)|une (?:vraie )?(?:conseillère|humaine)|un membre|votre (?:équipe|responsable)|le service client|un(?:e)? responsable|le responsable|le patron)",
  ),
  wordsPattern(
    "(?:je (?:veux|voudrais|souhaite|préfère|demande)|j'aimerais|il me faut|passez[- ]moi|passe[- ]moi|donnez[- ]moi|mettez[- ]moi en (?:contact|relation) avec|transférez[- ]moi (?:à|vers)) (?:avoir |parler à |bien )?(?:un|une|quelqu'un|le|la|à un|à une) ?(?:vrai |vraie |autre )?(?:humain|humaine|personne|conseiller|conseillère|agent|opérateur|responsable|être humain|service client|manager)?(?= ?(?:$|[,.!?]|svp|s'il|maintenant|pas un|pour|en vrai))",
  ),
  wordsPattern(
    "(?:une?|vraie?|de) (?:vraie personne|vrai humain|vrai conseiller|conseiller humain|agent humain|interlocuteur humain) ?(?:svp|s'il (?:vous|te) pla[iî]t|please)?|service client svp|humain svp|conseiller svp|je (?:veux|voudrais) (?:parler à )?quelqu'un|pas avec un (?:robot|bot)",
  ),
  wordsPattern(
    '(?:mit|zu|mal|an|bei) (?:einem?r?|jemandem?|jemand|nem|dem|der|ihrem?|eurem?|einen?|echten?) ?(?:echten?r?|richtigen?r?|realen?|lebenden|lebendigen|anderen|wirklichen)? ?(?:menschen?|person|mitarbeiter(?:in)?|berater(?:in)?|kundendienst|kundenservice|chef|vorgesetzten|ansprechpartner|support|team)? ?(?:sprechen|reden|schreiben|chatten|verbinden|verbunden|weiterleiten|telefonieren|quatschen|unterhalten)',
  ),
  wordsPattern(
    '(?:ein(?:e|en|em|er)?|ne|nen|nem|echte|mit) (?:echte?[nmr]?|richtige?[nmr]?|reale?[nmr]?) (?:person|mensch|menschen|mitarbeiter|mitarbeiterin|leute)(?: (?:sprechen|bitte|reden|haben|her))|(?:möchte|will|brauche|hätte gern|hätte gerne|kann ich|gib mir|geben sie mir|bitte) (?:bitte |gern |gerne |jetzt )?(?:mal |endlich )?(?:einen?|ne|nen|den|die|mit einem?r?) ?(?:echten?r? |richtigen?r? |realen? )?(?:menschen|mensch|person|mitarbeiter(?:in)?|kundenberater|berater(?:in)?|kundendienst|ansprechpartner)|(?:verbinden|verbinde) (?:sie )?mich|mitarbeiter bitte|echte[nmr]? (?:person|mensch|menschen|mitarbeiter) (?:sprechen|reden|bitte|haben)|echter mensch bitte|mensch bitte',
  ),
  wordsPattern(
    '(?:hablar|hable|chatear|comunicarme|comunicar|contactar|conversar|platicar|pasar|páseme|pásame|pasame|ponme|póngame|transferir|transfiérame|transfiéreme|conectar|conécteme) (?:me )?(?:con|a) (?:una?|algún|alguna|el|la|su|tu|alguien|otra)? ?(?:persona|humano|humana|ser humano|agente|representante|asesora?|operadora?|alguien|encargad[oa]|gerente|supervisora?|responsable|empleado|persona real|persona de verdad|atención al cliente|servicio al cliente|jefe)?(?= ?(?:$|[,.!?]|real|de verdad|por favor|humano|humana|ahora|que|del|de|en|sobre|porfa|no))',
  ),
  wordsPattern(
    '(?:quiero|necesito|dame|deme|prefiero|quisiera) (?:hablar con )?(?:a )?(?:una?|alguien|un) ?(?:agente|humano|persona(?: real| de verdad| humana)|asesor|operador|representante|ser humano)|que me atienda (?:una|un|alguien)|(?:comuníqueme|comuníquenme|comunícame|conécteme|transfiérame|páseme|póngame) (?:con |a )(?:una?|el|la|alguien)|agente humano|persona real por favor|humano por favor|atención humana|hay alguien (?:real|humano|ahí)',
  ),
  wordsPattern(
    "(?:parlare|parlo|chattare|comunicare|scrivere|passami|passatemi|mi passi|mettetemi in contatto|mettimi in contatto|contattare|essere contattat[oa]) (?:con |a |da )?(?:qualcuno|un[ao']? ?(?:vera? |altra )?(?:persona|umano|operatore|operatrice|essere umano|agente|responsabile|addetto|rappresentante|dipendente|consulente)|un'operatrice|il (?:responsabile|servizio clienti|titolare|direttore)|servizio clienti)|(?:voglio|vorrei|serve|mi serve|ho bisogno di|datemi) (?:un|una) ?(?:operatore|persona (?:vera|reale)|umano|essere umano|persona)|operatore umano|persona vera",
  ),
  wordsPattern(
    '(?:falar|conversar|falo|contatar|contactar|comunicar|passar|passa|passe|transferir|transfere|transfira|conectar)(?:-me)? (?:me )?(?:com|para|pra|a) (?:uma?|algum|alguma|o|a|alguém|seu|outra)? ?(?:pessoa|humano|humana|ser humano|atendente|agente|representante|operadora?|alguém|gerente|supervisora?|responsável|funcionário|gente|pessoa real|suporte)(?! jurídica)|(?:quero|preciso(?: de)?|queria|gostaria de) (?:falar com )?(?:uma?|um) ?(?:atendente|humano|pessoa (?:real|de verdade)|ser humano|operador)|atendente humano|atendimento humano|pessoa real por favor|atendente por favor|tem alguém (?:real|aí)',
  ),
  wordsPattern(
    "(?:met|aan) (?:een|iemand|n|de|jullie|uw|'n) ?(?:echte?|levend|menselijke|andere)? ?(?:mens|persoon|medewerker|iemand|collega|klantenservice|manager|leidinggevende|agent)? ?(?:spreken|praten|chatten|bellen|doorverbonden|verbinden|contact|overleggen)|(?:spreken|praten|chatten|contact) met (?:een |iemand|n )?(?:echte? |menselijke )?(?:mens|persoon|medewerker|iemand|klantenservice|manager)|(?:wil|mag|kan|graag|geef) (?:ik |me |mij )?(?:graag )?een (?:echte? )?(?:mens|persoon|medewerker)|verbind me door|(?:wil|mag|kan) ik (?:met )?(?:iemand|een (?:echte? )?(?:mens|persoon|medewerker)) (?:spreken|praten|aan de lijn)|echte? (?:mens|persoon|medewerker) (?:spreken|graag|aub)|ik wil (?:met )?iemand (?:spreken|praten)|medewerker (?:graag|aub|alsjeblieft)|echt persoon (?:graag|aub)|mens aub",
  ),
  lettersPattern(
    '^(?:オペレーター|担当者?|有人|人間|スタッフ)(?:お願いします?|おねがい(?:します)?|希望|は|を|に|で|さん)?[!！。?？]{0,3}$|(?:担当者?|オペレーター|スタッフ|人間)(?:の方)?(?:を)?(?:お願い|おねがい|希望)|(?:人間|人|担当者?|オペレーター|スタッフ|係の?人|有人|店員|責任者|上司|店長|生身の人|係員|サポート)(?:の方|の人|さん)?(?:と|に|へ)(?:直接)?(?:話し?|はな|お話し|繋|つな|つない|代わ|かわ|変わ|相談|連絡|チャット|替わ|転送|切り替)|(?:有人|人間)(?:対応|サポート|チャット|の対応)|オペレーター(?:お願い|を|希望|に|に繋|と)|人間(?:を|に)?(?:出して|お願い)|(?:人|担当者|スタッフ)を(?:出して|呼んで)',
  ),
  lettersPattern(
    '(?:상담원|상담사|사람|직원|담당자|매니저|관리자|책임자|인간)(?:이랑|랑|과|와|하고|한테|에게|으로|분과|분이랑|님과|님이랑|분)? ?(?:직접 )?(?:연결|통화|대화|상담|얘기|이야기|말하|바꿔|불러|연락|만나)|상담원 ?(?:주세요|부탁|좀|바꿔|나와)?$|(?:실제|진짜) ?(?:사람|상담원|직원)(?:이랑|랑|과|와|하고|을|좀)|(?:상담원|상담사|직원) ?(?:연결|불러|있나요|있어요|부탁)|사람 ?(?:불러|바꿔|연결)',
  ),
  wordsPattern(
    '(?:поговорить|говорить|пообщаться|связаться|соединить|соедините|соедини|переключите|переключи|переведите|переведи|свяжите|свяжи|позовите|позови|дайте|дай|нужен|нужна|нужны|хочу|пригласите|подключите) (?:(?:меня|мне|пожалуйста|уже|бы|сюда|лучше|срочно|к|с|со|на|живым|живого|живой|живому|настоящим|настоящего|реальным|реального|вашим|нормальным|кем-нибудь из|кем-то из|другим) ){0,4}(?:человеком|человека|человек|человеку|оператором|оператора|оператор|оператору|менеджером|менеджера|менеджер|менеджеру|сотрудником|сотрудника|сотруднику|консультантом|консультанта|консультант|поддержкой|поддержку|людьми|людей|специалистом|специалиста|руководителем|начальником|администратором|администратора|кем-нибудь живым|кем-то живым|кем-нибудь|кем-то)|живой (?:человек|оператор) (?:нужен|есть|пожалуйста)|(?:есть|можно) (?:живой|живого) (?:человек|человека|оператор|оператора)|^оператора?[.! ]{0,3}$',
  ),
  wordsPattern(
    '^خدمة العملاء$|(?:التحدث|اتكلم|أتكلم|اكلم|أكلم|احكي|أحكي|التكلم|اتحدث|أتحدث|تحدث|كلام|التواصل|اتواصل|أتواصل|تحويل|حولني|حولوني|وصلني|وصلوني|اريد|أريد|ابغى|أبغى|عايز|بدي) (?:(?:مع|إلى|الى|على|ب|ل|التحدث|اتكلم|أتكلم|احكي|اكلم|من|فضلك|أن) ){0,3}(?:شخص|إنسان|انسان|موظف|ممثل|وكيل|مندوب|أحد|احد|حد|بشر|بشري|مدير|المدير|خدمة العملاء|الدعم|مسؤول|لشخص|لموظف|بشخص)(?: (?:حقيقي|بشري|من|الآن))?',
  ),
  lettersPattern(
    '(?:किसी )?(?:इंसान|व्यक्ति|आदमी|एजेंट|प्रतिनिधि|मैनेजर|असली इंसान|कस्टमर केयर|किसी) (?:से|को) (?:बात|संपर्क|कनेक्ट|मिला|जोड़|बोल)|(?:इंसान|एजेंट|असली व्यक्ति) (?:चाहिए|दो|दीजिए)',
  ),
  wordsPattern('(?:insaan|insan|agent|kisi|manager|customer care|aadmi) se (?:baat|bat|connect|milao|milwa)'),
  wordsPattern(
    '(?:nói chuyện|gặp|trò chuyện|chat|liên hệ|kết nối|chuyển|noi chuyen|gap|ket noi) (?:(?:với|cho|tới|đến|trực tiếp|tôi|mình|em|voi|toi|một|được) ){0,4}(?:người thật|nhân viên|tư vấn viên|con người|người|quản lý|tổng đài viên|nhan vien|nguoi that|ai đó|hỗ trợ viên|admin)|(?:nhân viên|tư vấn viên|admin) (?:đâu|ơi)|(?:cần|muốn) (?:gặp )?(?:người thật|nhân viên|tư vấn viên)',
  ),
  lettersPattern(
    '(?:คุย|พูด|ติดต่อ|สนทนา|ขอสาย|โอนสาย|ต่อสาย|ขอคุย|แชท)(?:กับ|ถึง|ไปที่|หา)? ?(?:คน|มนุษย์|พนักงาน|เจ้าหน้าที่|แอดมิน|ผู้จัดการ|ตัวแทน|คนจริง|แอดมินตัวจริง)|ขอ(?:พนักงาน|เจ้าหน้าที่|แอดมิน|คนจริง)|เรียก(?:พนักงาน|เจ้าหน้าที่|แอดมิน)',
  ),
  wordsPattern(
    '(?:gerçek )?(?:bir )?(?:insanla|kişiyle|kişi ile|insan ile|temsilciyle|temsilci ile|müşteri temsilcisiyle|müşteri temsilcisi ile|müşteri temsilcisine|temsilciye|operatöre|operatörle|yetkiliyle|yetkili ile|yetkiliye|biriyle|birisiyle|biri ile|canlı destekle|müdürle|personelle|çalışanla) (?:canlı |direkt |doğrudan |telefonda )?(?:görüş|konuş|bağla|yazış|iletişim|aktar|bağlan)\\p{L}{0,12}|müşteri temsilcisi (?:lütfen|istiyorum)|canlı destek|gerçek (?:bir )?(?:insan|kişi) (?:istiyorum|lütfen)|müşteri hizmetlerine bağla\\p{L}{0,4}'.replaceAll(
      '\\p{L}',
      '[a-z]',
    ),
  ),
  wordsPattern(
    '(?:porozmawiać|rozmawiać|pogadać|połączyć|połączcie|połącz|proszę połączyć|skontaktować|kontakt|rozmowa|rozmowę|przełącz|przełączcie|pisać) (?:(?:mnie|się|z|ze|do|mi|kimś|jakimś|żywym|prawdziwym|prawdziwą|waszym) ){0,4}(?:człowiekiem|konsultantem|konsultanta|konsultantką|pracownikiem|osobą|kimś|ludźmi|kierownikiem|menedżerem|obsługą|przedstawicielem|doradcą|doradcy|agentem)|(?:chcę|potrzebuję|poproszę|proszę o|dajcie|daj) (?:mi )?(?:żywego |prawdziwego )?(?:człowieka|konsultanta|pracownika|kogoś|doradcę)|konsultant proszę|chcę do (?:konsultanta|człowieka|kogoś)',
  ),
  wordsPattern(
    '(?:bicara|berbicara|ngobrol|ngomong|chat|bincang|hubungi|hubungkan|sambungkan|terhubung|alihkan|disambungkan) (?:(?:saya|aku|langsung|dengan|sama|ke|kepada|seorang|orang|bisa) ){0,4}(?:manusia|orang|orang asli|agen|cs|customer service|petugas|staf|staff|admin|operator|manajer|perwakilan|seseorang|layanan pelanggan|pegawai)|(?:mau|minta|butuh|perlu) (?:cs|orang asli|admin|agen|manusia|customer service)(?: (?:asli|manusia))?',
  ),
]
