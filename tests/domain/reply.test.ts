import { describe, expect, test } from 'vitest'
import { interpretReply, type ReplyGoal } from '../../src/domain/reply.ts'
import { aReplyGoal, churn, deals, portal, rate, read, reply, revenue, told } from '../support/replies.ts'

/** 12 of 20 deals, a close rate of 28 % on the way from 25 to 40, and so on: tests/support/replies.ts. */

describe('a number for the only goal', () => {
  test.each([
    ['14', 'deals 14'],
    ['14 deals', 'deals 14'],
    ['13 deal', 'deals 13'],
    ['*14*', 'deals 14'],
    ['“14”', 'deals 14'],
    ['14!', 'deals 14'],
    ['１４', 'deals 14'],
    ['14。', 'deals 14'],
    ['十四件', 'deals 14'],
    ['14 件了', 'deals 14'],
    ['hi team, 14', 'deals 14'],
    ['嗨，14', 'deals 14'],
    ['now 14', 'deals 14'],
    ['at 14', 'deals 14'],
    ['14 now', 'deals 14'],
    ['14 so far', 'deals 14'],
    ['we’re at 14', 'deals 14'],
    ['total: 14', 'deals 14'],
    ['目前14', 'deals 14'],
    ['目前累計 14 件', 'deals 14'],
    ['總共14件', 'deals 14'],
    ['up to 14', 'deals 14'],
    ['now 9', 'deals 9'],
    ['12/20', 'deals 12'],
    ['13 of 20', 'deals 13'],
    ['14 out of 20 deals', 'deals 14'],
    ['14. all in writing', 'deals 14 note(all in writing)'],
    ['１４／２０', 'deals 14'],
    ['12 → 14', 'deals 14'],
    ['from 12 to 14', 'deals 14'],
    ['+3', 'deals +3'],
    ['+3 deals', 'deals +3'],
    ['＋３', 'deals +3'],
    ['-2', 'deals -2'],
    ['−2', 'deals -2'],
    ['up 3', 'deals +3'],
    ['down 3', 'deals -3'],
    ['3 more deals', 'deals +3'],
    ['another 3', 'deals +3'],
    ['closed 2 this week', 'deals +2'],
    ['closed 2, at 14 now', 'deals 14'],
    ['再 3 件', 'deals +3'],
    ['增加了3件', 'deals +3'],
    ['少3件', 'deals -3'],
    ['簽了3件，目前共15件', 'deals 15'],
    ['1) 14', 'deals 14'],
    ['G-12 14', 'deals 14'],
    ['deals: now 14', 'deals 14'],
    ['1) -2', 'deals -2'],
    ['G-12: -2', 'deals -2'],
  ])('%s', (text, expected) => {
    expect(told(text, deals)).toBe(expected)
  })

  test.each([
    ['32%', 'rate 32'],
    ['３２％', 'rate 32'],
    ['32,5 %', 'rate 32.5'],
    ['三成', 'rate 30'],
    ['三成二', 'rate 32'],
    ['百分之三十二', 'rate 32'],
    ['close rate 32%', 'rate 32'],
    ['Close rate: 32 percent', 'rate 32'],
    ['13/40 won', '? unreadable rate [13 | 32.5]'],
    ['6/20', 'rate 30'],
    ['up 2 points', 'rate +2'],
    ['+2', 'rate +2'],
    ['上升2個百分點', 'rate +2'],
    ['升到 32%', 'rate 32'],
    ['28% → 32%', 'rate 32'],
    ['up 2%', '? points-or-relative rate [+2 | 28.56]'],
    ['進度 32%', '? unreadable rate [32]'],
  ])('a rate: %s', (text, expected) => {
    expect(told(text, rate)).toBe(expected)
  })

  test.each([
    ['$61k', 'revenue 61000'],
    ['61,000', 'revenue 61000'],
    ['61k USD', 'revenue 61000'],
    ['6.1萬', 'revenue 61000'],
    ['六萬一千', 'revenue 61000'],
    ['+2k', 'revenue +2000'],
    ['$60k/$100k', 'revenue 60000'],
    ['0.061 Mio', 'revenue 61000'],
    ['61.500', 'revenue 61500'],
    ['61', '? thousands-missing revenue [61000 | 61]'],
    ['€61k', '? currency-mismatch revenue []'],
    ['600k', '? large-jump revenue [600000]'],
  ])('money: %s', (text, expected) => {
    expect(told(text, revenue)).toBe(expected)
  })

  test.each([
    ['5.5', 'response 5.5'],
    ['5h', 'response 5'],
    ['5:30', 'response 5.5'],
    ['5h30', 'response 5.5'],
    ['330 min', 'response 5.5'],
    ['5 小時', 'response 5'],
    ['2 days', '? unit-mismatch response []'],
    ['50%', '? unit-mismatch response []'],
    ['-1', 'response -1'],
  ])('time: %s', (text, expected) => {
    expect(told(text, reply)).toBe(expected)
  })

  test.each([
    ['down 3', churn, 'churn -3'],
    ['up 3', churn, 'churn +3'],
    ['down 3', rate, 'rate -3'],
    ['up 3', rate, 'rate +3'],
    ['down to 30%', churn, 'churn 30'],
    ['降到 30%', churn, 'churn 30'],
  ])('the direction words of "%s" follow the number, not what is good', (text, goal, expected) => {
    expect(told(text, goal)).toBe(expected)
  })
})

describe('words for the only goal', () => {
  test.each([
    ['no change', 'deals same'],
    ['No change.', 'deals same'],
    ['same', 'deals same'],
    ['same as last week', 'deals same'],
    ['沒變', 'deals same'],
    ['不變', 'deals same'],
    ['沒有變化', 'deals same'],
    ['跟上週一樣', 'deals same'],
    ['維持不變。', 'deals same'],
    ['no change - waiting for budget', 'deals same blocked(budget)'],
    ['no change, 12', 'deals 12'],
    ['on track', 'deals on-track; ? value-missing deals []'],
    ['we’re on track', 'deals on-track; ? value-missing deals []'],
    ['behind', 'deals at-risk; ? value-missing deals []'],
    ['off track', 'deals off-track; ? value-missing deals []'],
    ['🟢', 'deals on-track; ? value-missing deals []'],
    [':large_yellow_circle: 14', 'deals 14 at-risk'],
    ['🔴 14', 'deals 14 off-track'],
    ['進度正常', 'deals on-track; ? value-missing deals []'],
    ['落後', 'deals at-risk; ? value-missing deals []'],
    ['有風險，目前14件', 'deals 14 at-risk'],
    ['一切順利', 'deals on-track; ? value-missing deals []'],
    ['嚴重落後', 'deals off-track; ? value-missing deals []'],
    ['14, on track', 'deals 14 on-track'],
    ['on track 14', 'deals 14 on-track'],
    ['blocked by legal', 'deals blocked(legal)'],
    ['Blocked: legal', 'deals blocked(legal)'],
    ['stuck on pricing', 'deals blocked(pricing)'],
    ['waiting on 3 signatures', 'deals blocked(3 signatures)'],
    ['blocked by legal, 14 now', 'deals 14 blocked(legal)'],
    ['14 blocked by legal', 'deals 14 blocked(legal)'],
    ['blocked', 'deals blocked(…)'],
    ['卡在法務', 'deals blocked(法務)'],
    ['在等客戶回覆', 'deals blocked(客戶回覆)'],
    ['被法務卡住了', 'deals blocked(法務)'],
    ['unblocked', 'deals note(unblocked)'],
    ['not blocked, 14', 'deals 14 note(not blocked)'],
    ['沒有卡住', 'deals note(沒有卡住)'],
    ['done', '? final-value deals [20 done]'],
    ['完成', '? final-value deals [20 done]'],
    ['14, done', '? final-value deals [14 done]'],
    ['20/20, done', 'deals 20 done'],
  ])('%s', (text, expected) => {
    expect(told(text, deals)).toBe(expected)
  })

  test.each([
    ['done', 'portal done'],
    ['Done!', 'portal done'],
    ['完成了', 'portal done'],
    ['✅', 'portal done'],
    ['portal done', 'portal done'],
    ['on track', 'portal on-track'],
    ['no change', 'portal same'],
    ['done?', '? unreadable portal [done]'],
    ['done - except the docs', '? unreadable portal [done note(except the docs)]'],
    ['done, waiting for sign-off', 'portal blocked(sign-off); ? unreadable portal [done]'],
    ['not done', 'unread'],
    ['almost done', 'unread'],
    ['還沒完成', 'portal same'],
    ['50%', '? unreadable portal []'],
  ])('a deliverable: %s', (text, expected) => {
    expect(told(text, portal)).toBe(expected)
  })

  test('"done" at the target needs no number', () => {
    expect(told('done', aReplyGoal({ lastValue: 20 }))).toBe('deals done')
    expect(told('完成', { ...churn, lastValue: 20 })).toBe('churn done')
  })
})

test.each([
  ['14 - two big ones slipped', 'deals 14 note(two big ones slipped)'],
  ['14 — two big ones slipped', 'deals 14 note(two big ones slipped)'],
  ['14 (two big ones slipped)', 'deals 14 note(two big ones slipped)'],
  ['14\ntwo big ones slipped', 'deals 14 note(two big ones slipped)'],
  ['14, 3 of them big', 'deals 14 note(3 of them big)'],
  ['14, was 12', 'deals 14 note(was 12)'],
  ['14，兩個大單延後', 'deals 14 note(兩個大單延後)'],
  ['14，老客戶續約了', 'deals 14 note(老客戶續約了)'],
  ['14 - 合約還在談', 'deals 14 note(合約還在談)'],
  ['14 - see https://example.com/9', 'deals 14 note(see https://example.com/9)'],
  ['14 - thanks to <@U123>', 'deals 14 note(thanks to <@U123>)'],
])('what follows the number is kept as a note: %s', (text, expected) => {
  expect(told(text, deals)).toBe(expected)
})

describe('several goals', () => {
  const all = [deals, rate, portal, revenue, churn]

  test.each([
    ['1) 14 2) 32%', 'deals 14; rate 32'],
    ['1) 32% 2) no change', 'rate same; ? percent-of-target deals [6]'],
    ['1: 14, 2: 32%', 'deals 14; rate 32'],
    ['1. 14\n2. 32%', 'deals 14; rate 32'],
    ['(1) 14 (2) 32%', 'deals 14; rate 32'],
    ['1）14 2）沒變', 'deals 14; rate same'],
    ['1：14；2：32%', 'deals 14; rate 32'],
    ['①14 ②32%', 'deals 14; rate 32'],
    ['1️⃣ 14 2️⃣ 32%', 'deals 14; rate 32'],
    ['1、14\n2、沒變\n3、完成', 'deals 14; rate same; portal done'],
    [
      '1) +2 - big one\n2) 32%, at risk\n3) blocked by design',
      'deals +2 note(big one); rate 32 at-risk; portal blocked(design)',
    ],
    ['1) -2 2) -1', 'deals -2; rate -1'],
    ['close rate 32%, deals 14', 'rate 32; deals 14'],
    ['deals 14 and close rate 32%', 'deals 14; rate 32'],
    ['deals: no change; close rate: 32%', 'deals same; rate 32'],
    ['deals +2, revenue $61k', 'deals +2; revenue 61000'],
    ['churn down 3', 'churn -3'],
    ['G-12 14, G-13 32%', 'deals 14; rate 32'],
    ['G-12: 14; g13: 32; G-14: done', 'deals 14; rate 32; portal done'],
    ['close rate 32%\ntwo big ones slipped', 'rate 32 note(two big ones slipped)'],
    ['14 deals', 'deals 14'],
    ['$61k', 'revenue 61000'],
    ['both no change', 'deals same; rate same; portal same; revenue same; churn same'],
    ['都沒變', 'deals same; rate same; portal same; revenue same; churn same'],
    ['14', '? which-goal [deals 14]'],
    ['32%', '? which-goal [rate 32 | churn 32]'],
    ['14 and 32%', '? which-goal []'],
    ['done', '? which-goal [portal done]'],
    [
      'blocked by legal',
      '? which-goal [deals blocked(legal) | rate blocked(legal) | portal blocked(legal) | revenue blocked(legal) | churn blocked(legal)]',
    ],
    ['9) 14', '? which-goal []'],
    ['G-99 14', '? which-goal []'],
    ['demos 14', '? which-goal [deals 14]'],
    ['1) 14 1) 15', '? unreadable deals [14 | 15]'],
    ['1) 14 2) skip', 'deals 14; unread(2) skip)'],
    ['1) 14 2) hm', 'deals 14; ? unreadable rate []'],
    ['all done', '? which-goal []'],
    ['thanks a lot', 'unread'],
  ])('%s', (text, expected) => {
    expect(told(text, ...all)).toBe(expected)
  })

  test('names in Chinese are found in the title', () => {
    const close = { ...rate, title: '成交率提升到 40%' }
    const signed = aReplyGoal({ title: '簽下 20 件合約', unit: { kind: 'count', noun: '件' } })
    expect(told('成交率 32%，合約 14 件', signed, close)).toBe('rate 32; deals 14')
    expect(told('成交率目前32%', signed, close)).toBe('rate 32')
    expect(told('成交率：沒變', signed, close)).toBe('rate same')
  })

  test('a name that fits two goals is asked back', () => {
    const lost = { ...churn, id: rate.id, title: 'Reduce revenue churn', measure: 'revenue-churn' as const }
    expect(told('churn 33%', churn, lost)).toBe('? which-goal [churn 33 | rate 33]')
  })
})

describe('a sentence tells its number in passing', () => {
  test.each([
    ['3 this week', 'deals +3'],
    ['13 today', 'deals 13 note(13 today)'],
    ['14, sorry 15', 'deals 15'],
    [
      'checked the sheet and we are at 14 after the audit',
      'deals 14 note(checked the sheet and we are at 14 after the audit)',
    ],
    ['room 214 took ages, 14 deals', 'deals 14 note(room 214 took ages, 14 deals)'],
    ['14 deals, hoping for 17 by Friday', 'deals 14 note(hoping for 17 by Friday)'],
    ['as of 12/10 it’s 14', 'deals 14'],
    ['今天10/3，14件', 'deals 14'],
  ])('of deals that stand at 12: %s', (text, answer) => {
    expect(told(text, deals)).toBe(answer)
  })

  test.each([
    '3 new, 1 lost',
    '2 new, 1 cancelled',
    '3 more but one cancelled',
    'one more and one fell through',
    '14 but 2 of them cancelled',
    '14 people called in sick',
    'everything unchanged, except 14 deals',
    '14, I think',
    '14 if the lawyers agree',
  ])('and whatever takes from it is asked back: %s', (text) => {
    const reading = read(text, deals)
    expect(reading.kind === 'answers' ? reading.answers : []).toEqual([])
  })

  test.each(['lost 5 since January', 'down 5 since the start', 'already down 5', '已經瘦了5公斤'])(
    'what fell since long ago is no change since the last time: %s',
    (text) => {
      const weight = aReplyGoal({
        kind: 'reach',
        direction: 'down',
        baseline: 92,
        target: 82,
        lastValue: 88,
        unit: { kind: 'count', noun: 'kg' },
      })
      const reading = read(text, weight)
      expect(reading.kind === 'answers' ? reading.answers : []).toEqual([])
    },
  )
})

test('more than five usual steps are confirmed, five are not', () => {
  const steady = aReplyGoal({ target: 200, lastValue: 30, usualStep: 2 })
  expect(told('40', steady)).toBe('deals 40')
  expect(told('41', steady)).toBe('? large-jump deals [41]')
  expect(told('41', aReplyGoal({ target: 200, lastValue: 30 }))).toBe('deals 41')
})

describe('a number among words that nobody could have foreseen', () => {
  const volunteers = aReplyGoal({
    title: 'Recruit 40 volunteers',
    unit: { kind: 'count', noun: 'volunteers' },
    target: 40,
    lastValue: 26,
  })
  const helpers = aReplyGoal({
    title: '招募40位志工',
    unit: { kind: 'count', noun: '位' },
    target: 40,
    lastValue: 26,
  })
  const numbersIn = (text: string, goal: ReplyGoal) => {
    const reading = read(text, goal)
    return reading.kind === 'answers'
      ? reading.answers.map(({ value, delta }) => value ?? delta)
      : reading.kind
  }

  test.each([
    '28 according to the sheet',
    'the dashboard says 28',
    'Maria counted 28',
    'crept up to 28',
    'sitting on 28',
    '28 w the two new ones',
    '28 tbh, slow week',
    '28 recruited',
    '28 ppl',
    '28 as of this noon w 2 storms',
    'we finally hit 28, the printer broke again',
    '28, Priya came on monday',
  ])('is the value: %s', (text) => {
    expect(numbersIn(text, volunteers)).toEqual([28])
  })

  test.each([
    '28位 累',
    '28惹',
    '28位ㄎㄎ',
    '剛算28位',
    '系統顯示28',
    '點完28位',
    '到昨天為止28位',
    '現在28 車子6台',
  ])('is the value: %s', (text) => {
    expect(numbersIn(text, helpers)).toEqual([28])
  })

  test.each([
    '28 invited',
    '28 applied, 26 in',
    '28 in review',
    '28 on the waiting list',
    '28 at the other site',
    'boss said 28',
    '28 with 2 volunteers leaving',
    '28 in my list but the office says 31',
    '28 minus 1',
    '28 last week',
  ])('is asked back where it may count something else: %s', (text) => {
    expect(numbersIn(text, volunteers)).toEqual([])
  })

  test.each(['28位邀請', '28位已面試', '邀請28位', '店長說28位', '28場'])(
    'is asked back where it may count something else: %s',
    (text) => {
      expect(numbersIn(text, helpers)).toEqual([])
    },
  )

  test.each(['4樓影印機又壞了', 'the machine in room 204 broke'])(
    'is no number where it names a place: %s',
    (text) => {
      expect(numbersIn(text, text.includes('room') ? volunteers : helpers)).toBe('unread')
    },
  )
})

describe('several goals told loosely', () => {
  const slabs = aReplyGoal({
    title: 'Pour 18 slabs',
    unit: { kind: 'count', noun: 'slabs' },
    target: 18,
    lastValue: 9,
  })
  const snags = aReplyGoal({
    id: rate.id,
    title: 'Open snags down to 10',
    kind: 'reach',
    direction: 'down',
    unit: { kind: 'count', noun: 'snags' },
    baseline: 64,
    target: 10,
    lastValue: 37,
  })
  const permit = { ...portal, title: 'Get the crane permit' }
  const idOf = (text: string) => {
    const reading = read(text, slabs, snags, permit)
    return reading.kind === 'answers'
      ? [reading.answers.map(({ goal, value, isDone }) => [goal, value ?? isDone]), reading.questions.length]
      : reading.kind
  }

  test('each clause is about the goal that it names or whose unit it is in', () => {
    expect(idOf('11 slabs in, 33 snags still open, and we finally got the crane permit')).toEqual([
      [
        [slabs.id, 11],
        [snags.id, 33],
        [permit.id, true],
      ],
      0,
    ])
  })

  test.each(['11, 33', 'the permit got delayed, 11 and 33', 'crane permit sent'])(
    'what fits no goal, or may fit two, writes nothing: %s',
    (text) => {
      const reading = read(text, slabs, snags, permit)
      expect(reading.kind === 'answers' ? reading.answers : []).toEqual([])
    },
  )
})

describe('what is not sure is asked back', () => {
  test.each([
    ['8', '? total-or-added deals [8 | +8]'],
    ['closed 2', '? total-or-added deals [2 | +2]'],
    ['done with 14', '? unreadable deals []'],
    ['完成3件', '? total-or-added deals [3 | +3]'],
    ['closed 3, now 16', '? delta-and-total-disagree deals [16 | +3]'],
    ['70%', '? percent-of-target deals [14]'],
    ['進度 70%', '? percent-of-target deals [14]'],
    ['140', '? large-jump deals [140]'],
    ['-12', '? large-jump deals [-12]'],
    ['-30', '? out-of-range deals []'],
    ['14.5', '? not-whole deals [14 | 15]'],
    ['$14', '? unit-mismatch deals []'],
    ['9/10', '? unreadable deals [9]'],
    ['14 apples', '? unreadable deals [14]'],
    ['14?', '? uncertain deals [14]'],
    ['about 14', '? uncertain deals [14]'],
    ['大約14', '? uncertain deals [14]'],
    ['14件左右', '? uncertain deals [14]'],
    ['至少14件', '? uncertain deals [14]'],
    ['6 to go', 'deals 14'],
    ['還差 6 件', 'deals 14'],
    ['we have 14 deals', 'deals 14'],
    ['14, 15', '? uncertain deals [14 | 15]'],
    ['14\n15', '? uncertain deals [14 | 15]'],
    ['14, make that 15', '? unreadable deals [14 note(make that 15)]'],
    ['no change, 14', '? unreadable deals [14]'],
    ['no chnage', 'deals same'],
    ['will close 5 by Friday', '? forecast-not-value deals []'],
    ['should be 14', '? forecast-not-value deals []'],
    ['I expect 14', '? forecast-not-value deals []'],
    ['14 by Friday', '? unreadable deals [14]'],
    ['14, by Friday', '? unreadable deals [14 note(by Friday)]'],
    ['預計14件', '? forecast-not-value deals []'],
    ['應該有14', '? forecast-not-value deals []'],
    ['下週14件', '? forecast-not-value deals []'],
    ['14 last week', '? unreadable deals [14]'],
    ['lost 3', '? uncertain deals [-3]'],
    ['wait 3 days', '? unreadable deals []'],
    ['edit 15 docs', '? unreadable deals [15]'],
    ['- 14', '? unreadable deals [14]'],
    ['12-14', '? range-midpoint deals [12 | 13 | 14]'],
    ['14+', '? uncertain deals [14]'],
    ['1e3', '? unreadable deals []'],
    ['10²', '? unreadable deals []'],
    ['2026-11-23', '? unreadable deals []'],
    ['9'.repeat(40), '? unreadable deals []'],
    ['on track, about 14', 'deals on-track; ? uncertain deals [14]'],
  ])('%s', (text, expected) => {
    expect(told(text, deals)).toBe(expected)
  })

  test.each([
    ['0.32', '? fraction-or-percent rate [32 | 0.32]'],
    ['150%', '? out-of-range rate []'],
    ['-40', '? out-of-range rate []'],
    ['70', '? large-jump rate [70]'],
    ['leads 32', '? unreadable rate [32]'],
    ['done', '? final-value rate [40 done]'],
  ])('a rate: %s', (text, expected) => {
    expect(told(text, rate)).toBe(expected)
  })

  test('a value that may be below zero cannot be told from a change', () => {
    const growth = { ...rate, measure: 'growth-ytd' as const, baseline: 0, target: 20, lastValue: 5 }
    expect(told('-2', growth)).toBe('? total-or-added rate [-2 | -2]')
    expect(told('now -1%', growth)).toBe('rate -1')
  })

  test('a week of a rhythm has nothing to add to', () => {
    const calls = aReplyGoal({
      kind: 'cadence',
      measure: 'custom-cadence',
      baseline: undefined,
      target: 5,
      lastValue: 4,
    })
    expect(told('7', calls)).toBe('deals 7')
    expect(told('+2', calls)).toBe('? total-or-added deals [2 | +2]')
    expect(told('done', calls)).toBe('? unreadable deals [5]')
  })
})

test.each([
  ['undo', '/undo'],
  ['Undo.', '/undo'],
  ['復原', '/undo'],
  ['help', '/help'],
  ['?', '/help'],
  ['說明', '/help'],
  ['list', '/list'],
  ['我的目標', '/list'],
  ['skip', '/skip'],
  ['跳過', '/skip'],
])('%s is a command, with goals or without', (text, expected) => {
  expect(told(text, deals)).toBe(expected)
  expect(told(text)).toBe(expected)
})

test.each([
  '',
  'great week!',
  'on track?',
  'not on track',
  '等一下',
  '三件事要談',
  '一起吃飯',
  ':tada:',
  'see https://example.com/14',
  '<https://example.com/14|14>',
  '<@U014>',
  '`14`',
  '```\n14\n```',
  '> 14',
  '~14~',
  ':+1:',
  ':100:',
  '💯',
  'blocked by legal until yesterday',
])('"%s" says nothing that could be written', (text) => {
  expect(told(text, deals)).toBe('unread')
})

test('without goals nothing is read but commands', () => {
  expect(told('14')).toBe('unread')
})

test('both languages are read whatever the person has chosen', () => {
  const inChinese = interpretReply('on track, 14', { goals: [deals], language: 'zh-Hant' })
  expect(inChinese).toEqual(read('on track, 14', deals))
})

test.each([
  ['14', 'bare', undefined],
  ['+3', 'signed', undefined],
  ['3 more', 'said-added', 'more'],
  ['now 14', 'said-now', 'now'],
  ['目前14', 'said-now', '目前'],
  ['we are at 14', 'said-now', 'we are at'],
  ['14/20', 'fraction', undefined],
  ['12 → 14', 'from-to', undefined],
  ['6 to go', 'remaining', 'to go'],
  ['還差6', 'remaining', '還差'],
  ['none this week', 'no-change', undefined],
  ['sorry, 13 not 31', 'corrected', undefined],
  ['no change', 'no-change', undefined],
  ['blocked by legal', 'blocked', undefined],
  ['not blocked', 'unblocked', undefined],
  ['at risk', 'status', undefined],
])('the reading says why: %s is %s because of %s', (text, how, words) => {
  const reading = read(text, deals)
  expect(reading.kind === 'answers' && reading.answers[0]?.because).toEqual({ how, words })
})
