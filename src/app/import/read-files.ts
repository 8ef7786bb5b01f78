import type { CatalogueEntry } from '../../zis/definition'
import { readIntegration, type FileFindings } from '../../zis/integration/read'
import { bytesOf, largestKept } from '../queries/imported'
import { textOf } from '../ui/file-text'

/** What files say that an admin has selected. Nothing of it was written anywhere. */
export interface ReadFiles {
  /** Only when it can be set up. */
  entry: CatalogueEntry | undefined
  files: FileFindings[]
  /** Bytes of a part that no config could keep. */
  tooLarge?: { part: 'definition' | 'bundle' | 'translations'; bytes: number }
}

/**
 * Reads the files of an integration.
 * @throws {Error} when the browser cannot read one of them
 */
export async function readFiles(files: File[]): Promise<ReadFiles> {
  const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await textOf(file) })))
  const { entry, files: found } = readIntegration(texts)
  if (entry === undefined) return { entry, files: found }
  for (const part of ['definition', 'bundle', 'translations'] as const) {
    const bytes = bytesOf(entry[part] ?? {})
    if (bytes > largestKept) return { entry: undefined, files: found, tooLarge: { part, bytes } }
  }
  return { entry, files: found }
}
