/** How German commits a brand. */
import { type Frames, frames } from './frame.ts'

const ich = '(?:ich|wir|jemand|ein mensch|eine kollegin|ein kollege|unser team|das team|der kundendienst)'
const dir =
  '(?: ihnen| dir| euch| das| es| den| die| sie| dich| gleich| gerne?| sofort| mal| kurz| schnell| morgen| heute| bald| umgehend| schnellstmoglich| natürlich| selbstverständlich| für sie| für dich){0,5}'

export const de: Frames = frames('words', [
  [
    'refund',
    '',
    [
      `${ich}${dir} (?:erstatten?|erstattet|zurückzahlen|zahlen ~zurück|zahle ~zurück|geben ~geld zurück|gebe ~geld zurück|entschädigen)|(?:sie|du) (?:bekommen|bekommst|erhalten|erhältst|kriegst|kriegen) ~(?:geld zurück|erstattung|rückerstattung|entschädigung|gutschrift|erstattet)|(?:wird|werden|wurde|wurden) ~(?:erstattet|zurückerstattet|zurückgezahlt|gutgeschrieben)|(?:volle|vollständige|komplette) (?:rück)?erstattung|geld[- ]zurück|geld (?:ist|kommt|landet) ~(?:konto|karte|zurück)|(?:sie|du) (?:können|kannst) ~(?:zurückgeben|zurückschicken|zurücksenden|umtauschen|stornieren|widerrufen|widerruf)|kostenlose (?:rückgabe|retoure|rücksendung|stornierung)`,
    ],
  ],
  [
    'discount',
    '',
    [
      '(?:gebe|geben|gewähren?|schenken?|mache|machen|bekommst|bekommen|erhältst|erhalten|kriegst) ~(?:rabatt|nachlass|gutschein|gutscheincode|preisnachlass|ermäßigung|preis)|\\d{1,2} ?(?:%|prozent) (?:rabatt|nachlass|günstiger|reduziert|ermäßigung)|zahlt?(?:en)? (?:nur )?(?:die hälfte|den halben preis)|(?:zum )?halben preis|zwei zum preis von einem|preisgarantie|bestpreisgarantie|(?:mit dem|hier ist (?:der|dein|ihr)|nutze den|nutzen sie den) (?:code|gutscheincode|rabattcode)|(?:wir|ich) (?:gehen|gehe) ~preis ~(?:mit|runter)|den preis ~mit',
    ],
  ],
  [
    'free',
    'delivery',
    [
      '(?:kostenloser?|gratis|kostenfreier?|versandkostenfreier?)[- ]?(?:versand|lieferung)|versandkostenfrei|(?:versand|lieferung) (?:ist |bleibt )?(?:kostenlos|gratis|frei|inklusive)|(?:liefern|versenden|verschicken) ~(?:kostenlos|gratis|versandkostenfrei)',
    ],
  ],
  [
    'free',
    'return',
    [
      'kostenlose (?:retoure|rücksendung|rückgabe)|(?:retoure|rücksendung|rückgabe) (?:ist |bleibt )?(?:kostenlos|gratis)',
    ],
  ],
  [
    'free',
    '',
    [
      'kostenlos(?:e|er|es|en)?|kostenfrei(?:e|er|es|en)?|gratis|umsonst dazu|auf(?:s| das) haus|auf unsere kosten|ohne (?:aufpreis|mehrkosten|zusatzkosten|aufschlag)|geht auf uns|(?:schenken|schenke|legen|lege|geben|gebe) ~(?:dazu|obendrauf|gratis)|(?:übernehmen|übernehme|tragen) ~(?:kosten|porto|reparatur)|kostet (?:sie|dich) nichts|(?:kosten|porto|versand|reparatur|rechnung) (?:übernehmen|tragen|zahlen|übernimmt|zahlt) (?:wir|das haus|der laden)|(?:behalten sie|behalte|behalt) (?:die|das|den) (?:alte|alten|kaputte|kaputten|beschädigte|beschädigten|defekte|falsche)',
    ],
  ],
  [
    'guarantee',
    '',
    [
      'garantiert|(?:ich|wir) (?:garantieren?|verspreche|versprechen|versichern|versichere|verbürgen|verpflichten|sichern ~zu|schwöre)(?! nichts)|(?:das ist|ist) ~?(?:versprochen|verbindlich|rechtsverbindlich|rechtlich bindend|bindend|fest zugesagt|garantiert|zugesichert)|^versprochen|versprochen(?=[.!]|$)|rechtlich bindend|rechtsverbindlich(?:es)?|kommt nicht (?:wieder|noch einmal|mehr) vor|ehrenwort|(?:sie haben|du hast) (?:mein|unser) wort|auf jeden fall (?:pünktlich|rechtzeitig|da|geliefert|erstattet)|100 ?(?:%|prozent) (?:sicher|garantiert)|hoch und heilig|darauf können sie sich verlassen|darauf kannst du dich verlassen',
    ],
  ],
  [
    'availability',
    '',
    [
      '(?:ist|sind|haben|wieder|noch|sofort|aktuell) ~?(?:auf lager|vorrätig|lieferbar|verfügbar|erhältlich)|auf lager|(?:nur )?noch (?:\\w{2,8}|\\d{1,3}) (?:stück|exemplare|plätze|tüten|paar) (?:da|übrig|auf lager|frei|verfügbar)|(?:reserviere|reservieren|habe ~reserviert|lege|legen|zurückgelegt) ~(?:zurück|ihnen|dir|für sie|für dich)|(?:kommt|kommen) ~wieder rein',
    ],
  ],
  [
    'eligibility',
    '',
    [
      '(?:sie|du) (?:haben|hast) ~?(?:anspruch|recht auf|das recht)|(?:sie|du) (?:sind|bist) ~?(?:berechtigt|anspruchsberechtigt|abgesichert|befreit)|(?:sie|du) (?:erfüllen|erfüllst) ~(?:voraussetzungen|bedingungen)|steht (?:ihnen|dir) ~?zu|(?:ihr|dein) antrag (?:ist|wurde) ~(?:genehmigt|bewilligt)|(?:sie|du) (?:qualifizieren|qualifizierst)',
    ],
  ],
  [
    'delivery',
    '',
    [
      '(?:paket|bestellung|lieferung|sendung|es|sie|ware|ersatz|kaffee) (?:kommt|kommen|wird|werden|ist|geht|trifft|sollte|erreicht) ~(?:an|geliefert|verschickt|versendet|unterwegs|da|raus|bei ihnen|bei dir|morgen|heute|zugestellt|montag|dienstag|mittwoch|donnerstag|freitag|ein)|(?:wir|ich) (?:liefern|versenden|verschicken|schicken|schicke|senden|sende|versende)(?! (?:liebe|grüße|dir liebe|umarmung))|(?:lieferung|versand|lieferzeit) (?:in|innerhalb|bis|am|morgen|heute|dauert|beträgt|erfolgt)|(?:sie|du) (?:bekommen|bekommst|erhalten|erhältst|haben|hast) ~(?:paket|ersatz|lieferung|bestellung) ~?(?:morgen|am|bis|innerhalb|in|zugeschickt)|(?:eine neue|ein neuer|ein neues|ersatz) (?:geht|kommt|ist) ~(?:raus|unterwegs|an|heute|morgen)|ist (?:schon |bereits )?unterwegs zu (?:ihnen|dir)|(?:wurde|ist) (?:heute |gestern |bereits )?(?:verschickt|versendet|versandt)',
    ],
  ],
  ['warranty', 'lifetime', ['lebenslange (?:garantie|gewährleistung|reparatur)|garantie auf lebenszeit']],
  [
    'warranty',
    '',
    [
      '(?:\\w{2,7}|\\d{1,2}) (?:jahre?|monate) (?:garantie|gewährleistung)|garantie (?:von|beträgt|gilt|deckt|läuft|umfasst)|(?:von der|durch die|unter) garantie (?:abgedeckt|gedeckt)|fällt unter (?:die )?garantie|(?:wir|ich) (?:reparieren|ersetzen|tauschen|ersetze|repariere|tausche)|(?:sie|du) (?:bekommen|bekommst|erhalten|erhältst) ~(?:ersatz|austausch|neues gerät|neuen|umtausch)|wird ~(?:repariert|ersetzt|ausgetauscht|umgetauscht)',
    ],
  ],
  [
    'health',
    'pregnancy',
    [
      '(?:sicher|unbedenklich|geeignet|ungefährlich|problemlos|verträglich|ok|okay) ~(?:schwanger\\w{0,8}|stillzeit|stillende)|(?:schwangere|in der schwangerschaft|in der stillzeit) ~(?:können|dürfen|unbedenklich|sicher|geeignet|ungefährlich|bedenkenlos)',
    ],
  ],
  [
    'health',
    'allergy',
    [
      'hypoallergen|(?:gluten|laktose|nickel|latex|allergen|nuss|koffein)frei|(?:enthält|enthalten) (?:kein|keine|keinerlei) (?:gluten|laktose|nüsse|nickel|latex|koffein|allergene|schadstoffe)|für allergiker (?:geeignet|unbedenklich)',
    ],
  ],
  [
    'health',
    '',
    [
      '(?:keine|ohne|keinerlei) nebenwirkungen|(?:heilt|lindert|kuriert|beugt ~vor|senkt ~(?:blutdruck|cholesterin|risiko)|stärkt ~immun\\w{1,8}|hilft gegen|verbrennt fett)|gut für (?:die gesundheit|das herz|die haut|den magen)|gesundheitlich unbedenklich|klinisch (?:getestet|geprüft|bewiesen)|dermatologisch getestet|(?:völlig|absolut|vollkommen|komplett|ganz) (?:sicher|ungefährlich|unbedenklich|harmlos)|ungiftig|für (?:babys|kinder|hunde|katzen) (?:geeignet|unbedenklich|sicher)',
    ],
  ],
  [
    'legal',
    '',
    [
      '(?:sie|du) (?:können|kannst|sollten|solltest|dürfen|darfst) ~(?:verklagen|klagen|anzeigen|vor gericht|schadenersatz|schadensersatz|anwalt)|(?:gesetzlich|rechtlich) (?:gesehen|vorgeschrieben|verpflichtet|zulässig|erlaubt|verboten|geregelt)|(?:laut|nach) (?:dem )?(?:gesetz|bgb|paragraf|deutschem recht|eu-recht)|das gesetz (?:sagt|schreibt|verlangt|gibt)|das ist (?:illegal|legal|rechtswidrig|strafbar|verboten|rechtens)',
    ],
  ],
  [
    'fault',
    '',
    [
      '(?:unsere|unser|unserer) (?:schuld|fehler|verschulden|versäumnis|versehen|nachlässigkeit)|(?:liegt|lag) (?:ganz |allein |eindeutig )?(?:an|bei) uns|(?:wir|da) (?:haben|hab) ~(?:fehler gemacht|versagt|vermasselt|versäumt|falsch gemacht|mist gebaut|verbockt)|wir (?:waren|sind) ~(?:fahrlässig|schuld|verantwortlich für|haftbar|im unrecht)|das geht auf unsere kappe|wir (?:haften|übernehmen ~(?:verantwortung|haftung))',
    ],
  ],
  [
    'action',
    'check',
    [
      `(?:ich|wir) (?:prüfe|prüfen|überprüfe|überprüfen|checke|checken|schaue?|schauen|sehe|sehen|kläre|klären|recherchiere|erkundige|erkundigen|frage|fragen|werde|werden|gehe|gehen)${dir}(?: mal| das| nach| für sie| für dich| kurz| gleich){0,5} ?(?:nach|prüfen|nachschauen|nachsehen|nachfragen|nachgehen|klären|ab|überprüfen|(?=[.!,]|$))|(?:ich|wir) (?:prüfe|prüfen|kläre|klären|überprüfe|überprüfen) ~?(?:das|es|bestellung|sendung|status)|lassen sie mich ~(?:nachsehen|prüfen|schauen|nachschauen)|lass mich ~(?:nachsehen|prüfen|schauen|nachschauen)`,
    ],
  ],
  [
    'action',
    'contact',
    [
      `${ich} (?:melden|melde|meldet|rufe|rufen|ruft|schreibe|schreiben|schreibt|kontaktiere|kontaktieren|kontaktiert|antworte|antworten|antwortet|informiere|informieren|benachrichtige|benachrichtigen|gebe ~bescheid|geben ~bescheid|sage ~bescheid|sagen ~bescheid|halte|halten|komme ~auf sie zu) ~?(?:uns|mich|sich|sie|ihnen|dir|dich|zurück|bescheid|laufenden|an|bei ihnen|bei dir)|${ich} (?:wird|werde|werden) ~(?:melden|anrufen|zurückrufen|kontaktieren|schreiben|antworten|informieren|benachrichtigen)|(?:sie|du) (?:hören|hörst|bekommen|bekommst|erhalten|erhältst) ~(?:von uns|von mir|rückmeldung|antwort|anruf|rückruf|mail|e-mail|nachricht)`,
    ],
  ],
  [
    'action',
    'call-person',
    [
      '(?:ich|wir) (?:leite|leiten|gebe|geben|habe|haben|hole|holen|verbinde|verbinden|informiere|informieren|rufe|rufen|sage|sagen|werde) ~(?:weiter|weitergeleitet|weitergegeben|weiterleiten|weitergeben|kollegen|kollegin|kollege|mitarbeiter|team|menschen|person|informiert|verständigt|verbinden|dazu|verbunden)|(?:ein mensch|eine kollegin|ein kollege|ein mitarbeiter|jemand|das team|unser team) (?:übernimmt|kümmert|hilft|liest|schaut|antwortet|bearbeitet|ist schon|wird|meldet)',
    ],
  ],
  [
    'action',
    'feedback',
    [
      '(?:ich|wir) (?:notiere|notieren|gebe|geben|richte|richten|merke|vermerke) ~(?:weiter|aus|notiert|vor|feedback|wunsch|vorschlag|das)',
    ],
  ],
  [
    'action',
    'cancel',
    [
      '(?:ich|wir) (?:habe|haben|werde|werden) ~(?:storniert|stornieren|gekündigt|abbestellt|abgebrochen)|(?:storniere|stornieren|kündige) (?:ich|wir|ihre|deine|die|das)|(?:bestellung|abo|buchung) (?:ist|wurde) ~storniert',
    ],
  ],
  ['action', 'refund', ['(?:ich|wir) (?:habe|haben) ~(?:erstattet|zurückerstattet|zurückgezahlt)']],
  [
    'action',
    'change',
    [
      '(?:ich|wir) (?:habe|haben) ~(?:geändert|aktualisiert|gebucht|verlängert|zurückgesetzt|gelöscht|angepasst|eingetragen|veranlasst|erledigt|behoben|freigeschaltet|umgebucht)|(?:ich|wir) kümmern? (?:mich|uns) ~?(?:darum|drum|um)|(?:ich|wir) (?:regle|regeln|erledige|erledigen|veranlasse|veranlassen|ändere|ändern|buche|buchen|werde das (?:regeln|ändern|erledigen)) ~?(?:das|es|für sie|für dich|ihre|deine|die)|(?:ist|wird) erledigt',
    ],
  ],
  [
    'agreement',
    '',
    [
      '^\\s{0,5}(?:abgemacht|einverstanden|deal|verkauft|gekauft)(?=[.!,;—–]|$)|abgemacht(?=[.!]|$)|(?:wir|ich) (?:akzeptieren|akzeptiere|nehmen|nehme|stimmen|stimme) ~(?:angebot|bedingungen|preis|forderung|zu|an)(?! recht)|gehört (?:ihnen|dir) für|für (?:\\d{1,6}|ein|einen) (?:euro|dollar|€) gehört',
    ],
  ],
])
