import type { BrowserContext, Download, Page, Request } from 'playwright-core'

export interface Watch {
  /** Follows what a page downloads. */
  follow(page: Page): void
  /** Where a text has been until now, each place once: pages and frames, requests, console, files, storage. */
  placesOf(text: string): Promise<string[]>
}

/**
 * Hears everything that leaves or stays in a browser: every text that was ever on a page, every request
 * with its body and headers, the console, the clipboard, files, and all storage.
 */
export async function watchAll(context: BrowserContext): Promise<Watch> {
  const heard: Array<{ place: string; text: string }> = []
  const note = (place: string, text: string | null | undefined) => {
    if (text) heard.push({ place, text })
  }
  const pages = new Set<Page>()
  const downloads: Array<Promise<void>> = []

  await context.exposeBinding('__note', (_source, place: string, text: string) => note(place, text))
  await context.addInitScript(rememberTexts)
  context.on('request', (request: Request) => {
    const path = new URL(request.url()).pathname
    const place = `${request.method()} ${path}`
    note(`address of ${place}`, decodeURIComponent(request.url()))
    note(place, request.postData())
    note(`headers of ${place}`, JSON.stringify(request.headers()))
  })
  context.on('console', (message) => note('console', message.text()))
  context.on('weberror', (error) => note('console', error.error().stack))

  return {
    follow(page) {
      pages.add(page)
      page.on('download', (download: Download) => {
        downloads.push(
          download.createReadStream().then(async (stream) => {
            const parts: Buffer[] = []
            for await (const part of stream) parts.push(part as Buffer)
            note(`file ${download.suggestedFilename()}`, Buffer.concat(parts).toString())
          }),
        )
      })
    },
    async placesOf(text) {
      await Promise.all(downloads)
      const now = [...heard]
      for (const cookie of await context.cookies()) now.push({ place: 'cookie', text: cookie.value })
      for (const page of pages) {
        for (const frame of page.frames()) {
          now.push({ place: 'address', text: decodeURIComponent(frame.url()) })
          if (frame.url().startsWith('http')) {
            for (const one of await frame.evaluate(readStorage)) now.push({ place: 'storage', text: one })
          }
        }
      }
      return [...new Set(now.filter((one) => one.text.includes(text)).map(({ place }) => place))].sort()
    },
  }
}

/** In the page: tells of each text and attribute that ever stands in it, and of what is copied. */
function rememberTexts(): void {
  const tell = (window as unknown as { __note: (place: string, text: string) => Promise<void> }).__note
  const known = new Set<string>()
  const page = window === window.top ? 'page' : 'app'
  const see = (place: string, text: string | null) => {
    if (text === null || text.trim() === '' || known.has(place + text)) return
    known.add(place + text)
    void tell(`${place} of the ${page}`, text)
  }
  const look = (node: Node): void => {
    if (node instanceof Text) see('text', node.data)
    if (!(node instanceof Element)) return
    for (const { value } of node.attributes) see('attribute', value)
    node.childNodes.forEach(look)
  }
  new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes) {
      addedNodes.forEach(look)
      if (target instanceof Text || target instanceof Element) look(target)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  const { clipboard } = navigator
  const write = clipboard?.writeText.bind(clipboard)
  if (write) {
    clipboard.writeText = (text) => {
      see('clipboard', text)
      return write(text)
    }
  }
}

/** In the page: every value that is kept in its storage. */
async function readStorage(): Promise<string[]> {
  const found = [document.cookie]
  try {
    found.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }))
  } catch {
    // A frame of another site may be kept from all storage, as many browsers do.
    return found
  }
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name!)
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error!)
    })
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const reading = database.transaction(store).objectStore(store).getAll()
        reading.onsuccess = () => resolve(reading.result)
        reading.onerror = () => reject(reading.error!)
      })
      found.push(JSON.stringify(rows))
    }
    database.close()
  }
  return found
}
