import { webcrypto } from 'node:crypto'
import { hurryStyles } from './quick-styles'

// Before any import of a page: Garden asks for it while it is being loaded.
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})) as typeof window.matchMedia

// The page's clock goes with that of the simulator, which begins on a Monday morning; it moves on by itself.
const ahead = Date.parse('2026-03-02T09:00:00Z') - Date.now()
const now = () => RealDate.now() + ahead
const RealDate = Date
globalThis.Date = new Proxy(RealDate, {
  get: (target, key): unknown => (key === 'now' ? now : Reflect.get(target, key)),
  construct: (target, args, made) =>
    Reflect.construct(target, args.length > 0 ? args : [now()], made) as Date,
})

// What browsers have and jsdom has not.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true })
window.scrollTo = () => undefined
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// Rules get in one by one, as in the built app: as text, each makes jsdom read all of them again.
Object.assign(globalThis, { SC_DISABLE_SPEEDY: false })
hurryStyles(window)
