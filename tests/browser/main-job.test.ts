import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startDemo } from '../../sandbox/start-demo.ts'
import { channels, people } from '../../sandbox/world.ts'
import type { Language } from '../../src/domain/types.ts'
import { sayIn } from '../../src/i18n/say.ts'
import { chromiumPath, NO_CHROMIUM, openPage } from '../support/browser.ts'

if (chromiumPath() === undefined) console.warn(NO_CHROMIUM)

const quietly = () => {}
const log = { debug: quietly, info: quietly, warn: quietly, error: console.error }

interface Telling {
  readonly language: Language
  readonly who: keyof typeof people
  readonly title: string
  readonly note: string
}

const tellings: readonly Telling[] = [
  {
    language: 'en',
    who: 'ana',
    title: 'Bring customer churn from 45% to 20%',
    note: 'two renewals came through',
  },
  { language: 'zh-Hant', who: 'chen', title: '把試用客戶的流失率降到 20%', note: '老客戶續約了' },
]

/** Pictures of every step, for people to look at: `SCREENSHOTS=folder npx vitest run tests/browser`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

describe.skipIf(chromiumPath() === undefined)(
  'in the demo, by clicking and typing',
  { timeout: 60_000 },
  () => {
    test.each(tellings)('the main job is done in $language', async ({ language, who, title, note }) => {
      const say = sayIn(language)
      await using demo = await startDemo({ port: 0, realNow: Date.parse('2026-05-06T12:00Z'), log })
      const dm = demo.slack.dmWith(who)[0]?.channel
      await using window = await openPage(`${demo.url}/?user=${people[who]}&at=${channels.sales}`)
      const { page, faults } = window
      page.setDefaultTimeout(15_000)
      const action = (id: string) => page.getByTestId(`action-${id}`)
      const field = (id: string) => action(`goal.typed/${id}`)
      const block = (id: string) => page.getByTestId(`block-${id}`)
      const snap = (name: string) => picture(page, `${language}-${name}`)
      const types = async (text: string) => {
        await page.getByTestId('composer').fill(text)
        await page.keyboard.press('Enter')
      }

      await types('/goal new')
      await action('goal.measure').click()
      await page.getByRole('option', { name: say['kpi.churn.name']() }).first().click()
      await field('unit').waitFor({ state: 'detached' })
      await field('title').fill(title)
      await field('baseline').fill('45%')
      await field('due').fill('2026-08-02')
      await page.getByTestId('modal').getByText(say['coach.letter.M'](), { exact: false }).first().waitFor()
      await field('target').fill('abc')
      await page.getByTestId('modal-submit').click()
      await block('target')
        .getByText(say['refusal.number-unreadable']({ typed: 'abc' }))
        .waitFor()
      await snap('1-form')
      await field('target').fill('20%')
      await page.getByTestId('modal-submit').click()
      await page.getByTestId('modal').waitFor({ state: 'detached' })
      const card = page
        .getByTestId(/^message-/)
        .filter({ hasText: title })
        .last()
      await card.waitFor()
      await snap('2-card')

      await page.getByTestId(`place-${dm}`).click()
      await page
        .getByTestId(/^message-/)
        .filter({ hasText: title })
        .last()
        .waitFor()
      await snap('3-receipt')
      const number = /G-\d+/.exec(
        await page
          .getByTestId(/^message-/)
          .filter({ hasText: title })
          .last()
          .innerText(),
      )?.[0]
      expect(number).toMatch(/^G-\d+$/)

      await page.getByTestId('clock-monday').click()
      const prompt = page
        .getByTestId(/^message-/)
        .filter({ hasText: say['prompt.enter']() })
        .last()
      await prompt.getByText(title).first().waitFor()
      await snap('4-asked')
      await types(`${number} 43% - ${note}`)
      const understood = page
        .getByTestId(/^message-/)
        .filter({ hasText: say['understood.undo']() })
        .last()
      await understood.getByText('43%').waitFor()
      await understood.getByText(note).waitFor()
      expect(await understood.getByText(say['understood.edit']()).count()).toBe(1)
      await snap('5-understood')

      await page.getByTestId(`place-${channels.sales}`).click()
      await types('/goal leaderboard')
      const board = page
        .getByTestId(/^message-/)
        .filter({ hasText: say['board.title']({ channel: 'sales' }) })
        .last()
      await board.getByRole('table').waitFor()
      expect(await board.getByRole('table').locator('tr').count()).toBeGreaterThanOrEqual(4)
      await snap('6-board')

      await page.getByTestId('place-home').click()
      await page.getByTestId('home').getByText(title).first().waitFor()
      await page.getByTestId('home').getByText('▰').first().waitFor()
      await snap('7-home')
      expect(faults).toEqual([])
    })
  },
)

test('the demo begins with eight weeks behind it', async () => {
  await using demo = await startDemo({ port: 0, realNow: Date.parse('2026-05-06T12:00Z'), log })
  const prompts = demo.slack.dmWith('ana').filter(({ user }) => user === people.goalpost)
  expect(prompts.length).toBeGreaterThanOrEqual(16)
  const boards = demo.slack.messagesIn('sales').filter(({ text }) => text?.includes('The week in'))
  expect(boards.length).toBeGreaterThanOrEqual(7)
  expect(demo.slack.notices()).toEqual([])
})
