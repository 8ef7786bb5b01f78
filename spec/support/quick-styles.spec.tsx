import { screen } from '@testing-library/dom'

/** Draws elements with styles of their own. */
function draw(css: string, html: string) {
  document.head.innerHTML = `<style>${css}</style>`
  document.body.innerHTML = html
  const { sheet } = document.querySelector('style')!
  return { sheet: sheet!, element: document.body.firstElementChild as HTMLElement }
}

const elements = `
  <p>Plain</p>
  <p class="note">Classed</p>
  <P class="note far" id="last" title="a, b">All of it</P>
  <ul class="list"><li><a href="#x" class="note">In a list</a></li><li data-far='"'></li></ul>
  <svg class="note"><linearGradient class="far"></linearGradient></svg>
  <input class="far" disabled>`

describe('a style', () => {
  it.each([
    ...[
      'p',
      'P',
      '*',
      '.note',
      '.note.far',
      '.note.note',
      '#last',
      'p#last',
      'p.far',
      '.Note',
      'linearGradient',
    ],
    ...[
      'li',
      'ul li',
      '.list > li',
      '.list a.note',
      'p + .note',
      'p ~ .far',
      'p ~ *',
      '.list *',
      '.list > :last-child',
    ],
    ...[
      '[title]',
      '.list [href]',
      '.list :is(a, b)',
      '[title="a, b"]',
      '.far[title="a, b"]',
      `[data-far='"']`,
      '.note[title]',
      '[title*=","], li',
    ],
    ...[
      ':disabled',
      '.far:disabled',
      '.note:not(.far)',
      ':not(.note)',
      'p:not([title="a, b"], .note)',
      ':is(p, li)',
    ],
    ...[
      '.note, li',
      '.nobody, .far',
      'li,p',
      'nobody',
      '.nobody',
      '.far\\61',
      '.n\\6fte',
      '*.note',
      'li:first-child',
    ],
  ])('of %s is had by the elements that it matches', (selector) => {
    draw(`${selector} { display: grid }`, elements)
    const all = [...document.body.querySelectorAll('*')]
    expect(all.filter((element) => getComputedStyle(element).display === 'grid')).toEqual(
      all.filter((element) => element.matches(selector)),
    )
  })

  it('hides an element by its class, until it has that no longer', () => {
    const { element } = draw('.away { display: none }', '<button class="away">Save</button>')
    expect(element).not.toBeVisible()
    expect(screen.queryByRole('button')).toBeNull()
    element.className = ''
    expect(element).toBeVisible()
    expect(screen.getByRole('button', { name: 'Save' })).toBe(element)
  })

  it('is that of the classes that an element has now', () => {
    draw('.far { display: grid }', '')
    const { documentElement: page } = document
    const shown = ['', 'note far', 'note'].map((classes) => {
      page.className = classes
      return getComputedStyle(page).display === 'grid'
    })
    expect(shown).toEqual([false, true, false])
  })

  it('hides what is in an element that is hidden later', () => {
    const { element } = draw('[hidden], .away { visibility: hidden }', '<div><button>Save</button></div>')
    expect(screen.getByRole('button')).toBeVisible()
    element.classList.add('away')
    expect(screen.queryByRole('button')).toBeNull()
    expect(element.firstElementChild).not.toBeVisible()
  })

  it('comes and goes with its rule', () => {
    const { element, sheet } = draw('p { color: red }', '<p class="note">Saved</p>')
    expect(element).toBeVisible()
    sheet.insertRule('.note { display: none }', 1)
    expect(element).not.toBeVisible()
    sheet.deleteRule(1)
    expect(element).toBeVisible()
    document.querySelector('style')!.append('p { display: none }')
    expect(element).not.toBeVisible()
    document.querySelector('style')!.remove()
    expect(element).toBeVisible()
  })

  it('that is asked for before its rule comes is found with it', () => {
    const { element, sheet } = draw('', '<p style="opacity: 1">Saved</p>')
    sheet.insertRule('p { display: none }', 0)
    expect(element).not.toBeVisible()
    element.style.display = 'block'
    expect(element).toBeVisible()
  })

  it('of an element that moves is that of its new place', () => {
    const { element } = draw('.away { visibility: hidden } .away p { display: grid }', '<p>Saved</p>')
    expect(getComputedStyle(element)).toMatchObject({ display: 'block', visibility: 'visible' })
    const around = document.createElement('div')
    around.className = 'away'
    document.body.append(around)
    around.append(element)
    expect(getComputedStyle(element)).toMatchObject({ display: 'grid', visibility: 'hidden' })
  })
})
