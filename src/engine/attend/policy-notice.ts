/** What an administrator reads after setting the policy of a group. */
import type { Lang } from '../../domain/message.ts'
import type { Policy } from './policy.ts'

type Notices = Readonly<Record<Policy | '', string>>

const english: Notices = {
  mention: 'Set: here I speak when somebody turns to me.',
  ambient: 'Set: here I also join in when I surely know the answer.',
  off: 'Set: here I stay silent, commands excepted.',
  '': 'Back to the usual here.',
}

const notices: Readonly<Record<Lang, Notices>> = {
  en: english,
  zh: {
    mention: '已设置：这里有人叫我，我才说话。',
    ambient: '已设置：确定知道答案时，我也会插句话。',
    off: '已设置：这里我不说话，只回应命令。',
    '': '已恢复默认。',
  },
  fr: {
    mention: 'C’est réglé : ici, on ne répond que si l’on est appelé.',
    ambient: 'C’est réglé : ici, on intervient aussi quand la réponse est sûre.',
    off: 'C’est réglé : silence ici, commandes exceptées.',
    '': 'Retour au réglage habituel.',
  },
  de: {
    mention: 'Eingestellt: Hier wird nur auf Anrede geantwortet.',
    ambient: 'Eingestellt: Hier auch ungefragt, wenn die Antwort sicher ist.',
    off: 'Eingestellt: Hier ist Ruhe, außer bei Befehlen.',
    '': 'Hier gilt wieder das Übliche.',
  },
}

/** The empty policy is the persona's own setting. */
export function policyNotice(policy: Policy | '', lang: Lang): string {
  return (notices[lang] ?? english)[policy]
}
