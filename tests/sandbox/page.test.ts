import { describe, expect, test } from 'vitest'
import { chromiumPath, NO_CHROMIUM, openPage } from '../support/browser.ts'
import { aState, chart, modal, option, ownTs, plain, standingsTs } from './shown.ts'
import { type StubSlack, startStubSlack } from './stub-slack.ts'

const hasBrowser = chromiumPath() !== undefined
if (!hasBrowser) console.warn(`tests/sandbox/page.test.ts: ${NO_CHROMIUM}`)

/** The page on a stub, acting as Ana in #sales-emea unless told otherwise. */
async function open(state = aState(), search = '?user=U1&at=C1', size?: { width: number; height: number }) {
  const slack = await startStubSlack(state)
  const window = await openPage(`${slack.url}/${search}`, size)
  const { page } = window
  await expect.poll(() => slack.listeners()).toBe(1)
  await page.getByTestId('user-switcher').waitFor({ state: 'attached' })
  return {
    slack,
    page,
    faults: window.faults,
    action: (id: string) => page.getByTestId(`action-${id}`),
    async [Symbol.asyncDispose]() {
      await window[Symbol.asyncDispose]()
      await slack[Symbol.asyncDispose]()
    },
  }
}

const posted = (slack: StubSlack, action: string) =>
  slack.posted.filter((one) => one.action === action).map(({ body }) => body)

/** The newest state an element was filled with, the way a server would know it. */
const filled = (slack: StubSlack, block: string) =>
  posted(slack, 'fill')
    .filter(({ block_id }) => block_id === block)
    .at(-1)?.state

const untilPosted = (slack: StubSlack, action: string, body: object) =>
  expect.poll(() => posted(slack, action).at(-1)).toMatchObject(body)

describe.skipIf(!hasBrowser)('the page of the local Slack', { timeout: 30_000 }, () => {
  test('draws every block without a fault', async () => {
    await using it = await open()
    const message = it.page.getByTestId(`message-${standingsTs}`)
    await message.getByRole('heading', { name: 'Weekly standings 🏆' }).waitFor()
    const shown = await message.innerText()
    for (const words of [
      'Markdown',
      'Standings, week of 16 November',
      'Close rate',
      'Call every trial *twice*',
    ]) {
      expect(shown).toContain(words)
    }
    expect(
      await message.getByRole('img', { name: /line chart|bar chart|area chart|Pie chart/ }).count(),
    ).toBe(4)
    expect(await message.getByRole('img', { name: 'A dot' }).count()).toBe(1)
    expect(it.faults).toEqual([])
  })

  test('writes mrkdwn as Slack does, dates for the reader, and never as markup', async () => {
    await using it = await open()
    const words = it.page.getByTestId('block-words')
    expect(await words.locator('strong').innerText()).toBe('bold')
    expect(await words.innerText()).toContain('@Ben Carter #sales-emea <b> 🎉 — due today at 10:00 AM')
    expect(await words.locator('pre').innerText()).toBe('pre *formatted*')
    await it.page.goto(`${it.slack.url}/?user=U3&at=C1`)
    await expect.poll(() => words.innerText()).toContain('due 今天 at 下午5:00')
  })

  test('a data table is paged and sorted by the reader', async () => {
    await using it = await open()
    const table = it.page.getByTestId('block-standings')
    await table.getByRole('button', { name: 'Next page' }).click()
    expect(await table.innerText()).toContain('6–7 of 7')
    await table.getByRole('button', { name: /Pace/ }).click()
    expect(await table.getByRole('rowheader').first().innerText()).toBe('Gus Lind')
    await table.getByRole('button', { name: /Pace/ }).click()
    expect(await table.getByRole('rowheader').first().innerText()).toBe('Ana Weber')
    expect(await table.getByRole('columnheader', { name: /Pace/ }).getAttribute('aria-sort')).toBe(
      'descending',
    )
  })

  test('a chart shows its numbers as a table to those who ask', async () => {
    const message = { channel: 'C2', ts: '1.1', user: 'UBOT', text: 'Chart', blocks: [chart('bar')] }
    await using it = await open(aState({ messages: [message] }), '?user=U1&at=C2')
    await it.page.getByText('Show as table').click()
    expect(await it.page.getByRole('row', { name: '9 Nov' }).innerText()).toMatch(/38\s+30\s+18/)
  })

  test('clicks carry where they were made and what was chosen', async () => {
    await using it = await open()
    const at = { in: 'message', channel: 'C1', ts: standingsTs }
    await it.action('checkin').click()
    await untilPosted(it.slack, 'click', { user: 'U1', at, block_id: 'deeds', action_id: 'checkin' })
    await it.action('snooze').click()
    await it.page.getByRole('option', { name: 'One day' }).click()
    const day = option('1d', 'One day')
    await untilPosted(it.slack, 'click', { action_id: 'snooze', state: { selected_option: day } })
    await it.action('more').click()
    await it.page.getByRole('menuitem', { name: 'Edit' }).click()
    await untilPosted(it.slack, 'click', {
      action_id: 'more',
      state: { selected_option: option('edit', 'Edit') },
    })
  })

  test('a button with a confirm asks first', async () => {
    await using it = await open()
    await it.action('retire').click()
    await it.page.getByTestId('confirm').getByRole('button', { name: 'Keep' }).click()
    expect(posted(it.slack, 'click')).toEqual([])
    await it.action('retire').click()
    await it.page.getByTestId('confirm').getByRole('button', { name: 'Retire' }).click()
    await untilPosted(it.slack, 'click', { action_id: 'retire' })
  })

  test('every element of a form is filled and told before the submit', async () => {
    await using it = await open(aState({ modals: [modal] }))
    const { page, slack, action } = it
    const choose = async (id: string, name: string) => {
      await action(id).click()
      await page.getByRole('option', { name }).click()
    }
    slack.answer = ({ action: name }) =>
      name === 'lookup' ? { ok: true, options: [option('G-3', 'Grow EMEA')] } : { ok: true }
    await action('title').fill('Close rate to 32 %')
    await action('why').fill('Because')
    await action('target').fill('32')
    await choose('measure', 'Close rate')
    await choose('tags', 'Alpha')
    await page.getByRole('option', { name: 'Gamma' }).click()
    await page.keyboard.press('Escape')
    await choose('owner', 'Ben Carter')
    await choose('partners', '陳怡君')
    await choose('where', '#leads')
    await choose('rooms', '#sales-emea')
    await action('parent').fill('gro')
    await page.getByRole('option', { name: 'Grow EMEA' }).click()
    await action('due').fill('2027-01-31')
    await action('at').fill('09:30')
    await action('moment').fill('2026-11-24T09:00')
    await page.getByLabel('Every month').check()
    await page.getByLabel('Private').check()
    await action('mail').fill('ana@example.com')
    await action('link').fill('https://example.com')
    await page.getByTestId('modal-submit').click()
    await untilPosted(slack, 'submit', { view_id: 'V1' })

    expect(slack.posted.at(-1)?.action).toBe('submit')
    expect(posted(slack, 'lookup').at(-1)).toMatchObject({
      typed: 'gro',
      block_id: 'parent',
      action_id: 'parent',
    })
    expect(filled(slack, 'title')).toEqual({ value: 'Close rate to 32 %' })
    expect(filled(slack, 'why')).toEqual({ value: 'Because' })
    expect(filled(slack, 'target')).toEqual({ value: '32' })
    expect(filled(slack, 'measure')).toEqual({ selected_option: option('win', 'Close rate') })
    expect(filled(slack, 'tags')).toEqual({ selected_options: [option('a', 'Alpha'), option('c', 'Gamma')] })
    expect(filled(slack, 'owner')).toEqual({ selected_user: 'U2' })
    expect(filled(slack, 'partners')).toEqual({ selected_users: ['U3'] })
    expect(filled(slack, 'where')).toEqual({ selected_conversation: 'C2' })
    expect(filled(slack, 'rooms')).toEqual({ selected_channels: ['C1'] })
    expect(filled(slack, 'parent')).toEqual({ selected_option: option('G-3', 'Grow EMEA') })
    expect(filled(slack, 'due')).toEqual({ selected_date: '2027-01-31' })
    expect(filled(slack, 'at')).toEqual({ selected_time: '09:30' })
    // 09:00 in Berlin is 08:00 UTC.
    expect(filled(slack, 'moment')).toEqual({ selected_date_time: 1_795_507_200 })
    expect(filled(slack, 'cadence')).toEqual({ selected_option: option('monthly', 'Every month') })
    expect(filled(slack, 'flags')).toEqual({ selected_options: [option('private', 'Private')] })
    expect(filled(slack, 'mail')).toEqual({ value: 'ana@example.com' })
    expect(it.faults).toEqual([])
  })

  test('refuses an incomplete form by itself, like Slack, and leads to the first fault', async () => {
    await using it = await open(aState({ modals: [modal] }))
    await it.action('title').fill('A goal')
    await it.action('target').fill('0')
    await it.page.getByTestId('modal-submit').click()
    const target = it.page.getByTestId('block-target')
    await target.getByText('Please enter a number of at least 1.').waitFor()
    expect(await it.page.getByTestId('block-measure').innerText()).toContain(
      'Please complete this required field.',
    )
    expect(await it.action('target').evaluate((box) => box.matches(':focus'))).toBe(true)
    expect(posted(it.slack, 'submit')).toEqual([])
  })

  test("shows the app's errors under their fields and keeps what was typed over an update", async () => {
    await using it = await open(aState({ modals: [modal] }))
    const title = it.action('title')
    await title.fill('Sell more')
    const errors = { title: 'By how much?' }
    it.slack.tell({ kind: 'view_stack', user: 'U1', modals: [{ ...modal, hash: '2', errors }] })
    await it.page.getByText('By how much?').waitFor()
    expect(await title.inputValue()).toBe('Sell more')
    // The words are there a moment before the field points at them.
    await expect.poll(() => title.getAttribute('aria-describedby')).not.toBeNull()
    const describedBy = await title.getAttribute('aria-describedby')
    expect(await it.page.locator(`[id="${describedBy}"]`).innerText()).toBe('By how much?')
    await title.fill('Sell 20 more')
    await expect.poll(() => it.page.getByText('By how much?').count()).toBe(0)
  })

  test('a slow or lost submit keeps the form and says so', async () => {
    const short = { ...modal, blocks: modal.blocks.slice(0, 2) }
    await using it = await open(aState({ modals: [short] }))
    const answers: ((answer: { ok: false; error: string }) => void)[] = []
    it.slack.answer = ({ action }) =>
      action === 'submit' ? new Promise((resolve) => answers.push(resolve)) : { ok: true }
    await it.action('title').fill('A goal')
    await it.page.getByTestId('modal-submit').click()
    await expect.poll(() => it.page.getByTestId('modal').getAttribute('aria-busy')).toBe('true')
    expect(await it.page.getByTestId('modal-submit').isDisabled()).toBe(true)
    await expect.poll(() => answers.length).toBe(1)
    answers[0]?.({ ok: false, error: 'operation_timeout' })
    await it.page.getByRole('alert').getByText('operation_timeout').waitFor()
    expect(await it.action('title').inputValue()).toBe('A goal')
  })

  test('messages, commands and edits are sent as typed, with names completed', async () => {
    await using it = await open()
    const composer = it.page.getByTestId('composer')
    await composer.fill('1 < 2 @be')
    await it.page.keyboard.press('Enter')
    await it.page.keyboard.type('ok')
    await it.page.keyboard.press('Enter')
    await untilPosted(it.slack, 'post', { user: 'U1', channel: 'C1', text: '1 < 2 @ben ok' })
    await composer.fill('/go')
    await it.page.keyboard.press('Tab')
    expect(await it.page.getByTestId('command-hint').innerText()).toContain('new | list | show G-12 | help')
    await it.page.keyboard.type('list')
    await it.page.keyboard.press('Enter')
    await untilPosted(it.slack, 'command', { channel: 'C1', text: '/goal list' })
    await it.page.getByTestId(`thread-${standingsTs}`).click()
    await it.page.getByTestId('thread-composer').fill('/goal list')
    await it.page.keyboard.press('Enter')
    await it.page.getByTestId('notice').getByText('/goal is not supported in threads').waitFor()
    expect(posted(it.slack, 'command').length).toBe(1)
    const own = it.page.getByTestId(`message-${ownTs}`)
    await own.hover()
    await own.getByRole('button', { name: 'More actions' }).click()
    await it.page.getByRole('menuitem', { name: 'Edit message' }).click()
    await it.page.getByTestId('edit-text').fill('Done')
    await it.page.keyboard.press('Enter')
    await untilPosted(it.slack, 'edit', { channel: 'C1', ts: ownTs, text: 'Done' })
  })

  test('works by keyboard only: reply in a thread, run a shortcut, fill and submit a form', async () => {
    await using it = await open()
    const { page, slack } = it
    await page.getByTestId('composer').focus()
    await page.getByTestId(`message-${standingsTs}`).focus()
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Reply in thread')
    await page.keyboard.press('Enter')
    await page.getByTestId('thread-composer').waitFor()
    await page.keyboard.type('Thanks')
    await page.keyboard.press('Enter')
    await untilPosted(slack, 'post', { text: 'Thanks', thread_ts: standingsTs })
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('thread').count()).toBe(0)

    await page.getByTestId('shortcuts').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await untilPosted(slack, 'shortcut', { callback_id: 'sc.new' })

    const short = { ...modal, blocks: modal.blocks.filter((_, nth) => nth === 1 || nth === 4) }
    slack.tell({ kind: 'view_stack', user: 'U1', modals: [short] })
    await page.getByTestId('modal').waitFor()
    await page.keyboard.type('A goal')
    await page.keyboard.press('Tab')
    await page.keyboard.type('deals')
    await page.keyboard.press('Enter')
    expect(await it.action('measure').inputValue()).toBe('Deals won')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await untilPosted(slack, 'submit', { view_id: 'V1' })
    expect(filled(slack, 'title')).toEqual({ value: 'A goal' })
    await page.keyboard.press('Escape')
    await untilPosted(slack, 'close', { view_id: 'V1' })
  })

  test('text that asks the app on Enter is kept quietly until then', async () => {
    const asking = {
      ...modal,
      blocks: [
        {
          type: 'input',
          block_id: 'draft',
          dispatch_action: true,
          label: plain('Draft'),
          element: { type: 'plain_text_input', action_id: 'draft' },
        },
      ],
    }
    await using it = await open(aState({ modals: [asking] }))
    await it.action('draft').fill('20 deals')
    await untilPosted(it.slack, 'fill', { state: { value: '20 deals' }, is_quiet: true })
    await it.action('draft').press('Enter')
    await expect
      .poll(() => posted(it.slack, 'fill').filter(({ is_quiet }) => is_quiet !== true).length)
      .toBe(1)
    expect(posted(it.slack, 'submit')).toEqual([])
  })

  test('an ephemeral message is marked, and other people never get it', async () => {
    await using it = await open()
    await it.page.getByText('Only visible to you').waitFor()
    const message = { channel: 'C1', ts: '1795424401.1', user: 'UBOT', text: 'For Ben', ephemeral_for: 'U2' }
    it.slack.tell({ kind: 'ephemeral', message })
    it.slack.tell({
      kind: 'message',
      message: { channel: 'C1', ts: '1795424402.1', user: 'U2', text: 'For all' },
    })
    await it.page.getByText('For all').waitFor()
    expect(await it.page.getByText('For Ben').count()).toBe(0)
  })

  test('new messages elsewhere leave an unread mark until they are looked at', async () => {
    await using it = await open()
    const direct = it.page.getByTestId('place-D1')
    it.slack.tell({
      kind: 'message',
      message: { channel: 'D1', ts: '1795424500.1', user: 'UBOT', text: 'Time to check in' },
    })
    await direct.getByText('1 unread').waitFor()
    await direct.click()
    await it.page.getByText('Time to check in').waitFor()
    expect(await direct.getByText('unread').count()).toBe(0)
    expect(it.page.url()).toContain('at=D1')
  })

  test('Home is opened, drawn and clicked', async () => {
    await using it = await open(aState(), '?user=U3&at=home')
    await untilPosted(it.slack, 'open_home', { user: 'U3' })
    await it.action('home-checkin').click()
    await untilPosted(it.slack, 'click', { at: { in: 'view', view_id: 'VH' }, action_id: 'home-checkin' })
  })

  test('the clock is moved, the traffic read, and a reset asked for twice', async () => {
    await using it = await open()
    await it.page.getByTestId('clock-day').click()
    await untilPosted(it.slack, 'advance_clock', { to: 'day' })
    await it.page.getByTestId('traffic-toggle').click()
    await it.page.getByTestId('traffic-1').getByRole('button').click()
    expect(await it.page.getByTestId('traffic-1').innerText()).toContain('"channel": "C1"')
    await it.page.getByTestId('reset').click()
    expect(posted(it.slack, 'reset')).toEqual([])
    await it.page.getByTestId('confirm').getByRole('button', { name: 'Reset' }).click()
    await untilPosted(it.slack, 'reset', {})
  })

  test('what Slack says stays until it is dismissed', async () => {
    await using it = await open()
    const text = 'invalid_blocks: /blocks/3/text must not be empty'
    it.slack.tell({ kind: 'notice', user: 'U2', channel: null, text: 'for Ben' })
    it.slack.tell({ kind: 'notice', user: 'U1', channel: null, text })
    await it.page.getByTestId('notice').getByText(text).waitFor()
    expect(await it.page.getByTestId('notice').count()).toBe(1)
    await it.page.getByRole('button', { name: 'Dismiss' }).click()
    expect(await it.page.getByTestId('notice').count()).toBe(0)
  })

  test('another person is switched to in place', async () => {
    await using it = await open()
    await it.page.getByTestId('user-switcher').click()
    await it.page.getByTestId('user-U2').click()
    await expect.poll(() => it.page.url()).toContain('user=U2&at=C1')
    await it.page.getByTestId('composer').fill('Hello')
    await it.page.keyboard.press('Enter')
    await untilPosted(it.slack, 'post', { user: 'U2', text: 'Hello' })
  })

  test('in a narrow window the sidebar is a drawer', async () => {
    await using it = await open(aState(), '?user=U1&at=C1', { width: 400, height: 800 })
    await it.page.getByTestId('composer').waitFor()
    expect(await it.page.getByTestId('place-C2').isVisible()).toBe(false)
    await it.page.getByRole('button', { name: 'Open the sidebar' }).click()
    await it.page.getByTestId('place-C2').click()
    await it.page.getByRole('main', { name: 'Channel leads' }).waitFor()
    await expect.poll(() => it.page.getByTestId('place-C2').isVisible()).toBe(false)
  })
})
