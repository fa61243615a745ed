/** Default lines in English. Crisis lines: 988 (United States and Canada), Samaritans 116 123 (United Kingdom and Ireland), findahelpline.com for the rest. */
import type { DefaultLines } from '../default-lines.ts'

export const english: DefaultLines = {
  greeting: [
    'Hi {fan}, I’m {persona}, the bot at {brand}. What can I do for you?',
    'Hello {fan}, {persona} here, the {brand} bot. Ask me anything about {brand}.',
    'Hey {fan}, nice to meet you. I’m {persona}, {brand}’s bot. What’s on your mind?',
  ],
  greetingAgain: [
    'Hi again, {fan}. What is it today?',
    'Good to see you again, {fan}.',
    'Hello again, {fan}. How can I help?',
  ],
  thanks: ['You’re welcome, {fan}.', 'Any time.', 'Glad that helped.'],
  praise: [
    'Thank you, {fan}, that means a lot. I’ll pass it on.',
    'That’s kind of you, {fan}. The people behind it will be glad to hear it.',
    'Lovely to hear, thank you.',
  ],
  apology: [
    'I’m sorry, {fan}. That isn’t how it should be. Tell me what happened and I’ll see what can be done.',
    'Sorry about that, {fan}. What went wrong? I’ll get it to the right people.',
  ],
  smallTalk: [
    'I’m well, thanks. What brings you here?',
    'All good on my side. And you, {fan}?',
    'Always happy to chat a little. I know {brand} best, though.',
  ],
  laughter: ['😄', 'Ha, good one.'],
  farewell: ['Bye, {fan}. Take care.', 'See you, {fan}.', 'Goodbye, and come back any time.'],
  aboutItself: [
    'I’m {persona}, a bot that speaks for {brand}. I answer questions and bring in a person when one is needed.',
    '{persona}, {brand}’s bot. Questions about {brand} are what I’m here for; the hard ones go to my human colleagues.',
  ],
  doesNotKnow: [
    'I don’t know that, and I’d rather not guess. Shall I ask someone who does?',
    'That one is beyond me, {fan}. I can ask a person if you like.',
  ],
  clarify: ['Just so I get it right: which of these do you mean?', 'Do you mean one of these?'],
  error: [
    'Something went wrong on my side, {fan}. Please try again in a minute.',
    'Sorry, I tripped over something. Could you send that again in a little while?',
  ],
  holding: [
    'Your message is with the team, {fan}. They’ll answer here.',
    'Still with the team. Nothing is lost; they’ll write to you here.',
  ],
  assigned: ['{staff} from {brand} has joined and will help you from here.', '{staff} has your case now, {fan}.'],
  returned: [
    '{staff} has finished here, so it’s me again, {persona} the bot. Anything else?',
    'It’s {persona} again, the bot. Is there anything else I can do?',
  ],
  nobodyOnline: [
    'The team isn’t in just now ({hours}). I’ve kept your message, and they’ll answer here when they’re back.',
    'Nobody is at the desk at the moment ({hours}). Your message is saved and will be the first thing they see.',
  ],
  abuse: [
    'I’d like to help, but not in that tone. Tell me what went wrong and we start over.',
    'Let’s keep it civil. If something went wrong, I’d like to hear what.',
  ],
  boundary: [
    'That’s something I don’t talk about, {fan}. Anything about {brand}, gladly.',
    'I’ll leave that one alone. Is there something about {brand} I can help with?',
  ],
  media: [
    'I can’t make that out, I only read text. Could you tell me in words?',
    'Thanks, but I can’t open that. Could you write what it’s about?',
  ],
  wrongLanguage: [
    'I’m afraid I don’t speak that language well enough. Could we try English?',
    'Sorry, my English is much better. Could you try it in English?',
  ],
  slowDown: ['That’s a lot at once, {fan}. Give me a minute and I’ll be with you again.'],
  askConsent: [
    'Shall I remember that for next time? You can have it deleted whenever you like.',
    'May I keep that in mind for next time, {fan}? Yes or no is fine, and you can change your mind later.',
  ],
  consentYes: ['Noted, {fan}. Say “forget me” whenever you want it gone.'],
  consentNo: ['All right, I won’t keep it.', 'Fine, I keep nothing.'],
  help: [
    'Ask me about {brand} in your own words. Say “person” if you’d rather talk to someone, “privacy” to see what I keep, “forget me” to have it deleted.',
  ],
  privacy: [
    'I keep what is said here for a limited time so I can follow the talk, and facts about you only if you agreed. Say “forget me” and I delete it.',
  ],
  forgetAsk: ['Shall I delete everything I have about you? That can’t be undone. Yes or no?'],
  forgotten: ['Done. Everything I had about you is deleted.'],
  forgetKept: ['All right, nothing is deleted.'],
  onlyInPrivate: [
    'That’s better in private, {fan}. Write to me directly and we’ll sort it out there.',
    'Let’s not do that in front of everyone. Send me a private message, {fan}.',
  ],
  crisis: [
    'There is a problem at the moment and {brand} is working on it. I’ll only pass on what is confirmed; as soon as there is more, you’ll hear it here.',
    'We know about this and people at {brand} are on it. I won’t guess; confirmed news will come here.',
  ],
  handoff: { default: ['I’ll pass this to {team}. They’ll answer you here.'] },
  bot: ['Yes, I’m a bot. I’m {persona}, and I speak for {brand}.'],
  person: '{staff} from {brand} here.',
}
