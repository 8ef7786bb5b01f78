import { readFileSync } from 'node:fs'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { findBrowser, howToGetBrowser } from '../../../tools/browser.mjs'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface BrowserOptions extends BrowserContextOptions {
  /** Console errors that the spec expects; any other fails the test that it came up in. */
  expectedErrors?: RegExp[]
  /** One context, and so one cookie jar, for all tests of the file: for a page that goes from test to test. */
  isShared?: boolean
}

export interface TestBrowser {
  /** A page in this test's own context: no cookie or storage of another test. */
  page(): Promise<Page>
  /** This test's context; windows that pages open are in it. */
  readonly context: BrowserContext
  /** Console errors and uncaught exceptions of all pages and frames of this test that nobody expected. */
  readonly errors: readonly string[]
}

/**
 * Gives the tests of a spec file a real Chromium: one program for the file, a fresh context for each
 * test unless they share one. A test fails when a page logged an error that is not expected.
 */
export function useBrowser({
  expectedErrors = [],
  isShared = false,
  ...contextOptions
}: BrowserOptions = {}): TestBrowser {
  let program: Browser | undefined
  let context: BrowserContext | undefined
  let errors: string[] = []

  const note = (text: string) => {
    if (!expectedErrors.some((expected) => expected.test(text))) errors.push(text)
  }

  beforeAll(async () => {
    const executablePath = findBrowser()
    if (executablePath === undefined) throw new Error(howToGetBrowser)
    program = await chromium.launch({ executablePath, args: flags })
  })
  const openContext = async () => {
    context = await program!.newContext({ viewport: { width: 1280, height: 800 }, ...contextOptions })
    context.setDefaultTimeout(10_000)
    context.on('weberror', (error) => note(error.error().stack ?? String(error.error())))
    context.on('console', (message) => {
      if (message.type() === 'error') note(`${message.text()} (${message.location().url})`)
    })
  }
  if (isShared) beforeAll(openContext)
  beforeEach(async () => {
    errors = []
    if (!isShared) await openContext()
  })
  afterEach(async () => {
    if (!isShared) await context?.close()
    expect(errors).toEqual([])
  })
  afterAll(async () => {
    await program?.close()
  })

  return {
    page: () => context!.newPage(),
    get context() {
      return context!
    },
    get errors() {
      return errors
    },
  }
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(where: object, how: object): Promise<{ violations: Violation[] }>
}
interface Violation {
  id: string
  help: string
  nodes: Array<{ html: string }>
}

/**
 * What axe-core finds wrong with a page and with each frame in it, a line each; empty when all is well.
 * Frames are looked at one by one, so that those of another origin are seen too.
 *
 * @param without rules that do not count
 */
export async function accessibilityProblems(page: Page, without: string[] = []): Promise<string[]> {
  const problems: string[] = []
  for (const frame of page.frames()) {
    if (frame.url() === 'about:blank') continue
    // Given as text, the library gets in even where the page's own policy forbids foreign scripts.
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe)
    const violations = await frame.evaluate(async () => {
      // Half-way through a fade, every colour is too pale.
      const isEndless = (animation: Animation) => animation.effect?.getComputedTiming().endTime === Infinity
      await Promise.all(
        document
          .getAnimations()
          .map((animation) => !isEndless(animation) && animation.finished.catch(() => {})),
      )
      const { axe } = window as unknown as { axe: Axe }
      return (await axe.run(document, { iframes: false, resultTypes: ['violations'] })).violations
    })
    for (const { id, help, nodes } of violations.filter((one) => !without.includes(one.id))) {
      for (const node of nodes)
        problems.push(`${id}: ${help}: ${node.html} (${new URL(frame.url()).pathname})`)
    }
  }
  return problems
}

/** Asserts that axe-core finds nothing wrong with a page or the frames in it. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([])
}
