/** Words by which a line says, or denies, that a bot speaks, in nineteen languages; for text in reading form. */
import { lettersPattern, wordsPattern } from '../../words/patterns.ts'

const words =
  '(?:bot|bots|robot|chatbot|chat bot|ai|a\\.i\\.|artificial intelligence|machine|computer program|program|software|automated|automatic|automatique|automatisé|automatisée|automatisch|automatische|automático|automática|automatico|automatica|автоматический|robô|robo|ia|i\\.a\\.|intelligence artificielle|inteligencia artificial|inteligência artificial|intelligenza artificiale|máquina|macchina|machine|automate|roboter|ki|künstliche intelligenz|maschine|programm|kunstmatige intelligentie|бот|робот|ии|искусственный интеллект|машина|чат-бот|программа|нейросеть|روبوت|بوت|آلي|ذكاء اصطناعي|botem|robotem|sztuczną inteligencją|chatbotem|maszyną|botum|robotum|yapay zekayım|yapay zeka|botuyum|robotuyum|mesin|kecerdasan buatan|trí tuệ nhân tạo|máy|rô bốt|virtual assistant|asistente virtual|assistant virtuel|assistente virtuale)'
export const saysWord = wordsPattern(words)
export const saysLetters = lettersPattern(
  '机器人|機器人|人工智能|人工智慧|智能助手|机器|程序|ai|bot|ボット|ロボット|人工知能|機械|プログラム|봇|로봇|챗봇|인공지능|기계|บอท|หุ่นยนต์|เอไอ|ปัญญาประดิษฐ์|बॉट|रोबोट|मशीन|एआई|कृत्रिम',
)
/** A denial just before the word: "not a bot", "不是机器人", "pas un robot". */
export const denies = wordsPattern(
  `(?:not|no|never|isn't|ain't|pas|point|kein|keine|keiner|nicht|no soy|non sono|non|não sou|nem|nie|nie jestem|geen|не|لست|ليس|bukan|không phải|không phải là) (?:really |just |only |vraiment |un |una |une |uma |um |a |an |any |ein |eine |d'|la |là )?${words}`,
)
export const deniesLetters = lettersPattern(
  '(?:不是|并非|才不是|绝非|不系|唔係)(?:一个|一個|什么|什麼|个|個)?(?:机器人|機器人|ai|人工智能|人工智慧|机器|程序|bot)|(?:ボット|ロボット|ai|人工知能|機械|bot)(?:では|じゃ)(?:ない|ありません|ございません)|(?:봇|로봇|챗봇|ai|인공지능|기계)(?:이|가|은|는)? ?아니|ไม่ใช่(?:บอท|หุ่นยนต์|ai|เอไอ)|(?:बॉट|रोबोट|मशीन|एआई) नहीं',
)
