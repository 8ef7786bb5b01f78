import { fromTheRight } from '../../src/zis/direction'

it('marks what begins with a Latin name and goes on from the right', () => {
  expect(fromTheRight('Webhooks واردة أخرى')).toBe('\u200fWebhooks واردة أخرى')
  expect(fromTheRight('“Slack” في مساحة عملك')).toBe('\u200f“Slack” في مساحة عملك')
})

it.each(['Webhooks', 'رسائل الحالة في Slack', '\u200fSlack في', '', '7', 'Order number'])(
  'leaves %j as it is',
  (text) => {
    expect(fromTheRight(text)).toBe(text)
  },
)
