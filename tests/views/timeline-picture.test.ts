import { describe, expect, test } from 'vitest'
import type { Goal, Step } from '../../src/domain/goal.ts'
import type { Picture } from '../../src/domain/picture.ts'
import { standingOf } from '../../src/domain/progress.ts'
import { svgOf } from '../../src/domain/svg.ts'
import type { TimelineSheet } from '../../src/domain/timeline.ts'
import { type Months, quarterOf } from '../../src/domain/timeline-window.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { pngFile, svgFile } from '../../views/timeline-files.ts'
import { MOST_ROWS, picturePage, timelinePicture } from '../../views/timeline-picture.ts'
import { aGoal, aStep, aTeam, day, goalId, withValue } from '../support/people.ts'
import { drawn } from '../support/timelines.ts'
import { parsedFaults } from './message-rules.ts'
import { hostile, longest } from './sent.ts'

const today = day('2026-05-16')
const steps: readonly Step[] = [
  aStep({ title: '訪談十位客戶', due: day('2026-04-20'), isDone: true }),
  aStep({ title: hostile, due: day('2026-05-10') }),
]

function sheetOf(
  count: number,
  known: Partial<Goal> = {},
  months: Months = quarterOf(today),
  skip = 0,
): TimelineSheet {
  const goals = Array.from({ length: count }, (_, index) => {
    const goal = withValue(aGoal({ id: goalId(`goal-${index}`), number: index + 1, ...known }), 12)
    return { standing: standingOf(goal, today), owner: 'Ana' }
  })
  const of = { kind: 'team', team: aTeam().id } as const
  return {
    ...drawn(goals, months, today, picturePage({ skip, most: 10 })),
    of,
    channelName: 'sales',
    teams: [],
    day: today,
  }
}

const textsOf = ({ shapes }: Picture) => shapes.flatMap((one) => (one.kind === 'text' ? [one.text] : []))

/** As far as a browser would: every mark opened is closed, nothing stands in it that XML forbids. */
function expectWellFormed(svg: string): void {
  const open: string[] = []
  const rest = svg
    .replace(/^<\?xml [^>]*\?>/, '')
    .replace(/<(\/?)([a-z]+)((?: [a-zA-Z0-9:-]+="[^"<]*")*)(\/?)>/g, (_, close, name, __, isEmpty) => {
      if (close === '/') expect(open.pop()).toBe(name)
      else if (isEmpty !== '/') open.push(name)
      return ''
    })
  expect(open).toEqual([])
  expect(rest).not.toMatch(/[<>]|&(?!#\d+;)/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  expect(svg).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u)
}

describe.each([['en', 'en-GB'] as const, ['zh-Hant', 'zh-Hant-TW'] as const])('in %s', (language, locale) => {
  const say = sayIn(language, locale)

  test.each([
    ['none', sheetOf(0)],
    ['one', sheetOf(1, { steps })],
    ['many', sheetOf(100, { steps })],
    ['longest', sheetOf(3, { title: longest.slice(0, 150), steps })],
    ['hostile', sheetOf(3, { title: `${hostile}\uFFFE\u0001<script>alert("1")</script>` })],
    [
      'a year',
      sheetOf(
        3,
        { start: day('2025-01-01'), due: day('2027-01-01') },
        { from: day('2026-01-01'), count: 12 },
      ),
    ],
    ['another year', sheetOf(3, {}, { from: day('2030-01-01'), count: 12 })],
  ])('the picture of %s lies within its frame and is well-formed', (_name, sheet) => {
    const picture = timelinePicture(sheet, say)
    for (const shape of picture.shapes) {
      if (shape.kind === 'line') continue
      const width = shape.kind === 'text' ? shape.most : shape.kind === 'box' ? shape.width : shape.radius
      expect(shape.x).toBeGreaterThanOrEqual(0)
      expect(shape.x + width).toBeLessThanOrEqual(picture.width + 0.01)
      expect(shape.y).toBeLessThanOrEqual(picture.height)
    }
    expectWellFormed(svgOf(picture))
  })
})

const say = sayIn('en', 'en-GB')

test('what people typed is text in it and nothing else', () => {
  const svg = svgOf(timelinePicture(sheetOf(1, { title: '<a href="x">\'&amp;</a>' }), say))
  expect(svg).toContain('G-1 &#60;a href=&#34;x&#34;&#62;&#39;&#38;amp;&#60;/a&#62;')
  expect(svg).not.toContain('<a ')
})

test('it says in words how each goal stands, and which step is late', () => {
  const texts = textsOf(
    timelinePicture(sheetOf(1, { steps, due: day('2026-05-12'), visibility: 'private' }), say),
  )
  expect(texts).toContain('60% · Overdue · due 12 May 2026 · Ana · private')
  expect(texts.join('\n')).toContain('Next: late since 10 May 2026')
  expect(texts).toContain('Today')
})

test('a picture takes so many goals and names the rest; it begins with the page', () => {
  const sheet = sheetOf(100)
  const first = textsOf(timelinePicture(sheet, say))
  expect(first.filter((text) => text.startsWith('G-'))).toHaveLength(MOST_ROWS)
  expect(first).toContain('60 more goals are not in this picture.')
  expect(textsOf(timelinePicture(sheetOf(100, {}, quarterOf(today), 90), say))).toContain(
    'G-91 Sign 20 deals',
  )
  expect(textsOf(timelinePicture(sheetOf(100, {}, quarterOf(today), 5000), say))).toContain(
    'G-100 Sign 20 deals',
  )
})

test('the file names its day', () => {
  const file = svgFile(sheetOf(1), say)
  expect(file).toMatchObject({
    name: 'timeline-2026-05-16.svg',
    title: 'Timeline of #sales: Apr – Jun 2026 · 1 goal',
  })
  expect(new TextDecoder().decode(file.bytes)).toContain('<svg')
})

test('characters without a font are named, a few of them', () => {
  const png = Uint8Array.of(1)
  expect(pngFile(sheetOf(1), { png, missing: [] }, say).comment).toBeUndefined()
  const { comment } = pngFile(sheetOf(1), { png, missing: [...'把<*流失率降到二成'] }, say)
  expect(comment).toContain('no font for 把&lt;∗流失率降到')
  expect(comment).not.toContain('二')
  expect(parsedFaults({ type: 'mrkdwn', text: comment })).toEqual([])
})
