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

/** Pictures of every step, for people to look at: `SCREENSHOTS=folder npx vitest run tests/browser`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

const tellings: readonly {
  readonly language: Language
  readonly who: keyof typeof people
  readonly csv: string
}[] = [
  {
    language: 'en',
    who: 'ana',
    csv: 'title;target;due;mood\nCall 40 people;40;31.08.2026;good\nTalk to ten customers;10;30.06.2026;\nNo date;3;;\nWrong;x;31.08.2026;\n',
  },
  {
    language: 'zh-Hant',
    who: 'chen',
    csv: '標題,目標值,期限,心情\n聯絡四十位客戶,40,2026-08-31,好\n拜訪十家店,十,2026-06-30,\n沒有期限,3,,\n看不懂,很多,2026-08-31,\n',
  },
]

describe.skipIf(chromiumPath() === undefined)(
  'in the demo, by clicking and choosing',
  { timeout: 60_000 },
  () => {
    test.each(tellings)(
      'a file is looked at, imported and exported in $language',
      async ({ language, who, csv }) => {
        const say = sayIn(language)
        await using demo = await startDemo({ port: 0, realNow: Date.parse('2026-05-06T12:00Z'), log })
        const dm = demo.slack.dmWith(who)[0]?.channel
        await using window = await openPage(`${demo.url}/?user=${people[who]}&at=${channels.sales}`)
        const { page, faults } = window
        page.setDefaultTimeout(15_000)
        const action = (id: string) => page.getByTestId(`action-${id}`)
        const snap = (name: string) => picture(page, `${language}-import-${name}`)
        const types = async (text: string) => {
          await page.getByTestId('composer').fill(text)
          await page.keyboard.press('Enter')
        }
        await types('/goal import')
        await action('file').setInputFiles({
          name: 'goals.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(csv),
        })
        await page.getByTestId('modal').getByText('Uploaded: 1 kB').waitFor()
        await snap('1-form')
        await page.getByTestId('modal-submit').click()
        await page.getByTestId('modal').waitFor({ state: 'detached' })
        await page.goto(`${demo.url}/?user=${people[who]}&at=${dm}`)
        await page
          .getByText(say['import.goals']({ parts: [say['import.made.would']({ count: 2 })] }))
          .waitFor()
        await snap('2-tried')
        await action('import.run').last().click()
        await page.getByText(say['import.goals']({ parts: [say['import.made.did']({ count: 2 })] })).waitFor()
        await snap('3-done')
        await types('/goal export')
        await action('export.json').last().waitFor()
        await snap('4-offer')
        await action('export.goals').last().click()
        await page.getByText(/goalpost-goals-2026-05-0\d\.csv/).waitFor()
        await snap('5-file')
        expect(faults).toEqual([])
      },
    )
  },
)
