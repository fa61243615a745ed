/** Postal addresses by their pattern in English, French, German and Chinese: street and number, postcode and city. */
import { type Span, spansOf } from './span.ts'

const upper = "[\\p{Lu}][\\p{L}'’.-]{0,24}"
const word = "[\\p{L}][\\p{L}'’.-]{0,24}"
const comma = '(?:,| -|\\n)? ?'

const states =
  '(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|ON|QC|BC|AB|NSW|VIC|QLD)'
const ukAreas =
  '(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]' +
  '|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)'
const ukPostcode = `(?<![A-Za-z0-9])${ukAreas}\\d[A-Z\\d]? \\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])`
const usTail = `${word}(?: ${word}){0,2},? ${states},? \\d{5}(?:-\\d{4})?(?!\\d)`

/** Words that are a street's wherever they follow a number and a name; those of the second list only in capitals. */
const sureStreets = '(?:street|avenue|boulevard|blvd|road|rd|ave|lane|crescent|highway|hwy|parkway|pkwy|terrace|mews)'
const otherStreets =
  '(?:St|Ln|Drive|Dr|Court|Ct|Square|Sq|Place|Pl|Way|Close|Gardens|Grove|Hill|Row|Circle|Cir|Trail|Quay)'
const noNames =
  '(?!(?:of|the|on|in|to|from|down|up|at|by|for|and|or|per|a|an|is|are|was|min|mins|minutes?|hours?|days?|weeks?' +
  '|months?|years?|miles?|km|meters?|metres?|blocks?|times?|more|people|cars?|shops?|stores?|cafes?|along|across' +
  '|with|my|your|our|this|that|these|those|every)\\b)'
const unit = `(?:${comma}(?:apt|apartment|flat|suite|ste|unit|floor|fl|#)\\.? ?#?[A-Za-z0-9-]{1,6})?`
const englishEnd = `${unit}(?:${comma}${usTail}|(?:${comma}${upper}(?: ${upper}){0,2})?${comma}${ukPostcode})?`
const number = '(?<![\\p{L}\\p{N}.,:/$€£#+-])\\d{1,5}[A-Za-z]?'

const frenchCity = "\\d{5} \\p{Lu}[\\p{L}'’-]{1,30}(?:[ -]\\p{Lu}[\\p{L}'’-]{1,30}){0,3}"
const frenchStreets =
  '(?:rue|avenue|av\\.|boulevard|bd|bld|place|pl\\.|chemin|allee|impasse|quai|route|cours|square|passage|faubourg|esplanade|sentier)'
const germanStreet =
  '(?<!\\p{L})(?!(?:park|arbeits|sitz|steh|spiel|schlaf|studien|stell|lager|camping|tabellen|treffer|bau|lehr' +
  '|ausbildungs|steckp?|speicher|um|aus|fort|rund|hin|rueck|ruck|heim|vor|weit)(?:platz|weg' +
  '|ring)(?!\\p{L}))\\p{L}[\\p{L}-]{2,30}?(?:strasse|straße|str\\.|allee|gasse|platz|weg|damm|ufer|chaussee' +
  '|ring)'
const germanNamed =
  '(?:am|an der|an den|im|in der|in den|auf der|auf dem|unter den|zum|zur|bei der) \\p{Lu}[\\p{L}-]{2,25}'
const bigCities =
  '(?:Berlin|Hamburg|Munchen|Muenchen|Koln|Koeln|Frankfurt|Stuttgart|Dusseldorf|Duesseldorf|Leipzig|Dortmund' +
  '|Essen|Bremen|Dresden|Hannover|Nurnberg|Nuernberg|Duisburg|Bochum|Wuppertal|Bielefeld|Bonn|Munster|Muenster' +
  '|Karlsruhe|Mannheim|Augsburg|Wiesbaden|Kiel|Freiburg|Mainz|Wien|Graz|Linz|Salzburg|Innsbruck|Paris|Marseille' +
  '|Lyon|Toulouse|Nice|Nantes|Strasbourg|Montpellier|Bordeaux|Lille|Rennes|Reims|Toulon|Grenoble|Dijon|Angers' +
  '|Nimes|Clermont-Ferrand|Le Havre|Saint-Etienne|Brest|Tours|Amiens|Metz|Besancon|Orleans|Rouen|Nancy|Caen' +
  '|Madrid|Barcelona|Valencia|Sevilla|Roma|Milano|Napoli|Torino)'
const postcodeAndCity = "(?:[DFAI]-)?\\d{5} \\p{Lu}[\\p{L}'’-]{1,30}(?: \\p{Lu}[\\p{L}'’-]{1,30}){0,2}"

const han = '\\p{Script=Han}'
const hanNumber = '(?:[0-9]{1,5}(?:-[0-9]{1,4})?|[一二三四五六七八九十百千零〇]{1,6})'
const provinces =
  '(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)'
const rooms = `(?: ?[A-Za-z]?${hanNumber} ?[A-Za-z]? ?(?:号楼|号院|号|栋|幢|座|楼|层|单元|室|户|房))`
const hanArea = `(?:${provinces}(?:省|市|自治区|特别行政区)?)?(?:${han}{1,7}?(?:市|州|地区|盟))?(?:${han}{1,7}?(?:区|县|旗|镇|乡|街道))?`

const patterns: readonly RegExp[] = [
  new RegExp(`${number},? (?:[NSEW]\\.? )?(?:${noNames}${word} ){1,4}?${sureStreets}\\b\\.?${englishEnd}`, 'giu'),
  new RegExp(`${number},? (?:[NSEW]\\.? )?(?:${noNames}${upper} ){1,4}?${otherStreets}\\b\\.?${englishEnd}`, 'gu'),
  new RegExp(ukPostcode, 'g'),
  new RegExp(`(?<!\\p{L})\\p{Lu}${word}(?: ${upper}){0,2},? ${states} \\d{5}(?:-\\d{4})?(?![\\d-])`, 'gu'),
  new RegExp(
    `${number}(?: ?(?:bis|ter|quater))?,? (?:${frenchStreets}) (?:(?:de la|de l['’]|de|du|des|d['’]|la|le|les` +
      `|l['’]|aux?) ?)?[\\p{L}\\d][\\p{L}'’.-]{0,25}(?:[ -](?:(?:de|du|des|la|le|les|et` +
      `|a) )?\\p{Lu}[\\p{L}'’.-]{0,25}){0,4}(?:${comma}${frenchCity})?`,
    'giu',
  ),
  new RegExp(
    `${germanStreet} ?\\d{1,4} ?[a-h]?(?![\\p{L}\\d])(?:${comma}(?:D-)?\\d{5} \\p{Lu}[\\p{L}-]{1,30}(?: (?:am|an der) \\p{Lu}\\p{L}{1,20})?)?`,
    'giu',
  ),
  new RegExp(
    '(?<!\\p{L})\\p{Lu}[\\p{L}-]{1,25} (?:strasse|straße|str\\.|allee|gasse|platz|weg|damm|ufer' +
      `|ring) \\d{1,4} ?[a-h]?(?![\\p{L}\\d])(?:${comma}(?:D-)?${postcodeAndCity})?`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})${germanNamed} \\d{1,4} ?[a-h]?${comma}(?:D-)?\\d{5} \\p{Lu}[\\p{L}-]{1,30}`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}.,-])(?:[DFAI]-)?\\d{5} ${bigCities}(?!\\p{L})`, 'giu'),
  new RegExp(
    '(?:\\b(?:adresse|address|anschrift|plz|postleitzahl|code postal|wohne in|wohne|habite|habitons|live in' +
      '|livre[rz]?|liefer\\p{L}{1,5}(?: nach)?)\\b[ :]{0,3}(?:est |ist |is |a |in ' +
      `|nach )?)(?<value>${postcodeAndCity})`,
    'giu',
  ),
  new RegExp(`${hanArea}${han}{1,10}?(?:路|街|大道|道|巷|弄|胡同|里) ?${hanNumber} ?(?:号|弄|巷)${rooms}{0,5}`, 'gu'),
  new RegExp(`${hanArea}${han}{2,10}(?:小区|花园|大厦|公寓|苑|新村|广场|社区|家园|城)${rooms}{1,5}`, 'gu'),
  new RegExp(`${hanArea}${han}{1,8}村${rooms}{1,3}`, 'gu'),
]

export function findAddresses(text: string): Span[] {
  if (!/\d|[一二三四五六七八九十百][号室栋]/.test(text)) return []
  return patterns.flatMap((pattern) => spansOf(text, pattern)).map((span) => afterMarker(text, span))
}

/** Chinese puts no space before an address: what leads to it stays. */
function afterMarker(text: string, { start, end }: Span): Span {
  const value = text.slice(start, end)
  const marker =
    /^.{0,12}(?:寄到|寄往|送到|送往|发到|发往|住在|搬到|改成|改为|换成|位于|地址是|地址为|地址|在|是|到|我家)(?=.{5})/su.exec(
      value,
    )
  return marker ? { start: start + marker[0].length, end } : { start, end }
}
