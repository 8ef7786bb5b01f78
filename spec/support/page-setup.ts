import { webcrypto } from 'node:crypto'

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

// What browsers have and jsdom has not.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true })
window.scrollTo = () => undefined
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
