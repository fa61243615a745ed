/** Words that please, as data. They only count where nothing is asked and nothing displeases. */
import { createCount } from '../words/signs.ts'

export const countPleasure = createCount({
  en: [
    '(i |we |just |really |absolutely |so )?(love|loved|loving|adore|adored|obsessed with) (you|your|it|this|these|them|the|my|what)',
    '(amazing|awesome|fantastic|wonderful|brilliant|excellent|incredible|superb|stunning|gorgeous|delicious|outstanding|phenomenal|flawless|delightful|lovely|beautiful|perfect|exquisite)',
    'my ((all time|absolute|new|number one|total) )?favou?rite (thing|part|coffee|cup|bag|beans|place|shop|cafe|brand|one) (ever|in the (world|morning|whole world)|of the (day|week)|so far|by far|hands down)',
    '(its|youre|you are|this is|they are|theyre) my ((all time|absolute|new|number one|total) )?favou?rites?(?= \\.| $)',
    '(wow|woww|wowza|woohoo|yay|yum|yummy|omg yes)( (wow|just wow|so good))?(?= $)',
    'best (\\w{1,14} ){0,2}(ever|in town|in the world|around|yet)|(keep (it )?up|well done|great job|good job|nice work|made my (day|week)|top notch|next level|blown away|big fan|huge fan|so (happy|pleased|good|impressed)|very (happy|pleased|impressed))',
  ],
  zh: [
    '(太|真|超|超级|真的|好|特别|非常|巨|贼|绝)(棒|赞|好用|好喝|好吃|好看|好听|漂亮|舒服|香|喜欢|爱|厉害|满意|贴心|惊艳|可爱|牛)|(爱|绝|神)了|yyds|(最)(好|棒|爱|喜欢)(的)?|爱死|无敌|给力|满分|好评|五星|点赞|良心|惊艳|没话说|无可挑剔',
  ],
  fr: [
    '(j |je l |on )?(adore|adorons|aime beaucoup|aime tellement)|(magnifique|merveilleux|merveilleuse|superbe|sublime|splendide|genial|geniale|formidable|excellent|excellente|parfait|parfaite|incroyable|fantastique|impeccable|bravo|chapeau|ravi|ravie|enchante|enchantee)',
  ],
  de: [
    '(liebe|mega|klasse|wunderbar|fantastisch|grossartig|genial|perfekt|herrlich|begeistert|super lecker|hervorragend|ausgezeichnet)',
  ],
  es: [
    '(me encanta|encantado|encantada|genial|maravilloso|maravillosa|increible|fantastico|fantastica|buenisimo|buenisima|estupendo|excelente|perfecto)',
  ],
  ja: ['(最高|素晴らしい|すばらしい|大好き|美味しかった|おいしかった|感動|神(対応|です)|完璧|気に入)'],
})
