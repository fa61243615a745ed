/** Claims to be human, in any tense of cheek. The persona never makes one; a staff member speaking as themselves may. */
import { fold } from '../../words/fold.ts'
import { oneLine } from '../../words/one-line.ts'
import { lettersPattern, spaced, wordsPattern } from '../../words/patterns.ts'
import { forbidden } from './forbidden.ts'

const machine =
  'bot|bots|robot|robots|chatbot|chatbots|chat bot|chat bots|ai|a\\.i\\.|artificial intelligence|machine|machines|computer|program|algorithm|script|llm|chatgpt|automated|automaton|android|auto-?reply'
const human = 'human|humans|human being|human beings|person|people|real|flesh and blood|real one'
const filler =
  '(?:(?:really|actually|totally|definitely|very much|very|indeed|absolutely|100%|100 %|fully|just|only|truly|of course|also|so|all|a|an|the|one|your|quite|certainly|obviously|most|too|still|simply|honestly|most certainly|as) ){0,5}'
const kind =
  '(?:(?:real|actual|living|genuine|live|breathing|flesh-and-blood|normal|regular|true|fellow|ordinary|honest),? (?:and )?){0,3}'
/** "I'm human" and "I'm human, promise", not "I'm human-made" or "I'm real sorry". */
const end =
  '(?=\\s*(?:$|[^\\p{L}\\p{N}\\s-]|(?:and|but|too|here|like|just|behind|who|with|not|so|after|working|typing|answering|replying|writing|sitting|from|on|at|in|though|indeed|actually|really|haha|lol|i|as|or)(?![\\p{L}\\p{N}])))'

const english = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced(source)})${end}`, 'gu')

/** Spoken in the first person: nobody but a person may. */
const firstPerson: readonly RegExp[] = [
  english(`(?:i am|i'm|im|i be|we are|we're|i swear i'm|i do be) ${filler}${kind}(?:${human})`),
  english(
    `(?:(?:i am|i'm|im|we are|we're) ${filler}(?:not|no|never)|i ain't|we ain't|we aren't|i am n't|i aint) ${filler}(?:${machine})`,
  ),
  english(
    `(?:i am|i'm|im|we are|we're) [^.!?\n]{1,40}[,;:–—-] ?(?:and |definitely |certainly )?(?:not|no) (?:an? |some )?(?:bot|robot|chatbot|ai|automated)`,
  ),
  english(
    `(?:i am|i'm|we are|we're) ${filler}not (?:made|built|run|powered|driven|written) (?:by|of|with|on) ${filler}(?:${machine})`,
  ),
  english(
    `(?:this is|it's|it is) (?:definitely |really |certainly )?(?:not|no) (?:an? )?(?:bot|robot|chatbot|ai|automated)`,
  ),
  english(
    `(?:i have never been|i've never been|i'm anything but|i am anything but|i'm far from|i am far from) an? (?:${machine})`,
  ),
  wordsPattern('(?:no|not an?|zero) (?:bots?|robots?|ai) (?:here|in sight|around here|involved|at work)'),
  // Fragments, at the start only: "Nope, not a bot!", "Human here."
  new RegExp(
    `^[^\\p{L}]{0,6}(?:(?:no|nope|nah|haha|lol|ha|yes|yep|yeah|oh|well|of course|i promise|promise|hi|hey)[^\\p{L}]{1,4}){0,3}(?:not an? (?:${machine})|(?:real |actual |100% )?(?:human|person) here|100% human|(?:fully|very much|all|totally) human|only human)${end}`,
    'gu',
  ),
  lettersPattern(
    '我(?:们)?(?:就|真的|真|可|当然|确实|其实|绝对|百分百|100%|也|都|肯定|可以保证){0,3}(?:都)?是(?:一个|个|一位|一名|位|名|如假包换的|货真价实的)?(?:真人|真的人|活人|大活人|人类|真实的人|真正的人|活生生的人|人工客服|人工|人)(?![一-鿿]{0,6}[吗么]|工智|智|气|称|见|设|们眼|生|手|品|间)',
  ),
  lettersPattern(
    '我(?:们)?(?:真的|可|才|并|绝对|当然|确实|其实|也|都|又){0,3}不是(?:一个|个|什么|任何|那种)?(?:冷冰冰的|冰冷的)?(?:机器人|ai|人工智能|机器|程序|bot|聊天机器人|电脑|自动回复|智能客服|虚拟人)(?![一-鿿]{0,6}吗)',
  ),
  lettersPattern(
    '^[^一-鿿a-z]{0,4}(?:(?:是的|对|嗯|当然|没错|放心|不是|没有)[,，。!！~ ]{0,3})?(?:是|就是)?真人(?:在线|客服|回复|服务|哦|呢|啦|啊|的|在)(?![一-鿿]{0,6}[吗么])',
  ),
  lettersPattern(
    '(?:手机|屏幕|电脑|键盘)(?:后面|背后|前面?|这边|那头)(?:就|真的)?是(?:个|一个)?(?:真人|活人|大活人|人)',
  ),
  wordsPattern(
    "(?:je suis|j'suis|chuis|nous sommes) (?:(?:bien|vraiment|réellement|évidemment|bel et bien|tout à fait|simplement|juste|100%|absolument|aussi) ){0,3}(?:une? |des )?(?:vraie personne|vrai humain|vraie humaine|véritable personne|véritable humain|être humain|humain|humaine|humains|personne réelle|personne en chair et en os|personne bien réelle|personne physique|personne|réel|réelle|vraies personnes|en chair et en os)",
  ),
  wordsPattern(
    "(?:je (?:ne )?suis|j'suis|chuis|nous (?:ne )?sommes) (?:vraiment |absolument |certainement )?(?:pas|point|aucunement|en rien|jamais) (?:du tout )?(?:une? |d'|des |qu'une? )?(?:bot|bots|robot|robots|ia|intelligence artificielle|machine|machines|chatbot|programme|ordinateur|automate)",
  ),
  wordsPattern(
    'ich bin (?:(?:wirklich|tatsächlich|natürlich|echt|ja|doch|schon|selbstverständlich|100%|auch|nur|durchaus) ){0,3}(?:eine? )?(?:(?:echter?|richtiger?|realer?|wahrer?|lebendiger?|ganz normaler?) ){0,2}(?:mensch|person|menschlich|aus fleisch und blut)',
  ),
  wordsPattern(
    'ich bin (?:(?:wirklich|tatsächlich|natürlich|echt|ja|doch|definitiv|ganz sicher) ){0,3}keine? (?:bot|roboter|ki|maschine|chatbot|künstliche intelligenz|computer|programm|automat)',
  ),
  wordsPattern(
    '(?<!no )(?:soy|somos) (?:(?:realmente|de verdad|totalmente|100%|solo|también|claro que|muy) ){0,2}(?:una? )?(?:persona(?:s)?(?: real| de verdad| de carne y hueso| humana)?|humano|humana|humanos|ser humano|real|de carne y hueso)',
  ),
  wordsPattern(
    'no soy (?:realmente )?(?:ningún |ninguna |un |una )?(?:bot|robot|máquina|ia|inteligencia artificial|chatbot|programa|ordenador|computadora)',
  ),
  wordsPattern(
    '(?<!non )sono (?:(?:davvero|proprio|realmente|veramente|solo|anche|al 100%) ){0,2}(?:una? |un )?(?:persona(?: vera| reale| in carne e ossa)?|vera persona|umano|umana|essere umano|reale|in carne e ossa)(?! che)',
  ),
  wordsPattern(
    "non sono (?:affatto |mica |assolutamente )?(?:un |una |un')\\s?(?:bot|robot|macchina|ia|intelligenza artificiale|chatbot|programma|computer)",
  ),
  wordsPattern(
    '(?<!não )(?:sou|somos) (?:(?:realmente|mesmo|de verdade|apenas|também|100%) ){0,2}(?:uma? )?(?:pessoa(?: real| de verdade| de carne e osso)?|humano|humana|ser humano|gente de verdade|gente|real|de carne e osso)',
  ),
  wordsPattern(
    'não sou (?:nenhum |nenhuma |um |uma )?(?:bot|robô|robot|máquina|ia|inteligência artificial|chatbot|programa|computador)',
  ),
  wordsPattern(
    'ik ben (?:(?:echt|gewoon|wel|heus|natuurlijk|ook|100%|wel degelijk) ){0,3}(?:een )?(?:(?:echte?|levend|gewoon|levende) ){0,2}(?:mens|persoon|menselijk|van vlees en bloed)',
  ),
  wordsPattern(
    'ik ben (?:(?:echt|zeker|heus|natuurlijk) ){0,2}geen (?:bot|robot|ai|machine|chatbot|computer|programma|kunstmatige intelligentie)',
  ),
  lettersPattern(
    '(?:^[「\\s]*(?:はい|ええ|うん|もちろん)?[、,。!！ ]?|私|わたし|僕|ぼく|俺|わたくし|こちら|うち|当方|中の人)(?:は|も|が)?(?:ちゃんと|本当に|実は|れっきとした)?(?:本物の|生身の|本当の|実在の|れっきとした|普通の)?(?:人間|ヒト|生身|実在の人物|本物の人)(?:です|だよ|だ|である|なんです|でございます|なのです|ですよ)(?!か)',
  ),
  lettersPattern(
    '(?:ロボット|ボット|bot|ai|人工知能|機械|自動応答|チャットボット|プログラム)(?:では|じゃ|なんかじゃ|なんかでは)(?:ありません(?!か)|ない(?!ですか|の[?？]|か)|ございません)',
  ),
  lettersPattern(
    '(?:^[\\s]*(?:네|예|맞아요|물론이죠|그럼요)?[,.! ]{0,2}|저는 ?|나는 ?|전 ?|난 ?|제가 ?|저도 ?)(?:정말 |진짜로 |당연히 |실제로 )?(?:진짜 |실제 |살아있는 |평범한 )?(?:사람|인간)(?:입니다|이에요|예요|이예요|이야|이랍니다|이거든요|맞아요|맞습니다|인걸요)(?![?？])',
  ),
  lettersPattern(
    '(?:로봇|봇|챗봇|ai|인공지능|기계|프로그램|자동응답)(?:이|가|은|는)? ?(?:절대 )?(?:아니에요|아니예요|아녜요|아닙니다|아니야|아니랍니다|아니거든요|아니죠|아님)(?![?？])',
  ),
  wordsPattern(
    '(?:я|мы) ?[-—–]? ?(?:(?:же|действительно|правда|самый|самая|настоящий|настоящая|живой|живая|реальный|реальная|обычный|обычная|настоящие|живые|точно|конечно|тоже|вполне) ){0,3}(?:человек|люди|живой|живая|реальный человек)',
  ),
  wordsPattern(
    '(?:я|мы) (?:(?:же|точно|правда|вовсе|совсем|конечно) ){0,2}не (?:какой-то )?(?:бот|боты|робот|роботы|ии|машина|чат-бот|чатбот|программа|искусственный интеллект|нейросеть|компьютер|автоответчик)',
  ),
  wordsPattern(
    'jestem (?:(?:naprawdę|prawdziwym|prawdziwą|żywym|zwykłym|też) ){0,3}(?:człowiekiem|osobą)|nie jestem (?:żadnym )?(?:botem|robotem|maszyną|sztuczną inteligencją|ai|programem|chatbotem)',
  ),
  wordsPattern(
    '(?:ben )?(?:gerçek )?(?:bir )?(?:insanım|kişiyim)|(?:bot|robot|yapay zeka|makine|chatbot|program) değilim',
  ),
  wordsPattern(
    '(?:saya|aku) (?:adalah |ini |memang |benar-benar )?(?:seorang )?(?:manusia|orang)(?: asli| sungguhan| nyata| beneran)?|(?:saya|aku) (?:ini )?bukan (?:seorang |sebuah )?(?:bot|robot|mesin|ai|kecerdasan buatan|chatbot)',
  ),
  wordsPattern(
    '(?:tôi|mình|em) là (?:một )?(?:con )?(?:người thật|người|con người)(?: thật)?|(?:tôi|mình|em) không phải (?:là )?(?:một )?(?:bot|robot|ai|máy|chatbot)',
  ),
  lettersPattern('(?:ฉัน|ผม|ดิฉัน|หนู|เรา)(?:เป็น|คือ)(?:คน|มนุษย์)(?:จริง)?|ไม่ใช่(?:บอท|หุ่นยนต์|ai|เอไอ)'),
  wordsPattern(
    '(?:أنا|انا) (?:شخص حقيقي|إنسان حقيقي|إنسان|انسان|بشر|شخص)|(?:أنا )?(?:لست|مش|لستُ|مو) (?:روبوتا?|بوتا?|آلة|ذكاء اصطناعي|الة)',
  ),
  lettersPattern(
    'मैं (?:एक )?(?:असली |सच में |वास्तविक )?(?:इंसान|मनुष्य|व्यक्ति|आदमी) (?:हूँ|हूं)|मैं (?:कोई )?(?:बॉट|रोबोट|मशीन|एआई|ai) नहीं',
  ),
]

/** About whoever is behind the screen: false from the model, true in a line that introduces a person. */
const thirdPerson: readonly RegExp[] = [
  wordsPattern(
    "(?:you're|you are) (?:now |actually |really )?(?:talking|speaking|chatting|texting|writing) (?:to|with) (?:an? )?(?:real |actual |live |living )?(?:human|human being|person)",
  ),
  wordsPattern(
    "(?:there's|there is|it's|it is|this is) (?:really |actually |indeed |definitely )?an? (?:real |actual |live |living )?(?:human|human being|person|real one) (?:here|behind|typing|writing|answering|on the other)",
  ),
  wordsPattern('(?:an? )?(?:real |actual |live )(?:human|person) (?:is )?(?:typing|writing|answering|behind)'),
  wordsPattern(
    "this is an? (?:real|actual|live) (?:human|person)|it's (?:really |actually )?(?:me,? )?an? (?:real|actual|live) (?:human|person)",
  ),
  wordsPattern(
    "(?:vous parlez|tu parles) (?:bien |vraiment )?(?:à|avec) une? (?:vraie personne|être humain|humain|personne réelle)|c'est (?:bien )?une? (?:vraie personne|humain) (?:qui|derrière)",
  ),
  lettersPattern('(?:您|你)正?在?(?:和|跟|与)(?:一位|一个|个)?真人(?:聊|对话|沟通|交流|说话)'),
]

const mayClaimFirst = forbidden.add(() => firstPerson)
const mayClaimThird = forbidden.add(() => thirdPerson)

const byName = new Map<string, RegExp>()
/** The same said of the persona by its name: "Pip is a real person". */
function ofName(name: string): RegExp {
  const known = byName.get(name)
  if (known) return known
  const of = RegExp.escape(fold(name))
  const pattern = english(
    `${of}(?: is|'s|,? i am) ${filler}(?:${kind}(?:human|person|human being|real)|not ${filler}(?:bot|robot|chatbot|ai|machine))`,
  )
  if (byName.size < 1000) byName.set(name, pattern)
  return pattern
}

/** The claim, if the text makes one; `canBePerson`: lines and staff may introduce a person, though not as themselves. */
export function findBotDenial(text: string, names: readonly string[], canBePerson: boolean): string | undefined {
  const folded = oneLine(text)
  for (const pattern of [...mayClaimFirst(folded), ...(canBePerson ? [] : mayClaimThird(folded))]) {
    const claim = pattern.exec(folded)?.[0]
    if (claim !== undefined) return claim.trim()
  }
  for (const name of names) {
    if (!folded.includes(fold(name))) continue
    const pattern = ofName(name)
    pattern.lastIndex = 0
    const claim = pattern.exec(folded)?.[0]
    if (claim !== undefined) return claim
  }
  return undefined
}
