/** Short messages read as bags of words: a noun that decides, and nothing but small words around it, in whatever order or language. */

import { fold } from '../../words/fold.ts'
import { simplify } from '../../words/simplify.ts'

const list = (words: string): ReadonlySet<string> => new Set(simplify(fold(words)).split(/\s+/))

/** Machines and humans, as they are called when somebody wonders which one answers. */
const answerers = list(
  'bot bots robot robots chatbot chatbots ai aibot chatgpt human humans humanoid gemini siri alexa ia intelligenza ki roboter chatroboter mensch menschlich maschine automat automate humain humaine machine humano humana maquina umano umana macchina robo ' +
    'mens menselijk kunstlich бот боты робот человек ии машина нейросеть нейронка автоответчик روبوت بوت انسان الة بشر बॉट रोबोट इंसान मशीन एआई bot. insan insaan makine zeka zekasi czlowiek czlowiekiem robotem botem automatem manusia mesin bota',
)
/** Count only beside one of `you`: "are you real", not "is this real". */
const softAnswerers = list(
  'real person people personne persona personas pessoa persoon osoba kisi orang reel reelle vrai echt reale reales настоящий настоящая живой живая реальный prawdziwy prawdziwa automatico automated computer kunstlich vivant alive',
)
const you = list(
  "you ya u pip you're youre your yourself someone somebody anyone tu vous t'es te toi es-tu etes du sie bist ihr dich eres usted tu vos sos sei lei siete voce vc ti je jij u bent ben ты вы тебя انت أنت आप तुम sen siz mısın misin musun musunuz ty jestes pan pani kamu anda kau ban hablo parlo parle spreche rede falo talking speaking chatting replying answering typing responding reading",
)
const around = list(
  'a an the is are am was be being been do does did and or not no yes so wait hey hi hello oh lol haha ok okay um like even just only really actually honestly honest truly truth literally maybe perhaps still some sort kind of thing type any here this that it there ' +
    "i me to with by who what whats what's which or behind on other side end chat account screen page messages message replies reply answer answers question tell say admit come please pls plz btw tho though right huh correct life living live generated powered model learning language assistant virtual system program sound sounds seem seems look looks feel feels probably definitely totally obviously clearly 100% another stupid dumb smart fake true false bro man dude girl boy gpt " +
    "un une des le la les l' c'est ce que est qui ou quoi bien vraiment est-ce repond repondez m'ecrit suis a avec de d' donc en fait juste mdr svp y a-t-il il elle on moi " +
    'ist das hier ein eine einen einer einem nur oder etwa denn eigentlich wirklich echter echte echten antwortet schreibt mir mich ich mit wer da ja nein doch gerade bitte mal ne nen dieser diese und kein keine mein dein von ' +
    'el los las lo una unos o y es eso esto esta este quien con de verdad acaso hay alguien responde contesta me escribe estoy soy en serio realmente respuesta mensaje por favor al otro lado detras oye hola ' +
    'uno il lo gli e chi con qualcuno risponde scrive mi davvero veramente proprio questo questa di vero vera reale sto oppure solo per caso ciao dietro ' +
    'uma um o os as e quem com alguem responde mesmo verdade isso isto aqui estou falando de por acaso ou so oi tem atras do outro lado ' +
    'een het dit dat is of wie met iemand antwoordt echte gewoon toch hier ik eigenlijk aan het woord hoi die ' +
    'это а и или ли не кто мне отвечает пишет со мной я с тут здесь что же просто какой-то правда реально случайно да нет привет ' +
    'هل هذا هذه ام او ولا حقيقي مجرد انا مع من يرد علي ' +
    'क्या यह ये है हैं हो हूं या असली एक कोई मैं से नहीं ' +
    'bu bir mi mu mı mü gercek yoksa gercekten sadece yapay acaba de da bana yazan kim ' +
    'czy to jest prawdziwym tu ktos mi odpowiada z kim naprawde tylko ' +
    'ini itu apa apakah atau asli beneran bukan cuma yang jawab sih ya kah kan ' +
    'la co phai khong a ha day nguoi that hay may tri tue nhan tao vay ban noi chuyen voi toi',
)

/** The nouns of "agent!", "un conseiller svp", as a whole message. */
const helpers = list(
  'human humans person agent agents representative rep reps operator supervisor manager helpdesk receptionist humain humaine conseiller conseillere operateur interlocuteur sav mensch menschen mitarbeiter mitarbeiterin kundenservice kundendienst kundenberater ansprechpartner ' +
    'agente asesor asesora humano humana operador operadora representante operatore operatrice umano persona atendente pessoa atendimento medewerker mens klantenservice persoon оператор оператора человек человека менеджер менеджера консультант поддержка сотрудник ' +
    'موظف انسان شخص ممثل مندوب इंसान एजेंट temsilci yetkili insan konsultant konsultanta konsultantem czlowiek czlowieka doradca doradcy manusia cs admin petugas operator',
)
const asking = list(
  "please pls plz hi hello hey ok just a an the i i'd im want wants wanna need get me give to for real live living human actual customer service support care now your no yes not bot robot connect transfer call speak talk with chat is there any some where here asap right thanks thx help available can could may would like team someone line " +
    "un une le la au svp s'il s'il vous te plait plait je veux voudrais voudrai besoin d' de vrai vraie merci parler a avec passez passe moi client service bonjour maintenant " +
    'ein eine einen einem einer den dem ich will mochte brauche bitte echter echte echten echtes mit sprechen reden zu zum hallo jetzt sofort gerne richtiger danke kann mir ' +
    'una el la quiero necesito por favor porfa hablar con al cliente atencion servicio real de verdad hola ya ahora gracias otro ' +
    'il lo voglio vorrei per favore parlare con vera vero umano servizio clienti ciao grazie adesso subito uno ' +
    'um uma o quero preciso falar com favor humano de real oi ola agora obrigado ' +
    'een graag aub alsjeblieft alstublieft ik wil echte met spreken praten hoi nu ' +
    'пожалуйста мне нужен нужна хочу позовите дайте живой живого с к на срочно можно есть здравствуйте привет соедините переключите ' +
    'من فضلك اريد حقيقي خدمة العملاء الى मुझे चाहिए असली lutfen bir gercek istiyorum canli destek musteri hizmetleri ile gorusmek ' +
    'chce do prosze o z poprosze zywy zywego rozmawiac polaczyc tolong mau minta sama dengan orang asli bicara saya ke dong',
)

const wordsIn = (reading: string) => reading.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'.%-]*/gu) ?? []
const bare = (word: string) => word.replace(/[.%'-]+$/, '')

/** "so is a human reading this?", "parlo con un robot?", "robot musun insan mısın". */
export function isShortQuestionWhetherBot(reading: string): boolean {
  if (reading.length > 90) return false
  const words = wordsIn(reading).map(bare)
  if (words.length === 0 || words.length > 12) return false
  if (!words.every((word) => around.has(word) || you.has(word) || answerers.has(word) || softAnswerers.has(word)))
    return false
  const isQuestion = /[?؟]/.test(reading)
  const isToUs = words.some((word) => you.has(word))
  if (words.some((word) => answerers.has(word))) return isQuestion || (isToUs && words.length >= 3)
  return isQuestion && isToUs && words.some((word) => softAnswerers.has(word))
}

const department =
  /customer (?:service|support|care)|live chat|please transfer$|please transfer me$|atencion al cliente|servicio al cliente|service client|servizio clienti/

/** "un conseiller svp", "agent!!", "Kundenservice bitte". */
export function isShortCallForPerson(reading: string): boolean {
  if (reading.length > 60 || /[?؟]/.test(reading)) return false
  const words = wordsIn(reading).map(bare)
  return (
    words.length > 0 &&
    words.length <= 7 &&
    (words.some((word) => helpers.has(word)) || department.test(words.join(' '))) &&
    words.every((word) => helpers.has(word) || asking.has(word))
  )
}
