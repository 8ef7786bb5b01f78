import { createMasker } from '../../../src/simulator/outbound/mask'

describe('masking what is recorded', () => {
  const masker = createMasker()
  masker.remember('xoxb-a-known-secret')

  it('hides a known secret wherever it stands', () => {
    expect(masker.text('token xoxb-a-known-secret in a text')).toBe('token ***** in a text')
    expect(masker.json({ deep: [{ value: 'Bearer xoxb-a-known-secret' }], other: 1 })).toEqual({
      deep: [{ value: 'Bearer *****' }],
      other: 1,
    })
  })

  it('hides a known secret however it is written', () => {
    const odd = createMasker()
    odd.remember('pass "word"+1 é')
    expect(odd.text(JSON.stringify({ echo: 'pass "word"+1 é' }))).toBe('{"echo":"*****"}')
    expect(odd.text(`echo=${new URLSearchParams({ a: 'pass "word"+1 é' }).toString()}`)).toBe('echo=a=*****')
    expect(odd.text('https://a.example/?q=pass%20%22word%22%2B1%20%C3%A9')).toBe('https://a.example/?q=*****')
  })

  it('hides all of a secret that begins like another', () => {
    const two = createMasker()
    two.remember('password1')
    two.remember('password1-and-more')
    expect(two.text('a password1-and-more b')).toBe('a ***** b')
  })

  it('gives back the very value when there is nothing to hide', () => {
    const value = { a: ['b'] }
    expect(masker.json(value)).toBe(value)
  })

  it('hides secret fields it has never seen, in JSON, forms and addresses', () => {
    expect(masker.text('{"access_token":"unknown \\" one","ok":true}')).toBe(
      '{"access_token":"*****","ok":true}',
    )
    expect(masker.text('grant_type=code&client_secret=abc&code=def')).toBe(
      'grant_type=code&client_secret=*****&code=*****',
    )
    expect(masker.text('https://a.example/x?state=abc&page=2')).toBe('https://a.example/x?state=*****&page=2')
  })

  it('keeps words that only look alike', () => {
    expect(masker.text('{"state":"open","code":"A1"}')).toBe('{"state":"open","code":"A1"}')
  })

  it('hides credentials in headers and keeps their scheme', () => {
    const headers: Array<[string, string]> = [
      ['Authorization', 'Bearer abc'],
      ['X-Api-Key', 'abc'],
      ['Accept', 'text/plain'],
    ]
    expect(masker.headers(headers)).toEqual({
      Authorization: 'Bearer *****',
      'X-Api-Key': '*****',
      Accept: 'text/plain',
    })
  })

  it('does not take short words for secrets', () => {
    const careful = createMasker()
    careful.remember('open')
    expect(careful.text('the ticket is open')).toBe('the ticket is open')
  })
})
