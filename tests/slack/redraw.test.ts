import { expect, test } from 'vitest'
import { SlackLimited, SlackRefused } from '../../src/slack/calls.ts'
import { redrawing } from '../../src/slack/redraw.ts'
import type { ModalView } from '../../views/message.ts'

const view = (text: string, typed = ''): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Goal' },
  blocks: [
    { type: 'section', text: { type: 'plain_text', text } },
    {
      type: 'input',
      block_id: 'title',
      label: { type: 'plain_text', text: 'Title' },
      element: { type: 'plain_text_input', action_id: 'title', initial_value: typed },
    },
  ],
})

/** A Slack that answers when it is told to. */
function slowSlack() {
  const drawn: { text: string; hash: string | undefined }[] = []
  const waiting: (() => void)[] = []
  return {
    drawn,
    answer: () => waiting.shift()?.(),
    async updateModal(_: string, hash: string | undefined, { blocks }: ModalView) {
      drawn.push({ text: /"text":"(\w+)"/.exec(JSON.stringify(blocks[0]))?.[1] ?? '', hash })
      await new Promise<void>((resolve) => waiting.push(resolve))
    },
  }
}

test('while one drawing is on its way only the newest state waits, and it is drawn', async () => {
  const slack = slowSlack()
  const { redraw } = redrawing()
  const first = redraw(slack, 'V1', '1.1', view('one'))
  const rest = [redraw(slack, 'V1', '1.2', view('two')), redraw(slack, 'V1', '1.3', view('three'))]
  slack.answer()
  await Promise.resolve()
  await Promise.resolve()
  await new Promise((resolve) => setImmediate(resolve))
  slack.answer()
  await Promise.all([first, ...rest])
  expect(slack.drawn).toEqual([
    { text: 'one', hash: undefined },
    { text: 'three', hash: undefined },
  ])
})

test('what was pressed earlier never overwrites what was pressed later', async () => {
  const drawn: string[] = []
  const slack = {
    updateModal: async (_: string, __: unknown, { blocks }: ModalView) =>
      void drawn.push(JSON.stringify(blocks[0])),
  }
  const { redraw } = redrawing()
  await redraw(slack, 'V1', '9.2', view('later'))
  await redraw(slack, 'V1', '9.1', view('earlier'))
  await redraw(slack, 'V2', '9.1', view('another window'))
  expect(drawn).toHaveLength(2)
  expect(drawn.join()).not.toContain('earlier')
})

test('what would look the same is not sent: a field keeps what was typed', async () => {
  let calls = 0
  const slack = {
    updateModal: async () => {
      calls += 1
    },
  }
  const { redraw } = redrawing()
  await redraw(slack, 'V1', '1', view('same', 'a'))
  await redraw(slack, 'V1', '2', view('same', 'ab'))
  await redraw(slack, 'V1', '3', view('other', 'abc'))
  expect(calls).toBe(2)
})

test('a closed window and a pause that Slack asks for are no faults; anything else is', async () => {
  const failing = (fault: Error) => ({ updateModal: () => Promise.reject(fault) })
  const { redraw } = redrawing()
  await redraw(failing(new SlackRefused('views.update', 'not_found', [])), 'V1', '1', view('a'))
  await redraw(failing(new SlackLimited('views.update', 3000)), 'V1', '2', view('b'))
  await expect(
    redraw(failing(new SlackRefused('views.update', 'invalid_blocks', [])), 'V1', '3', view('c')),
  ).rejects.toThrow('invalid_blocks')
})
