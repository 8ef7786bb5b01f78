import type { Store } from '../../src/simulator/store/store'

/** Every way to store has to pass this. `reopen` gives the same store after its process has ended. */
export function describeStore(
  name: string,
  make: () => Promise<Store>,
  reopen?: (store: Store) => Promise<Store>,
) {
  describe(name, () => {
    let store: Store
    beforeEach(async () => {
      store = await make()
    })
    afterEach(() => store.close())

    const put = (...keys: string[]) => {
      for (const key of keys) store.table('assumptions').put(key, { value: key })
    }
    const keys = (range?: Parameters<ReturnType<Store['table']>['list']>[0]) =>
      store
        .table('assumptions')
        .list(range)
        .map(([key]) => key)

    it('gives back what was put, as a copy', () => {
      const row = { value: 'x' }
      store.table('assumptions').put('a', row)
      row.value = 'changed behind its back'
      expect(store.table('assumptions').get('a')).toEqual({ value: 'x' })
    })

    it('keeps falsy values and keys that objects inherit', () => {
      store.table('assumptions').put('__proto__', { value: 0 })
      store.table('assumptions').put('constructor', { value: false })
      expect(store.table('assumptions').get('__proto__')).toEqual({ value: 0 })
      expect(store.table('assumptions').get('constructor')).toEqual({ value: false })
      expect(store.table('assumptions').get('toString')).toBeUndefined()
    })

    it('keeps a property called __proto__ inside a row', () => {
      const row = JSON.parse('{"__proto__": {"a": 1}}')
      store.table('partners').put('a', row)
      expect(JSON.stringify(store.table('partners').get('a'))).toBe('{"__proto__":{"a":1}}')
    })

    it('replaces a row', () => {
      put('a')
      store.table('assumptions').put('a', { value: 2 })
      expect(store.table('assumptions').get('a')).toEqual({ value: 2 })
      expect(store.table('assumptions').count()).toBe(1)
    })

    it('says whether a deleted row was there', () => {
      put('a')
      expect(store.table('assumptions').delete('a')).toBe(true)
      expect(store.table('assumptions').delete('a')).toBe(false)
      expect(store.table('assumptions').has('a')).toBe(false)
    })

    it('lists in the order of keys, whatever the order of writing', () => {
      put('b', 'c', 'a')
      expect(keys()).toEqual(['a', 'b', 'c'])
      expect(keys({ reverse: true })).toEqual(['c', 'b', 'a'])
    })

    it('orders keys by their UTF-8 bytes', () => {
      put('\u{1f600}', '\uffee', 'z', 'é')
      expect(keys()).toEqual(['z', 'é', '\uffee', '\u{1f600}'])
    })

    it('pages with a prefix, a place to go on from and a limit', () => {
      put('a1', 'a2', 'a3', 'b1')
      expect(keys({ prefix: 'a' })).toEqual(['a1', 'a2', 'a3'])
      expect(keys({ prefix: 'a', after: 'a1', limit: 1 })).toEqual(['a2'])
      expect(keys({ prefix: 'a', after: 'a2', reverse: true })).toEqual(['a1'])
      expect(keys({ limit: 0 })).toEqual([])
      expect(store.table('assumptions').count('a')).toBe(3)
    })

    it('keeps tables apart', () => {
      put('a')
      expect(store.table('partners').list()).toEqual([])
    })

    it('counts up, each counter by itself', () => {
      expect([store.nextNumber('tickets'), store.nextNumber('tickets')]).toEqual([1, 2])
      expect([store.nextNumber('users', 1000), store.nextNumber('users', 1000)]).toEqual([1000, 1001])
    })

    it('forgets everything when cleared', async () => {
      put('a')
      store.nextNumber('tickets')
      store.clear()
      await store.durable()
      expect(keys()).toEqual([])
      expect(store.nextNumber('tickets')).toBe(1)
    })

    if (reopen) {
      it('has everything durable after a restart', async () => {
        put('a')
        store.nextNumber('tickets')
        await store.durable()
        store = await reopen(store)
        expect(keys()).toEqual(['a'])
        expect(store.nextNumber('tickets')).toBe(2)
      })
    }
  })
}
