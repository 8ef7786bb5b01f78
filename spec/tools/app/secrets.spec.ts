import { problems } from './app-files'

/** Put together here, so that no scanner takes this file for one that holds a secret. */
const slackToken = ['xoxb', '1234567890', 'abcdefghij'].join('-')
const privateKey = ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ')

it.each([
  ['assets/main.js', `const token = '${slackToken}'`, 'a token of Slack'],
  ['assets/iframe.html', `<script>start("${slackToken}")</script>`, 'a token of Slack'],
  ['assets/integrations/parcels.json', `{"note":"${slackToken}"}`, 'a token of Slack'],
  ['assets/key.xml', `<key>${privateKey}\nMIIEow</key>`, 'a private key'],
  ['assets/main.js', 'const options = { client_secret: "a1b2c3d4e5f6g7h8" }', 'the value of "client_secret"'],
  ['assets/main.js', 'const apiKey = "9f8e7d6c5b4a39281706"', 'the value of "apiKey"'],
])('in %s is refused: %s', (path, content, what) => {
  const lines = problems({ [path]: content })
  expect(lines).toEqual([
    `${path}: error: the file holds ${what}; replace the secret, and keep the new one in a connection`,
  ])
  expect(lines.join()).not.toMatch(/abcdefghij|a1b2c3|9f8e7d/)
})

it.each([
  'if (input.type === "password") hide()',
  '{"password":"Password","secret":"The client secret of the app"}',
  'const kinds = { api_key: "connection.kind.api_key", token: "bearer_token" }',
  'headers["authorization"] = "Bearer " + token',
])('words about secrets are none: %s', (content) => {
  expect(problems({ 'assets/main.js': content })).toEqual([])
})
