import type { Random } from './random.ts';

/** What the reports of an invented council are about. */
interface Topic {
  readonly title: string;
  /** What there are several of, such as libraries. */
  readonly things: string;
  readonly thing: string;
  readonly users: string;
  readonly portfolio: string;
}

const TOPICS: readonly Topic[] = [
  { title: 'Opening hours of libraries', things: 'libraries', thing: 'library', users: 'readers', portfolio: 'Communities' },
  { title: 'Play areas and their repair', things: 'play areas', thing: 'play area', users: 'families', portfolio: 'Parks' },
  { title: 'Supported bus routes', things: 'bus routes', thing: 'bus route', users: 'passengers', portfolio: 'Transport' },
  { title: 'Household recycling centres', things: 'recycling centres', thing: 'recycling centre', users: 'visitors', portfolio: 'Environment' },
  { title: 'Day centres for older people', things: 'day centres', thing: 'day centre', users: 'older people', portfolio: 'Adult Care' },
  { title: 'Short breaks for disabled children', things: 'short breaks', thing: 'short break', users: 'carers', portfolio: 'Children' },
  { title: 'Footbridges and public paths', things: 'footbridges', thing: 'footbridge', users: 'walkers', portfolio: 'Highways' },
  { title: 'Village halls and their upkeep', things: 'village halls', thing: 'village hall', users: 'hirers', portfolio: 'Communities' },
  { title: 'Moorings in the harbour', things: 'moorings', thing: 'mooring', users: 'boat owners', portfolio: 'Harbours' },
  { title: 'Markets and street trading', things: 'markets', thing: 'market', users: 'traders', portfolio: 'Economy' },
]; // prettier-ignore

const PLACES = [
  'Stanmere',
  'Coldbeck',
  'Aldersby',
  'Hexley Bridge',
  'Upper Risedale',
  'Thornwick',
  'Marrick Road',
  'Eastcott',
  'Weir Street',
  'Long Acre',
  'Priory Lane',
  'Millfield',
  'Canal Side',
  'Beech Grove',
  'Harbour Road',
  'Lower Risedale',
  'Port Ansel',
  'Quarry Hill',
  'Fenwick Green',
  'Abbot Row',
];
const FIRST_NAMES = [
  'Aled', 'Bridget', 'Callum', 'Devika', 'Edmund', 'Farah', 'Gareth', 'Hester', 'Ifeoma', 'Joan', 'Kwame', 'Lorna', 'Marek', 'Nuala', 'Osman', 'Petra',
]; // prettier-ignore
const SURNAMES = [
  'Ashdown',
  'Birtles',
  'Cartmell',
  'Dunmore',
  'Ellwood',
  'Fairclough',
  'Garrick',
  'Harker',
  'Nattrass',
  'Oakshott',
  'Pemberton',
  'Redfern',
  'Stobart',
  'Tarrant',
];
const POSTS = ['Service Manager', 'Head of Service', 'Programme Manager', 'Policy Officer', 'Commissioning Manager'];
const SEASONS = ['the spring', 'the summer', 'the autumn', 'the winter'];
const QUALITIES = [
  'smaller',
  'larger',
  'older',
  'newest',
  'busiest',
  'quietest',
  'remotest',
  'cheapest',
  'most popular',
  'least used',
];
const GROUPS = [
  'residents',
  'volunteers',
  'apprentices',
  'head teachers',
  'parish clerks',
  'nurses',
  'shopkeepers',
  'wardens',
  'pupils',
  'tenants',
];
const PAPERS = [
  'survey',
  'estimate',
  'agreement',
  'register',
  'forecast',
  'programme',
  'inspection',
  'business plan',
  'timetable',
  'handbook',
];
const MONTHS = ['January', 'March', 'May', 'June', 'September', 'October', 'November'];
const CHANGES = [
  'repaired',
  'replaced',
  'opened for longer',
  'let to a local group',
  'made easier to reach',
  'moved to a better site',
  'brought under one contract',
  'fitted with better lighting',
  'shared with a neighbouring parish',
  'surveyed',
  'painted',
  'insulated',
  'closed for a month',
  'advertised more widely',
];
const CAUSES = [
  'more people than expected took part',
  'the price of materials rose',
  'two neighbouring councils did the same',
  'the present agreement comes to an end',
  'the survey was carried out in dry weather',
  'the roof had been put off for years',
  'fewer volunteers came forward',
  'the insurer asked for it',
  'grants from the government ended',
  'the river rose twice last winter',
  'wages went up in April',
  'the machines are older than those who run them',
];
const EFFECTS = [
  'shorter waits at busy times',
  'fewer complaints than in the year before',
  'lower bills for heating and light',
  'a better service on Saturdays',
  'less traffic in the middle of the town',
  'more visits by young families',
  'clearer signs and letters',
  'a telephone that is answered',
  'warmer rooms',
  'safer ways to school',
  'steadier income from hire',
  'fewer repairs at short notice',
  'longer evenings in summer',
  'cleaner water',
  'better bus links',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The words of one report: a topic, its people, and sentences about it. */
export class Wording {
  readonly topic: Topic;
  readonly place: string;

  constructor(private readonly random: Random) {
    this.topic = random.pick(TOPICS);
    this.place = random.pick(PLACES);
  }

  title(): string {
    return `${this.topic.title} ${this.random.pick([`at ${this.place}`, `in ${this.place} and nearby`, 'over the next three years', 'after the first year'])}`;
  }

  person(): string {
    return `${this.random.pick(FIRST_NAMES)} ${this.random.pick(SURNAMES)}`;
  }

  post(): string {
    return `${this.topic.portfolio} ${this.random.pick(POSTS)}`;
  }

  pounds(): string {
    return `£${this.random.between(4, 480)},${String(this.random.between(0, 9))}00`;
  }

  /** A day with its weekday, such as Monday 1 June 2026. */
  day(): string {
    const date = new Date(Date.UTC(2026, this.random.between(0, 7), this.random.between(1, 28)));
    const month = date.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
    return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
  }

  sentence(): string {
    const { random, topic } = this;
    const { things, thing, users } = topic;
    const count = random.between(12, 960);
    switch (random.between(0, 21)) {
      case 0: return `The ${thing} at ${random.pick(PLACES)} was ${random.pick(CHANGES)} in ${random.pick(SEASONS)}, and ${random.pick(EFFECTS)} followed.`;
      case 1: return `About ${count} ${users} answered the questionnaire, most of them on paper.`;
      case 2: return `Officers visited ${random.between(3, 19)} ${things} and spoke with ${users} at each of them.`;
      case 3: return `It is proposed that ${things} in ${random.pick(PLACES)} be ${random.pick(CHANGES)} by the end of ${random.pick(MONTHS)} 2028.`;
      case 4: return `The cost of a ${thing} has risen to ${this.pounds()} a year because ${random.pick(CAUSES)}.`;
      case 5: return `In ${random.pick(MONTHS)} 2026 the number of ${users} was ${count}, which is ${random.between(2, 19)}% more than in the year before.`;
      case 6: return `What ${users} want most is ${random.pick(EFFECTS)}.`;
      case 7: return `A group of ${users} met on ${this.day()} and agreed with most of what is proposed.`;
      case 8: return `Parish councils near ${random.pick(PLACES)} asked whether the ${thing} could be ${random.pick(CHANGES)} sooner.`;
      case 9: return `Where ${random.pick(CAUSES)}, the work takes longer, and ${users} are told by letter.`;
      case 10: return `Two other councils have ${random.pick(CHANGES)} some of their ${things} since 2023, with ${random.pick(EFFECTS)}.`;
      case 11: return `The budget for ${things} holds ${this.pounds()}, and ${this.pounds()} of it is spent by ${random.pick(MONTHS)}.`;
      case 12: return `Nobody would have to travel more than ${random.between(2, 12)} miles to the nearest ${thing}.`;
      case 13: return `The ${random.pick(QUALITIES)} ${things} need ${random.pick(EFFECTS)} first, as the ${random.pick(PAPERS)} of ${random.pick(MONTHS)} 2025 showed.`;
      case 14: return `${capital(random.pick(GROUPS))} from ${random.pick(PLACES)} asked for ${random.pick(EFFECTS)} and offered to help with the ${random.pick(PAPERS)}.`;
      case 15: return `The ${random.pick(PAPERS)} allows for ${random.between(3, 90)} ${random.pick(GROUPS)}, and for ${this.pounds()} of work at ${random.pick(PLACES)}.`;
      case 16: return `Some ${random.pick(GROUPS)} feared that the ${random.pick(QUALITIES)} ${thing} might be ${random.pick(CHANGES)} without a word to them.`;
      case 17: return `Once the ${random.pick(PAPERS)} is agreed, ${random.between(2, 60)} ${things} are to be ${random.pick(CHANGES)}, the ${random.pick(QUALITIES)} ones last.`;
      case 18: return `Between ${random.pick(SEASONS)} and ${random.pick(SEASONS)} of 2026, ${count} hours were given by ${random.pick(GROUPS)} at ${random.pick(PLACES)}.`;
      case 19: return `Prices rose by ${random.between(2, 11)}.${random.between(1, 9)}% for ${users}, although ${random.pick(CAUSES)}.`;
      case 20: return `At ${random.pick(PLACES)} the ${random.pick(PAPERS)} cost ${this.pounds()} less than at ${random.pick(PLACES)}, where ${random.pick(CAUSES)}.`;
      default: return `Staff have been consulted, and ${random.between(51, 93)}% of them support the change.`;
    } // prettier-ignore
  }

  /** Sentences of at least so many words in all. */
  prose(words: number): string {
    let text = this.sentence();
    while (text.split(' ').length < words) text += ` ${this.sentence()}`;
    return text;
  }

  recommendation(body: string): string {
    const { random, topic } = this;
    const what = random.pick([
      `the programme for ${topic.things} in ${random.pick(PLACES)} begin in ${random.pick(MONTHS)} 2028`,
      `${this.pounds()} be released from the ${topic.portfolio} reserve for ${topic.things}`,
      `${topic.things} be ${random.pick(CHANGES)} within a yearly cost of ${this.pounds()}`,
    ]);
    return `That the ${body} ${random.pick(['agrees', 'recommends to Cabinet'])} that ${what}.`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
