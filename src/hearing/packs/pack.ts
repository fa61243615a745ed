/** What one language brings, as `npm run packs` writes it from the YAML files of its folder. What a language lacks, it goes without. */

import type { PageText } from '../../domain/page-text.ts'
import type { LanguageLines } from '../../persona/lines/language-lines.ts'
import type { Phrases } from '../../words/phrases/phrases.ts'
import type { DayName } from '../day-names.ts'
import type { NameWord } from '../name-words.ts'
import type { SmallTalk } from '../small-talk/occasions.ts'
import type { SoftKind } from '../soft-kinds.ts'

/** How it is told that something may be remembered: what does it, what stands beside that, and what makes a no of it. */
export interface KeepingWords {
  readonly does: readonly string[]
  readonly beside: readonly string[]
  readonly not: readonly string[]
}

/** A text is words with spaces between. */
export interface PackWords {
  /** Its small words are listed so fully that a message's language shows in them. */
  readonly tellsLanguage?: true
  /** Words that carry grammar rather than matter. */
  readonly stop?: string
  /** What fans write to brands most, in a word or two: telling where a message is too short for statistics. Folded. */
  readonly telling?: string
  /** What people say all day: no nickname. */
  readonly everyday?: string
  /** Whole answers to a yes/no question. */
  readonly agrees?: readonly string[]
  readonly declines?: readonly string[]
  /** Whole answers that leave a question for another time. */
  readonly later?: readonly string[]
  /** Of the answers to a question, those that are a mere nod where none was asked. */
  readonly nods?: readonly string[]
  readonly keeping?: KeepingWords
  readonly courtesies?: Courtesies
  /** What may join two questions: between words, or touching them in a script without spaces. */
  readonly joins?: { readonly between?: readonly string[]; readonly touching?: readonly string[] }
  /** What opens a question at the beginning of a clause, or makes one wherever it stands in a script without spaces. */
  readonly asks?: { readonly opening?: readonly string[]; readonly anywhere?: readonly string[] }
  /** What right before a name, or right behind it, speaks of who is named and not to them: “even Pip”, “Pip is funny”. */
  readonly named?: { readonly before?: readonly string[]; readonly behind?: readonly string[] }
  /** What a clause that tells something begins with, or has in it; `wants`: what makes a request of it, wherever it stands. */
  readonly states?: {
    readonly opening?: readonly string[]
    readonly anywhere?: readonly string[]
    readonly wants: readonly string[]
  }
  /**
   * What says that something is not wanted, as phrases: standing before it ("i do not want"), or after it ("istemiyorum").
   */
  readonly unwanted?: { readonly before?: readonly string[]; readonly after?: readonly string[] }
  /** What ends what is not wanted and begins what is: "but", "just", "instead". */
  readonly contrasts?: readonly string[]
  /** What asks, beside a day, whether the shop is open on it. */
  readonly opens?: readonly string[]
  /** Articles, possessives and prepositions: what stands behind them is a thing, and nobody who is called. */
  readonly beforeNouns?: readonly string[]
  /** Endings that hang on a name: 핍아, 핍은. */
  readonly afterName?: readonly string[]
  /** In a script without spaces: single characters with which a sentence goes on behind a name that was called. */
  readonly goesOn?: readonly string[]
  /** How somebody in a group is called before their name. */
  readonly calls?: readonly string[]
  /** Forms of address that hang on a name and go with it. */
  readonly honorifics?: readonly string[]
  /** What a line has in it that says a bot speaks: parts of words, `\b` where one begins or ends. */
  readonly bot?: readonly string[]
  /** How fans call what answers them and is no person, besides `bot`: parts of words, folded or not. */
  readonly machines?: readonly string[]
  /** Laughter as a single word, for as long as it lasts. */
  readonly laughs?: readonly string[]
}

/** What stands around a question and asks nothing, as phrases. */
export interface Courtesies {
  /** Between words, at either end. */
  readonly around?: readonly string[]
  /** In a script without spaces: touching what follows, or what comes before. */
  readonly before?: readonly string[]
  readonly after?: readonly string[]
}

/** What is said and shown besides the persona's lines. */
export interface PackTexts {
  /** Between the parts of a list. */
  readonly comma?: string
  /** On buttons; `private` leads from a group into a private talk. */
  readonly labels?: Readonly<Record<'yes' | 'no' | 'person' | 'private', string>>
  /** What a command does, as a platform's menu shows it. */
  readonly commands?: Readonly<Record<string, string>>
  /** What an administrator reads after setting the policy of a group; `usual`: back to the persona's own setting. */
  readonly policy?: Readonly<Record<'mention' | 'ambient' | 'off' | 'usual', string>>
  /** How a fan is told what is kept. `{count}` is filled in; `one` is said of a single message, if it is told apart. */
  readonly myData?: {
    readonly messages: { readonly one?: string; readonly other: string }
    readonly facts: string
    readonly noFacts: string
    /** What the facts are called that fans tell of themselves; any other stands as it was noted. */
    readonly keys: Readonly<Record<'name' | 'allergy', string>>
    readonly consent: Readonly<Record<'unasked' | 'asked' | 'yes' | 'no', string>>
    readonly cases: string
    readonly forget: string
  }
}

/** What is said while a fan joins or separates accounts; in braces what is filled in. */
export type LinkingTexts = Readonly<
  Record<
    | 'offered'
    | 'offeredOpenly'
    | 'ask'
    | 'used'
    | 'waiting'
    | 'second'
    | 'joined'
    | 'refused'
    | 'expired'
    | 'spent'
    | 'unknown'
    | 'tooMany'
    | 'samePlatform'
    | 'joinedAlready'
    | 'heldHere'
    | 'heldThere'
    | 'overheard'
    | 'separated'
    | 'notJoined'
    | 'forgetsAll',
    string
  >
>

/** Said to fans who offer to help in a group, and to whom they may help; in braces what is filled in. */
export type HelpingTexts = Readonly<Record<'on' | 'off' | 'where' | 'how' | 'hours' | 'introduce', string>>

/** What a fan is told of what sets them apart; in braces what is filled in. */
export type StandingTexts = Readonly<
  Record<
    | 'holds'
    | 'nothing'
    | 'fades'
    | 'off'
    | 'on'
    | 'isOff'
    | 'isRefused'
    | 'influential'
    | 'creative'
    | 'helper'
    | 'loyal'
    | 'rival'
    | 'reach'
    | 'role'
    | 'introduced'
    | 'offered'
    | 'used'
    | 'thanked'
    | 'accepted'
    | 'reacted'
    | 'saidLoyal'
    | 'saidRival'
    | 'firstOn'
    | 'firstOff'
    | 'news'
    | 'title'
    | 'titleHidden'
    | 'titlesHidden'
    | 'titlesShown'
    | 'titleEarned'
    | 'titleEnded'
    | 'circleAsk'
    | 'circleYes'
    | 'circleLater'
    | 'circleNo'
    | 'circleHeard'
    | 'circleShut'
    | 'circleOpen'
    | 'circleStays'
    | 'voted'
    | 'voteOver'
    | 'votersOnly',
    string
  >
>

/** Said to fans who let the brand show what they made or said; in braces what is filled in. */
export type WorkingTexts = Readonly<
  Record<
    | ('how' | 'list' | 'offer' | 'ask' | 'kept' | 'keptWithLink' | 'notKept' | 'withdrawn' | 'nothing')
    | (
        | 'credited'
        | 'creditedNobody'
        | 'creditWaits'
        | 'creditRefused'
        | 'unclear'
        | 'notYours'
        | 'tooLong'
        | 'personal'
        | 'ownPage'
      ),
    string
  >
>

/** Said on the pages for fans beside what is said in talks; in braces what is filled in. */
export type PagesTexts = Readonly<Record<PageText, string>>

/** Said about what only the shop knows; `mail`: a first line `Subject: …`, then the words of the mail with a code. */
export type LookUpTexts = Readonly<
  Record<'codeSent' | 'codeWrong' | 'codeOver' | 'limit' | 'unknown' | 'notThat' | 'mail', string>
>

/** Said beside a product that is shown. */
export type ProductTexts = Readonly<Record<'look' | 'fits' | 'fitsUnder' | 'soldOut' | 'variants' | 'goesWith', string>>

/** Said when a fan sets where what they told may be used, or that it is no more. */
export type RememberingTexts = Readonly<
  Record<
    | ('everywhere' | 'here' | 'askOff' | 'off' | 'nothing')
    // Which yes of the fan's may be meant, and each with its command.
    | ('whichYes' | 'ofMemory' | 'ofWorks' | 'ofHelping' | 'ofNews' | 'ofCircle' | 'ofFirst'),
    string
  >
>

/** What a fan tells of themselves in so many words; `{name}` stands for a name, `{thing}` for what goes to the end of the clause. */
export interface FactTexts {
  readonly named: readonly string[]
  /** It may also ask for a call: "call me". */
  readonly called: readonly string[]
  /** "I'm": much else than a name stands behind it. */
  readonly introduced?: readonly string[] | undefined
  /** Takes back what `named` or `called` told: whatever name where it holds no `{name}`. */
  readonly notNamed: readonly string[]
  readonly allergic: readonly string[]
  /** Takes back what `allergic` told: all of it where it holds no `{thing}`. */
  readonly notAllergic: readonly string[]
}

export interface Pack {
  /** Phrases by the name of the sign, which is the name of its file. A sign without phrases here is not known in this language. */
  readonly signs: Readonly<Record<string, Phrases>>
  /**
   * Whole messages by occasion, written as people type; case, accents and stretched letters make no difference. A phrase of
   * two occasions belongs to the one that stands first. `filler`: words that add nothing, as "oh", "so", "my friend".
   */
  readonly 'small-talk'?: Readonly<Partial<Record<SmallTalk | 'filler', readonly string[]>>>
  /** What fans ask brands about: subject → beginnings of words with spaces between; `_` joins two words that are only meant together. */
  readonly subjects?: Readonly<Record<string, string>>
  readonly words?: PackWords
  /** What a persona says when its own YAML does not. */
  readonly lines?: LanguageLines
  readonly texts?: PackTexts
  readonly linking?: LinkingTexts
  readonly facts?: FactTexts
  readonly remembering?: RememberingTexts
  readonly helping?: HelpingTexts
  readonly standing?: StandingTexts
  readonly working?: WorkingTexts
  readonly pages?: PagesTexts
  readonly 'look-ups'?: LookUpTexts
  readonly products?: ProductTexts
  /** How days are called that have no date, as phrases. */
  readonly days?: Readonly<Partial<Record<DayName, readonly string[]>>>
  /** With what a new persona begins: a fan's greeting, how fans ask for the hours, and for a person. */
  readonly beginning?: { readonly hello: string; readonly opening: readonly string[]; readonly person: string }
  /** What stands beside the names of people, as it is typed, in small letters. */
  readonly names?: Readonly<Partial<Record<NameWord, readonly string[]>>>
  /** Example messages of each softer kind, as fans of any shop write them: what the kinds are learned from. */
  readonly kinds?: Readonly<Record<SoftKind, readonly string[]>>
  /** How the language commits a brand, denies, asks, counts and dates. */
  readonly commitments?: Book
  /** What a text about to leave is held against. */
  readonly voice?: Book
  readonly 'short-messages'?: ShortWords
  /** Words that weigh in a reply, as a lexicon of this one language; its meanings are the weights. */
  readonly weighty?: string
}

/** Words of short messages, which are read as bags: a noun that decides, and nothing but small words around it. */
export interface ShortWords {
  /** Machines and humans, as they are called when somebody wonders which one answers. */
  readonly answerers?: readonly string[]
  /** Count only beside one of `you`: "are you real", not "is this real". */
  readonly softAnswerers?: readonly string[]
  readonly you?: readonly string[]
  readonly around?: readonly string[]
  /** The nouns of "agent!", "un conseiller svp". */
  readonly helpers?: readonly string[]
  /** The same in several words, as phrases. */
  readonly departments?: readonly string[]
  /** What may stand around `helpers`. */
  readonly asking?: readonly string[]
}

/** Lists of phrases that are no signs: section → name of the list → its phrases. */
export type Book = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
export type BookName = 'commitments' | 'voice'

/** Of a sign's lists: a line for each phrase, the literals of which one stands in every match set apart by tabs. */
export interface NeedleLines {
  readonly says: string
  readonly butNot: string
}
