/** Hands the admin a JSON document as a file. */
export function saveFile(name: string, document: unknown): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(document, null, 2) + '\n'], { type: 'application/json' }),
  )
  const link = window.document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address))
}
