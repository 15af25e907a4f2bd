import { expect, test } from 'vitest'
import { slackLimits } from '../../sandbox/limits.ts'
import { createPacing } from '../../sandbox/pacing.ts'

const limits = { ...slackLimits, postsPerSecond: { workspace: 5, channel: 1 } }

/** Which of these posts are let through: [milliseconds, channel]. */
function letThrough(posts: readonly (readonly [number, string])[], given = limits): readonly boolean[] {
  let now = 0
  const pacing = createPacing(given, () => now)
  return posts.map(([at, channel]) => {
    now = at
    return pacing('chat.postMessage', { channel }) === undefined
  })
}

test('a burst into one channel passes, and after it one a second', () => {
  const posts = [0, 1, 2, 3, 4, 1000, 1001, 2000].map((at) => [at, 'C1'] as const)
  expect(letThrough(posts)).toEqual([true, true, true, true, false, true, false, true])
})

test('the workspace as a whole has its own limit, whatever the channels', () => {
  const posts = Array.from({ length: 8 }, (_, nth) => [0, `D${nth}`] as const)
  expect(letThrough(posts).filter(Boolean)).toHaveLength(5)
})

test('at the pace itself nothing is ever refused, and other methods have no limit here', () => {
  const posts = Array.from({ length: 500 }, (_, nth) => [nth * 200, `D${nth}`] as const)
  expect(letThrough(posts).every(Boolean)).toBe(true)
  const pacing = createPacing(limits, () => 0)
  expect(Array.from({ length: 50 }, () => pacing('users.info', {})).every((one) => one === undefined)).toBe(
    true,
  )
})

test('without a limit everything passes', () => {
  const posts = Array.from({ length: 500 }, () => [0, 'C1'] as const)
  expect(letThrough(posts, slackLimits).every(Boolean)).toBe(true)
})
