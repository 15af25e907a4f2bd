import type { Formats } from '../formats.ts'

export const boardMessages = (format: Formats) => ({
  ...board,
  'digest.title': ({ channel }: { channel: string }) => `For leads of #${channel}: this week`,
  'digest.eased-by': ({ goal, name, reason }: { goal: string; name: string; reason: string }) =>
    `${goal}, by ${name}: ${reason}`,
  'digest.carries': ({ name, points }: { name: string; points: number }) =>
    `${name} carries ${format.number(points)} points this week; up to 6 is fine`,
  'digest.more': ({ count }: { count: number }) => `and ${format.number(count)} more`,
  'receipt-of.title': ({ channel }: { channel: string }) => `Your place in #${channel}`,
  'receipt-of.pace': ({ share, points }: { share: string; points: string }) =>
    `Pace against your own plan: ${share} × 70 = ${points}`,
  'receipt-of.on-time': ({ onTime, of, points }: { onTime: number; of: number; points: string }) =>
    `Answers on time: ${format.number(onTime)} of ${format.number(of)} × 25 = ${points}`,
  'receipt-of.ambition': ({ share, points }: { share: string; points: string }) =>
    `Goals that were a stretch or realistic when they began: ${share} × 5 = ${points}`,
  'receipt-of.sum': ({ score }: { score: number }) => `Together: ${format.number(score)}`,
  'receipt-of.goal': ({ goal, pace }: { goal: string; pace: string }) => `• ${goal}: ${pace}`,
  'receipt-of.answer': ({ score }: { score: number }) =>
    `The smallest step up: answer the next check-in in time. That makes ${format.number(score)}.`,
  'receipt-of.step': ({ goal, value, score }: { goal: string; value: string; score: number }) =>
    `The smallest step up: ${goal} at ${value} today would make ${format.number(score)}.`,
  'week.title': ({ channel }: { channel: string }) => `The week in #${channel}`,
  'week.answered': ({ answered, asked }: { answered: number; asked: number }) =>
    `${format.number(answered)} of ${format.number(asked)} have answered`,
  'week.reached': ({ count }: { count: number }) => `✓ Reached: ${format.number(count)}`,
  'week.blocked': ({ count }: { count: number }) => `■ Blocked: ${format.number(count)}`,
  'week.atRisk': ({ count }: { count: number }) => `◐ At risk: ${format.number(count)}`,
  'week.onTrack': ({ count }: { count: number }) => `● On track: ${format.number(count)}`,
  'week.waiting': ({ count }: { count: number }) =>
    format.plural(count, {
      one: '1 goal waits for a number',
      other: `${format.number(count)} goals wait for a number`,
    }),
  'week.more': ({ count }: { count: number }) => `and ${format.number(count)} more in the thread`,
  'week.away': ({ names, more }: { names: string; more: number }) =>
    more === 0 ? `Away: ${names}` : `Away: ${names} and ${format.number(more)} more`,
  'week.line': ({ goal, owner }: { goal: string; owner: string }) => `${goal} – ${owner}`,
  'week.share': ({ share, plan }: { share: string; plan: string }) => `${share} of the way (plan ${plan})`,
  'week.empty': () => 'No goals are under way here yet.',
  'week.details': ({ count }: { count: number }) =>
    format.plural(count, { one: 'The goal in detail', other: `All ${format.number(count)} goals in detail` }),
  'board.hidden': ({ count }: { count: number }) =>
    format.plural(count, { one: '1 person hidden', other: `${format.number(count)} people hidden` }),
  'board.warming-up': ({ count }: { count: number }) =>
    format.plural(count, { one: '1 person warming up', other: `${format.number(count)} people warming up` }),
  'board.you': ({ score, rank, count }: { score: number; rank: number; count: number }) =>
    `You: ${format.number(score)}, ${ordinal(rank)} of ${format.number(count)}`,
  'board.you-tied': ({ score, rank, count }: { score: number; rank: number; count: number }) =>
    `You: ${format.number(score)}, shared ${ordinal(rank)} of ${format.number(count)}`,
})

const board = {
  'board.title': ({ channel }: { channel: string }) => `Leaderboard of #${channel}`,
  'board.week': ({ date }: { date: string }) => `Week of ${date}`,
  'board.team-pace': ({ share }: { share: string }) => `Team: ${share} of its plan`,
  'board.team-on-time': ({ share }: { share: string }) => `${share} of check-ins on time`,
  'board.score': () => 'Score',
  'board.rank': () => 'Rank',
  'board.name': () => 'Name',
  'board.on-time': () => 'On time',
  'board.on-time-of': ({ onTime, due }: { onTime: number; due: number }) => `${onTime}/${due}`,
  'board.tied': ({ rank }: { rank: number }) => `${rank}=`,
  'digest.blocked': () => 'Blocked',
  'digest.at-risk': () => 'At risk',
  'digest.missed-twice': () => 'No answer to two questions in a row',
  'digest.stale': () => 'No new number for a long time',
  'digest.eased': () => 'Made easier, and not counting yet',
  'digest.overloaded': () => 'Carrying too much',
  'digest.childless': () => 'Long goals without smaller ones or milestones',
  'digest.only-leads': () => 'Only leads get this, once a week and only when there is something to tell.',
  'receipt-of.goals': () => 'What each goal has of its own plan, 1 being just on it and 1.15 the most:',
  'receipt-of.leads': () => 'Nobody is ahead of you.',
  'receipt-of.only-you': () => 'Only you see this. Scores are no evaluation of your work.',
  'board.why': () => 'Why this place?',
  'board.mode.pace': () => 'By pace',
  'board.mode.consistency': () => 'By consistency',
  'board.mode.improved': () => 'Most improved',
  'board.mode.team': () => 'The team',
  'board.range.week': () => 'this week',
  'board.range.month': () => 'four weeks',
  'board.range.quarter': () => 'quarter',
  'board.range.season': () => 'half a year',
  'board.how.consistency': () => 'The share of check-ins that were answered in time, out of 100.',
  'board.how.improved': () => 'Points above one’s own mean of the weeks before; only gains are shown.',
  'board.how.team': () => 'The team’s own totals.',
  'board.how.pace': () =>
    'Everyone is measured against their own plan: pace 70, answers on time 25, ambition 5. Up to 111 when ahead of it.',
  'board.team-only': () => 'With fewer than four people to rank, only the team’s totals are shown.',
  'board.empty': () =>
    'There is nothing to rank yet. A goal counts once it has run for a while, a person after two check-ins and two weeks.',
  'board.you-warming-up': () => 'You are warming up: ranked after two due check-ins and 14 days in the team.',
  'board.you-hidden': () => 'You have left the leaderboard, so you are not ranked.',
  'board.you-no-gain': () =>
    'You are not above your own weeks before, or there are none yet to compare with.',
  'board.you-none': () => 'You have no goal here that counts yet, so you are not ranked.',
}

/** `4th`; English only, so Intl's ordinal rules are asked in English. */
function ordinal(rank: number): string {
  const ends = { one: 'st', two: 'nd', few: 'rd' } as const
  const rule = ordinals.select(rank)
  return `${rank}${rule === 'one' || rule === 'two' || rule === 'few' ? ends[rule] : 'th'}`
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
