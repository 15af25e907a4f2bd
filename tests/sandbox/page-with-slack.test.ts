import type { App } from '@slack/bolt'
import { describe, expect, test } from 'vitest'
import { buildPage } from '../../sandbox/build-page.ts'
import { dmId } from '../../sandbox/state.ts'
import { channels, people } from '../../sandbox/world.ts'
import { chromiumPath, openPage } from '../support/browser.ts'
import { aSlack, button, clientFor, input, modal, socketBot } from './bots.ts'

/** A small bot: a form by command, an error at its field, a card, a button. */
function goals(app: App): void {
  app.command('/goal', async ({ ack, client, command }) => {
    await ack()
    const kpi = input('kpi', {
      type: 'static_select',
      action_id: 'kpi',
      options: ['Deals', 'Revenue'].map((value) => ({ text: { type: 'plain_text', text: value }, value })),
    })
    const title = input('title', { type: 'plain_text_input', action_id: 'title' })
    const asking = { ...kpi, dispatch_action: true }
    await client.views.open({ trigger_id: command.trigger_id, view: modal(title, asking) })
  })
  app.action('kpi', async ({ ack, body, client, action }) => {
    await ack()
    if (!('view' in body) || body.view === undefined || !('selected_option' in action)) return
    const { blocks } = body.view as { blocks: object[] }
    const told = {
      type: 'context',
      elements: [{ type: 'mrkdwn', text: `Counts *${action.selected_option?.value}*` }],
    }
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view: modal(...blocks, told) })
  })
  app.view('form', async ({ ack, view, client }) => {
    const title = view.state.values.title?.title?.value ?? ''
    if (title.length < 8) return ack({ response_action: 'errors', errors: { title: 'Say a little more' } })
    await ack()
    const blocks = [button('reach', title)]
    await client.chat.postMessage({ channel: channels.sales, text: `New goal: ${title}`, blocks })
  })
  app.action('reach', async ({ ack, respond, action }) => {
    await ack()
    await respond({ replace_original: true, text: `Reached: ${'value' in action ? action.value : ''}` })
  })
}

describe.skipIf(chromiumPath() === undefined)('the page on the local Slack', { timeout: 30_000 }, () => {
  test('a goal is written, mended, posted and reached by clicking and typing', async () => {
    await using slack = await aSlack({ pageFolder: await buildPage() })
    await using _bot = await socketBot(slack, goals, 2)
    await using window = await openPage(`${slack.url}/?user=${people.ana}&at=${channels.sales}`)
    const { page, faults } = window
    const action = (id: string) => page.getByTestId(`action-${id}`)

    await page.getByTestId('composer').fill('/goal new')
    await page.keyboard.press('Enter')
    await action('title').fill('Sell')
    await action('kpi').click()
    await page.getByRole('option', { name: 'Revenue' }).click()
    await page.getByTestId('modal').getByText('Counts Revenue').waitFor()
    expect(await action('title').inputValue()).toBe('Sell')

    await page.getByTestId('modal-submit').click()
    await page.getByText('Say a little more').waitFor()
    await action('title').fill('Close 20 deals')
    await page.getByTestId('modal-submit').click()
    await action('reach').click()
    await page.getByText('Reached: Close 20 deals').waitFor()
    expect(slack.modalsOf('ana')).toEqual([])
    expect(slack.messagesIn('sales')).toMatchObject([{ text: 'Reached: Close 20 deals' }])
    expect(faults).toEqual([])
  })

  test('what Slack refuses is read on the page', async () => {
    await using slack = await aSlack({ pageFolder: await buildPage() })
    await using window = await openPage(`${slack.url}/?user=${people.ben}&at=${channels.sales}`)
    await window.page.getByTestId('composer').fill('/goal new')
    await window.page.keyboard.press('Enter')
    await window.page.getByTestId('notice').getByText('dispatch_failed').waitFor()
  })

  test('a picture that the bot sent is seen, an SVG is saved', async () => {
    await using slack = await aSlack({ pageFolder: await buildPage() })
    const dot =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const bytes = { 'plan.png': Buffer.from(dot, 'base64'), 'plan.svg': Buffer.from('<svg/>') }
    for (const [filename, file] of Object.entries(bytes)) {
      const share = {
        channel_id: dmId(people.ana),
        title: `The plan as ${filename}`,
        initial_comment: 'Here',
      }
      await clientFor(slack).filesUploadV2({ ...share, filename, file })
    }
    await using window = await openPage(`${slack.url}/?user=${people.ana}&at=${dmId(people.ana)}`)
    const { page, faults } = window
    const seen = page.getByRole('img', { name: 'The plan as plan.png' })
    await seen.waitFor()
    expect(await seen.count()).toBe(1)
    expect(await seen.evaluate((one) => 'naturalWidth' in one && one.naturalWidth)).toBe(1)
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'The plan as plan.svg' }).click()
    expect((await saving).suggestedFilename()).toBe('plan.svg')
    expect(faults).toEqual([])
  })
})
