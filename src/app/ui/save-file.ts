/** Hands the admin a JSON document as a file. */
export const saveFile = (name: string, document: unknown): void =>
  saveText(name, JSON.stringify(document, null, 2) + '\n', 'application/json')

/** Hands the admin a text as a file. */
export function saveText(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = window.document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address))
}
