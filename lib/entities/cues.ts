// Words that say what a name is, as part of it or beside it. No names stand here: only the common words around them.

/** What is found is suggested as a new entity of this type. */
export type FoundType = 'person' | 'place' | 'organisation' | 'date';
/** For each type, in points, and below nothing against it. */
export type Votes = Partial<Record<FoundType, number>>;

const oneOf = (words: string) => `(?:${words.trim().replace(/\s+/g, '|')})`;
const whole = (words: string) => RegExp(`^${oneOf(words)}$`, 'u');

/** Ends the name of a body, or is its first word before "of" or "for". */
export const BODY = whole(`
  Ministry Ministries Committee Commission Court Tribunal Movement Party Agency Council Union Battalion Corps Brigade Regiment
  Army Forces? Navy Guards? Police Militia Legion Radio Television TV University Academy Institute College School Bank Group Front
  Organi[sz]ation Association Federation League Alliance Coalition Society Foundation Fund Trust Network Centre Center Office
  Bureau Department Directorate Administration Authority Service Services Secretariat Parliament Assembly Senate Congress Duma
  Company Corporation Inc Ltd LLC GmbH Holding Industries Airlines Club Church Mission News Times Post Herald Tribune Gazette
  Press Media Embassy Consulate Emirate Caliphate Brotherhood Chamber Board Initiative Programme Observatory Watch Hospital
  Cooperative Syndicate Workers Government Cabinet International Cross Crescent Rovers United Wanderers FC`);
/** Begins the name of a body; some of them say "party", "army", "movement" in other languages. */
const BODY_FIRST = whole(`Radio Bank University Ministry Jama.?at Jamiat Hi[zs]b Hezb-?[ei]? Harakat Tehrik Tehrik-.*
  Lashkar Lashkar-.* Jaish Jaish-.* Jabhat Partido Parti Banco Agence Agencia`);
/** Ends the name of a place. */
const PLACE_LAST =
  whole(`District Province Region Oblast Raion Valley River City Town Village Mountains? Sea Ocean Lake Islands?
  County Canton Street Avenue Road Square Airport Peninsula Desert Plateau Bay Gulf Strait Pass Falls Canal Coast Territory
  Republic Quay Harbou?r Prison Dam Highway Strip`);
/** Ends the name of a place as well as that of a person. */
const PLACE_OR_SURNAME = whole(
  'Marsh Hill Hills Ford Bridge Forest Park Rivers Fields? Woods? Brook Banks Castle Port Beach',
);
export const PLACE_FIRST = whole(
  'Mount Lake Port Cape Fort Gulf Isle Bay Strait Republic Kingdom River City Port San Santa',
);
export const COMPASS = whole('North South East West Northern Southern Eastern Western Central Upper Lower');
/** Takes "of" and a name behind it into its own name. */
const LINKS = RegExp(
  `${BODY.source}|${whole('Republic Kingdom Gulf Bay Strait Isle Cape Port State Emirates').source}`,
  'u',
);
/** After "of", more than one thing may be named: "Ministry of Defence and Justice". */
const OFFICE = whole('Ministry Ministries Department Committee Office Bureau Institute');

/** Stands before the name of somebody. */
export const TITLE =
  whole(`President Vice-President Prime Minister Mr Mrs Ms Miss Dr Prof Professor Gen General Col Colonel Maj Major
  Capt Captain Lt Lieutenant Sgt Sergeant Commander Marshal Admiral Mull?ah? Mawlawi Maulvi Mawlana Maulana Sheikh Shaykh Haji Hajji
  Qari Imam Ayatollah Mufti Ustad Sayyid King Queen Prince Princess Emperor Emir Judge Justice Senator Governor Mayor Secretary
  Ambassador Chancellor Premier Pope Bishop Archbishop Father Sir Lady Lord Rep Sen Gov Chairman Director Prosecutor
  Prosecutor-General Attorney Inspector Chief Deputy Brig Brigadier Secretary-General Spokesman Spokeswoman Spokesperson
  Analyst Journalist Leader Head`);
/** Stands before a title: "Foreign Minister". */
export const PORTFOLIO = whole(
  'Vice Foreign Interior Defen[cs]e Finance Justice Health Education Energy Former Acting First Supreme State Deputy',
);
/** Written with a full stop that ends no sentence. */
export const SHORT = /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|St|Rep|Sen|Gov|Brig|Jr|Sr|\p{Lu})$/u;
/** People of a kind; words that end in it name nobody. */
export const PEOPLE =
  whole(`Officers Officials Militants Ministers Members Soldiers Fighters Authorities Leaders Commanders Troops
  Experts Analysts Sources Reporters Rebels Refugees Citizens Nationals Residents Police(?:men)? Elections Talks Reports`);
/** Signs a picture. */
export const CREDIT = whole('Getty Reuters AP AFP EPA TASS Shutterstock iStock Images Photos? Alamy');

export const PARTICLE = whole('bin ibn bint van von der den de del della di da dos du al el ul ud la le y ben ter zu');

/** Begins many sentences and no name. */
export const SMALL =
  whole(`The A An This That These Those It Its He His She Her Hers They Their Them We Our Us You Your I My Me In On At By
  For From To Of With Without After Before Since Until During While When Where Who Whom Whose Why What Which How If Although Though
  Because As And Or But Nor Yet So Not No Nobody None One Two Three Four Five Six Seven Eight Nine Ten There Here Then Than Now Some
  Any All Both Each Every Many Most Much More Several Few Other Others Another Such Under Over Between Among Amongst Against Along
  Across Through Throughout Into Onto Upon Within About Above Below Near Around Behind Beyond Despite Unlike Like According Also
  Again Once Only Even Just Still Later Earlier Early Late Last Next Meanwhile However Instead Today Yesterday Tomorrow Is Are Was Were
  Be Been Has Have Had Do Does Did Can Could Will Would Should Shall Might Must Via Per Amid Inside Outside Nevertheless Exclusive
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun Photo Image Read Nothing Everyone Anyone`);
export const MONTH = whole('January February March April May June July August September October November December');
/** Capitals that name nothing that may be tagged. */
export const NO_SHORT = whole(
  'TV CEO PM AM OK ID GDP DNA II III IV VI VII VIII IX XI XII UTC GMT FAQ PDF URL PS NB BC AD QR GPS SMS COVID AIDS HIV SIM PC',
);
const COUNTRIES = whole('US USA UK UAE U\\.S\\. U\\.S\\.A\\. U\\.K\\. USSR DRC');

const KINDS =
  'district|province|village|city|town|region|county|valley|river|island|capital|state|peninsula|municipality|oblast|port|suburb|hamlet|settlement|area';
const SPEECH =
  'sa(?:id|ys)|told|tells|add(?:ed|s)|explain(?:ed|s)|argued|warn(?:ed|s)|insist(?:ed|s)|recalled|claim(?:ed|s)|denied|stated|wrote|asked|replied|confirmed|noted';
const ROLES =
  'spokes(?:man|woman|person)|commanders?|officer|leaders?|minister|president|governor|director|analysts?|experts?|journalists?|reporter|resident|head|chief|chairman|lawyer|activist|author|professor|researcher|singer|player|farmer|teacher|jihadist|militant|fighter|preacher|cleric|son|brother|father|wife|daughter|sister|mother|husband|uncle|cousin|neighbou?r|captain|editor|colleague|deputy|founder|successor|driver|doctor';

type Cue = readonly [beside: RegExp, type: FoundType, points: number];
/** What stands right before a name, and for what it speaks. */
const BEFORE: readonly Cue[] = [
  [RegExp(`(?<!\\p{L})(?:${KINDS})(?: of|,| is)? (?:the )?$`, 'iu'), 'place', 2],
  [
    /(?:north|south|east|west)(?:ern)? $|(?<!\p{L})(?:central|upper|lower) $|borders? (?:of|with) (?:the )?$/u,
    'place',
    2,
  ],
  [/(?<!\p{L})(?:born|arrived|based|lives?|lived|living|residents?|buried) (?:in|at|of) $/u, 'place', 2],
  [
    /(?:travel+ed|flew|fled|moved|returned|went|sailed|drove|deported|extradited|invade|infiltrate|sent) (?:back )?(?:in)?to $/u,
    'place',
    1.5,
  ],
  [
    /(?<!\p{L})(?:outside|bordering|fall of|left|route (?:from|to)|road to|way to|streets of|north of|south of|east of|west of) $/u,
    'place',
    1,
  ],
  [
    /(?<!\p{L})(?:mayor|master|governor|king|queen|bishop|emir|people|inhabitants|streets|centre|center|outskirts|battle|siege|coast|port|government|university) of $/iu,
    'place',
    1,
  ],
  // A language.
  [/(?:read|written|wrote|spoken|speaks?|speaking|sung|published|translated|songs?|books?) in(?:to)? $/u, 'place', -2],
  [/(?<!\p{L})(?:in|near|from|across|around) $/iu, 'place', 0.6],
  [/(?<!\p{L})(?:at|to|into) $/iu, 'place', 0.4],
  [
    /(?:founded|led|written|owned|signed|headed|directed|edited|taken|run|painted|killed|accompanied) by $|^By $/u,
    'person',
    1,
  ],
  [
    /(?<!\p{L})(?:club|charity|firm|shares of|airline|band|bank|magazine|broadcaster|association|organi[sz]ation) $/iu,
    'organisation',
    1.5,
  ],
  [/(?:Secretary|Minister) (?:of|for) (?:\p{Lu}\p{L}+ (?:and )?){1,3}$/u, 'person', 2],
  [RegExp(`(?<!\\p{L})(?:${ROLES})(?: (?:is|was))?,? $`, 'u'), 'person', 1.5],
  [/(?<!\p{L})(?:named|alias|aka|nicknamed|married|real name is|whose name is) [“"'‘]?$/u, 'person', 2],
  [/(?<!\p{L})(?:members?|ranks|branch|wing|veterans|leaders?|head|supporters) of (?:the )?$/u, 'organisation', 1.5],
  [
    /(?<!\p{L})(?:join(?:ed|ing|s)?|called|banned|newspaper|company|agency|group|movement|party|network|militia|website) (?:the )?$/u,
    'organisation',
    1.5,
  ],
  [/(?<!\p{L})(?:told|against|alongside|by|between|with) the $/u, 'organisation', 1],
  [/(?<!\p{L})(?:told|according to) $/iu, 'organisation', 0.4],
];
/** A place by "in" or "near" alone, if no word comes behind that it could only be part of. */
const WHERE = /(?<!\p{L})(?:in|near) $/iu;
const CLAUSE_ENDS =
  /^(?:[.,;)]|$| (?:on|and|in|for|to|after|before|with|where|when|by|at|as|who|that|were|was|had|has|have|say|said|will|during|since|until)(?!\p{L}))/u;
const LANGUAGE = /(?:ish|ian|ese|ic|ism|ity|ing)$/u;
/** What stands right behind a name, and for what it speaks. */
const AFTER: readonly Cue[] = [
  [RegExp(`^ (?:${KINDS})(?!\\p{L})`, 'u'), 'place', 2],
  [
    /^ (?:members?|militants?|fighters?|movement|group|party|branch|militia|battalion|troops|soldiers|rebels|insurgents|veterans)(?!\p{L})/u,
    'organisation',
    1.5,
  ],
  [
    /^ (?:news (?:agency|site|service)|newspaper|magazine|network|channel|website|company)(?!\p{L})/u,
    'organisation',
    2,
  ],
  [
    /^['’]?s? (?:leaders(?:hip)?|commanders?|spokes(?:man|woman|person)|rulers|officials?|ranks|regime|offensives?|employees|website|recruits)(?!\p{L})/u,
    'organisation',
    1,
  ],
  [/^, (?:\d\d,|who(?: |,)|whose )/u, 'person', 2],
  [RegExp(`^, (?:an? |the |his |her |then )?(?:[\\p{L}\\p{N}’'-]+ ){0,3}?(?:${ROLES})(?!\\p{L})`, 'u'), 'person', 2],
  [RegExp(`^, (?:an?|the) (?:[\\p{L}’'-]+ ){0,3}?(?:${KINDS})(?!\\p{L})`, 'u'), 'place', 2],
  [
    /^, (?:an?|the) (?:[\p{L}’'-]+ ){0,3}?(?:newspaper|company|group|party|agency|firm|magazine|charity|bank|website|organi[sz]ation|movement|network|broadcaster)(?!\p{L})/u,
    'organisation',
    2,
  ],
  [
    /^,? (?:was|were) (?:born|arrested|married|sentenced|appointed|buried|wounded)|^[,;]? (?:also )?(?:known as|nicknamed)|^ \((?:aka|also known as)/u,
    'person',
    1,
  ],
];
const SAYS = RegExp(`^(?: (?:also|then|later|has|had|reportedly))? (?:${SPEECH}|was|died|married)(?!\\p{L})`, 'u');
const SAID_BY = RegExp(`(?:${SPEECH}) $`, 'u');
/** "the X captured …": nobody, and hardly a place, is named so. */
const ACTS =
  /^ (?:also |reportedly |has |have |had )*(?:sa(?:id|ys)|captured|seized|announced|claimed|took|controls?|declared?s?|put|offered|returned|denied|wants?|launched|attacked|met|convened)(?!\p{L})/u;

/** "districts are", "villages of": all names of the list are of this type. */
const LISTS: readonly Cue[] = [
  [
    /(?:districts|provinces|villages|cities|towns|regions|countries|islands|valleys|states|rivers)(?:,)?(?: of| are| were| like| such as| including|:)? (?:the )?$/u,
    'place',
    2,
  ],
  [
    /(?<!\p{L})(?:groups|organi[sz]ations|parties|agencies|companies|newspapers|movements)(?:,)?(?: of| are| like| such as| including|:)? (?:the )?$/u,
    'organisation',
    1.5,
  ],
  [
    /(?<!\p{L})(?:brothers|sons|daughters|sisters|colleagues|names)(?:,)?(?: are| were| like| including|:)? $/u,
    'person',
    2,
  ],
];
const LIST_END: readonly Cue[] = [
  [/^ (?:districts|provinces|villages|cities|towns|regions|countries|islands|valleys|rivers)(?!\p{L})/u, 'place', 2],
  [/^ (?:groups|parties|militias|companies)(?!\p{L})/u, 'organisation', 1.5],
];

function count(cues: readonly Cue[], beside: string, votes: Votes): Votes {
  for (const [words, type, points] of cues) if (words.test(beside)) votes[type] = (votes[type] ?? 0) + points;
  return votes;
}

/** What the small word before the first name of a list says of all of them: "from A, B and C". */
export const placeByLink = (before: string): Votes => {
  const { place } = count(BEFORE, before, {});
  return place === undefined ? {} : { place };
};

/** What a whole list of names is said to be by the words before and behind it. */
export const votesForList = (before: string, after: string): Votes => count(LIST_END, after, count(LISTS, before, {}));

/** What the words beside one mention say of its name; `isPlain`: it ends in a word of every day. */
export function votesBeside(before: string, after: string, name: readonly string[], isPlain: boolean): Votes {
  const words = name.length;
  const votes = count(AFTER, after, count(BEFORE, before, {}));
  const add = (type: FoundType, points: number) => (votes[type] = (votes[type] ?? 0) + points);
  const definite = /(?<!\p{L})the $/iu.test(before);
  if (definite && words < 4 && ACTS.test(after)) add('organisation', 1);
  if (!definite && !isPlain && (SAYS.test(after) || SAID_BY.test(before)))
    add('person', words > 1 && words < 4 ? 2 : 0.6);
  if (!isPlain && words < 3 && WHERE.test(before) && CLAUSE_ENDS.test(after) && !LANGUAGE.test(name.at(-1)!))
    add('place', 0.4);
  return votes;
}

/** What the words of a name say by themselves; `isForename` of the first of them. */
export function votesInside(words: readonly string[], isForename: boolean): Votes {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const link = words.findIndex((word) => /^(?:of|for|on)$/.test(word));
  const head = link > 0 ? words[link - 1]! : last;
  if (words.length === 1) return {};
  // The Eastern Front is no body, and the West Bank no bank.
  if (COMPASS.test(first) && /^(?:Bank|Front|Coast|Shore)$/.test(last)) return { place: 2 };
  if (BODY.test(head) || BODY_FIRST.test(first)) return { organisation: 4 };
  if (PLACE_LAST.test(head) || PLACE_FIRST.test(first)) return { place: 4 };
  if (PLACE_OR_SURNAME.test(last)) return isForename ? { person: 3 } : { place: 1.5 };
  if (COMPASS.test(first) && words.length === 2) return { place: 1.2 };
  if (/\p{L}-[ei](?: |-|$)/u.test(words.join(' '))) return {};
  const surname = /(?:ov|ova|ev|eva|yev|zod[ae]|zad[ae]|ullah|uddin|yan|vich|enko|shvili|oglu|bekov|jon)$/u.test(last);
  return words.length < 5 && link < 0 && (isForename || surname) ? { person: isForename ? 2 : 1.2 } : {};
}

/** What capitals that stand for words are taken for. */
export const votesForShort = (short: string): Votes => (COUNTRIES.test(short) ? { place: 3 } : { organisation: 1.2 });

export const takesMore = (word: string): boolean => LINKS.test(word);
export const isOffice = (word: string): boolean => OFFICE.test(word);
