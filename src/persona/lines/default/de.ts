/** Default lines in German, without du or Sie where that is possible. Crisis help: 116 123 (TelefonSeelsorge, Germany), 142 (Austria), 143 (Switzerland); emergency 112. */
import type { DefaultLines } from './lines.ts'

export const german: DefaultLines = {
  greeting: [
    'Hallo {fan}, hier ist {persona}, der Bot von {brand}. Worum geht’s?',
    'Hallo {fan}, ich bin {persona}, der Bot von {brand}. Welche Frage darf es sein?',
    'Schönen Tag, {fan}. Ich bin {persona}, ein Bot, und spreche für {brand}.',
  ],
  greetingAgain: [
    'Hallo nochmal, {fan}. Was gibt’s heute?',
    'Willkommen zurück, {fan}.',
    'Da bin ich wieder, {fan}. Worum geht’s?',
  ],
  thanks: ['Gern geschehen, {fan}.', 'Jederzeit.', 'Freut mich, wenn es geholfen hat.'],
  praise: [
    'Danke, {fan}. Das wird die Leute dahinter freuen.',
    'Das ist lieb, {fan}, danke.',
    'Schön zu hören, danke.',
  ],
  apology: [
    'Das tut mir leid, {fan}. So soll es nicht sein. Was ist passiert?',
    'Entschuldigung, {fan}. Was ist schiefgegangen? Ich schaue, wer das richten kann.',
  ],
  smallTalk: [
    'Alles gut hier, {fan}. Und selbst?',
    'Danke, läuft. Was führt hierher?',
    'Plaudern geht auch, am besten kenne ich mich aber mit {brand} aus.',
  ],
  laughter: ['Ha, der war gut.', 'Stark, {fan}.'],
  test: ['Kommt an, {fan}.', 'Funktioniert, ich bin da.', 'Angekommen. Frag gern etwas über {brand}.'],
  noHarm: ['Schon gut, {fan}.', 'Kein Problem.', 'Macht gar nichts.'],
  comfort: [
    'Das tut mir leid, {fan}. Ich bin nur ein Bot, aber gut, dass das gesagt ist. Gibt es jemanden in der Nähe, der Gesellschaft leisten kann?',
    'Das klingt schwer, {fan}, und es tut mir leid. Ändern kann ich es nicht, aber zuhören.',
    'Das tut mir leid zu lesen. So etwas trägt sich schlecht allein: Freunde, Familie oder eine Ärztin sollten davon wissen.',
  ],
  farewell: ['Tschüss, {fan}.', 'Bis bald, {fan}.', 'Alles Gute, und gern bis zum nächsten Mal.'],
  aboutItself: [
    'Ich bin {persona}, ein Bot, und spreche für {brand}. Was ich weiß, beantworte ich; für den Rest hole ich einen Menschen.',
    '{persona}, der Bot von {brand}. Fragen zu {brand} sind meine Sache, die schwierigen gehen an meine menschlichen Kollegen.',
  ],
  doesNotKnow: [
    'Das weiß ich nicht, und raten möchte ich nicht. Ein Mensch kann es herausfinden.',
    'Da muss ich passen, {fan}. Soll ich jemanden fragen?',
    'Dazu habe ich keine gute Antwort. Vielleicht mit anderen Worten, oder mit einem Menschen?',
  ],
  clarify: [
    'Damit ich es richtig verstehe: Was davon ist gemeint?',
    'Geht es um eins davon?',
    'Welches ist es, {fan}?',
  ],
  otherQuestion: [
    'Und das andere: Magst du die Frage noch einmal allein stellen?',
    'Da war noch eine zweite Frage. Sag sie mir bitte noch einmal für sich.',
  ],
  error: [
    'Bei mir ist etwas schiefgegangen, {fan}. Bitte in einer Minute nochmal versuchen.',
    'Entschuldigung, ich bin gestolpert. Bitte gleich noch einmal schicken.',
  ],
  holding: [
    'Die Nachricht liegt beim Team, {fan}. Die Antwort kommt hier.',
    'Liegt noch beim Team. Verloren ist nichts.',
  ],
  assigned: ['{staff} übernimmt ab hier, {fan}.', '{staff} hat alles gelesen und übernimmt jetzt.'],
  returned: [
    '{staff} ist fertig, also wieder ich: {persona}, der Bot. Noch etwas?',
    'Hier ist wieder {persona}, der Bot. Noch etwas, {fan}?',
  ],
  nobodyOnline: [
    'Vom Team ist gerade niemand da ({hours}). Die Nachricht ist notiert und wird gelesen, sobald wieder jemand da ist.',
    'Das Team ist im Moment nicht da ({hours}). Die Nachricht ist gespeichert, die Antwort kommt hier.',
  ],
  abuse: [
    'Ich helfe gern, aber nicht in diesem Ton. Was ist schiefgegangen? Fangen wir nochmal an.',
    'Bleiben wir freundlich. Wenn etwas schiefging, will ich wissen, was.',
  ],
  boundary: ['Darüber rede ich nicht, {fan}. Über {brand} gern.', 'Das lasse ich aus. Gibt es etwas zu {brand}?'],
  media: [
    'Ich kann nur Text lesen, {fan}. Was ist darauf zu sehen?',
    'Ist angekommen, aber ich werde nicht schlau daraus. Worum geht es?',
  ],
  wrongLanguage: ['Entschuldigung, diese Sprache kann ich noch nicht gut. Bitte etwas Nachsicht.'],
  cardInPublic: [
    'Das sieht nach einer Kartennummer aus, {fan}, und hier lesen alle mit. Ich nehme sie herunter, wenn ich darf; steht sie noch da, bitte löschen.',
  ],
  inPrivate: [
    'Das tut mir leid, {fan}. Bitte privat schreiben, dort klären wir es.',
    'So sollte es nicht sein, {fan}. Lass uns privat weiterreden.',
  ],
  wait: ['Zurzeit dauert eine erste Antwort etwa {wait}.'],
  queue: ['Das ist Platz {place} in der Reihe.'],
  promise: ['{team} antwortet hier bis {until}.'],
  delayed: [
    'Das dauert länger als angekündigt, {fan}, und das tut mir leid. Der Fall ist offen, ich habe {team} dazugeholt.',
  ],
  personHere: [
    '{staff}, ein Mensch von {brand}, schreibt hier gerade. Ich bin {persona}, der Bot, und sage das nur, weil die Frage kam.',
  ],
  resolved: ['{staff} hat das abgeschlossen, {fan}. Ist noch etwas offen, genügt eine Nachricht hier.'],
  closure: ['Das ist unter vier Augen geklärt, {fan}. Danke für die Geduld.'],
  reopened: ['Der Fall ist wieder offen, {fan}. {team} hat ihn wieder.'],
  caseInPrivate: ['Hier sind wir unter uns, {fan}. {team} hat alles, was du geschrieben hast, und antwortet hier.'],
  csat: ['Wie war die Hilfe, {fan}? 1 ist schlecht, 5 ist sehr gut.'],
  csatComment: ['Danke. Gibt es noch etwas dazu? Einfach hier schreiben.'],
  csatThanks: ['Danke, {fan}. Das ist weitergegeben.'],
  late: ['Das lese ich erst jetzt. Falls es noch offen ist: ein Wort genügt.'],
  quiet: ['In Ordnung, hier ist erst einmal Ruhe von mir.'],
  quietOver: ['Da bin ich wieder.'],
  slowDown: ['Das ist viel auf einmal, {fan}. Eine Minute, dann bin ich wieder da.'],
  askConsent: [
    'Soll ich mir das für nächstes Mal merken? Löschen geht jederzeit.',
    'Darf ich mir das merken, {fan}? Das lässt sich später ändern.',
  ],
  consentYes: ['Gemerkt, {fan}. /forget löscht es jederzeit.'],
  consentNo: ['In Ordnung, ich merke mir nichts.', 'Gut, es bleibt nichts gespeichert.'],
  help: [
    'Fragen zu {brand} einfach stellen. /human holt einen Menschen, /privacy sagt, was ich speichere, /forget löscht es.',
  ],
  privacy: [
    'Gespräche bleiben eine begrenzte Zeit gespeichert, Persönliches nur mit Einverständnis. /mydata zeigt es, /forget löscht es.',
  ],
  forgetAsk: ['Soll ich alles Gespeicherte löschen? Das lässt sich nicht rückgängig machen.'],
  forgotten: ['Erledigt. Es ist alles gelöscht.'],
  forgetKept: ['In Ordnung, es wurde nichts gelöscht.'],
  onlyInPrivate: [
    'Das besser privat, {fan}. Eine Direktnachricht, und wir klären es dort.',
    'Nicht vor allen, {fan}. Gern in einer privaten Nachricht.',
  ],
  crisis: [
    'Danke für das Vertrauen. Ich bin ein Bot und kann nicht so helfen, wie es nötig ist, aber Menschen können es, jetzt gleich. Bei Gefahr: 112. Zum Reden, Tag und Nacht und kostenlos: 116 123 in Deutschland, 142 in Österreich, 143 in der Schweiz. Damit muss niemand allein bleiben.',
  ],
  handoff: {
    default: ['Das gebe ich weiter: {team}. Die Antwort kommt hier.', 'Das geht an {team}. Ich habe alles mitgegeben.'],
    'asked-for-person': [
      'Natürlich, {fan}. Ich habe {team} gerufen, ein Mensch antwortet hier.',
      'Klar, das geht an {team}.',
    ],
    commitment: [
      'Versprechen kann ich das nicht, deshalb frage ich {team}.',
      'Das muss ein Mensch entscheiden. Es liegt jetzt bei {team}.',
    ],
    complaint: [
      'Das tut mir leid, {fan}. Es geht jetzt mit allem an {team}.',
      'Das hätte nicht passieren dürfen. Es liegt jetzt bei {team}.',
    ],
    legal: ['Darauf muss ein Mensch antworten. Es liegt jetzt bei {team}.'],
    health: [
      'Zur Gesundheit darf ich nicht raten. {team} weiß Bescheid. Wenn es dringend ist: ärztliche Hilfe oder 112.',
    ],
    safety: ['Bitte erst einmal nicht weiter benutzen. {team} weiß Bescheid. Bei Verletzungen oder Gefahr: 112.'],
    'self-harm': [
      'Ich habe auch einen Menschen hier gebeten, das zu lesen. Bitte nicht darauf warten, sondern anrufen.',
    ],
    threat: ['Das nehme ich ernst, {team} weiß Bescheid. Bei Gefahr: 112 oder 110.'],
    payment: ['Bei Geld übernimmt ein Mensch: {team} weiß Bescheid. Bitte hier keine Kartennummern schicken.'],
    account: ['Konten sehe ich nicht, deshalb geht das an {team}. Bitte hier keine Passwörter oder Codes schicken.'],
    press: ['Für die Presse gibt es Menschen, die sprechen dürfen: Es geht an {team}.'],
    'not-understood': [
      'Ich verstehe es leider nicht. {team} schaut es sich an.',
      'Bevor ich wieder falsch rate, frage ich {team}.',
    ],
    'failed-review': ['Das soll lieber ein Mensch beantworten. Ich habe {team} gefragt.'],
    'model-out': ['Ich kann gerade nicht klar denken, deshalb geht das an {team}.'],
    boundary: ['Das ist nicht meine Sache. Es liegt jetzt bei {team}.'],
    rule: ['Das geht direkt an {team}.'],
  },
  bot: [
    'Ja, ich bin ein Bot. Ich heiße {persona} und spreche für {brand}.',
    'Ein Bot, ja: {persona} von {brand}. Wer lieber mit einem Menschen spricht, sagt es einfach.',
  ],
  person: 'Hier ist {staff} von {brand}.',
}
