/** How English commits a brand. */
import { type Frames, frames } from './frame.ts'

const we =
  '(?:i|we|our team|the team|the shop|the house|the desk|the store|the company|they|someone|somebody|a colleague|my colleague|colleagues|support|a human|a person|a real person|(?:a|the|my|our) (?:manager|boss|supervisor|courier|driver|technician)|(?:my|our) colleagues)'
const will =
  "(?:'ll|'ll also|'ll happily|'ll gladly|'ll personally|'ll just|'ll then|'ll always|'ll definitely| will| will also| will happily| will gladly| will personally| will then| will always| will definitely| can| can definitely| shall| are going to| am going to|'re going to|'m going to| have|'ve| have just|'ve just|'ve already| have already| has| has just| has already| do| always| gladly| happily|)"
const you = '(?:you|you both|him|her|them)'
const youll =
  "you(?:'ll| will|'re going to| are going to| can| can still| may still|'d| would| should| get to|'re| are|)"
const aBit = '(?:a|an|the|your|any|that|this|it|one|another|our|my|some|all|every)'
const done =
  "(?:i've|we've|i have|we have|i|we|i've just|we've just|i just|we just|i've already|we've already|i have already|we have already|i've now|we've now|i went ahead and|it's been|that's been|it has been|your order has been|your order was|the order has been|your subscription has been|your account has been|your booking has been|your appointment has been)"

export const en: Frames = frames('words', [
  [
    'refund',
    '',
    [
      `${we}${will} (?:fully |partially |gladly )?(?:refund(?:ed)?|reimburse|reimbursed|pay you back|paid you back|pay it back|cover the cost|cover your|give you (?:your|the|all your) money|send (?:your|the|you your) money back|return (?:your|the) money|credit you|credited|credit your|compensate you|compensated you|make a refund|issue|issue you|issued|process|processed|approve|approved|arrange|arranged|give you|offer|offer you|start|started|authori[sz]e|authori[sz]ed) ~(?:refund|money back|reimbursement|credit|compensation)`,
      `${we}${will} (?:pay|paid) (?:you|it|that|everything) back`,
      `${we}${will} (?:fully |partially |gladly )?(?:refund|refunded|reimburse|reimbursed|compensate|compensated) (?:${you}|your|it|that|the|every|everything|everyone|anything|any|all|orders?|tickets?|part|half|in full|postage|shipping|delivery)`,
      `${youll} (?:get|have|receive|claim|request|ask for|apply for|see|expect|be given|be sent|be paid|getting|receiving|entitled to|due|owed) ~(?:refund|refunded|money back|reimbursement|reimbursed|compensation|store credit|your money)`,
      `${youll} be (?:fully |partially )?(?:refunded|reimbursed|compensated|credited)`,
      "(?:money|cash|sum|amount|funds?|deposit)(?: is| are|'s| will be|'ll be| comes?| goes| lands?| gets?)? (?:back|on your (?:card|account)|in your (?:account|bank))(?! in the day)",
      '(?:your|the|a|that|any) (?:full |partial )?(?:refund|reimbursement|compensation)(?: of ~)? (?:is|was|has been|will be|should be|is being|gets|goes|comes|can be|takes|arrives|lands|appears|shows up|will arrive|will land|will appear|will show up|will reach|will be back|should reach|should arrive)(?! (?:for the|a question|up to|for our|something|not|in the hands|the team))',
      '(?:refunds?|reimbursements?) (?:are|is|go|goes|take|takes|come|arrive|land|appear|go back|goes back|are made|are issued|apply|get paid|to your|to the)(?! (?:handled|for|a|the|decided|dealt|not|looked|something|where|what|up to|our|with|my|mine|tricky|through|their|in the hands|one of))',
      '(?:full|partial|complete|100%) refunds?|money[- ]back|(?:your|the|all the|all your) money (?:is |will be |comes |goes |gets |straight )?(?:straight )?back|refund approved|retroactive(?:ly)?|(?:apply|applied|submit|request|claim) ~(?:refund|reduced rate|bereavement rate) ~(?:after|later|afterwards|within|retroactively)|bereavement (?:fare|rate|discount)s? ~(?:refund|retroactive|after|within|later)',
      `${youll} (?:return|send|bring|take|ship|exchange or return|give) (?:it|them|that|this|any|everything|anything|your|the) ~?(?:back)?(?: within|for| any| anytime| at any| free| opened| even)`,
      "(?:free|easy|hassle-free|no-questions-asked) returns|returns are (?:free|accepted|always|fine|ok|on us)|we(?:'ll)? (?:accept|take) (?:returns|it back|them back|that back)|you can (?:still |always )?(?:return|send back|cancel) (?:it|them|that|any|your|the|at|any|within|for|whenever)",
      '(?:cancel|return|send it back|bring it back) (?:any ?time|whenever you like|at any time|free|without (?:a )?(?:fee|charge|penalty))',
    ],
  ],
  [
    'discount',
    '',
    [
      '(?:a|an|your|the|our|any|extra|special|secret|staff|loyalty|student|birthday|friends and family|one-time|small|big|another|further|nice|little|huge|personal) (?:\\d{1,3}\\s?% )?(?:discount|price reduction|rebate|markdown)(?: code| of| on| for you| is| applies| will| has| just| today| off)',
      `${we}${will} (?:give|gave|offer|offered|knock|take|took|grant|granted|apply|applied|do|arrange|throw in|make|get|sort|add|added|send) ~(?:discount|voucher|coupon|promo code|off the price|off your|off it|deal on|special price|gift card|half price|price match|credit)`,
      `${youll} (?:get|have|receive|save|enjoy|use|claim|expect|getting|pay) ~(?:discount|voucher|coupon|promo code|% off|half price|half off|off your|for the price of)`,
      "(?:here's|here is|here are|use|enter|try|apply|type) (?:the |your |a |my |this |our )?(?:discount |promo |voucher |coupon |secret )?(?:code|voucher|coupon)s?(?! with| from the app| in the app| on the| that| you were| we sent| by|\\s?[?])",
      "(?:half|half-) ?price|half off|pays? (?:only )?half(?! attention)|(?:a|one) (?:third|quarter|fifth|tenth) off(?! the top)|lowest price (?:anywhere|around|guaranteed|in town)|pay (?:you )?the difference|two for one|two for the price of one|2 for 1|2-for-1|bogo|buy one,? get one|buy \\w{1,6},? get \\w{1,6}|three for two|3 for 2|price match(?:ed|es)?|match (?:the|that|their|any|his|her|its) (?:lower |competitor's |competitors' |other )?(?:price|offer|quote|deal)|beat (?:any|that|their) (?:price|offer|quote)|knock(?:ed)? ~ off|on sale (?:now|today|this|until|for)|mates' rates|at cost price",
      '(?:the|your) (?:difference|balance) (?:back|refunded|is on us|goes back|will be refunded)|refund the difference|waive(?:d)? (?:the|your|any|all)|(?:fee|fees|charge|charges|deposit|postage|shipping) (?:is |are |will be |has been |have been |gets? )?(?:waived|dropped|removed|taken off)',
    ],
  ],
  [
    'free',
    'delivery',
    [
      "free (?:uk |us |eu |express |standard |next-day |worldwide |international |domestic |overnight |same-day |home )?(?:shipping|delivery|postage|p&p|courier|pick-?up)|(?:shipping|delivery|postage|p&p)(?: is|'s| comes| will be| would be| goes)? (?:always |totally |completely |also |then )?(?:free|on us|included|complimentary|on the house|covered)|(?:ship|deliver|post|send) (?:it |them |that |everything |this |to you )?(?:to you )?(?:for )?free|we (?:cover|pay|pay for) (?:the |your )?(?:postage|shipping|delivery)",
    ],
  ],
  [
    'free',
    'return',
    [
      "free returns?|returns? (?:are|is) (?:free|on us)|return (?:it|them) (?:for )?free|free return (?:label|shipping|postage)|we(?:'ll)? (?:pay|cover) (?:the |your |for the )?return",
    ],
  ],
  [
    'free',
    '',
    [
      'no (?:cancellation|restocking|return|hidden|booking|service) fees?|for free|free of charge|free of cost|free-of-charge|at no (?:extra |additional |further )?(?:cost|charge)|no (?:extra |additional |further )?(?:charge|cost|cost to you|fee)(?! of living)|without (?:extra |additional |any )?(?:charge|cost|fee)|on the house|complimentary|gratis|free gifts?|free samples?|free trials?|free (?:repair|repairs|replacement|replacements|upgrade|upgrades|refill|refills|exchange|installation|service|diagnosis|consultation|inspection|coffee|coffees|drink|drinks|bag|bags|cup|cups|mug|month|months|ticket|tickets|entry|session|shot|cake|pastry|beans|tote|case|strap|engraving|cleaning|wrapping|gift wrap|alterations|parking)(?! price)',
      "(?:it|this|that|they|everything|entry|admission|the (?:\\w{2,12})|your (?:first |next )?(?:\\w{2,12}))(?:'s| is| are|'re| was| will be|'ll be) (?:totally |completely |absolutely |100% |all |always |also )?(?:free(?! to|dom| of| from| with| at| on| now| today| tomorrow| all| when| if| spirit| and easy| time| soon| [a-z])|free (?:for|with|if|on|at|when|until|today|now|of charge|forever|this)|on the house|our treat|my treat)",
      `${youll} (?:get|have|receive|take|keep|enjoy|grab|pick|choose|claim) ~(?:for free|free of charge|at no cost|on us|on the house|for nothing|a free|one free|free)`,
      `${we}${will} (?:throw in|give|gave|send|sent|add|added|slip in|include|included|pop in|tuck in|gift|gifted) (?:you |in |your )?(?:${aBit} )?(?:extra |small |little |free |second |spare |new |few )?(?:gift|freebie|present|bag|bags|sample|samples|mug|cup|coffee|treat|token|bonus|month|t-shirt|tote|sticker pack|strap|pastry|on top)(?! of| for thought)`,
      "your (?:next|first|second|tenth|other) \\w{2,14}(?: is|'s) (?:on me|on us|our treat|my treat|free)|(?:have|take|grab) (?:one|it|this one|a \\w{2,10}|the \\w{2,10}) (?:on us|on me|on the house)|our treat|nothing to pay|you (?:don't|won't) (?:have to |need to )?pay (?:a penny|anything|a cent|a thing|for (?:it|that|shipping|delivery|the|postage|repairs?))|(?:won't|doesn't|will not|does not) cost you (?:a thing|anything|a penny|a cent)|costs? (?:you )?nothing(?! to)|keep the (?:broken|damaged|wrong|old|faulty) (?:one|ones|item|bag|piece)|we (?:cover|pay) (?:for )?(?:the )?(?:repair|repairs|costs?|bill|fee|fees)|cost is on us|our expense|(?:that|this|it|one)'?s? (?:is )?on the house",
    ],
  ],
  [
    'guarantee',
    '',
    [
      "guaranteed?(?! by| period| card| covers| terms| questions?| is a| claims?)|(?:i|we) (?:can |do |hereby |will |'ll )?(?:guarantee|warrant|vow|swear|assure you|give you (?:my|our) word|commit to|pledge|undertake|certify)|(?:you have|you've got|you got|it's|on|gave you) (?:my|our) word(?:(?! of advice))|legally[- ]binding|binding (?:offer|agreement|contract|promise|deal)|(?:that's|it's|it is|this is|consider (?:it|this)|and) (?:a )?(?:binding|a promise|official|in writing|set in stone)|no takesies[- ]?backsies|no take[- ]?backs(?:ies)?|you can (?:hold us to|count on|bank on|rely on|take that to the bank)(?! me to be)|rest assured|mark my words|100% (?:certain|sure|guaranteed|safe)|without fail|come what may|cross my heart|we stand by (?:that|it|this)|hold (?:us|me) to (?:it|that)|money[- ]back guarantee|absolute certainty|(?:won't|will not|never) happen again|bulletproof promise|(?:i|we)(?:'ll| will)? stand behind (?:it|that|this|them|every|our)|(?:will|'ll) (?:outlive|outlast) you",
      "(?:i|we)(?:'ll| can| do)? promise(?:s)?(?! not| you i| i(?:'m|'ll| am| won't| don't)| it(?:'s| is) (?:not|less|more|only)| nothing| no)(?: you)?(?: that)?(?: ~)? (?:(?:it|you|we|they|your|the|a|to) ~)?(?:refund|money|arrive|arrives|there|delivered|delivery|replace|replacement|fix|fixed|sort|sorted|resolve|resolved|repair|compensat\\w{1,6}|discount|free|price|by|within|send|get|work|works|last|lasts|quality|happen|again|answer|reply|call|honou?r|safe|better)",
      "(?:it|they|this|that|your (?:order|parcel|package|refund|bag|delivery))(?:'ll| will) (?:definitely|certainly|absolutely|surely|for sure|always|never) (?:arrive|be there|be delivered|be refunded|fit|last|work|break|fail|be back|be fixed|come|reach|get there)|(?:definitely|certainly|absolutely) (?:will|going to) (?:arrive|be there|be refunded|be fixed|work|last)|will never (?:break|fail|wear out|leak|fade|scratch)|lasts? (?:forever|a lifetime)",
    ],
  ],
  [
    'availability',
    '',
    [
      "(?:is|are|'s|'re|it's|still|currently|now|back|both|all|plenty|always) (?:back |still |currently |now |both |all |always |actually )?in stock|in stock (?:now|today|at|in|and|right|again)|^in stock|back in (?:stock )?(?:on|next|this|by|soon|tomorrow|in)|(?:it|they|that|this|these|those|size \\w{1,4}|the \\w{2,14}(?: \\w{2,14})?|both|all|every colou?r)(?:'s| is|'re| are| will be|'ll be) (?:still |now |currently |also |always |definitely |back |again )?available(?! to (?:talk|help|chat|answer))|available (?:now|today|online|in (?:store|stores|shops|black|white|blue|green|red|all|size|both|every|three|two|four|five)|from|until|again|at|worldwide|everywhere|immediately|for (?:pick-?up|collection|order|pre-?order))(?! me)",
      "(?:we|i) (?:do |still |also |currently |always )?(?:have|'ve got|got|stock|carry|keep|hold) (?:it|them|that|those|one|two|three|four|five|six|plenty|lots|loads|some|a few|several|stock|that one|the \\w{2,14}|\\d{1,4})(?: \\w{2,14}){0,3} (?:left|in stock|in|on the shelf|ready|available|in store|at the (?:shop|store|counter)|in your size|in (?:black|white|blue|green|red))|we've got (?:it|them|those|that|plenty|loads|stock)(?: in| left| here| ready| on)|(?:only|just|there(?:'s| is| are)) (?:one|two|three|four|five|six|\\d{1,4}|a few|a couple|plenty)(?: (?:of )?(?:them|it|those|bags?|seats?|places?|pieces?|units?|pairs?|spots?|tickets?|copies))? left(?! to| over| in me)|seats? (?:left|free|available)|(?:restock(?:s|ed|ing)?|back on the shelves?|new stock|next batch|more stock) (?:on|by|next|this|in|tomorrow|arrives|comes|lands|is|will|soon)|there(?:'ll| will) be more(?! to| rain| where)|walk out with a (?:new|fresh|brand new)|we(?:'ll| will) (?:restock|have (?:it|them|more|stock)|get (?:it|them|more) (?:in|back))|(?:i|we)(?:'ll|'ve| have| will| can)(?: just)? (?:set (?:one|it|them|two|a \\w{2,10}|the \\w{2,12}) aside|put (?:one|it|a \\w{2,10}) (?:aside|by)|reserve|reserved|hold (?:it|one|them|a \\w{2,10}|that|the \\w{2,12})(?! against)|held (?:it|one|a)|save(?:d)? you (?:one|a seat|a bag|a place))",
    ],
  ],
  [
    'eligibility',
    '',
    [
      "you(?:'re| are|'d be| would be| will be|'ll be)? (?:definitely |certainly |still |also |clearly |fully |automatically |absolutely )?(?:qualify|qualified|qualifies|eligible|entitled|covered|approved|pre-approved|owed|due|exempt|legally entitled)(?! question| people)|you (?:meet|satisfy|fulfil|fulfill) (?:all )?(?:the|our|every) (?:criteria|conditions|requirements)|(?:your|the|that|this) (?:order|purchase|ticket|case|claim|account|item|device|booking|trip|fare)(?: is|'s| still| does| would be| definitely)? (?:qualifies|qualify|eligible|entitled|covered|approved)|you have (?:a |every |the )?(?:legal |full )?right to|(?:seat|place|booking|table|reservation|spot|appointment|order|slot|return|exchange)(?: \\w{2,9}){0,3} (?:is|are|has been|have been) (?:now )?(?:confirmed|secured|guaranteed)|you(?:'ve| have) been (?:approved|accepted|selected|upgraded)|you(?:'ve| have) (?:won|earned a free)|your (?:claim|application|request|return) (?:is|has been|was) (?:approved|accepted|granted|valid)",
    ],
  ],
  [
    'delivery',
    '',
    [
      "(?:it|they|that|this|these|everything|your (?:order|parcel|package|delivery|coffee|beans|bag|replacement|item|stuff|things?)|the (?:order|parcel|package|delivery|replacement|new one|bag|item)|orders|parcels|packages)(?:'ll| will| should|'s going to| is going to| are going to|'re going to) (?:definitely |probably |be |also |then |all |certainly |surely |still |easily )?(?:be )?(?:arrive|arriving|delivered|shipped|there|with you|ship|land|reach you|reach|leave|posted|dispatched|on its way|at your|in your hands|on your|out|sent|get there|get to you|show up|come|collected|picked up)(?! that| good| under| fun| for you(?:r)?| a while| down)",
      "(?:your (?:order|parcel|package|delivery|replacement|coffee|beans|item)|the (?:order|parcel|package|replacement)|it|they)(?:'s| is|'re| are| has| have| was| were|) (?:just |already |now |all |been |currently |still ){0,5}(?:shipped|dispatched|posted|sent out|on its way|on the way|on their way|out for delivery|en route|in transit|left the (?:warehouse|shop|roastery|depot)|arrives?|arriving|delivered|ships|gets there|coming)(?: today| tomorrow| on| by| next| this| to you| now| within| in|[.!,]|$| the| yesterday| and)",
      "we (?:do |also |can |now |always |even |'ll |will )?(?:ship|deliver|post|dispatch|send|courier)(?:s)? (?:it|them|everything|orders?|worldwide|internationally|abroad|overseas|anywhere|everywhere|globally|to|within|on|the same day|next day|same-day|daily|every|all|out|by|from|your|in|that|a)(?! hugs| love| our (?:love|thoughts|regards)| good)|(?:next|same)[- ]day (?:delivery|shipping|dispatch|courier)|overnight (?:delivery|shipping)|express (?:delivery|shipping)|delivery (?:is|takes|will take|usually takes|will be|should be|tomorrow|today|on|by|within|in)(?! (?:a|the|our|handled|for|something|what|with|up|not|my|where))|shipping (?:is|takes|will take|usually takes|will be|today|tomorrow)(?! (?:a |the |our|handled|for|something|not|my|where))|ships (?:today|tomorrow|within|in|on|from|next|worldwide|internationally|free|immediately|same)|(?:you'll|you will|you should|you can expect to) (?:have|get|receive|see) (?:it|them|your (?:order|parcel|package|beans|bag|replacement|item|delivery)|the (?:order|parcel|package|replacement)|everything)(?: \\w{2,12}){0,3} (?:by|on|within|in|before|tomorrow|today|next|this|soon|shortly)",
      `${we}${will} (?:send|sent|ship|shipped|post|posted|mail|mailed|dispatch|dispatched|deliver|courier|forward) (?:you |out |it |them |your |over )?(?:${aBit} )?(?:out |off |over |back )?(?:brand new |new |fresh |second |spare |free |missing |right )?(?:replacement|replacements|one|new one|bag|bags|parcel|package|order|product|unit|item|items|beans|part|parts|label|it|them|that|piece|mug|strap|watch|device|box|invoice|receipt|gift|thing)(?! hugs| regards| of hugs)`,
    ],
  ],
  [
    'warranty',
    'lifetime',
    ['lifetime (?:warranty|guarantee|repairs?|cover|coverage)|(?:warranty|repair|repairs|guaranteed|covered) for life'],
  ],
  [
    'warranty',
    '',
    [
      "(?:is|are|'s|'re|still|fully|be|comes?|also) (?:still |fully |also |all |always )?(?:covered|protected|insured)(?: by| under| for| against|[.!]|$)|under warranty|in warranty|within (?:the )?warranty|(?:warranty|guarantee) (?:covers|is|lasts|runs|applies|includes|extends|will cover|does cover|still)(?! (?:a|an|handled|decided|something|for the|what|where|up|with|about|not|our|looked|the|dealt))|(?:comes?|sold|ships?) with (?:a|an|our|its) ~?(?:warranty|guarantee)|(?:has|have|get|gets|carries|carry) (?:a|an) ~?(?:warranty|guarantee)(?! question)|extended warranty (?:is|at|for)|void(?:s)? (?:the|your) warranty",
      `${we}${will} (?:repair|repaired|replace|replaced|exchange|exchanged|swap|swapped|mend|mended|fix|service|resole|restitch) (?:it|them|that|this|your|the|any|one|every|a)(?! (?:world|mood|weather|mistake))`,
      `${youll} (?:get|have|receive|swap|exchange|be given|be sent|getting) (?:it |them |that )?(?:for )?(?:${aBit} )?(?:brand new |new |free |fresh )?(?:replacement|replacements|exchange|new one|repair|repaired|replaced|exchanged|fixed)(?! for)`,
      "you can (?:exchange|swap) (?:it|them|that|your)|(?:we'll|we will|we can|i'll) (?:get (?:it|that) (?:fixed|repaired|replaced)|have (?:it|that) (?:fixed|repaired|replaced))|(?:it|that|this)(?:'ll| will) be (?:repaired|replaced|fixed|exchanged)|repairs? (?:are|is) (?:free|at cost|on us|included|covered)|replacement is (?:on its way|on the way|free|coming|yours)|repairs? (?:takes?|will take|costs?|will cost)",
    ],
  ],
  [
    'health',
    'pregnancy',
    [
      "safe (?:for|during|in|if you're|to (?:drink|eat|use|take|wear) (?:when|while|during|if you're|in)) ~?(?:pregnan\\w{1,5}|breast-?feeding|nursing|expecting)|(?:pregnan\\w{1,5}|breast-?feeding|nursing)(?: women| mothers| mums| moms)? (?:can|may|should be able to|are fine) (?:safely )?(?:drink|eat|use|take|have|wear|with)|fine (?:during|in|while) (?:pregnan\\w{1,5}|breast-?feeding)|ok(?:ay)? (?:during|in|while|if you're) (?:pregnan\\w{1,5}|breast-?feeding)|(?:when|while|if) you're (?:pregnant|expecting|breast-?feeding) (?:it's|it is|you can|that's) (?:safe|fine|ok|okay|drink|have)",
    ],
  ],
  [
    'health',
    'allergy',
    [
      "hypo-?allergenic|(?:allergen|gluten|lactose|nut|dairy|soy|latex|nickel|chrome|caffeine)-free|free (?:of|from) (?:any |all )?(?:gluten|nuts|allergens|lactose|dairy|latex|nickel|caffeine|toxins|chemicals|bpa)|(?:(?:contains?|has|have|there(?:'s| is| are)) (?:no|zero)|no) (?:gluten|nuts|traces of nuts|allergens|lactose|dairy|latex|nickel|caffeine|toxins|soy|milk|sesame|chemicals|bpa)|(?:safe|fine|ok|okay|suitable|good) (?:for|with) (?:people with |those with |anyone with |your |a |an |severe ){0,5}(?:nut |gluten |nickel |latex |milk |lactose |dairy |skin )?(?:allerg\\w{1,4}|intoleran\\w{1,3}|coeliacs?|celiacs?|sensitive skin|eczema|asthma)|won't (?:cause|trigger|give you) (?:a |an |any )?(?:rash|reaction|allerg\\w{1,4}|irritation)",
    ],
  ],
  [
    'health',
    '',
    [
      "(?:it|this|that|they|which|coffee|decaf|the \\w{2,14}(?: \\w{2,14})?|our \\w{2,14})(?: really| actually| also| will|'ll| can| even)? (?:cures?|heals?(?! the soul| souls| hearts| a broken| most| everything)|treats? (?!you|every|me|us|them|him|it)|prevents? (?:cancer|disease|illness|diabetes|colds?|flu|dementia|heart|headaches?|migraines?)|relieves? (?:pain|stress|anxiety|headaches?|migraines?|symptoms?)|lowers? (?:your )?(?:blood pressure|cholesterol|blood sugar|risk|stress)|reduces? (?:your )?(?:anxiety|inflammation|blood pressure|pain|risk of|cholesterol|stress)|boosts? (?:your )?(?:immun\\w{1,6}|metabolism|testosterone|fertility)|burns? fat|detox\\w{0,6}|improves? (?:your )?(?:health|heart|memory|fertility|skin|digestion|circulation|immun\\w{1,6})|helps? (?:you )?(?:lose weight|with (?:weight loss|depression|anxiety|insomnia|migraines?|pain|diabetes|high blood pressure)))",
      "no (?:known |bad |nasty )?side[- ]effects|side-effect free|clinically (?:proven|tested)|dermatologically tested|dermatologist[- ](?:tested|approved|recommended)|doctor[- ](?:approved|recommended)|fda[- ]approved|medical[- ]grade|scientifically proven|non-?toxic|good for (?:your|the) (?:heart|health|skin|liver|kidneys|gut|blood pressure|immune system|back pain|joints|memory|brain|digestion)|(?:perfectly|completely|totally|entirely|absolutely|100%|quite) (?:safe|harmless)|(?:it's|it is|that's|they're|these are|this is|is|are) (?:totally |completely |perfectly |also |quite |very )?(?:safe|harmless|suitable) (?:for|to (?:use|drink|eat|wear|charge|touch|keep|take|swallow|mix|give|plug|leave)|with|in (?:the|water|bed)|around|during|while|if|at any)(?! (?:talk|chat|words|say|work|a laugh|assume|bet))|(?:won't|doesn't|will not|does not) (?:raise|increase|affect|upset) your (?:heart|blood|stomach|sleep|sugar)|(?:it's|it is|they're|this is|they are|that's) (?:perfectly |totally |completely |quite )?(?:safe|harmless)(?=[.,!]|$)|won't (?:harm|hurt|affect|damage) (?:you|your|him|her|them|the baby|the dog|children|kids|a child)|(?:drink|take|use|have) (?:it|this|one|two|three|\\w{2,8} cups?) (?:a day|daily|every day|before bed) (?:to|for) (?:your|better|cure|lower|help|lose|prevent)|you (?:can|should|could) (?:safely |just )?(?:stop taking|skip|take|increase|reduce|halve) (?:your |the )?(?:medication|medicine|pills?|dose|insulin|tablets?|painkillers?|ibuprofen|aspirin|paracetamol)|(?:babies|infants|toddlers|children|kids|cats|dogs|diabetics|heart patients) (?:can|may) (?:safely |also |happily )?(?:drink|eat|use|have|take|wear|chew)|(?:safe|fine|suitable|ok|okay) for (?:babies|infants|toddlers|children|kids|cats|dogs|pets|diabetics|heart patients)",
    ],
  ],
  [
    'legal',
    '',
    [
      "you (?:can|could|should|may|might want to|have grounds to|'re able to) (?:sue|take (?:them|us|it|him|her|legal action)(?: to court)?|press charges|file a (?:lawsuit|claim|suit|police)|claim damages|go to court|dispute the (?:contract|fine)|break (?:the|your) (?:lease|contract))|(?:judge|court|jury|tribunal|ombudsman)s? (?:would|will|'ll|is going to) (?:side|agree|rule|find|back|be on)|you(?:'d| would|'ll| will) (?:win|have a (?:strong|good|solid) (?:case|claim))|you have a (?:strong |good |solid |clear )?(?:legal )?(?:case|claim against)|legally(?:,| speaking,?)? (?:you|we|they|he|she|it|your|our|required|obliged|allowed|yours|entitled|the)|(?:by|under|according to) (?:the )?(?:law|(?:uk|eu|us|english|french|german|consumer|federal|state|contract|data protection|employment)(?: \\w{2,12})? (?:law|act|regulations?|rules)|gdpr|consumer rights act|distance selling)|the law (?:says|requires|entitles|gives|allows|protects|is on your|is clear|obliges|backs|lets)|(?:statutory|legal|consumer) rights? (?:are|is|include|give|mean|let|allow|entitle|to)|(?:that's|it's|it is|this is|that is|they're acting|that would be) (?:completely |totally |clearly |perfectly |against the law|il)?(?:legal|illegal|unlawful|against the law|a breach of contract|breach of contract|a crime|tax[- ]deductible)|you (?:don't|do not) need (?:a lawyer|a solicitor|a visa|planning permission)|my legal advice|as legal advice|(?:we|i) (?:accept|admit|assume) (?:full |all |any |legal )?liability",
    ],
  ],
  [
    'fault',
    '',
    [
      "(?:it's|it is|it was|that's|that is|that was|this is|this was|was|is|were|entirely|all|totally|completely) (?:entirely |all |totally |completely |absolutely |100% |really |clearly |on )?(?:our|the company's|the shop's|the brand's|our staff's|our team's|the roastery's|our courier's) (?:fault|mistake|error|mess|bad|screw-?up|doing|failure|responsibility|oversight|negligence|blunder)|^(?:our|totally our|entirely our|all our) (?:fault|mistake|error|bad|mess)|(?:that's|that one's|this is|this one's|that is|it's|this one is|that one is) (?:all |entirely |totally |completely |squarely )?on us(?! all)|(?:we|our \\w{3,12}) (?:were|was|are|have been|'ve been|'re) (?:grossly |clearly |entirely |fully |solely |wholly |badly |completely |totally )?(?:negligent|at fault|liable|to blame|responsible for (?:this|that|the (?:damage|delay|loss|injury|mistake|error|fault))|in the wrong|in breach|careless|guilty|wrong (?:to|on))|we (?:really |totally |completely |clearly |badly |have )?(?:messed|screwed|slipped|f\\w{3,6}ed|cocked|stuffed) (?:this |that |it |your order )?up|we(?:'ve| have)? (?:dropped the ball|let you down|failed you|wronged you|broke (?:it|your)|damaged (?:it|your)|lost your|overcharged you|misled you|mis-?sold|made (?:a|the|that|an) (?:\\w{3,10} )?(?:mistake|error)|admit (?:that|it|our|the|full|liability|fault)|take (?:full |all |the )?(?:responsibility|blame)|accept (?:full |all |the )?(?:responsibility|blame|fault|liability)|should(?:n't| not) have (?:sent|charged|sold|shipped|told|done)|misread your|poisoned|caused (?:this|that|your|the))|(?:due to|because of|through) our (?:mistake|error|negligence|fault|carelessness|oversight|failure)|our (?:\\w{3,12}) (?:lost|broke|damaged|dropped|ruined|misplaced|forgot) (?:it|your|them|the|that)|negligence on our (?:part|side)|(?:mistake|error|fault) (?:is|was|lies|sits)? ?(?:entirely |all |completely )?(?:on our (?:side|end|part)|with us|ours)|(?:product|batch|device|battery|bag) (?:is|was) (?:faulty|defective|contaminated|unsafe|mislabelled)(?! (?:or|if))|the (?:fault|blame) (?:is|was|lies) (?:ours|with us)|that's ours to (?:fix|own|pay|carry|bear)|the loss is ours",
    ],
  ],
  [
    'action',
    'check',
    [
      "(?:i|we)(?:'ll| will|'m going to| am going to|'re going to| are going to|'m| am|'re| are)(?: just| quickly| go and| go| happily| personally| definitely)? (?:check(?! out the)|checking|look into|looking into|look it up|looking it up|look that up|look up your|find out|finding out|investigate|investigating|verify|verifying|double-check|dig into|chase|chasing|track (?:it|that|your|the) down|track (?:it|that|your)|pull up|pulling up|see what (?:we|i) can do|see what happened|see where your|get to the bottom|take a look(?: at (?:your|the|that))?|taking a look at|follow up|following up|inquire|enquire)(?! (?:of|my (?:beak|lid|watch|calendar|mirror)))",
      "(?:let me|lemme|allow me to|give me (?:a|one|two) (?:second|sec|minute|min|moment|tick|mo) (?:to|while i|and i'll)|hang on while i|one (?:moment|sec|second) while i|bear with me while i) (?:just |quickly |go and )?(?:check|look into|look that up|look it up|look up|find out|verify|investigate|pull up|double-check|track|chase|see (?:what|where|if)|ask|get (?:a|someone|my)|have a look|take a look)",
      "(?:i|we)(?:'ve| have)(?: just| now| already)? (?:checked|looked into|looked up|verified|investigated|found your|located your|pulled up|tracked|reviewed your|confirmed)(?: with| your| the| it| that|[.!,]| and)",
    ],
  ],
  [
    'action',
    'contact',
    [
      `${we}(?:'ll| will| is going to| are going to|'re going to|'s going to| can) (?:be (?:getting |right )?(?:back )?(?:in touch|in contact|back to you|contacting you|calling you|reaching out|back with|with you (?:shortly|soon|in))|get (?:right )?back to (?:you|u)|get back with|get in touch|calls? (?:you|back)|rings? you|phones? you|give you a (?:call|ring|buzz)|email you|e-mail you|text you|message you|dm you|write (?:to you|back|you back)|contact you|reach out|reply (?:to you|by|within|here|soon|shortly|today|tomorrow)|respond|update you|keep you (?:posted|updated|in the loop)|let you know(?! how much i)|notify you|inform you|follow up|send you (?:an |the |a )?(?:email|e-mail|update|message|link|confirmation|details|text|reply|answer|dm)|come back to you|touch base|circle back|(?:\\w{2,10} ){0,4}(?:and|then) (?:call|ring|phone|email|message|text|update|tell|get back to|come back to|write to) you|pick (?:this|it) up with)`,
      "(?:you'll|you will|you should|you can|please|just) (?:hear (?:back |something )?from (?:us|me|someone|them|the team|our|a)|expect (?:a|an|to hear) ~?(?:call|email|e-mail|reply|message|hear|response|answer|visit|text)|(?:get|receive|have) (?:a|an) (?:call|email|e-mail|reply|answer|response|message|callback|call back|update|confirmation)(?: from| by| within| in| soon| shortly| today| tomorrow)|be (?:contacted|called|notified|informed|updated))",
    ],
  ],
  [
    'action',
    'call-person',
    [
      "(?:i've|i have|we've|we have|i|we|i've just|i just|we've just|i've already|i'm|i am|we're|i'll|we'll|i will|we will|let me|i'm going to|i'll go and|i'll just)(?: just| now| already)? (?:call|called|calling|get|got|getting|fetch|fetched|fetching|bring in|brought in|bringing in|ask|asked|asking|alert|alerted|alerting|notify|notified|notifying|tell|told|telling|ping|pinged|pinging|page|paged|whistle for|whistled for|hand(?:ed|ing)? (?:this|that|it|you)(?: over)? to|pass(?:ed|ing)? (?:this|that|it|you|your \\w{2,12})(?: on| over| along| straight| directly)? to|forward(?:ed|ing)? (?:this|that|it|your \\w{2,12})(?: on)? to|escalat(?:e|ed|ing) (?:this|that|it|your \\w{2,12})|transfer(?:red|ring)? you|connect(?:ed|ing)? you|put(?:ting)? you through|loop(?:ed|ing)? in|rope(?:d)? in|raise(?:d)? (?:this|that|it) with|flag(?:ged)? (?:this|that|it|your \\w{2,12})|put (?:this|that|it) (?:in front of|to|before)|take (?:this|that|it) to|speak to|spoke to|spoken to|talk to|talked to|check with|checked with|have|had|sent (?:this|that|it|your \\w{2,12}) to|send (?:this|that|it|your \\w{2,12}) to) ?(?:a |an |the |my |our |some |one of |in ){0,5}(?:real |human |actual |right |care |support |repair |customer |senior |order |client |duty ){0,5}(?:colleagues?|person|people|human|team|teams|staff|someone|somebody|manager|boss|supervisor|specialist|expert|agent|representative|warehouse|desk|atelier|office|roastery|department|courier|human being|member of|folks|care|support|repair)",
      "(?:a|an|one of (?:our|my)|my|our|the|another) (?:real |human |actual |care |support |customer |senior |order |client ){0,5}(?:colleagues?|person|people|human|team|staff|manager|specialist|expert|agent|representative|desk|member of (?:staff|the team|our team)|staff member)(?:'ll| will| is going to| are going to|'s| is| has| have been|'ve been) (?:take over|take it from here|join|help you|handle|look (?:at|into)|check|read|answer|sort|deal with|see to|review|be with you|be here|been told|been called|been notified|on (?:it|the case|their way)|already|coming|working on|jump in|step in|pick (?:this|it) up|assist|reply|process|arrange)|(?:someone|somebody)(?:'ll| will| is going to|'s going to|'s| is) (?:take over|join|help you|handle|look (?:at|into)|check|read|answer|sort|deal with|see to|review|be with you|be here|coming|on it|on their way|jump in|step in|pick (?:this|it) up|assist|process|arrange|take it from here|come (?:and|to|by|round))|(?:i've|we've|i have|we have) (?:opened|raised|created|logged|filed|submitted|started) (?:a|an|your|the) (?:ticket|case|claim|request|complaint|report|inquiry|return|investigation|handoff|dispute)|(?:escalated|escalating) (?:this|that|it|your)|(?:my|our|the) (?:colleagues|team|staff|desk|people) (?:is|are|have been|has been|were) (?:informed|told|notified|alerted|on it|aware|briefed)|(?:i'll|we'll|i will|we will|let me) (?:open|raise|create|log|file|submit|start) (?:a|an|your|the) (?:ticket|case|claim|request|complaint|report|inquiry|return|investigation|dispute)|have (?:someone|somebody|a person|a colleague|my manager|the team) (?:call|contact|email|check|look|get|reach|reply|write|answer|sort|fix|handle)",
    ],
  ],
  [
    'action',
    'feedback',
    [
      "(?:i'll|i will|we'll|we will|i've|i have|we've|let me|i'm|i'm going to)(?: just| now| already| definitely| happily| gladly| certainly| make sure to| gone ahead and| went ahead and)? (?:pass(?:ed|ing)? (?:this|that|it|your (?:idea|feedback|suggestion|wish|note|comment|thoughts|words|praise|message))(?: on| along|[.!,]|$)|note(?:d)? (?:this|that|it|your \\w{2,12})(?: down)?|log(?:ged)? (?:this|that|it|your)|put (?:it|that|this) on the list|add(?:ed)? (?:it|that|this|your \\w{2,12}) to (?:the|our) (?:list|wish ?list|board|file|notes)|share(?:d)? (?:this|that|it|your (?:feedback|idea|suggestion|thoughts))(?: with)?|report(?:ed)? (?:this|that|it|the (?:problem|issue|fault|bug|matter))|let (?:the team|them|the roastery|the kitchen|our \\w{2,12}|the \\w{2,12}) know|tell (?:the team|the roastery|the warehouse|our \\w{2,12}) (?:about|that|you|to)|record(?:ed)? (?:this|that|it|your))",
    ],
  ],
  [
    'action',
    'cancel',
    [
      `${done} (?:successfully |now )?cancel(?:l?ed)|(?:i'll|i will|we'll|we will|let me|i can|i'm going to|i'm) (?:just |now |go ahead and |happily )?cancel(?:l?ing)? (?:it|that|your|the|this)(?! my| the apocalypse)|(?:it|that|your (?:order|subscription|booking|account|appointment|membership))(?:'s| is| has been|'s been| was) (?:now |all |been |successfully )?cancell?ed`,
    ],
  ],
  [
    'action',
    'refund',
    [
      `${done} (?:successfully |now )?(?:refunded|reimbursed|credited)|(?:i'll|i will|let me|i'm going to) (?:just |now |go ahead and )?(?:refund|process your refund|issue (?:a|your|the) refund)`,
    ],
  ],
  [
    'action',
    'change',
    [
      `${done} (?:successfully |now )?(?:changed|updated|amended|edited|corrected|fixed|moved|rescheduled|booked|reserved|upgraded|extended|paused|reactivated|unlocked|reset|removed|deleted|added|applied|activated|placed|arranged|set up|sorted|resolved|processed|registered|signed you up|enrolled) (?:it|that|your|the|you|this|a|an|for you|to your|[.!]|$)`,
      "(?:i'll|i will|we'll|we will|let me|i'm going to) (?:just |now |go ahead and |happily |personally |get )?(?:change|update|amend|correct|reschedule|book|extend|pause|reactivate|unlock|reset|remove|delete|apply|activate|place|arrange|set up|sort|resolve|process|register|sign you up|enrol|take care of|handle|see to|fix|make (?:sure|it right|this right|that right|it up to you)|ensure|waive|upgrade|expedite|speed (?:up|this up)|rush|prioriti[sz]e|file|schedule|order|put (?:in|through) (?:a|an|your)|get (?:it|that|this) (?:sorted|fixed|done|resolved|moving|back|to you))(?:d)?(?! of (?:tea|coffee)| my| a coffee| a guess| room| tea| coffee myself)(?: ~)?(?:it|that|your|you|this|the order|the refund|the delivery|the address|everything|a repair|a replacement|a pick-?up|a courier|a visit|a table|an appointment|personally|for you|right away|today|now|never happens|doesn't happen|won't happen)",
      "(?:it|this|that)(?:'s| is| has been|'s been|'ll be| will be) (?:all |now |already )?(?:sorted|taken care of|done for you|arranged|booked|resolved|processed|handled)(?! by| with care)|consider (?:it|that|this|your \\w{2,14}) (?:done|sorted|handled|arranged|paused|cancelled|booked|fixed|refunded|changed)|(?:i|we|they|the team)(?:'ll| will)? (?:sorts?|sorting) (?:it|this|that|you|everything)? ?out|(?:i'll|we'll|i will|we will|let me|let us) make (?:it|this|that) (?:right|up to you)|leave it (?:with|to) (?:me|us)|(?:i'm|we're|i am|we are) on (?:it|the case)(?! all)|all (?:done|sorted) (?:for you|on (?:our|my) (?:end|side))",
    ],
  ],
  [
    'agreement',
    '',
    [
      "^\\s{0,5}(?:(?:ok|okay|alright|sure|yes|yep|fine|done and|right)[,.!]? )?(?:it's a |that's a |you(?:'ve| have)? got (?:yourself )?a |we have a |we've got a |you have a )?deal(?=\\s{0,2}(?:[.!,;:]|$|—|–|-)| then| it is| done)|(?:it's|that's|we have|we've got|you have|you've got|you got) (?:yourself )?a deal(?! breaker| with| for| of)|^\\s{0,5}(?:agreed|sold|done deal)(?=\\s{0,2}[.!]\\s{0,2}$|,? (?:and )?(?:that's|that is|it's|it is|you|for|at|then|on|to))|(?:i|we) (?:hereby |fully |gladly |happily )?(?:agree|accept) (?:to |with )?(?:your|the|those|these|that|this|all)? ?(?:terms|conditions|offer|price|proposal|deal|demand|bid|counter-?offer)|(?:i|we) (?:hereby )?(?:agree to (?:sell|give|pay|refund|ship|send|replace|waive|cover|your|the|that|those|these)|accept your (?:offer|terms|price|bid))|on (?:your|those|these) terms|(?:it's|it is|the \\w{2,14}(?: \\w{2,14})? is) yours for(?! the (?:asking|taking))|you can have (?:it|the \\w{2,14}(?: \\w{2,14})?) for|sold (?:to you )?for|shake on (?:it|that)|consider it (?:sold|agreed|yours)|we'll (?:sell|let) (?:it|you have it|the \\w{2,12}|that)(?: to you| go)? for",
    ],
  ],
])
